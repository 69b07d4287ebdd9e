"""Named reads of the regional plan: a funder's themes, the actions under them, and when the plan was sent."""

import datetime

from django.db.models import F, Max, QuerySet

from partnerships.models import Partnership
from partnerships.models.area import AreaKind
from partnerships.queries import current_areas_of
from strategies.action_lines import ActionLine, each_once, lines_of
from strategies.models import PlanTheme, RegionalPlanSending
from strategies.queries_delivery import standing_actions, with_news
from strategies.queries_in_time import over_on
from strategies.queries_owners import left_on
from svduty.editing.records import STANDING_FIRST


def themes_of(partnership: Partnership) -> QuerySet[PlanTheme]:
    """In the funder's order; those that have ended too."""
    return PlanTheme.objects.filter(partnership=partnership).order_by("position", "id")


def next_theme_position(partnership: Partnership) -> int:
    last: int | None = themes_of(partnership).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def regional_plans_of(partnership: Partnership) -> QuerySet[RegionalPlanSending]:
    """The newest first, the withdrawn ones last."""
    found = RegionalPlanSending.objects.filter(partnership=partnership).select_related("sent_by", "document")
    return found.order_by(STANDING_FIRST, F("due_on").desc(), "-id")


def lines_by_theme(partnership: Partnership, on: datetime.date) -> dict[int | None, list[ActionLine]]:
    """The actions of the strategies in force and to come, each once, with where it stands, by the key of their theme; None for none."""
    actions = list(with_news(standing_actions(partnership)))
    left = left_on(partnership, {action.owner_id for action in actions if action.owner_id}, on)
    found: dict[int | None, list[ActionLine]] = {}
    for line in each_once(lines_of(actions, on, left), over_on(partnership, on)):
        found.setdefault(line.action.theme_id, []).append(line)
    return found


def is_in_london(partnership: Partnership) -> bool:
    """Is a London borough among its areas?"""
    return current_areas_of(partnership).filter(kind__in=[AreaKind.LONDON_BOROUGH, AreaKind.CITY]).exists()
