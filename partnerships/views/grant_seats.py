from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from partnerships import queries_boards
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.change_seats import change_seats
from partnerships.actions.end_grant import AlreadyEnded
from partnerships.forms.grant_seats import GrantSeatsForm
from partnerships.views.pages import address


@needs(Permission.MANAGE_PEOPLE)
def grant_seats(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Which seats a board member holds."""
    grant = get_object_or_404(queries_boards.board_members_of(request.partnership), pk=pk)
    form, back = GrantSeatsForm(request.POST or None, grant=grant, partnership=request.partnership), address(request, "people")
    if request.method == "POST" and form.is_valid():
        try:
            change_seats(grant, form.chosen, actor=request.user)
        except AlreadyEnded:
            messages.info(request, "Somebody else has just ended this role.")
        else:
            messages.success(request, f"Saved the seats of {grant.user}.")
        return redirect(back)
    context = {
        "form": form,
        "title": f"Seats of {grant.user}",
        "why": "A seat belongs to a post; here you say which account holds it.",
        "intro": "" if form.fields else "No board has a seat yet. Add the seats on the page of the board first.",
        "back": back,
        "breadcrumb": [("People", back)],
    }
    return render(request, "components/form_page.html", context)
