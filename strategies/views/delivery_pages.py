"""What the pages of delivery share: the way back, and what a contributor may change."""

from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch

from partnerships.access.own_body import acts_for, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import Trail, address
from strategies import queries_delivery as queries
from strategies.models import Action, Milestone, Objective

CAUTIOUS = "components/cautious_form.html"


def trail_to_delivery(request: PartnershipRequest) -> Trail:
    return [("Delivery", address(request, "delivery"))]


def trail_to_objective(request: PartnershipRequest, objective: Objective) -> Trail:
    return [*trail_to_delivery(request), (f"Objective {objective.position}", address(request, "objective", objective.pk))]


def trail_to_action(request: PartnershipRequest, action: Action) -> Trail:
    title = action.title if len(action.title) <= 60 else f"{action.title[:59]}…"
    return [*trail_to_delivery(request), (title, address(request, "action", action.pk))]


def action_or_404(request: PartnershipRequest, pk: int) -> Action:
    return get_object_or_404(queries.actions_in(request.partnership), pk=pk)


def own_action_or_refuse(request: PartnershipRequest, pk: int) -> Action:
    """The action, for whoever edits the records and for the body that carries it out."""
    found = action_or_404(request, pk)
    only_for(request, found.owner_id or 0)
    return found


def own_step_or_refuse(request: PartnershipRequest, pk: int) -> Milestone:
    found = get_object_or_404(queries.steps_in(request.partnership), pk=pk)
    only_for(request, found.action.owner_id or 0)
    return found


def may_carry_out(request: PartnershipRequest, action: Action) -> bool:
    """May this person add steps and news to an action that stands?"""
    return not action.withdrawn_on and acts_for(request, action.owner_id or 0)


def progress_address(request: PartnershipRequest, action: Action) -> str:
    """The page on which news of the action is logged, "" where there is none."""
    try:
        return f"{address(request, 'progress_add')}?action={action.pk}"
    except NoReverseMatch:
        return ""
