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
    """A line of what to do. `version`: the key of the version to read before answering; `overtaken`: a newer one is there."""

    version: int
    what: str
    where: str
    action: str
    overtaken: bool = False


def waiting_for(facts: PartnershipFacts, seats: Iterable[Seat], on: datetime.date) -> list[Waiting]:
    """The rounds that wait for an answer of one of these seats, those to be answered first before the others,
    and those about a version that a newer one has overtaken last."""
    held = [(seat.pk, seat.board_id) for seat in seats]
    found = []
    for strategy, version in ((one, version) for one in facts.strategies for version in one.versions):
        newest = max(one.number for one in strategy.versions)
        for asked in asked_on(facts, version, on):
            given = {seat for seat, _ in asked.facts.votes}
            if asked.running and any(board == asked.facts.board_pk and seat not in given for seat, board in held):
                decides = asked.facts.part == "decides"
                what = f"{'Decide' if decides else 'Comment'} on version {version.number} of {version.title}"
                by = f"answer by {dates.say_short(asked.facts.answer_by)}"
                where = f"{asked.board}, {asked.answered} of {asked.seats} so far; {by}"
                overtaken = newest > version.number
                where += f"; overtaken by version {newest}" if overtaken else ""
                line = Waiting(version.pk, what, where, f"Read and {'decide' if decides else 'comment'}", overtaken)
                found.append((overtaken, asked.facts.answer_by, asked.facts.pk, line))
    return [line for *_, line in sorted(found, key=lambda item: item[:3])]
