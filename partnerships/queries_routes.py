"""Named reads of the ways of papers through boards."""

import datetime
from collections.abc import Iterable

from django.db.models import Max, Prefetch, Q, QuerySet

from partnerships.models import AgendaItem, Board, Meeting, PaperRoute, Partnership, RouteStep
from partnerships.models.meeting import STANDS, MeetingState


def routes_in(partnership: Partnership) -> QuerySet[PaperRoute]:
    """Soonest first, withdrawn ones among them, each with its standing steps."""
    steps = RouteStep.objects.filter(withdrawn_on__isnull=True).select_related("board", "meeting").defer("meeting__minutes")
    found = PaperRoute.objects.filter(partnership=partnership).order_by("through_by", "pk")
    return found.prefetch_related(Prefetch("steps", queryset=steps.order_by("position", "pk"), to_attr="way"))


def steps_in(partnership: Partnership) -> QuerySet[RouteStep]:
    found = RouteStep.objects.filter(route__partnership=partnership)
    return found.select_related("route__partnership", "board", "meeting").defer("meeting__minutes")


def standing_steps_of(route: PaperRoute) -> QuerySet[RouteStep]:
    """In the order of the way."""
    return route.steps.filter(withdrawn_on__isnull=True).order_by("position", "pk")


def withdrawn_steps_of(route: PaperRoute) -> QuerySet[RouteStep]:
    return route.steps.filter(withdrawn_on__isnull=False).select_related("board").order_by("pk")


def last_position(route: PaperRoute) -> int:
    return route.steps.aggregate(last=Max("position"))["last"] or 0


def boards_for_papers(partnership: Partnership, named: int | None) -> QuerySet[Board]:
    """The boards that last, and the one of key `named`."""
    return Board.objects.filter(partnership=partnership).filter(Q(ends__isnull=True) | Q(pk=named)).order_by("name")


def meetings_to_come(boards: Iterable[int], on: datetime.date) -> QuerySet[Meeting]:
    """Planned meetings of these boards on that day or later, soonest first."""
    found = Meeting.objects.filter(STANDS, board__in=boards, state=MeetingState.PLANNED, day__gte=on)
    return found.select_related("board").defer("minutes").order_by("day", "begins_at", "pk")


def meetings_to_choose(partnership: Partnership, on: datetime.date, named: int | None) -> QuerySet[Meeting]:
    """The planned meetings of all boards of a partnership, and the one of key `named`."""
    to_come = STANDS & Q(state=MeetingState.PLANNED, day__gte=on)
    found = Meeting.objects.filter(to_come | Q(pk=named), board__partnership=partnership, board__ends__isnull=True)
    return found.select_related("board").defer("minutes").order_by("board__name", "day", "pk")


def items_on(meetings: Iterable[int]) -> QuerySet[AgendaItem]:
    """The standing items of these meetings."""
    return AgendaItem.objects.filter(meeting__in=meetings, withdrawn_on__isnull=True)
