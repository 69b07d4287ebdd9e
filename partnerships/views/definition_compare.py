"""Two wordings of the definition beside each other: versions, what they were based on, or another area's."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from partnerships import queries, queries_definition
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.definition_comparison import Wording, compare_wordings
from partnerships.forms.definition_comparison import DefinitionComparisonForm
from svduty.text.markdown import to_html


@needs(Permission.READ)
def localdefinition_compare(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?one=` and `?other=` name the two, as the lists of the form do; without them the two latest versions are proposed."""
    wordings = _wordings(request)
    asked = "one" in request.GET or "other" in request.GET
    form = DefinitionComparisonForm(request.GET if asked else None, wordings=wordings, initial=_proposed(wordings))
    context: dict[str, Any] = {
        "form": form,
        "offered": len(wordings) > 1,
        "breadcrumb": [("Definition", reverse("definitions", args=[slug]))],
    }
    if asked and form.is_valid():
        one, other = form.cleaned_data["one"], form.cleaned_data["other"]
        with_notes = [wording for wording in (one, other) if wording.notes]
        context |= {"compared": compare_wordings(one, other), "one": one, "other": other}
        if len(with_notes) == 1:
            context |= {"only_notes": with_notes[0], "notes": to_html(with_notes[0].notes, heading_from=3)}
    return render(request, "partnerships/definition_compare.html", context)


def _wordings(request: PartnershipRequest) -> list[Wording]:
    """Everything this person may compare: our versions, wordings to begin from, and of each other partnership they read the latest."""
    own = [Wording.of_version(version) for version in queries.definitions_of(request.partnership)]
    begin_from = [Wording.of_template(template) for template in queries_definition.wordings()]
    others = [one for one in queries.partnerships_of(request.grants) if one != request.partnership]
    theirs = [Wording.of_version(version, version.partnership.name) for version in queries_definition.latest_definitions(others)]
    return [*own, *begin_from, *theirs]


def _proposed(wordings: list[Wording]) -> dict[str, str]:
    """The latest version, beside the one before it or what else there is."""
    return {"one": wordings[1].value, "other": wordings[0].value} if len(wordings) > 1 else {}
