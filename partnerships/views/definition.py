from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_definition import add_definition
from partnerships.actions.save_record import save_record
from partnerships.forms.local_definition import LocalDefinitionForm, carried_over
from partnerships.models import LocalDefinition
from partnerships.views.end_page import withdraw_page
from partnerships.views.record_page import record_page
from svduty import clock

WHY = "The test of section 13 of the Act: what is covered, what was taken into account, and who agreed it."


def _crumbs(slug: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Definition", reverse("definitions", args=[slug])), *more]


def _page_of(slug: str, definition: LocalDefinition) -> str:
    return reverse("localdefinition", args=[slug, definition.pk])


@needs(Permission.READ)
def definitions(request: PartnershipRequest, slug: str) -> HttpResponse:
    versions = list(queries.definitions_of(request.partnership))
    context = {"versions": versions, "current": queries.current_definition(versions, clock.today())}
    return render(request, "partnerships/definitions.html", context)


@needs(Permission.READ)
def localdefinition(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    versions = list(queries.definitions_of(request.partnership))
    definition = get_object_or_404(queries.definitions_of(request.partnership), pk=pk)
    context: dict[str, Any] = {
        "definition": definition,
        "current": queries.current_definition(versions, clock.today()),
        "factors": _answers(definition, "penalty", "victim", "prevalence", "community"),
        "scope": _answers(definition, "domestic_abuse", "sexual_offences", "property_violence", "threats", "terrorism"),
        "breadcrumb": _crumbs(slug),
    }
    return render(request, "partnerships/definition.html", context)


def _answers(definition: LocalDefinition, *names: str) -> list[tuple[str, str, str]]:
    """Label, answer in words and note of each field of the checklist."""
    return [
        (
            str(LocalDefinition._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            getattr(definition, f"get_{name}_display")(),
            getattr(definition, f"{name}_note", ""),
        )
        for name in names
    ]


@needs(Permission.EDIT)
def localdefinition_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    last = queries.standing_definitions_of(partnership).first()
    form = LocalDefinitionForm(request.POST or None, instance=LocalDefinition(partnership=partnership), initial=carried_over(last))
    why = f"{WHY} The boxes begin with version {last.number}; change what is new." if last else WHY
    return record_page(
        request,
        form,
        title="Add a version of the definition" if last else "Write the local definition",
        why=why,
        save=lambda valid: add_definition(valid, partnership=partnership, actor=request.user),
        back=reverse("definitions", args=[slug]),
        then=lambda saved: _page_of(slug, saved),
        breadcrumb=_crumbs(slug),
    )


@needs(Permission.EDIT)
def localdefinition_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    definition = get_object_or_404(queries.standing_definitions_of(request.partnership), pk=pk)
    page = _page_of(slug, definition)
    return record_page(
        request,
        LocalDefinitionForm(request.POST or None, instance=definition),
        title=f"Change version {definition.number} of the definition",
        why="To put right what was entered. When the partnership agrees new words, add a version instead.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership),
        back=page,
        breadcrumb=_crumbs(slug, (f"Version {definition.number}", page)),
    )


@needs(Permission.EDIT)
def localdefinition_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    definition = get_object_or_404(queries.standing_definitions_of(request.partnership), pk=pk)
    title = f"Withdraw version {definition.number} of the definition"
    return withdraw_page(request, definition, title=title, back=_page_of(slug, definition), breadcrumb=_crumbs(slug))
