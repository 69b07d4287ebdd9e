"""SVD-REV-03: when a review decides to revise the strategy, a revised one follows, consulted on, published and sent anew."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.anew import UNDATED, before_publication, needed_anew
from compliance.requirements.decision_to_revise import Decision
from compliance.requirements.due_to_publish import due_to_publish
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.reviewing import FAMILY, known_reviews, review_order, review_ref
from compliance.requirements.versions import Judged, Versions, approved_by, areas_of, by_strategy, published_by
from svduty import dates
from svduty.vague_dates import Truth

SETTLED = (Status.MET, Status.MET_LATE, Status.NOT_APPLICABLE)


def revised_when_needed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """For each decision of a review to revise: consulted on, published and sent since (s.8(7)(c), s.8(11)). Preparing it has no date,
    so nothing is overdue before it is published; after that it stands as the worst finding about the revised version does."""
    groups = by_strategy(everything)
    if not groups:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "There is no strategy to revise yet.")
    for versions in groups.values():
        yield from _decisions(facts, versions, on, everything)


def _decisions(facts: PartnershipFacts, versions: list[Judged], on: datetime.date, everything: Versions) -> Iterable[Answer]:
    reviewed, current = versions[0].strategy, any(judged.current for judged in versions)
    key, strength = f"strategy:{reviewed.pk}", None if reviewed.section_8 else Strength.LOCAL
    deciding = sorted((review for review in known_reviews(reviewed, on) if review.decision == "revise"), key=review_order)
    if not deciding:
        why = "No review of it is recorded to have decided that it should be revised."
        yield Answer(key, reviewed.title, Status.NOT_APPLICABLE, why, current=current, strength=strength)
        return
    for place, review in enumerate(deciding, start=1):
        newest = place == len(deciding)
        own_key = key if newest else f"{key}/review:{review.pk}"
        yield _Answered(facts, reviewed, review, on, everything, own_key, current=current and newest, strength=strength).stands()


@dataclasses.dataclass(frozen=True)
class _Answered(Decision):
    """The answer to a decision: `key` names it, `current` and `strength` are the strategy's."""

    key: str
    current: bool
    strength: Strength | None

    @property
    def decided(self) -> str:
        return f"The review {when(self.review.held_on)} decided to revise it"

    def stands(self) -> Answer:
        if later := self.ended_by:
            what = "to keep it as it is" if later.decision == "keep" else "so again"
            why = f"{self.decided}; a later one, {when(later.held_on)}, decided {what}."
            return self.answer(Status.NOT_APPLICABLE, why, None, (review_ref(later),))
        return self.carried_out(self.revised) if self.revised else self.doubtful() or self.in_preparation()

    def answer(
        self,
        status: Status,
        why: str,
        due: Due | None = None,
        refs: tuple[RecordRef, ...] = (),
        step: NextStep | None = None,
        late_by: int = 0,
    ) -> Answer:
        rests_on = tuple(dict.fromkeys((review_ref(self.review), *refs)))
        return Answer(self.key, self.reviewed.title, status, why, due, rests_on, step, late_by, self.current, self.strength)

    def doubtful(self) -> Answer | None:
        """Which date is missing before it can be said whether a revised version is wanted, or is there."""
        review = NextStep("Give the exact date", "annualreview_change", (("pk", self.review.pk),))
        if self.review.held_on.by(self.on) is Truth.MAYBE:
            return self.answer(Status.CANNOT_TELL, f"{self.decided}. Give the exact date of that review.", None, (), review)
        if self.possible:
            possible = self.possible[0]
            what = "it is out yet" if self.surely_after(possible) else "that was after the review"
            why = f"{self.decided}. {possible.name} was published {possible.started}: whether {what} cannot be told."
            first = min(published_by(possible.version, self.on), key=lambda one: (one.published_on.earliest, one.pk))
            vague_review = not self.review.held_on.exact and not self.surely_after(possible)
            step = review if vague_review else NextStep("Give the exact date", "publication_change", (("pk", first.pk),))
            return self.answer(Status.CANNOT_TELL, why, None, (possible.record,), step)
        for kept in self.kept():
            if kept.held_on.latest > self.review.held_on.earliest:
                why = f"{self.decided}; another, {when(kept.held_on)}, decided to keep it. Which of them was later cannot be told."
                vague = self.review if kept.held_on.exact else kept
                step = NextStep("Give the exact date", "annualreview_change", (("pk", vague.pk),))
                return self.answer(Status.CANNOT_TELL, why, None, (review_ref(kept),), step)
        return None

    def carried_out(self, revised: Judged) -> Answer:
        """As the worst of the findings about the version says, our local target left aside. Of equals one with a day in law speaks: what
        is most days late, then what is due first."""
        named = f"{self.decided}. {revised.name} is the revised strategy"
        said = f"{named}, first published {revised.started}."
        found = needed_anew(self.facts, revised, self.on, self.everything)
        if not found:
            return self.answer(Status.NOT_APPLICABLE, f"{said} Nothing was asked of it then.", None, (revised.record,))
        requirement, worst = min(found, key=lambda pair: _worst_first(pair[1]))
        if worst.status == Status.MET:
            why = f"{said} It was consulted on, published and sent anew, as the Act asks of each revision."
        elif worst.status == Status.MET_LATE:
            why = f"{said} “{requirement.title}” was done late, by {dates.say_days(worst.late_by)}."
        else:
            why = f"{named}. “{requirement.title}” is not settled for it: {worst.why}"
        return self.answer(worst.status, why, worst.due, (revised.record, *worst.rests_on), worst.next_step, worst.late_by)

    def in_preparation(self) -> Answer:
        drafts = [one for one in self.versions if not one.published and one.version.dated.latest > self.review.held_on.earliest]
        draft = max(drafts, key=lambda one: (one.version.dated.latest, one.version.pk), default=None)
        no_date = "The Act sets no date for it."
        if draft is None:
            begin = NextStep("Begin the revised strategy", "strategy", (("pk", max(self.own)),))
            newest = max(self.versions, key=lambda one: (one.version.dated.latest, one.version.pk))
            none_since = f"No version dated after that is recorded: the newest, {newest.name}, is dated {newest.version.dated}."
            return self.answer(Status.DUE_LATER, f"{self.decided}. {none_since} {no_date}", UNDATED, (), begin)
        wanting = [
            (one, answer) for one, answer in before_publication(self.facts, draft, self.on, self.everything) if answer.status not in SETTLED
        ]
        step = next((answer.next_step for _, answer in wanting if answer.next_step), None)
        what = f" What comes next: {wanting[0][0].task[0].lower()}{wanting[0][0].task[1:]}." if wanting else ""
        why = f"{self.decided}. {draft.name} is in preparation.{what} {no_date}{self._target(draft)}"
        return self.answer(Status.DUE_LATER, why, UNDATED, (draft.record,), step)

    def _target(self, draft: Judged) -> str:
        if not approved_by(draft.version, self.on):
            return ""
        due, _ = due_to_publish(self.facts, draft, areas_of(self.facts, draft.strategy), self.everything, self.on)
        return f" Our local target for publishing it, which is not law, is {dates.say(due.on)}." if due.on and not due.in_law else ""


def _worst_first(answer: Answer) -> tuple[int, bool, int, datetime.date]:
    in_law = answer.due is not None and answer.due.in_law
    return answer.status.rank, not in_law, -answer.late_by, (answer.due and answer.due.on) or datetime.date.max


REQUIREMENTS = (
    Requirement(
        code="SVD-REV-03",
        family=FAMILY,
        title="Revised when needed",
        plain="A section 8 strategy must be revised from time to time. When a review decides so, the revised strategy is consulted on, "
        "published and sent like the first. The Act sets no date for preparing it.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(7)(c) and s.8(11); under section 9 alone it may be revised (s.9(8))",
        strength=Strength.STATUTORY,
        task="Revise the strategy, as its review decided",
        shortfall="what a revised strategy needs was not all done",
        evidence="A version published after the review, with its own consultation, publication and sending.",
        rule=revised_when_needed,
        deadline="DL-02, DL-03",
    ),
)
