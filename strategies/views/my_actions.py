"""A person's actions as cards, the late ones first: to say of each how it goes, or in one tap that nothing has changed."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.own_body import bodies_of
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address
from strategies import queries_progress as queries
from strategies.forms.progress import BodyFilter
from strategies.my_cards import ASKED, SILENT, Card, cards_of
from svduty import clock

ON_A_PAGE = 20


@needs(Permission.READ)
def my_actions(request: PartnershipRequest, slug: str) -> HttpResponse:
    """For a contributor the actions of their body; for anybody else all of them, by body."""
    own = only_own(request)
    form = None if own else BodyFilter(request.GET, bodies=queries.owners_in(request.partnership))
    bodies = bodies_of(request) if own else form.chosen() if form else None
    cards = cards_to_log(request, bodies)
    context = {
        "page": Paginator(cards, ON_A_PAGE).get_page(request.GET.get("page")),
        "on": _day(request),
        "own": own,
        "no_body": own and not bodies,
        "may_log": Permission.UPDATE_OWN in request.permissions,
        "in_short": _in_short(cards),
        "filter": form if form and len(form.fields["body"].queryset) > 1 else None,  # type: ignore[attr-defined]  # a ModelChoiceField
        "clear_url": address(request, "my_actions") if bodies and not own else "",
    }
    return render(request, "strategies/progress_my_actions.html", context)


def only_own(request: PartnershipRequest) -> bool:
    """Is this somebody who may log progress of their own body's actions alone?"""
    return Permission.UPDATE_OWN in request.permissions and Permission.EDIT not in request.permissions


def cards_to_log(request: PartnershipRequest, bodies: set[int] | None) -> list[Card]:
    """The open actions of these bodies, or of all for None, in the order in which news is wanted."""
    on = _day(request)
    return cards_of(queries.actions_to_ask(request.partnership, bodies, on), on)


def _day(request: PartnershipRequest) -> clock.datetime.date:
    return default_day(request.partnership, clock.today())


def _in_short(cards: list[Card]) -> str:
    """`2 late, 1 asked about, 4 due for news`; "" where nothing is wanted."""
    counts = [
        (sum(card.standing.behind for card in cards), "late"),
        (sum(card.rank == ASKED for card in cards), "asked about"),
        (sum(card.rank == SILENT for card in cards), "due for news"),
    ]
    return ", ".join(f"{number} {words}" for number, words in counts if number)
