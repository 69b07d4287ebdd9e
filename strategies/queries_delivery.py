"""Named reads of objectives, actions and their steps, each through the partnership."""

import datetime
from collections import defaultdict

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from partnerships.lasting_now import lasting
from partnerships.models import Partnership
from strategies.delivery import NO_NEWS
from strategies.models import Action, FundingLine, FundingStream, Milestone, Objective, PlanTheme, ProgressUpdate, Strategy
from strategies.models.progress import OVER
from strategies.queries import strategies_of
from svduty.editing.records import STANDING_FIRST

STANDING = {"withdrawn_on__isnull": True}


def strategies_to_carry_out(partnership: Partnership) -> QuerySet[Strategy]:
    """The strategies that stand, newest first."""
    return strategies_of(partnership).filter(**STANDING).order_by("-pk")


def objectives_in(partnership: Partnership) -> QuerySet[Objective]:
    """All of them, withdrawn ones among them."""
    return Objective.objects.filter(strategy__partnership=partnership).select_related(
        "strategy__partnership", "strategy__assessment", "owner"
    )


def objectives_of(strategy: Strategy) -> QuerySet[Objective]:
    """In their order, the withdrawn ones last; `action_count`: how many actions that count it has."""
    standing = Count("actions", filter=Q(actions__withdrawn_on__isnull=True))
    return strategy.objectives.select_related("owner").annotate(action_count=standing).order_by(STANDING_FIRST, "position", "pk")


def objectives_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Objective]:
    """Those that stand in strategies that stand, and the one of key `named`."""
    stands = Q(withdrawn_on__isnull=True, strategy__withdrawn_on__isnull=True)
    return objectives_in(partnership).filter(stands | Q(pk=named)).order_by("-strategy_id", "position", "pk")


def next_position(strategy: Strategy) -> int:
    """The number behind those of the objectives that stand."""
    last = strategy.objectives.filter(**STANDING).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def actions_in(partnership: Partnership) -> QuerySet[Action]:
    """All of them, withdrawn ones among them, with what a line of a list shows."""
    found = Action.objects.filter(partnership=partnership)
    return found.select_related("objective__strategy", "owner", "relevant_authority", "theme", "stream")


def standing_actions(partnership: Partnership) -> QuerySet[Action]:
    """Those that count, in the order of their objectives, those of the newest strategy first."""
    return actions_in(partnership).filter(**STANDING).order_by("-objective__strategy_id", "objective__position", "pk")


def actions_for(strategy: Strategy) -> QuerySet[Action]:
    """The actions that count of the strategy's objectives."""
    return standing_actions(strategy.partnership).filter(objective__strategy=strategy)


def with_news(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The same with `told`, the list of the news that stands. One query more, however many there are."""
    news = ProgressUpdate.objects.filter(**STANDING).only("on", "state", "words", "reason", "next_on", "withdrawn_on")
    return actions.prefetch_related(Prefetch("updates", news, to_attr="told"))


def not_settled(actions: QuerySet[Action], on: datetime.date) -> QuerySet[Action]:
    """Without those that were done or stopped by the day, of which there are more every year; but with those that go on in another
    strategy, beside which the later one is judged."""
    news = ProgressUpdate.objects.filter(**STANDING, actions=OuterRef("pk"), on__lte=on).order_by("-on", "-pk")
    newest = Coalesce(Subquery(news.values("state")[:1]), Value(NO_NEWS))
    goes_on = Exists(Action.objects.filter(carried_from=OuterRef("pk")))
    return actions.annotate(newest=newest).filter(~Q(newest__in=OVER) | goes_on)


def actions_beside(partnership: Partnership, action: Action) -> QuerySet[Action]:
    """The partnership's other actions that stand, and those it waits for already: what it may wait for."""
    stands = Q(**STANDING) | (Q(needed_by=action) if action.pk else Q(pk=None))
    return Action.objects.filter(stands, partnership=partnership).exclude(pk=action.pk).distinct().order_by("title", "pk")


def waits_in(partnership: Partnership) -> dict[int, list[int]]:
    """Action -> the actions it waits for, among those that stand."""
    found: dict[int, list[int]] = defaultdict(list)
    pairs = Action.needs.through.objects.filter(
        from_action__partnership=partnership, from_action__withdrawn_on__isnull=True, to_action__withdrawn_on__isnull=True
    )
    for waiting, needed in pairs.values_list("from_action", "to_action"):
        found[waiting].append(needed)
    return dict(found)


def needs_of(action: Action) -> QuerySet[Action]:
    return with_news(action.needs.select_related("owner").order_by("pk"))


def waiting_for(action: Action) -> QuerySet[Action]:
    """Those that stand and wait for it."""
    return with_news(action.needed_by.filter(**STANDING).select_related("owner").order_by("pk"))


def steps_in(partnership: Partnership) -> QuerySet[Milestone]:
    return Milestone.objects.filter(action__partnership=partnership).select_related("action__owner")


def steps_of(action: Action) -> QuerySet[Milestone]:
    """As they were planned, the withdrawn ones last."""
    return action.milestones.order_by(STANDING_FIRST, "due", "pk")


def news_of(action: Action) -> QuerySet[ProgressUpdate]:
    """All that was said of it, withdrawn news among it, newest first."""
    return action.updates.select_related("file").order_by("-on", "-pk")


def money_for(action: Action) -> QuerySet[FundingLine]:
    """The amounts that name it and stand, the newest year first."""
    return action.money.filter(**STANDING).select_related("stream").order_by("-year", "pk")


def themes_to_choose(partnership: Partnership, named: int | None) -> QuerySet[PlanTheme]:
    return partnership.plan_themes.filter(lasting() | Q(pk=named))


def streams_to_choose(partnership: Partnership, named: int | None) -> QuerySet[FundingStream]:
    return partnership.funding_streams.filter(lasting() | Q(pk=named))
