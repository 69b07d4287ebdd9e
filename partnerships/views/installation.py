"""What an administrator looks after: the names of partnerships but nothing inside them, areas, the shared register, people."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.queries_invitations import open_invitations_by_administrators
from partnerships.views.inviting import in_words as invited_in_words

PER_PAGE = 50
TABS = [
    ("Partnerships", "installation"),
    ("People", "installation_people"),
    ("Organisations", "shared_organisations"),
    ("Areas", "areas"),
    ("Police areas", "policeareas"),
    ("Successions", "installation_successions"),
    ("Definitions", "definitiontemplates"),
    ("Wording", "wordings"),
    ("Deadlines", "deadlines"),
    ("Contents", "contentselements"),
    ("Mail", "installation_mail"),
    ("Tasks", "installation_tasks"),
    ("History", "installation_history"),
]


def tabs(route: str) -> list[dict[str, Any]]:
    """The tabs of the installation's pages, with the one of `route` current. The floor above has pages among them too."""
    return [{"text": text, "url": reverse(name), "current": name == route} for text, name in TABS]


def _page(
    request: SignedInRequest, route: str, rows: QuerySet[Any], *, in_words: Callable[[list[Any]], Any] | None = None, **more: Any
) -> HttpResponse:
    """One tab: a page of its rows, as `entries` what `in_words` makes of them, and `more` for its template."""
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "tabs": tabs(route),
        "title": next(text for text, name in TABS if name == route),
        "entries": in_words(list(page)) if in_words else [],
        **more,
    }
    return render(request, f"partnerships/installation/{route}.html", context)


@needs(Permission.RUN_INSTALLATION)
def installation(request: SignedInRequest) -> HttpResponse:
    return _page(request, "installation", queries.partnerships_and_coordinators())


@needs(Permission.RUN_INSTALLATION)
def installation_people(request: SignedInRequest) -> HttpResponse:
    invited = invited_in_words(open_invitations_by_administrators())
    return _page(request, "installation_people", queries.installation_grants(), invited=invited)


@needs(Permission.RUN_INSTALLATION)
def shared_organisations(request: SignedInRequest) -> HttpResponse:
    return _page(request, "shared_organisations", queries.shared_organisations())


@needs(Permission.RUN_INSTALLATION)
def policeareas(request: SignedInRequest) -> HttpResponse:
    return _page(request, "policeareas", queries.police_areas())
