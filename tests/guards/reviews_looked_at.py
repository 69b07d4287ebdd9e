"""The pages of yearly reviews, and of carrying a strategy over, that are looked at in a browser."""

from typing import Any

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import ReviewWork, RollForward, Strategy
from svduty import clock

REVIEWS_TAKEN_AWAY = {"review_word"}


def review_sets(ours: Partnership) -> dict[str, QuerySet[Any]]:
    """The review on its way."""
    return {"reviewwork": ReviewWork.objects.filter(strategy__partnership=ours, ended_on=None)}


def rolled_over(before: Strategy) -> Strategy:
    """A strategy into which something was carried, and what was not."""
    after = Strategy.objects.create(partnership=before.partnership, title="The strategy after next", follows=before)
    told = {"carried": [["Action: Light the path", "Due May 2027."]], "stays": [], "left": [["Action: Mentors", "Done on 1 May 2026."]]}
    RollForward.objects.create(before=before, after=after, told=told, made_at=clock.now())
    return after
