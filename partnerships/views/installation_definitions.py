"""The wordings that areas begin their definitions from, as the administrator keeps them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries_definition
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.audit.reading import in_words
from partnerships.forms.definition_template import DefinitionTemplateForm
from partnerships.models import DefinitionTemplate
from partnerships.views.end_page import end_page
from partnerships.views.installation import PER_PAGE, tabs
from partnerships.views.record_page import record_page

LATEST = 50  # entries of a wording's history on its page; the installation's own history has them all


@needs(Permission.RUN_INSTALLATION)
def definitiontemplates(request: SignedInRequest) -> HttpResponse:
    page = Paginator(queries_definition.wordings(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "tabs": tabs("definitiontemplates"), "title": "Definitions"}
    return render(request, "partnerships/installation/definitiontemplates.html", context)


@needs(Permission.RUN_INSTALLATION)
def definitiontemplate(request: SignedInRequest, pk: int) -> HttpResponse:
    """One wording, where it can be read, and what was changed in it."""
    wording = get_object_or_404(queries_definition.wordings(), pk=pk)
    context = {
        "wording": wording,
        "entries": in_words(list(queries_definition.history_of_wording(pk)[:LATEST]), None),
        "breadcrumb": _crumbs(),
    }
    return render(request, "partnerships/installation/definitiontemplate.html", context)


@needs(Permission.RUN_INSTALLATION)
def definitiontemplate_add(request: SignedInRequest) -> HttpResponse:
    return _page(
        request,
        DefinitionTemplate(),
        title="Add a wording",
        why="A definition that a region or a national body published, for areas to begin from.",
        back=reverse("definitiontemplates"),
        breadcrumb=_crumbs(),
    )


@needs(Permission.RUN_INSTALLATION)
def definitiontemplate_change(request: SignedInRequest, pk: int) -> HttpResponse:
    wording = get_object_or_404(queries_definition.wordings(), pk=pk)
    why = "To put right what was entered. Words that were published anew are added as a wording of their own."
    return _page(request, wording, title=f"Change “{wording}”", why=why, **_way_back(wording))


@needs(Permission.RUN_INSTALLATION)
def definitiontemplate_end(request: SignedInRequest, pk: int) -> HttpResponse:
    wording = get_object_or_404(queries_definition.wordings(), pk=pk)
    intro = "It is no longer offered to begin from. Definitions that were based on it still name it."
    return end_page(request, wording, title=f"“{wording}” is no longer in use", intro=intro, **_way_back(wording))


def _page(request: SignedInRequest, wording: DefinitionTemplate, **page: Any) -> HttpResponse:
    return record_page(
        request,
        DefinitionTemplateForm(request.POST or None, instance=wording),
        save=lambda valid: save_record(valid, actor=request.user, partnership=None),
        then=lambda saved: reverse("definitiontemplate", args=[saved.pk]),
        **page,
    )


def _crumbs() -> list[tuple[str, str]]:
    return [("Installation", reverse("installation")), ("Definitions", reverse("definitiontemplates"))]


def _way_back(wording: DefinitionTemplate) -> dict[str, Any]:
    back = reverse("definitiontemplate", args=[wording.pk])
    return {"back": back, "breadcrumb": [*_crumbs(), (wording.name, back)]}
