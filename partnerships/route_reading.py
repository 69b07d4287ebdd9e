"""From the records to the plan of a paper's way, and to what its pages show."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships import queries_routes as queries
from partnerships.models import AgendaItem, Meeting, PaperRoute, RouteStep
from partnerships.models.meeting import MeetingState
from partnerships.route_plan import BoardOnTheWay, PlannedBoard, RoutePlan, Sitting, plan
from partnerships.route_words import TAGS, clear_days, not_counted, urgency, what_to_do


@dataclasses.dataclass(frozen=True)
class StepLine:
    """A board of the way as the page shows it. `gone`: what became of a chosen meeting that no longer counts."""

    step: RouteStep
    planned: PlannedBoard
    tag: tuple[str, str]
    rule: str
    what: str
    urgency: str
    not_counted: str
    gone: str
    on_agenda: bool

    @property
    def may_be_placed(self) -> bool:
        """Is there a meeting to come on whose agenda the paper does not stand yet?"""
        return bool(self.planned.sitting and not self.planned.sitting.over and not self.on_agenda)


def plans_of(routes: Iterable[PaperRoute], on: datetime.date) -> list[RoutePlan]:
    """A plan for each, in three queries for all of them. `routes` come with their `way`."""
    listed = list(routes)
    sittings: dict[int, list[Sitting]] = {}
    for meeting in queries.meetings_to_come({step.board_id for route in listed for step in _way(route)}, on):
        sittings.setdefault(meeting.board_id, []).append(_sitting(meeting, on))
    return [plan([_board(step, sittings, on) for step in _way(route)], route.through_by, on) for route in listed]


def lines_of(route: PaperRoute, found: RoutePlan) -> list[StepLine]:
    """The boards of the way with all that is said of them."""
    way = _way(route)
    meetings = [planned.sitting.pk for planned in found.boards if planned.sitting]
    placed = {item.meeting_id for item in queries.items_on(meetings) if is_the_paper(item, route)}
    return [
        StepLine(
            step=step,
            planned=planned,
            tag=TAGS[planned.standing],
            rule=clear_days(planned.board.paper_days),
            what=what_to_do(planned, found),
            urgency=urgency(planned, found, route.why_then),
            not_counted=not_counted(planned),
            gone=_gone(step),
            on_agenda=bool(planned.sitting and planned.sitting.pk in placed),
        )
        for step, planned in zip(way, found.boards, strict=True)
    ]


def is_the_paper(item: AgendaItem, route: PaperRoute) -> bool:
    """Does this item put the paper of the route before a board?"""
    same = route.about_pk is not None and (item.about_kind, item.about_pk) == (route.about_kind, route.about_pk)
    return same or item.title == route.title


def _way(route: PaperRoute) -> list[RouteStep]:
    return list(route.way)  # type: ignore[attr-defined]  # prefetched by queries.routes_in


def _board(step: RouteStep, sittings: dict[int, list[Sitting]], on: datetime.date) -> BoardOnTheWay:
    chosen = _sitting(step.meeting, on) if step.meeting and not _gone(step) else None
    return BoardOnTheWay(step.pk, step.board.name, step.board.paper_days, tuple(sittings.get(step.board_id, ())), chosen)


def _sitting(meeting: Meeting, on: datetime.date) -> Sitting:
    return Sitting(meeting.pk, meeting.day, over=meeting.state == MeetingState.HELD or meeting.day < on)


def _gone(step: RouteStep) -> str:
    meeting = step.meeting
    if meeting is None:
        return ""
    if meeting.withdrawn_on:
        return "The meeting that was chosen was withdrawn."
    return "The meeting that was chosen was cancelled." if meeting.state == MeetingState.CANCELLED else ""
