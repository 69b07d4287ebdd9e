"""The steps of an action: added, changed, withdrawn, and reached at a press of a button. The body that carries it out may do so too."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import StaleRecord, save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_delivery as queries
from strategies.actions.reach_milestone import reach_milestone
from strategies.forms.milestone import MilestoneForm
from strategies.models import Action, Milestone
from strategies.views.delivery_pages import CAUTIOUS, own_action_or_refuse, own_step_or_refuse, trail_to_action
from svduty import clock
from svduty.vague_dates import VagueDate


@needs(Permission.UPDATE_OWN)
def milestone_add(request: PartnershipRequest, slug: str, action_pk: int) -> HttpResponse:
    own_action_or_refuse(request, action_pk)
    action = standing_or_404(request, queries.actions_in(request.partnership), action_pk)
    form = MilestoneForm(request.POST or None, instance=Milestone(action=action))

    def save(valid: MilestoneForm) -> Milestone:
        among, partnership = action.milestones.all(), request.partnership
        return add_once(valid, beside=action, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Add a step",
        why=f"A step on the way of “{action.title}”.",
        save=save,
        done="Added the step.",
        back=_home(request, action),
        template=CAUTIOUS,
        breadcrumb=trail_to_action(request, action),
    )


@needs(Permission.UPDATE_OWN)
def milestone_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    own_step_or_refuse(request, pk)
    found = standing_or_404(request, queries.steps_in(request.partnership), pk)
    return record_page(
        request,
        MilestoneForm(request.POST or None, instance=found),
        title="Change a step",
        why=f"A step on the way of “{found.action.title}”.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=_home(request, found.action),
        template=CAUTIOUS,
        breadcrumb=trail_to_action(request, found.action),
    )


@require_POST
@needs(Permission.UPDATE_OWN)
def milestone_reached(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """`reached=yes` says that it was reached today; anything else that it was not reached after all."""
    found = own_step_or_refuse(request, pk)
    reached = request.POST.get("reached") == "yes"
    seen = request.POST.get("seen_version", "")
    try:
        done = reach_milestone(
            found,
            VagueDate.of(clock.today()) if reached else None,
            seen_version=int(seen) if seen.isdecimal() and len(seen) < 10 else 0,
            actor=request.user,
            partnership=request.partnership,
        )
    except StaleRecord:
        messages.info(request, "Somebody else changed this step meanwhile. Look at it below, then try again.")
    else:
        said = f"Reached today: {found}." if reached else f"Not reached after all: {found}."
        if done:
            messages.success(request, said)
        else:
            messages.info(request, f"{'It is reached' if reached else 'It is not reached'} already: {found}.")
    return redirect(_home(request, found.action))


@needs(Permission.UPDATE_OWN)
def milestone_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = own_step_or_refuse(request, pk)
    back = _home(request, found.action)
    trail = trail_to_action(request, found.action)
    return withdraw_once(request, found, title="Withdraw a step", back=back, intro=f"{found}.", breadcrumb=trail)


def _home(request: PartnershipRequest, action: Action) -> str:
    return f"{address(request, 'action', action.pk)}#steps"
