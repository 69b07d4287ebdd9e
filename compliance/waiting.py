"""What boards ask of one of their members: the open rounds in which a seat that the person holds has not answered. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts
from compliance.requirements.asking import asked_on
from partnerships.models import Seat
from svduty import dates


@dataclasses.dataclass(frozen=True)
class Waiting:
    """A line of what to do. `version`: the key of the version to read before answering."""

    version: int
    what: str
    where: str
    action: str


def waiting_for(facts: PartnershipFacts, seats: Iterable[Seat], on: datetime.date) -> list[Waiting]:
    """The rounds that wait for an answer of one of these seats, those to be answered first before the others."""
    held = [(seat.pk, seat.board_id) for seat in seats]
    found = []
    for version in (version for strategy in facts.strategies for version in strategy.versions):
        for asked in asked_on(facts, version, on):
            given = {seat for seat, _ in asked.facts.votes}
            if asked.running and any(board == asked.facts.board_pk and seat not in given for seat, board in held):
                decides = asked.facts.part == "decides"
                what = f"{'Decide' if decides else 'Comment'} on version {version.number} of {version.title}"
                by = f"answer by {dates.say_short(asked.facts.answer_by)}"
                where = f"{asked.board}, {asked.answered} of {asked.seats} so far; {by}"
                line = Waiting(version.pk, what, where, f"Read and {'decide' if decides else 'comment'}")
                found.append((asked.facts.answer_by, asked.facts.pk, line))
    return [line for *_, line in sorted(found, key=lambda item: item[:2])]
