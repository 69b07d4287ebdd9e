"""Named reads about carrying one strategy over into the next."""

import datetime

from django.db.models import Prefetch, QuerySet

from partnerships.models import Board, DutyHolder, LocalDefinition, Partnership
from strategies.models import Action, FundingStream, Measure, Milestone, Objective, PlanTheme, RollForward, Strategy
from strategies.queries_delivery import actions_in, with_news
from svduty.vague_dates import lasts_on


def objectives_of(strategy: Strategy) -> list[Objective]:
    """All of them, withdrawn ones among them, in their order."""
    return list(Objective.objects.filter(strategy=strategy).select_related("owner").order_by("position", "pk"))


def actions_to_carry(strategy: Strategy) -> list[Action]:
    """All that serve the strategy, withdrawn ones among them, each with `told`, `standing_steps` and what it waits for."""
    steps = Milestone.objects.filter(withdrawn_on__isnull=True).order_by("pk")
    found = with_news(actions_in(strategy.partnership).filter(objective__strategy=strategy).order_by("objective__position", "pk"))
    return list(found.prefetch_related(Prefetch("milestones", steps, to_attr="standing_steps"), "needs"))


def actions_of_no_objective(partnership: Partnership) -> int:
    return Action.objects.filter(partnership=partnership, objective__isnull=True, withdrawn_on__isnull=True).count()


def bodies_gone(partnership: Partnership, on: datetime.date) -> set[int]:
    """The bodies that took part and do not on that day, in any capacity."""
    rows = list(DutyHolder.objects.filter(partnership=partnership))
    return {row.organisation_id for row in rows} - {row.organisation_id for row in rows if lasts_on(row.starts, row.ends, on)}


def newest_definition(partnership: Partnership) -> LocalDefinition | None:
    return LocalDefinition.objects.filter(partnership=partnership, withdrawn_on__isnull=True).order_by("-number").first()


def boards_on(partnership: Partnership, on: datetime.date) -> list[Board]:
    return [board for board in Board.objects.filter(partnership=partnership).order_by("name") if lasts_on(board.starts, board.ends, on)]


def lasting_here(partnership: Partnership, on: datetime.date) -> list[tuple[str, int]]:
    """What is the partnership's own and lasts: what it is, and how many there are."""
    kinds: list[tuple[str, type[Measure] | type[PlanTheme] | type[FundingStream]]] = [
        ("Measures of success", Measure),
        ("Themes of the regional plan", PlanTheme),
        ("Funding streams", FundingStream),
    ]
    counted = []
    for words, model in kinds:
        rows = model._default_manager.filter(partnership=partnership)
        counted.append((words, sum(1 for row in rows if lasts_on(row.starts, row.ends, on))))
    return counted


def later_strategies(strategy: Strategy) -> QuerySet[Strategy]:
    """Those that follow it and into which nothing was carried yet."""
    return strategy.followed_by.filter(withdrawn_on__isnull=True, rolled_from__isnull=True).order_by("pk")


def rolled_into(strategy: Strategy) -> RollForward | None:
    """What was carried over into a strategy."""
    return RollForward.objects.filter(after=strategy).select_related("before", "after").first()


def rolled_from(strategy: Strategy) -> RollForward | None:
    """The newest that was carried over out of a strategy."""
    return RollForward.objects.filter(before=strategy).select_related("before", "after").first()
