"""Ending roles, the same for a coordinator and for an administrator."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships.access.requests import SignedInRequest
from partnerships.actions.end_grant import AlreadyEnded, LastOfItsKind, end_grant
from partnerships.forms.people import EndGrantForm
from partnerships.models import Partnership, RoleGrant
from partnerships.models.person import Role
from partnerships.views.inviting import Crumbs
from svduty import clock, dates

ONLY_ONE = {
    Role.COORDINATOR: "This is the only coordinator. Add another person as coordinator first, then end this role.",
    Role.ADMINISTRATOR: "This is the only administrator. Add another one first, then end this role.",
}


def end_role_page(request: SignedInRequest, grant: RoleGrant, *, crumbs: Crumbs, still_there: Callable[[], bool]) -> HttpResponse:
    """Ask for the reason and end a role. A person whose own role it was goes home unless `still_there()`."""
    back = crumbs[-1][1]
    form = EndGrantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_grant(grant, on=clock.today(), reason=form.cleaned_data["reason"], actor=request.user)
        except LastOfItsKind:
            form.add_error(None, ONLY_ONE[Role(grant.role)])
        except AlreadyEnded:
            messages.info(request, "Somebody else has just ended this role.")
            return redirect(back)
        else:
            messages.success(request, f"Ended. {grant.user} is no longer {grant.get_role_display().lower()}.")
            own = grant.user_id == request.user.pk
            return redirect("home" if own and not still_there() else back)
    context = {
        "form": form,
        "title": f"End the role of {grant.user}",
        "why": f"{grant.get_role_display()}{_where(grant)} since {dates.say_short(grant.starts)}. What they did stays in the history.",
        "back": back,
        "breadcrumb": crumbs,
        "button": "End this role",
    }
    return render(request, "components/form_page.html", context)


def _where(grant: RoleGrant) -> str:
    scope: Partnership | object = grant.partnership or grant.police_area
    return f" of {scope}" if scope else ""
