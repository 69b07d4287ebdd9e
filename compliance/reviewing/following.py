"""What follows a decision to revise: the chain from the review to the sending of the revised strategy, with its days. Pure."""

import dataclasses
import datetime

from compliance.facts import PartnershipFacts
from compliance.going_out import last_day_to_send
from compliance.requirements.decision_to_revise import Decision
from compliance.requirements.versions import Judged, approved_by, drafts_of, first_approval, judged_versions
from svduty import dates

HOME_OFFICE = "home-office"


@dataclasses.dataclass(frozen=True)
class Step:
    """`day`: when it was done, in words, "" where it was not; `due`: by when, where a day is set; `law`: where that stands."""

    what: str
    day: str
    due: str = ""
    law: str = ""


def chain(facts: PartnershipFacts, review_pk: int, on: datetime.date) -> list[Step]:
    """The steps in order; empty for a review that did not decide to revise, or that something else has answered since."""
    everything = judged_versions(facts, on)
    found = [(strategy, review) for strategy in facts.strategies for review in strategy.reviews if review.pk == review_pk]
    if not found or found[0][1].decision != "revise":
        return []
    strategy, review = found[0]
    decision = Decision(facts, strategy, review, on, everything)
    steps = [Step("The review decided to revise it", str(review.held_on), law="section 8(7)(c)")]
    if later := decision.ended_by:
        return [*steps, Step("A later review took its place", str(later.held_on))]
    revised = decision.revised or _draft(decision)
    if revised is None:
        return [*steps, Step("A revised version is recorded", ""), *_to_come()]
    return [*steps, Step(f"{revised.name} was recorded", str(revised.version.dated)), *_of(revised, on)]


def _draft(decision: Decision) -> Judged | None:
    drafts = [one for one in decision.versions if not one.published and one.version.dated.latest > decision.review.held_on.earliest]
    return max(drafts, key=lambda one: (one.version.dated.latest, one.version.pk), default=None)


def _to_come() -> list[Step]:
    return [
        Step("Those who must be consulted are asked about it", "", law="sections 8(4) and 8(11)"),
        Step("A board approves it", ""),
        Step("It is published", "", law="regulations 4(1) and 5(1)"),
        Step("It is sent to the Home Office", "", "within 7 days, the day of publication being the first", "regulations 4(2) and 5(2)"),
    ]


def _of(revised: Judged, on: datetime.date) -> list[Step]:
    asked = [one.opens_on for version in drafts_of(revised, on) for one in version.consultations]
    approved = first_approval(approved_by(revised.version, on))
    sent = [one.sent_on for one in revised.version.submissions if one.recipient == HOME_OFFICE]
    consulted, approval, published, sending = _to_come()
    due = sending.due
    if revised.start_first:
        due = f"by {dates.say(last_day_to_send(revised.start_first))}"
    return [
        dataclasses.replace(consulted, day=f"from {min(asked)}" if asked else ""),
        dataclasses.replace(approval, day=dates.say_short(approved[0]) if approved else ""),
        dataclasses.replace(published, day=revised.started.removeprefix("on ")),
        dataclasses.replace(sending, day=str(min(sent)) if sent else "", due="" if sent else due),
    ]
