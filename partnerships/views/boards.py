"""The boards of a partnership: who reports to whom, and each board's terms, seats and quorum."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries, queries_boards
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.end_board import end_board
from partnerships.actions.save_record import save_record
from partnerships.board_notes import about_leading, about_quorum, about_seats
from partnerships.board_seating import seating
from partnerships.board_tree import tree_of
from partnerships.directory import is_over
from partnerships.forms.board import BoardForm
from partnerships.models import Board, Seat
from partnerships.quorum import comes_to, lasts
from partnerships.views.board_meetings import board_meetings
from partnerships.views.end_page import end_page
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from svduty import clock

WHY = "What the terms of reference say. What they leave open stays empty here."
CAUTIOUS = "components/cautious_form.html"


@needs(Permission.READ)
def boards(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = clock.today()
    found = list(queries_boards.boards_with_seats(request.partnership))
    current = [board for board in found if not is_over(board, on)]
    context = {
        "tree": tree_of(current),
        "rows": [(board, comes_to(board, board.seats.all(), on)) for board in current],
        "earlier": [board for board in found if is_over(board, on)],
    }
    return render(request, "partnerships/boards.html", context)


@needs(Permission.READ)
def board(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found, on = board_or_404(request, pk), clock.today()
    seats: list[Seat] = list(queries_boards.seats_of(found))
    holders = list(queries.duty_holders_of(request.partnership))
    cautions = [*about_quorum(found, seats, on), *about_leading(found, queries_boards.boards_of(request.partnership), on)]
    context: dict[str, Any] = {
        "board": found,
        "over": is_over(found, on),
        "quorum": comes_to(found, seats, on),
        "seating": seating([seat for seat in seats if not is_over(seat, on)]),
        "seats_now": [seat for seat in seats if lasts(seat, on)],
        "earlier_seats": [seat for seat in seats if is_over(seat, on)],
        "notes": [] if is_over(found, on) else [*(caution.sentence for caution in cautions), *about_seats(seats, holders, on)],
        "below": queries_boards.boards_below(found),
        "reviews": queries_boards.governance_reviews_in(request.partnership).filter(board=found),
        "breadcrumb": trail_to_list(request),
        **board_meetings(found, on),
    }
    return render(request, "partnerships/board.html", context)


@needs(Permission.EDIT)
def board_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = BoardForm(request.POST or None, instance=Board(partnership=partnership))

    def save(valid: BoardForm) -> Board:
        among = partnership.boards.all()
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Add a board",
        why=f"{WHY} Its seats are added on its page.",
        save=save,
        back=address(request, "boards"),
        then=lambda saved: address(request, "board", saved.pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_list(request),
    )


@needs(Permission.EDIT)
def board_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = board_or_404(request, pk)
    return record_page(
        request,
        BoardForm(request.POST or None, instance=found),
        title=f"Change {found}",
        why=WHY,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=address(request, "board", pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_board(request, found),
    )


@needs(Permission.EDIT)
def board_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = board_or_404(request, pk)
    return end_page(
        request,
        found,
        title=f"{found} no longer meets",
        back=address(request, "board", pk),
        end=end_board,
        intro=_what_goes_with(found),
        breadcrumb=trail_to_board(request, found),
    )


def _what_goes_with(board: Board) -> str:
    """What else ends with a board, and what does not and needs somebody."""
    on = clock.today()
    seats = sum(not is_over(seat, on) for seat in queries_boards.seats_of(board))
    planned = queries_boards.meetings_planned(board).count()
    below = [str(other) for other in queries_boards.boards_below(board) if not is_over(other, on)]
    said = []
    if seats:
        said.append(f"{'Its seat ends' if seats == 1 else f'Its {seats} seats end'} with it on the same day.")
    if planned:
        said.append(f"{'A meeting is' if planned == 1 else f'{planned} meetings are'} planned: cancel what will not be held.")
    if below:
        reports = f"{' and '.join(below)} {'reports' if len(below) == 1 else 'report'} to it"
        said.append(f"{reports}: say on {'its page' if len(below) == 1 else 'their pages'} to whom instead.")
    return " ".join(said)


def board_or_404(request: PartnershipRequest, pk: int) -> Board:
    return get_object_or_404(queries_boards.boards_of(request.partnership), pk=pk)


def trail_to_list(request: PartnershipRequest) -> Trail:
    return [("Boards", address(request, "boards"))]


def trail_to_board(request: PartnershipRequest, board: Board) -> Trail:
    return [*trail_to_list(request), (board.name, address(request, "board", board.pk))]
