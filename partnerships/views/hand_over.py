"""Leaving a partnership and handing over what one holds there, by a coordinator for others and by everybody for themselves."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from partnerships import queries, queries_handovers
from partnerships.access.guards import may, needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.end_grant import AlreadyEnded, LastOfItsKind
from partnerships.actions.grant_role import RoleHeld
from partnerships.actions.hand_over import Newcomer, hand_over
from partnerships.actions.settle_handover import settle_handover
from partnerships.forms.hand_over import ONLY_COORDINATOR, HandOverForm
from partnerships.holdings import held_by
from partnerships.models import Handover, User
from svduty import clock


@needs(Permission.MANAGE_PEOPLE)
def person_hand_over(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """`pk`: any role of the person in this partnership."""
    return _page(request, get_object_or_404(queries.people_of(request.partnership), pk=pk).user)


@needs(Permission.READ)
def person_leave(request: PartnershipRequest, slug: str) -> HttpResponse:
    """For oneself. Who only oversees the police area has no role here to leave."""
    if not queries_handovers.roles_here(request.partnership, request.user).exists():
        raise PermissionDenied
    return _page(request, request.user)


@needs(Permission.READ)
def handover_settle(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The note has been read; or what nobody held has been seen to."""
    handover = get_object_or_404(queries_handovers.handovers_of(request.partnership), pk=pk)
    if handover.taker != request.user and (handover.taker or not may(request, Permission.MANAGE_PEOPLE)):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    settle_handover(handover, on=clock.today(), actor=request.user)
    messages.success(request, "Put away. It stays in the history.")
    return redirect("overview", slug)


def _page(request: PartnershipRequest, leaver: User) -> HttpResponse:
    partnership, on, own = request.partnership, clock.today(), leaver == request.user
    form = HandOverForm(
        request.POST or None,
        leaver=leaver,
        roles=list(queries_handovers.roles_here(partnership, leaver)),
        others=queries_handovers.colleagues_of(partnership, leaver),
        may_invite=may(request, Permission.MANAGE_PEOPLE),
    )
    people = reverse("people", args=[partnership.slug])
    if request.method == "POST" and form.is_valid():
        try:
            handover = _hand_over(request, leaver, form)
        except LastOfItsKind:
            form.add_error("successor", ONLY_COORDINATOR)
        except RoleHeld:
            form.add_error("email", "Somebody with this address got the role a moment ago. Choose them under “Who follows”.")
        except AlreadyEnded:
            messages.info(request, f"{leaver} has left a moment ago.")
            return redirect("home" if own else people)
        else:
            messages.success(request, _done(handover, form.follower, own=own))
            return redirect("home" if own else people)
    context: dict[str, Any] = {
        "form": form,
        "leaver": leaver,
        "own": own,
        "alone": queries.coordinators_of(partnership) == [leaver],
        "held": held_by(leaver, partnership, on),
        "back": people,
        "button": "Hand over and leave",
        "breadcrumb": [("People", people)],
    }
    return render(request, "partnerships/hand_over.html", context)


def _hand_over(request: PartnershipRequest, leaver: User, form: HandOverForm) -> Handover:
    data = form.cleaned_data
    return hand_over(leaver, request.partnership, form.follower, note=data["note"], last_day=data["last_day"], actor=request.user)


def _done(handover: Handover, follower: User | Newcomer | None, *, own: bool) -> str:
    where, who = handover.partnership, "You have" if own else f"{handover.leaver} has"
    if isinstance(follower, User):
        return f"{who} left {where}. {follower} holds {_things(handover.passed)} now, and sees the note on the overview."
    if follower:
        return f"{who} left {where}. {follower.name} is invited at {follower.address} and gets everything once they accept."
    return f"{who} left {where}. Nobody holds {_things(handover.held)} now: the coordinators see this on the overview."


def _things(lines: list[list[str]]) -> str:
    return "1 thing" if len(lines) == 1 else f"{len(lines)} things"
