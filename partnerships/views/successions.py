"""In one partnership a body merges or is replaced; and who took whose place."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_organisation import add_organisation
from partnerships.actions.succeed_body import succeed_body
from partnerships.area_uses import uses_of
from partnerships.forms.succession import BodySuccessionForm
from partnerships.models import Organisation
from partnerships.queries_successions import successions_of
from partnerships.succession import TOO_SOON, SuccessionRefused, lines_of_body, refuse_before_it_took_part, refuse_twice
from partnerships.views.end_page import withdraw_page
from partnerships.views.two_steps import two_steps
from svduty import clock


@needs(Permission.EDIT)
def succession_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership, on, back = request.partnership, clock.today(), reverse("who", args=[slug])
    form = BodySuccessionForm(request.POST or None, initial={"former": request.GET.getlist("body")}, partnership=partnership)

    def foresee(data: dict[str, Any]) -> dict[str, Any]:
        refuse_twice(successions_of(partnership), data["former"])
        refuse_before_it_took_part(data["former"], partnership, data["vesting_day"])
        lines = lines_of_body(data["former"], partnership, data["vesting_day"], on)
        if all(line.becomes == TOO_SOON for line in lines):
            raise SuccessionRefused("These bodies hold nothing here on that day, so there is nothing to pass on. Check the vesting day.")
        return {"lines": [vars(line) for line in lines]}

    @transaction.atomic
    def do(data: dict[str, Any]) -> str:
        body = data["body"]
        if not isinstance(body, Organisation):
            body = add_organisation(body, data["former"][0].kind, partnership=partnership, actor=request.user)
        made = succeed_body(data["former"], body, data["vesting_day"], data["note"], partnership=partnership, actor=request.user, on=on)
        return reverse("succession", args=[slug, made.pk])

    return two_steps(
        request,
        form,
        foresee=foresee,
        do=do,
        done="Passed on. Look at the leads that were carried over and confirm them.",
        template="partnerships/succession_form.html",
        preview="partnerships/succession_preview.html",
        title="A body merges or is replaced",
        why="What it holds here passes to its successor on vesting day. Nothing is deleted.",
        back=back,
        breadcrumb=[("Who", back)],
    )


@needs(Permission.READ)
def succession(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(successions_of(request.partnership), pk=pk)
    areas = list(found.former_areas.all())
    context = {
        "succession": found,
        "former": [*found.former_bodies.all(), *areas],
        "uses": uses_of(areas, request.partnership) if areas else [],
        "breadcrumb": [("Who", reverse("who", args=[slug]))],
    }
    return render(request, "partnerships/succession.html", context)


@needs(Permission.EDIT)
def succession_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(successions_of(request.partnership).filter(withdrawn_on__isnull=True), pk=pk)
    back = reverse("succession", args=[slug, pk])
    return withdraw_page(request, found, title="This did not happen", back=back, breadcrumb=[("Who", reverse("who", args=[slug]))])
