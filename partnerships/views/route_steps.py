"""The boards on the way of a paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from partnerships import queries_routes as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.move_step import move_step
from partnerships.actions.save_record import save_record
from partnerships.change_places import DOWN, UP
from partnerships.forms.paper_route import RouteStepForm
from partnerships.models import RouteStep
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.paper_routes import trail_to_route
from partnerships.views.record_page import record_page

WHY = "The last board on the way meets last. What a board says can stand in the paper of the next."


@needs(Permission.EDIT)
def routestep_add(request: PartnershipRequest, slug: str, route_pk: int) -> HttpResponse:
    route = standing_or_404(request, queries.routes_in(request.partnership), route_pk)
    form = RouteStepForm(request.POST or None, instance=RouteStep(route=route, position=queries.last_position(route) + 1))
    return record_page(
        request,
        form,
        title="Add a board to the way",
        why=WHY,
        save=lambda valid: add_once(valid, beside=route, among=route.steps.all(), actor=request.user, partnership=request.partnership),
        back=address(request, "paperroute", route_pk),
        done="Added the board.",
        breadcrumb=trail_to_route(request, route),
    )


@needs(Permission.EDIT)
def routestep_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    step = standing_or_404(request, queries.steps_in(request.partnership), pk)
    return record_page(
        request,
        RouteStepForm(request.POST or None, instance=step),
        title="Change a board on the way",
        why=WHY,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership),
        back=address(request, "paperroute", step.route_id),
        breadcrumb=trail_to_route(request, step.route),
    )


@needs(Permission.EDIT)
@require_POST
def routestep_move(request: PartnershipRequest, slug: str, pk: int, direction: str) -> HttpResponse:
    if direction not in (UP, DOWN):
        raise Http404("A board moves up or down.")
    step = get_object_or_404(queries.steps_in(request.partnership), pk=pk)
    if move_step(step, direction, actor=request.user, partnership=request.partnership):
        messages.success(request, f"Moved {step.board} {direction}.")
    return redirect(address(request, "paperroute", step.route_id) + "#boards")


@needs(Permission.EDIT)
def routestep_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    step = get_object_or_404(queries.steps_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        step,
        title="Take a board off the way",
        intro=f"{step}. An item that stands on its agenda already stays there.",
        back=address(request, "paperroute", step.route_id),
        breadcrumb=trail_to_route(request, step.route),
    )
