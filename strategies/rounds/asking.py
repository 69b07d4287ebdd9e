"""Whether a board can be asked, and what deserves a second look before it is. Boards come with their seats and those seats' `accounts`."""

import datetime
from collections.abc import Iterable

from partnerships.models import Board, RoleGrant, Seat
from partnerships.models.board import SeatKind
from partnerships.quorum import QuorumRule, lasts
from strategies.models import ApprovalRound
from svduty import dates
from svduty.editing.cautious import Caution


def cautions_about(boards: Iterable[Board], on: datetime.date) -> list[Caution]:
    """No seats, nobody who can answer, no quorum rule: the round could come to nothing."""
    return [caution for board in boards for caution in _about(board, on)]


def chairs_among(boards: Iterable[Board]) -> list[Seat]:
    """The seats of their chairs that have no end."""
    return [seat for board in boards for seat in board.seats.all() if seat.kind == SeatKind.CHAIR and not seat.ends]


def who_can_override(chairs: list[Seat]) -> str:
    """Who may let a round open although comments have no answer."""
    if not chairs:
        return "Nobody else can let it go to the boards before: no deciding board has a chair recorded."
    named = "; ".join(_chair_words(seat) for seat in chairs)
    return f"Only the chair of a deciding board, or the deputy, may open it before, with a reason: {named}."


def accounts_of(seat: Seat) -> list[RoleGrant]:
    return seat.accounts  # type: ignore[attr-defined]  # prefetched by the reads that give seats


def _chair_words(seat: Seat) -> str:
    people = ", ".join(str(grant.user) for grant in accounts_of(seat))
    return f"{seat.post} of {seat.board}" + (f" ({people})" if people else " (no account holds that seat)")


def _about(board: Board, on: datetime.date) -> list[Caution]:
    seats = [seat for seat in board.seats.all() if lasts(seat, on)]
    if not seats:
        return [Caution(f"no-seats-{board.pk}", f"{board} has no seats recorded, so nobody can answer for it. Add its seats first.")]
    found = []
    if not any(accounts_of(seat) for seat in seats):
        found.append(
            Caution(
                f"no-accounts-{board.pk}",
                f"No account holds a seat on {board}, so nobody can answer. Under People, invite its members and give them their seats.",
            )
        )
    elif without := [seat for seat in seats if not accounts_of(seat)]:
        found.append(_some_without(board, without, len(seats)))
    if not QuorumRule.of(board).recorded:
        found.append(Caution(f"no-rule-{board.pk}", f"{board} has no quorum rule recorded: the majority of those who decide would count."))
    return found


def _some_without(board: Board, without: list[Seat], of: int) -> Caution:
    named = ", ".join(seat.post for seat in without[:3]) + (f" and {len(without) - 3} more" if len(without) > 3 else "")
    return Caution(
        f"some-accounts-{board.pk}", f"On {board}, {len(without)} of {of} seats are held by no account and stay silent: {named}."
    )


def who_closes(asked: ApprovalRound, chairs: list[Seat]) -> str:
    """Why a coordinator cannot close the round yet, and who can."""
    until = f"A coordinator can close it once everybody has answered, or after {dates.say(asked.answer_by)}."
    if not chairs:
        return f"{until} The board has no chair recorded who could close it before."
    return f"{until} The chair, or the deputy, can close it at any time: {'; '.join(_chair_words(seat) for seat in chairs)}."
