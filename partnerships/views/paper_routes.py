"""The ways of papers through several boards: all of them, one with its plan, and putting it on the agendas."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships import queries_routes as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.place_on_agendas import place_on_agendas
from partnerships.actions.save_record import save_record
from partnerships.forms.paper_route import PaperRouteForm
from partnerships.models import PaperRoute
from partnerships.pointing import address_of
from partnerships.route_plan import moments
from partnerships.route_reading import lines_of, plans_of
from partnerships.route_words import headline
from partnerships.views.pages import Trail, address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from svduty import clock

CAUTIOUS = "components/cautious_form.html"
WHY = "A paper that several boards must see is planned backwards from the day by which it must be through."


def trail_to_list(request: PartnershipRequest) -> Trail:
    return [("Boards", address(request, "boards")), ("Ways of papers", address(request, "paperroutes"))]


def trail_to_route(request: PartnershipRequest, route: PaperRoute) -> Trail:
    return [*trail_to_list(request), (route.title, address(request, "paperroute", route.pk))]


@needs(Permission.READ)
def paperroutes(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every paper on its way, the soonest first, and how it stands."""
    routes, on = list(queries.routes_in(request.partnership)), clock.today()
    lines = [(route, found, headline(found)) for route, found in zip(routes, plans_of(routes, on), strict=True)]
    standing = [line for line in lines if not line[0].withdrawn_on]
    withdrawn = [line[0] for line in lines if line[0].withdrawn_on]
    return render(
        request,
        "partnerships/paperroutes.html",
        {"lines": standing, "withdrawn": withdrawn, "on": on, "breadcrumb": trail_to_list(request)[:1]},
    )


@needs(Permission.READ)
def paperroute(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One paper: which boards in which order, by when each must meet, and by when its papers go out."""
    route, on = get_object_or_404(queries.routes_in(request.partnership), pk=pk), clock.today()
    [found] = plans_of([route], on)
    lines = lines_of(route, found)
    context = {
        "route": route,
        "about": address_of(route, slug),
        "plan": found,
        "headline": headline(found),
        "lines": lines,
        "to_place": [line for line in lines if line.may_be_placed],
        "moments": moments(found, route.why_then) if lines else [],
        "withdrawn": list(queries.withdrawn_steps_of(route)),
        "on": on,
        "breadcrumb": trail_to_list(request),
    }
    return render(request, "partnerships/paperroute.html", context)


@needs(Permission.EDIT)
def paperroute_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = PaperRouteForm(request.POST or None, instance=PaperRoute(partnership=partnership))

    def save(valid: PaperRouteForm) -> PaperRoute:
        among = partnership.paper_routes.all()
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Plan the way of a paper",
        why=WHY,
        save=save,
        back=address(request, "paperroutes"),
        then=lambda saved: address(request, "paperroute", saved.pk),
        done="Added the paper. Now add the boards it goes to, in their order.",
        template=CAUTIOUS,
        breadcrumb=trail_to_list(request),
    )


@needs(Permission.EDIT)
def paperroute_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    route = standing_or_404(request, queries.routes_in(request.partnership), pk)
    return record_page(
        request,
        PaperRouteForm(request.POST or None, instance=route),
        title="Change the paper or its last day",
        why=WHY,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=address(request, "paperroute", pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_route(request, route),
    )


@needs(Permission.EDIT)
def paperroute_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    route = get_object_or_404(queries.routes_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        route,
        title=f"Withdraw “{route.title}”",
        intro="Its items stay on the agendas on which they stand already.",
        back=address(request, "paperroute", pk),
        breadcrumb=trail_to_route(request, route),
    )


@needs(Permission.EDIT)
@require_POST
def paperroute_place(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Put the paper on the agendas of the meetings that the plan names."""
    route = get_object_or_404(queries.routes_in(request.partnership), pk=pk)
    if route.withdrawn_on:
        messages.warning(request, "This was withdrawn, so nothing is put on an agenda.")
        return redirect("paperroute", slug=slug, pk=pk)
    items = place_on_agendas(route, on=clock.today(), actor=request.user, partnership=request.partnership)
    if not items:
        messages.info(request, "Nothing to add: the paper stands on every agenda that is planned in time.")
        return redirect("paperroute", slug=slug, pk=pk)
    late = " Papers are late: say in the item why the paper was not ready." if any(item.late_reason for item in items) else ""
    where = "; ".join(str(item.meeting) for item in items)
    messages.success(request, f"Put on {len(items)} agenda{'' if len(items) == 1 else 's'}: {where}.{late}")
    return redirect("paperroute", slug=slug, pk=pk)
