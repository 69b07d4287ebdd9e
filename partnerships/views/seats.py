"""The seats of a board: one by one, or pasted as a list."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from partnerships import queries, queries_boards
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_seats import add_seats
from partnerships.actions.save_seat import save_seat
from partnerships.board_notes import about_seat
from partnerships.consequences import watched
from partnerships.forms.seat import SeatForm
from partnerships.forms.seats import SeatsForm
from partnerships.models import Seat
from partnerships.views.boards import CAUTIOUS, board_or_404, trail_to_board
from partnerships.views.end_page import end_page
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from svduty import clock

WHY = "A place on the board belongs to a post, not to a person. Under People an account can be given the seat."


@needs(Permission.EDIT)
def seat_add(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    board = board_or_404(request, board_pk)
    form = SeatForm(request.POST or None, instance=Seat(board=board))
    return _page(request, form, title=f"Add a seat on {board}", anchor="#seats")


@needs(Permission.EDIT)
def seat_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    seat = _seat_or_404(request, pk)
    return _page(request, SeatForm(request.POST or None, instance=seat), title=f"Change the seat of {seat.post}", anchor=f"#seat-{pk}")


def _page(request: PartnershipRequest, form: SeatForm, *, title: str, anchor: str) -> HttpResponse:
    board = form.instance.board

    def save(valid: SeatForm) -> Seat:
        new_body = valid.cleaned_data["new_body"]
        return save_seat(valid, new_body, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title=title,
        why=WHY,
        save=save,
        back=address(request, "board", board.pk) + anchor,
        template=CAUTIOUS,
        breadcrumb=trail_to_board(request, board),
    )


@needs(Permission.EDIT)
def seat_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    seat = _seat_or_404(request, pk)
    names = [str(grant.user) for grant in queries_boards.accounts_of(seat)]
    intro = ""
    if names:
        who = " and ".join(names)
        intro = f"{who} {'holds' if len(names) == 1 else 'hold'} it here as board member. The role goes on: end it under People if need be."
    return end_page(
        request,
        seat,
        title=f"{seat.post} no longer has a seat on {seat.board}",
        back=address(request, "board", seat.board_id) + "#seats",
        intro=intro,
        breadcrumb=trail_to_board(request, seat.board),
    )


@needs(Permission.EDIT)
def seats_add(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    """Paste a list, look at what each line comes to, then keep it."""
    board = board_or_404(request, board_pk)
    form = SeatsForm(request.POST or None, board=board)
    back = address(request, "board", board.pk) + "#seats"
    valid = request.method == "POST" and form.is_valid()
    if valid and form.confirmed and form.wanted:
        try:
            with watched(request.partnership) as consequences:
                added = add_seats(board, [line.seat for line in form.wanted], actor=request.user, partnership=request.partnership)
        except IntegrityError:
            form.add_error(None, "Somebody else added one of these seats at this moment. Look at the table again before you save.")
        else:
            said = f"{len(added)} {'seat was' if len(added) == 1 else 'seats were'} added."
            messages.success(request, consequences.after(said))
            return redirect(back)
    holders = list(queries.duty_holders_of(request.partnership)) if form.read else []
    context: dict[str, Any] = {
        "form": form,
        "title": f"Add many seats to {board}",
        "why": "A line a seat. You see what each comes to before anything is kept.",
        "lines": [(line, _note(line.seat, holders) if line.wanted and not line.new_body else "") for line in form.read],
        "keep": _keep(len(form.wanted)) if valid and form.wanted else "",
        "button": "Look again" if form.read else "Look at them",
        "button_kind": "secondary" if valid and form.wanted else "",
        "back": back,
        "breadcrumb": trail_to_board(request, board),
    }
    return render(request, "partnerships/seats_add.html", context)


def _note(seat: Seat, holders: list[Any]) -> str:
    return " ".join(caution.sentence for caution in about_seat(seat, holders, clock.today()))


def _keep(number: int) -> str:
    return f"Add {'this seat' if number == 1 else f'these {number} seats'}"


def _seat_or_404(request: PartnershipRequest, pk: int) -> Seat:
    return get_object_or_404(queries_boards.seats_in(request.partnership), pk=pk)
