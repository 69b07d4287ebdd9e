"""The rounds in which boards are asked about a version, as they stood on a day."""

import dataclasses
import datetime

from compliance.facts import PartnershipFacts, RoundFacts, VersionFacts, lasts_on
from svduty import dates


@dataclasses.dataclass(frozen=True)
class Asked:
    """A round on a day. `answered` of `seats`: the places of the board that answered by then, of those that last."""

    facts: RoundFacts
    board: str
    running: bool
    answered: int
    seats: int

    @property
    def opened(self) -> str:
        return dates.say_short(self.facts.opened_on)

    @property
    def so_far(self) -> str:
        """`9 of 15 have answered`."""
        return f"{self.answered} of {self.seats} {'has' if self.answered == 1 else 'have'} answered"


def asked_on(facts: PartnershipFacts, version: VersionFacts, on: datetime.date) -> list[Asked]:
    """The rounds opened by `on`, in that order; boards that decide come before those asked for comments."""
    boards = {board.pk: board for board in facts.boards}
    found = []
    for one in version.rounds:
        running = one.ended_on is None or one.ended_on > on
        board = boards.get(one.board_pk)
        if one.opened_on > on or board is None:
            continue
        there = {seat.pk for seat in board.seats if lasts_on(seat.starts, seat.ends, min(on, one.ended_on or on))}
        answered = {seat for seat, day in one.votes if day <= on} & there
        found.append(Asked(one, board.name, running, len(answered), len(there)))
    return sorted(found, key=lambda asked: (asked.facts.part != "decides", asked.facts.opened_on, asked.facts.pk))


def said_of(rounds: list[Asked], on: datetime.date) -> str:
    """A sentence for each: `A round is open until 4 December 2026 (Safety Board); 9 of 15 have answered.`"""
    return " ".join(_said(asked, on) for asked in rounds)


def _said(asked: Asked, on: datetime.date) -> str:
    until, deciding = dates.say_short(asked.facts.answer_by), asked.facts.part == "decides"
    if asked.running:
        what = "A round" if deciding else "A round for comments"
        verb = "was to end on" if asked.facts.answer_by < on else "is open until"
        return f"{what} {verb} {until} ({asked.board}); {asked.so_far}."
    ended = dates.say_short(asked.facts.ended_on) if asked.facts.ended_on else ""
    outcomes = {"not-decided": "ended without a decision", "noted": "ended with comments", "sent-back": "ended with sending it back"}
    came_to = outcomes.get(asked.facts.outcome, "ended with its approval, which does not stand")
    return f"The round of {asked.board} {came_to} on {ended}; {asked.so_far.replace(' have', '').replace(' has', '')}."
