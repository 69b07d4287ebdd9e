"""SVD-REV: the strategy is kept under review, and reviewed each year."""

import datetime
from collections.abc import Iterable

from compliance.facts import ArrangementFacts, PartnershipFacts, ReviewFacts, StrategyFacts
from compliance.finding import GUIDANCE, Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Happening, Verdict, judge, pending, when
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.review_clock import Clock, anniversaries, rolling
from compliance.requirements.versions import Judged, Versions, approved_by, by_strategy
from svduty import dates
from svduty.vague_dates import Truth


def kept_under_review(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Arrangements for review are recorded, or a review was held (s.8(7)(b)). The Act sets no date, so this is never overdue."""
    groups = [versions for versions in by_strategy(everything).values() if versions[0].strategy.section_8]
    if not groups:
        why = "No strategy under section 8 is recorded; section 9 only allows a review." if everything else "There is no strategy yet."
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why)
    for versions in groups:
        strategy = versions[0].strategy
        status, why, refs = _arranged(strategy, versions, on)
        step = NextStep("Record how it is kept under review", "reviewarrangement_add", (("strategy_pk", strategy.pk),))
        if refs and status == Status.CANNOT_TELL:
            step = NextStep("Complete the record", f"{refs[0].kind}_change", (("pk", refs[0].pk),))
        current = any(judged.current for judged in versions)
        done = None if status == Status.MET else step
        yield Answer(f"strategy:{strategy.pk}", strategy.title, status, why, None, refs, done, current=current)


def _arranged(strategy: StrategyFacts, versions: list[Judged], on: datetime.date) -> tuple[Status, str, tuple[RecordRef, ...]]:
    reviews = known_reviews(strategy, on)
    held = [review for review in reviews if review.held_on.by(on) is Truth.YES]
    if held:
        last = max(held, key=review_order)
        return Status.MET, f"It was last reviewed {when(last.held_on)}.", (review_ref(last),)
    arrangement = arrangement_on(strategy, on)
    if arrangement:
        ref = (RecordRef("reviewarrangement", arrangement.pk, f"Review by {arrangement.who}"),)
        missing, next_on = _missing(arrangement), arrangement.next_on
        if missing or next_on is None:
            return Status.CANNOT_TELL, f"How it is kept under review is recorded in part. Record {listed(missing)}.", ref
        if arrangement.agreed_on and arrangement.agreed_on.by(on) is Truth.MAYBE:
            return Status.CANNOT_TELL, f"The arrangement for its review was agreed {when(arrangement.agreed_on)}. Give the exact day.", ref
        why = f"{arrangement.who} is to review it every {_months(arrangement.every_months)}; next {when(next_on)}."
        if next_on.latest < on:
            why += " That day has passed and no review is recorded; the Act sets no date, so this is not overdue."
        return Status.MET, why, ref
    if reviews:
        return Status.CANNOT_TELL, f"A review {when(reviews[0].held_on)} is recorded. Give the exact date.", (review_ref(reviews[0]),)
    if any(judged.published or approved_by(judged.version, on) for judged in versions):
        return Status.NOT_MET, "Neither a review nor an arrangement for one is recorded.", ()
    return Status.DUE_LATER, "It has to be kept under review once it is prepared. No arrangement for that is recorded yet.", ()


def _missing(arrangement: ArrangementFacts) -> list[str]:
    parts = {
        "who reviews it": bool(arrangement.who),
        "how often": bool(arrangement.every_months),
        "when next": arrangement.next_on is not None,
    }
    return [words for words, there in parts.items() if not there]


def _months(number: int | None) -> str:
    return "month" if number == 1 else f"{number} months"


def reviewed_each_year(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """A documented review each year, of the strategy and of the assessment behind it (guidance; DL-06). Past years are history."""
    groups = by_strategy(everything)
    if not groups:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "There is no strategy to review yet.")
    for versions in groups.values():
        yield from _years(facts, versions, on)


def _years(facts: PartnershipFacts, versions: list[Judged], on: datetime.date) -> Iterable[Answer]:
    strategy = versions[0].strategy
    key, current = f"strategy:{strategy.pk}", any(judged.current for judged in versions)
    starts = [(judged.start_first, judged.start_last) for judged in versions if judged.start_first and judged.start_last]
    if not starts:
        why = "The year is counted from publication, and it is not published yet."
        due = Due("DL-06", None, "a year after it is published; the Act sets no date", in_law=False, standing=GUIDANCE)
        yield Answer(key, strategy.title, Status.DUE_LATER, why, due, current=current)
        return
    reviews = sorted(known_reviews(strategy, on), key=review_order)
    complete = [review for review in reviews if not doubt_of(review) and review.held_on.by(on) is Truth.YES]
    window = facts.deadline("DL-06").window_days
    arrangement = arrangement_on(strategy, on)
    fixed = arrangement is not None and arrangement.counting == "anniversary"
    clock = anniversaries(starts, complete, window) if fixed else rolling(starts, complete, window)
    for review, deadline, worked_out in clock.past:
        verdict = judge([Happening(review.held_on, review_ref(review))], deadline, on)
        due = Due("DL-06", deadline.first, worked_out, in_law=False, standing=GUIDANCE)
        why = _past_why(verdict, review, due)
        step = NextStep("Give the exact date", "annualreview_change", (("pk", review.pk),))
        done = None if verdict.status in (Status.MET, Status.MET_LATE) else step
        late, ref = verdict.late_by, review_ref(review)
        yield Answer(f"{key}/review:{review.pk}", strategy.title, verdict.status, why, due, (ref,), done, late, current=False)
    if current:
        yield _this_year(strategy, clock, [review for review in reviews if review not in complete], on)
    elif not clock.past:
        yield Answer(key, strategy.title, Status.NOT_APPLICABLE, "A later strategy has taken its place.", current=False)


def _this_year(strategy: StrategyFacts, clock: Clock, doubtful: list[ReviewFacts], on: datetime.date) -> Answer:
    due = Due("DL-06", clock.deadline.first, clock.worked_out, in_law=False, standing=GUIDANCE)
    bearing = [review for review in doubtful if review.held_on.latest > clock.began]
    if bearing and on > clock.next_after(max(review.held_on.latest for review in bearing)):
        bearing = []  # Were they whole, the year after them would be over too.
    happenings = [Happening(review.held_on, review_ref(review), doubt_of(review)) for review in bearing]
    verdict = judge(happenings, clock.deadline, on) if happenings else pending(clock.deadline, on)
    step = NextStep("Record the review", "annualreview_add", (("strategy_pk", strategy.pk),))
    if strategy.review_open_pk:
        step = NextStep("Go on with the yearly review", "reviewwork", (("pk", strategy.review_open_pk),))
    if verdict.happening:
        step = NextStep("Complete the record", "annualreview_change", (("pk", verdict.happening.record.pk),))
    elif verdict.status == Status.CANNOT_TELL:
        vague = [review for review, _, _ in clock.past if not review.held_on.exact]
        counted_from = ("annualreview_change", vague[-1].pk) if vague else ("strategy", strategy.pk)
        step = NextStep("Give the exact date", counted_from[0], (("pk", counted_from[1]),))
    refs = tuple(happening.record for happening in happenings)
    why = _pending_why(verdict, due, on)
    return Answer(f"strategy:{strategy.pk}", strategy.title, verdict.status, why, due, refs, step)


def _pending_why(verdict: Verdict, due: Due, on: datetime.date) -> str:
    if verdict.happening:
        return f"A review {when(verdict.happening.on)} is recorded. {verdict.doubt}"
    day = dates.say(due.on) if due.on else ""
    if verdict.status == Status.CANNOT_TELL:
        return f"The yearly review was due about {day}. {verdict.doubt}"
    if verdict.status == Status.OVERDUE:
        return f"The yearly review was due by {day}, counted {due.worked_out}, and none is recorded since. The Act sets no date for it."
    return f"The next yearly review is due by {day}, counted {due.worked_out}. The Act sets no date; the guidance expects one a year."


def _past_why(verdict: Verdict, review: ReviewFacts, due: Due) -> str:
    held = f"Reviewed {when(review.held_on)}"
    day = dates.say(due.on) if due.on else ""
    if verdict.status == Status.MET:
        return f"{held}; it was due by {day}, counted {due.worked_out}."
    if verdict.status == Status.MET_LATE:
        return f"{held}, {dates.say_days(verdict.late_by)} after the day it was due, {day}."
    return f"{held}. {verdict.doubt}"


def known_reviews(strategy: StrategyFacts, on: datetime.date) -> list[ReviewFacts]:
    """Those that surely or possibly happened by `on`."""
    return [review for review in strategy.reviews if review.held_on.by(on) is not Truth.NO]


def arrangement_on(strategy: StrategyFacts, on: datetime.date) -> ArrangementFacts | None:
    """The newest arrangement known by `on`."""
    known = [a for a in strategy.arrangements if a.agreed_on is None or a.agreed_on.by(on) is not Truth.NO]
    return max(known, key=lambda a: (a.agreed_on.latest if a.agreed_on else datetime.date.min, a.pk), default=None)


def doubt_of(review: ReviewFacts) -> str:
    """Why a review does not count as a yearly one yet; nothing for a complete one."""
    missing = []
    if not review.found:
        missing.append("what it found")
    if not review.decision:
        missing.append("what was decided")
    if review.assessment not in ("newer", "still-right"):
        missing.append("whether the needs assessment still holds")
    return f"It does not count as the yearly review yet. Record {listed(missing)}." if missing else ""


def review_order(review: ReviewFacts) -> tuple[datetime.date, int]:
    """Oldest first; a vague one by its last possible day."""
    return review.held_on.latest, review.pk


def review_ref(review: ReviewFacts) -> RecordRef:
    """The review, as a finding rests on it."""
    return RecordRef("annualreview", review.pk, f"Review of {review.held_on}")


FAMILY = "Review"
REQUIREMENTS = (
    Requirement(
        code="SVD-REV-01",
        family=FAMILY,
        title="Kept under review",
        plain="Once it is prepared, a section 8 strategy must be kept under review. The Act sets no date and no yearly review.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(7)(b)",
        strength=Strength.STATUTORY,
        task="Say how the strategy is kept under review",
        shortfall="nothing shows that the strategy is kept under review",
        evidence="Who reviews it, how often and when next; or a review that was held.",
        rule=kept_under_review,
    ),
    Requirement(
        code="SVD-REV-02",
        family=FAMILY,
        title="Yearly review done",
        plain="The strategy, and the needs assessment behind it, should be reviewed each year.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        task="Review the strategy",
        shortfall="the yearly review was not done",
        evidence="A review with its date, what it found, what was decided, and whether the needs assessment still holds.",
        rule=reviewed_each_year,
        deadline="DL-06",
    ),
)
