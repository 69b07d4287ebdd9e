"""Named reads of money, each through the partnership: streams, their amounts and returns, and the actions they pay for."""

import datetime
from decimal import Decimal
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from partnerships.models import Organisation, Partnership
from partnerships.queries_meetings import bodies_to_ask
from strategies.models import Action, FundingLine, FundingStream, GrantReturn
from strategies.queries_delivery import not_settled, standing_actions, with_news
from svduty.vague_dates import VagueDate

STANDING = {"withdrawn_on__isnull": True}


class AmountRow(NamedTuple):
    """Of a FundingLine what sums are made of."""

    pk: int
    stream_id: int
    action_id: int | None
    kind: str
    year: int
    cost_type: str
    amount: Decimal
    up_to: Decimal | None
    planned: bool
    on: VagueDate | None
    withdrawn_on: datetime.date | None


def streams_of(partnership: Partnership) -> QuerySet[FundingStream]:
    return FundingStream.objects.filter(partnership=partnership).select_related("funder", "partnership")


def lines_in(partnership: Partnership) -> QuerySet[FundingLine]:
    """Every amount, newest year first, withdrawn ones among them."""
    found = FundingLine.objects.filter(stream__partnership=partnership)
    return found.select_related("stream__partnership", "stream__funder", "from_body", "action").order_by("-year", "pk")


def amounts_of(lines: QuerySet[FundingLine]) -> list[AmountRow]:
    """Of these lines, in their order, what sums are made of: there are hundreds after some years."""
    return [AmountRow(*row) for row in lines.values_list(*AmountRow._fields)]


def planned_in(partnership: Partnership) -> QuerySet[FundingLine]:
    """What stands and is only planned, or known as no more than a range, stream by stream."""
    doubtful = Q(planned=True) | Q(up_to__isnull=False)
    return lines_in(partnership).filter(doubtful, **STANDING).order_by("stream__name", "stream_id", "-year", "pk")


def returns_in(partnership: Partnership) -> QuerySet[GrantReturn]:
    """Every return, the latest due first, withdrawn ones among them."""
    found = GrantReturn.objects.filter(stream__partnership=partnership)
    return found.select_related("stream__partnership", "document").order_by("-due_on", "-pk")


def same_return(found: GrantReturn, year: int, quarter: int) -> bool:
    """Does another return of the stream, that stands, cover the same time?"""
    return found.stream.returns.filter(**STANDING, year=year, quarter=quarter).exclude(pk=found.pk).exists()


def paid_actions(partnership: Partnership, on: datetime.date) -> QuerySet[Action]:
    """The actions that count, may be open on the day, and name the money behind them, or an amount names them; with their news."""
    named = Exists(FundingLine.objects.filter(action=OuterRef("pk")))
    return with_news(not_settled(standing_actions(partnership).filter(Q(stream__isnull=False) | named), on))


def paid_by(stream: FundingStream, year: int | None) -> QuerySet[Action]:
    """The actions that count and that its amounts of one financial year name, and those that it stands behind without any amount."""
    amounts = FundingLine.objects.filter(**STANDING, stream=stream, action__isnull=False)
    named = Q(pk__in=amounts.filter(year=year).values("action")) if year else Q(pk=None)
    behind = Q(stream=stream) & ~Q(pk__in=amounts.values("action"))
    return standing_actions(stream.partnership).filter(named | behind)


def actions_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Action]:
    """The actions that count, and the one of key `named`."""
    return Action.objects.filter(partnership=partnership).filter(Q(**STANDING) | Q(pk=named)).order_by("title", "pk")


def payers_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    return bodies_to_ask(partnership, named)


def lines_of(stream: FundingStream) -> QuerySet[FundingLine]:
    return stream.lines.all()
