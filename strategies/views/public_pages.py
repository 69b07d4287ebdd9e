"""Opening a public page of a version that was published, and closing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from strategies import queries_public as queries
from strategies.actions.open_public_page import NotForThePublic, open_public_page
from strategies.models import PublicPage
from strategies.public_reading import why_closed
from strategies.tasks_public import ask_for_public_pdf
from strategies.views.owned_pages import withdraw_from
from strategies.views.pages import trail_to_version, version_or_404
from svduty.editing.forms import KindForm

WHY = "Anyone can then read this version here, without a sign-in. Nothing else of your records is shown."
CLOSES = "Nobody can read it here any more, from the moment you press the button. What was published elsewhere stays there."


@needs(Permission.EDIT)
def publicpage_open(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """Ask once more, then open the page."""
    version = version_or_404(request, version_pk)
    back = f"{address(request, 'version', version.pk)}#public-page"
    if why := why_closed(version):
        messages.warning(request, f"No public page can be opened: {why}.")
        return redirect(back)

    def save(valid: KindForm) -> PublicPage:
        page = open_public_page(version, actor=request.user, partnership=request.partnership)
        ask_for_public_pdf(page, actor=request.user)
        return page

    try:
        return record_page(
            request,
            KindForm(request.POST if request.method == "POST" else None),
            title="Open the public page",
            why=WHY,
            intro=f"{version}. A document can then be downloaded by anyone as it is; its notes and properties go with it.",
            save=save,
            back=back,
            done="The public page is open.",
            button="Open it",
            breadcrumb=trail_to_version(request, version),
        )
    except NotForThePublic as refused:
        messages.warning(request, f"No public page was opened: {refused}.")
        return redirect(back)


@needs(Permission.EDIT)
@require_POST
def publicpage_pdf(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Have the PDF of a page made, where there is none yet or what it says is no longer so."""
    page = standing_or_404(request, queries.public_pages_in(request.partnership), pk)
    ask_for_public_pdf(page, actor=request.user)
    messages.info(request, "The PDF for everybody is being made. It stands on the public page in a minute.")
    return redirect(f"{address(request, 'version', page.strategy_version_id)}#public-page")


@needs(Permission.EDIT)
def publicpage_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Close the page at once, with a reason."""
    return withdraw_from(request, queries.public_pages_in(request.partnership), pk, title="Close the public page", intro=CLOSES)
