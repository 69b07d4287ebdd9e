"""What about a board and its seats deserves a second look. None of it is forbidden: a board is made up as its members agree. Pure."""

import datetime
from collections.abc import Iterable

from partnerships.directory import is_over
from partnerships.models import Board, DutyHolder, Seat
from partnerships.models.board import SeatKind
from partnerships.models.body import Standing
from partnerships.quorum import QuorumRule, comes_to, lasts
from svduty.editing.cautious import Caution

ENDED, APART, RELEVANT = "body-ended", "takes-no-part", "relevant-votes"


def about_quorum(board: Board, seats: Iterable[Seat], on: datetime.date) -> list[Caution]:
    """A rule that no meeting could meet, with the seats as they are on that day."""
    held = [seat for seat in seats if lasts(seat, on)]
    quorum = comes_to(board, held, on)
    found = []
    if quorum.needed is not None and not quorum.base:
        of = QuorumRule.of(board).members()
        found.append(Caution("no-members", f"The quorum is a number of {of}, and no {of} are recorded. Add the seats, or change the rule."))
    elif not quorum.can_be_met:
        words = f"The quorum comes to {quorum.needed_words}: no meeting could ever reach it. Change the rule, or add the seats that miss."
        found.append(Caution("never-met", words))
    if quorum.chair_needed and held and not any(seat.kind == SeatKind.CHAIR for seat in held):
        words = "The rule asks for the chair, and no chair is recorded: no meeting could be quorate. Add the chair's seat."
        found.append(Caution("no-chair", words))
    return found


def about_leading(board: Board, others: Iterable[Board], on: datetime.date) -> list[Caution]:
    """More than one board may lead, for example one that steers and one that carries out; the person says that it is meant."""
    leading = [other.name for other in others if other.leads and other.pk != board.pk and lasts(other, on)]
    if not board.leads or not leading:
        return []
    also = f"{_listed(leading)} {'leads' if len(leading) == 1 else 'lead'} the work already."
    return [Caution("also-leads", f"{also} More than one board may lead; the governance and meetings of each are then looked at.")]


def about_seat(seat: Seat, holders: Iterable[DutyHolder], on: datetime.date) -> list[Caution]:
    """What is unusual about one seat, told before it is saved."""
    code = _unusual(seat, holders, on)
    return [Caution(code, _sentence(code, [str(seat.organisation)]))] if code else []


def about_seats(seats: Iterable[Seat], holders: Iterable[DutyHolder], on: datetime.date) -> list[str]:
    """The same of all seats that last on the day, a sentence for each kind of thing."""
    known, found = list(holders), dict[str, list[str]]()
    for seat in seats:
        code = _unusual(seat, known, on) if lasts(seat, on) else ""
        if code and str(seat.organisation) not in found.setdefault(code, []):
            found[code].append(str(seat.organisation))
    return [_sentence(code, found[code]) for code in (ENDED, APART, RELEVANT) if code in found]


def _unusual(seat: Seat, holders: Iterable[DutyHolder], on: datetime.date) -> str:
    body = seat.organisation
    if body is None:
        return ""
    if is_over(body, on):
        return ENDED
    parts = [holder.capacity for holder in holders if holder.organisation_id == body.pk and lasts(holder, on)]
    if not parts:
        return APART
    standings = {(seat.capacity or part).standing for part in parts}
    return RELEVANT if seat.kind == SeatKind.VOTING and standings == {Standing.RELEVANT} else ""


def _sentence(code: str, bodies: list[str]) -> str:
    names, one = _listed(bodies), len(bodies) == 1
    if code == ENDED:
        return f"{names} {'has' if one else 'have'} ended and still {'has' if one else 'have'} a seat. Give it to the next body, or end it."
    if code == APART:
        return f"{names} {'has' if one else 'have'} a seat and {'is' if one else 'are'} not listed under Who as taking part now."
    return (
        f"{names} {'votes as a relevant authority' if one else 'vote as relevant authorities'} (Schedule 2): the duty of section 8 is on "
        "the specified authorities. The board may give such a vote."
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
