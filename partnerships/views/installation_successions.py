"""For the whole installation: a body of the shared register, or a local government area, gives way to another."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.succeed_area import succeed_area
from partnerships.actions.succeed_body_everywhere import succeed_body_everywhere
from partnerships.forms.succession import AreaSuccessionForm, SharedBodySuccessionForm
from partnerships.queries_successions import (
    councils_replaced,
    holders_in,
    links_to,
    partnerships_with,
    successions_of_installation,
)
from partnerships.succession import lines_of_body, refuse_twice
from partnerships.views.installation import tabs
from partnerships.views.two_steps import two_steps
from svduty import clock

PREVIEW = {"template": "partnerships/succession_form.html", "preview": "partnerships/installation/succession_preview.html"}


@needs(Permission.RUN_INSTALLATION)
def installation_successions(request: SignedInRequest) -> HttpResponse:
    context = {"successions": list(successions_of_installation()), "tabs": tabs("installation_successions")}
    return render(request, "partnerships/installation/successions.html", context)


@needs(Permission.RUN_INSTALLATION)
def shared_organisation_succession(request: SignedInRequest, pk: int) -> HttpResponse:
    """What passes is shown as numbers: what a partnership holds is for its own people."""
    body, on = get_object_or_404(queries.shared_organisations(), pk=pk), clock.today()
    form = SharedBodySuccessionForm(request.POST or None, body=body)

    def foresee(data: dict[str, Any]) -> dict[str, Any]:
        refuse_twice(successions_of_installation(), data["former"])
        shares = [(one, len(lines_of_body(data["former"], one, data["vesting_day"], on))) for one in queries.all_partnerships()]
        return {"shares": [(str(one), number) for one, number in shares if number]}

    def do(data: dict[str, Any]) -> str:
        succeed_body_everywhere(data["former"], data["body"], data["vesting_day"], data["note"], actor=request.user, on=on)
        return reverse("installation_successions")

    back = reverse("shared_organisations")
    return two_steps(
        request,
        form,
        foresee=foresee,
        do=do,
        done="Passed on in every partnership.",
        title=f"{body} merges or is replaced",
        why="What it holds passes to its successor on vesting day, in every partnership at once. Nothing is deleted.",
        back=back,
        breadcrumb=[("Installation", reverse("installation")), ("Organisations", back)],
        **PREVIEW,
    )


@needs(Permission.RUN_INSTALLATION)
def area_succession(request: SignedInRequest, pk: int) -> HttpResponse:
    area, on = get_object_or_404(queries.all_areas(), pk=pk), clock.today()
    form = AreaSuccessionForm(request.POST or None, area=area)

    def foresee(data: dict[str, Any]) -> dict[str, Any]:
        day, former = data["vesting_day"], data["former"]
        refuse_twice(successions_of_installation(), former)
        councils = [body for body in councils_replaced(former, day) if body != data["body"]]
        shares = []
        for one in partnerships_with(former):
            ours = [body for body in councils if body.partnership_id in (None, one.pk)]
            parts = len(links_to(former, day, one)) + len(holders_in(former, day, one))
            taking_part = len([holder for holder in holders_in(former, day, one) if holder.organisation in ours])
            if parts:
                shares.append((str(one), parts + len(lines_of_body(ours, one, day, on)) - taking_part))
        return {"shares": shares, "councils": [str(body) for body in councils if not body.partnership_id], "council": str(data["body"])}

    def do(data: dict[str, Any]) -> str:
        succeed_area(data["former"], data["area"], data["body"], data["vesting_day"], data["note"], actor=request.user, on=on)
        return reverse("installation_successions")

    back = reverse("areas")
    return two_steps(
        request,
        form,
        foresee=foresee,
        do=do,
        done="The area was replaced in every partnership.",
        title=f"{area} is replaced",
        why="On vesting day the new area begins in its place in every partnership that covers it, with the bodies that take part.",
        back=back,
        breadcrumb=[("Installation", reverse("installation")), ("Areas", back)],
        **PREVIEW,
    )
