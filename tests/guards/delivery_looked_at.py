"""The pages of carrying a strategy out that are looked at in a browser: which records, and which ways to see the list."""

from django.db.models import QuerySet
from django.urls import reverse

from partnerships.models import Partnership
from strategies.models import Action, Milestone, Objective, ProgressUpdate

WAYS = {"as-a-board": "?as=board", "on-a-timeline": "?as=timeline"}


def delivery_sets(ours: Partnership) -> dict[str, QuerySet]:
    """By kind, those that stand."""
    return {
        "objective": Objective.objects.filter(strategy__partnership=ours, withdrawn_on=None),
        "action": Action.objects.filter(partnership=ours, withdrawn_on=None, milestones__isnull=False).distinct(),
        "progressupdate": ProgressUpdate.objects.filter(partnership=ours, withdrawn_on=None),
        "milestone": Milestone.objects.filter(action__partnership=ours, withdrawn_on=None),
    }


def delivery_ways(slug: str) -> dict[str, str]:
    """Name -> address of the list seen otherwise."""
    return {f"delivery-{name}": reverse("delivery", args=[slug]) + query for name, query in WAYS.items()}
