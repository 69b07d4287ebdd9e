from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries, queries_definition
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_definition import add_definition
from partnerships.actions.save_record import save_record
from partnerships.agreed import changed_since, last_agreement, verdict
from partnerships.forms.local_definition import LocalDefinitionForm, carried_over
from partnerships.meeting_quorum import quorum_words
from partnerships.models import LocalDefinition
from partnerships.section_13 import ACCOUNT, FACTORS, SCOPE, answered
from partnerships.views.end_page import withdraw_page
from partnerships.views.record_page import record_page
from svduty import clock
from svduty.text.markdown import to_html

WHY = "The test of section 13 of the Act: what is covered, what was taken into account, and who agreed it."


def _crumbs(slug: str, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [("Definition", reverse("definitions", args=[slug])), *more]


def _page_of(slug: str, definition: LocalDefinition) -> str:
    return reverse("localdefinition", args=[slug, definition.pk])


@needs(Permission.READ)
def definitions(request: PartnershipRequest, slug: str) -> HttpResponse:
    versions = list(queries.definitions_of(request.partnership))
    begin_with = queries_definition.wordings_to_choose() if not versions and Permission.EDIT in request.permissions else []
    context = {"versions": versions, "current": queries.current_definition(versions, clock.today()), "begin_with": begin_with}
    return render(request, "partnerships/definitions.html", context)


@needs(Permission.READ)
def localdefinition(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One version: its words and notes, the checklist beside the law, what it is based on, and what boards decided about it."""
    versions = list(queries_definition.definitions_with_source(request.partnership))
    definition = get_object_or_404(queries_definition.definitions_with_source(request.partnership), pk=pk)
    decisions = list(queries_definition.decisions_about(request.partnership, definition.record_kind(), definition.pk))
    offers = Permission.EDIT in request.permissions and not definition.withdrawn_on
    context: dict[str, Any] = {
        "definition": definition,
        "current": queries.current_definition(versions, clock.today()),
        "notes": to_html(definition.notes, heading_from=3),
        "account": ACCOUNT,
        "factors": answered(definition, FACTORS),
        "scope": answered(definition, SCOPE),
        "compare": _compare_with(slug, definition, versions),
        "decisions": [(decision, verdict(decision.meeting), quorum_words(decision.meeting)) for decision in decisions],
        "changed": changed_since(definition, "wording", last_agreement(decisions), request.partnership),
        "meetings": queries_definition.meetings_to_come(request.partnership, clock.today()) if offers else [],
        "breadcrumb": _crumbs(slug),
    }
    return render(request, "partnerships/definition.html", context)


def _compare_with(slug: str, definition: LocalDefinition, versions: list[LocalDefinition]) -> list[tuple[str, str]]:
    """Words and address of what to compare this version with: what it is based on, and the version before it."""
    before = next((version for version in versions if version.number < definition.number and not version.withdrawn_on), None)
    based_on = definition.based_on_version
    others = [(f"version-{version.pk}", f"version {version.number}") for version in dict.fromkeys([based_on, before]) if version]
    if template := definition.based_on_template:
        others.insert(0, (f"wording-{template.pk}", template.name))
    compare = reverse("localdefinition_compare", args=[slug])
    return [(words, f"{compare}?one={value}&other=version-{definition.pk}") for value, words in others]


@needs(Permission.EDIT)
def localdefinition_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """The next version begins as the last one; `?wording=` begins with one of the wordings that areas begin from."""
    partnership = request.partnership
    last = queries.standing_definitions_of(partnership).first()
    asked = request.GET.get("wording", "")
    chosen = queries_definition.wordings_to_choose().filter(pk=asked).first() if asked.isdecimal() and len(asked) < 10 else None
    form = LocalDefinitionForm(request.POST or None, instance=LocalDefinition(partnership=partnership), initial=carried_over(last, chosen))
    why = f"{WHY} The boxes begin with version {last.number}; change what is new." if last and not chosen else WHY
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
