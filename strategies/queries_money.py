"""Named reads of money, each through the partnership: streams, their amounts and returns, and the actions they pay for."""

from django.db.models import Q, QuerySet

from partnerships.models import Organisation, Partnership
from partnerships.queries_meetings import bodies_to_ask
from strategies.models import Action, FundingLine, FundingStream, GrantReturn
from strategies.queries_delivery import standing_actions, with_news

STANDING = {"withdrawn_on__isnull": True}


def streams_of(partnership: Partnership) -> QuerySet[FundingStream]:
    return FundingStream.objects.filter(partnership=partnership).select_related("funder", "partnership")


def lines_in(partnership: Partnership) -> QuerySet[FundingLine]:
    """Every amount, newest year first, withdrawn ones among them."""
    found = FundingLine.objects.filter(stream__partnership=partnership)
    return found.select_related("stream__partnership", "stream__funder", "from_body", "action").order_by("-year", "pk")


def returns_in(partnership: Partnership) -> QuerySet[GrantReturn]:
    """Every return, the latest due first, withdrawn ones among them."""
    found = GrantReturn.objects.filter(stream__partnership=partnership)
    return found.select_related("stream__partnership", "document").order_by("-due_on", "-pk")


def same_return(found: GrantReturn, year: int, quarter: int) -> bool:
    """Does another return of the stream, that stands, cover the same time?"""
    return found.stream.returns.filter(**STANDING, year=year, quarter=quarter).exclude(pk=found.pk).exists()


def paid_actions(partnership: Partnership) -> QuerySet[Action]:
    """The actions that count and that name the money behind them, or that an amount names; with their news."""
    return with_news(standing_actions(partnership).filter(Q(stream__isnull=False) | Q(money__isnull=False)).distinct())


def actions_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Action]:
    """The actions that count, and the one of key `named`."""
    return Action.objects.filter(partnership=partnership).filter(Q(**STANDING) | Q(pk=named)).order_by("title", "pk")


def payers_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    return bodies_to_ask(partnership, named)


def lines_of(stream: FundingStream) -> QuerySet[FundingLine]:
    return stream.lines.all()
