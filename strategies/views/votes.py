"""The page on which a member decides."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.models import Seat
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries_rounds as queries
from strategies.actions.give_vote import give_vote
from strategies.forms.vote import VoteForm
from strategies.models import ApprovalRound, Vote
from strategies.models.round import Choice
from strategies.rounds.over import why_over
from strategies.views.round_pages import reading_address, refuse, round_or_404, trail_to_round
from svduty import clock

TEMPLATE = "strategies/round_decide.html"


@needs(Permission.DECIDE)
def round_decide(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Answer for a seat. `?seat=` says which, for who holds several; `?choice=` comes from the foot of the page on which one reads."""
    asked = round_or_404(request, pk)
    held = [seat for seat in queries.seats_held(request.user, request.partnership, clock.today()) if seat.board_id == asked.board_id]
    if not held:
        raise refuse(request)
    answered = {vote.seat_id: vote for vote in queries.votes_of(asked)}
    seat = _chosen(request, held, answered)
    page: dict[str, Any] = {
        "asked": asked,
        "version": asked.strategy_version,
        "reading": reading_address(request, asked.strategy_version),
        "held": held,
        "answered": answered,
        "seat": seat,
        "over": why_over(asked),
        "chosen": _choice(request),
        "back": address(request, "round", asked.pk),
        "breadcrumb": trail_to_round(request, asked),
        "title": "Decide" if asked.decides else "Give your comments",
        "button": "Record my decision" if asked.decides else "Record my answer",
    }
    if seat is None or (page["over"] and request.method != "POST"):
        return render(request, "strategies/round_seats.html", page)
    vote = answered.get(seat.pk) or Vote(round=asked, seat=seat)
    vote.round, vote.seat = asked, seat
    form = VoteForm(request.POST or None, instance=vote, initial=_beginning(request, vote))
    try:
        return record_page(
            request,
            form,
            save=lambda valid: give_vote(valid, at=clock.now(), on=clock.today(), actor=request.user, partnership=request.partnership),
            done=f"Recorded for {seat.post}.",
            then=lambda given: _then(request, asked, held, {*answered, given.seat_id}),
            template=TEMPLATE,
            **page,
        )
    except ValidationError as meanwhile:
        form.add_error(None, meanwhile)
        return render(request, TEMPLATE, {**page, "form": form}, status=409)


def _chosen(request: PartnershipRequest, held: list[Seat], answered: dict[int, Vote]) -> Seat | None:
    """The seat that the address names, else the only one; None while the person has to choose."""
    asked = request.GET.get("seat", "")
    if named := [seat for seat in held if str(seat.pk) == asked]:
        return named[0]
    return held[0] if len(held) == 1 else None


def _choice(request: PartnershipRequest) -> str:
    """What was chosen at the foot of the page on which one reads."""
    asked = request.GET.get("choice", "")
    return asked if asked in Choice.values else ""


def _beginning(request: PartnershipRequest, vote: Vote) -> dict[str, Any]:
    choice = _choice(request)
    return {"choice": choice} if choice and not vote.pk else {}


def _then(request: PartnershipRequest, asked: ApprovalRound, held: list[Seat], answered: set[int]) -> str:
    """To the next of one's seats that has not answered, else to the round."""
    if any(seat.pk not in answered for seat in held):
        return reverse("round_decide", args=[request.partnership.slug, asked.pk])
    return address(request, "round", asked.pk)
