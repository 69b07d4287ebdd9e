"""Named reads of objectives, actions and their steps, each through the partnership."""

from django.db.models import Prefetch, QuerySet

from partnerships.models import Partnership
from strategies.models import Action, ProgressUpdate

STANDING = {"withdrawn_on__isnull": True}


def actions_in(partnership: Partnership) -> QuerySet[Action]:
    """All of them, withdrawn ones among them, with what a line of a list shows."""
    found = Action.objects.filter(partnership=partnership)
    return found.select_related("objective__strategy", "owner", "relevant_authority", "theme", "stream")


def standing_actions(partnership: Partnership) -> QuerySet[Action]:
    """Those that count, in the order of their objectives; those of no objective last."""
    return actions_in(partnership).filter(**STANDING).order_by("objective__strategy_id", "objective__position", "pk")


def with_news(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The same with `told`, the list of the news that stands. One query more, however many there are."""
    news = ProgressUpdate.objects.filter(**STANDING).only("on", "state", "words", "reason", "next_on", "withdrawn_on")
    return actions.prefetch_related(Prefetch("updates", news, to_attr="told"))
