"""Mail: what waits, what was not sent, what went out. Who it goes to and what kind it is, never what it says."""

import dataclasses

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.try_mail_again import AGAIN, try_mail_again
from partnerships.models import Mail
from partnerships.models.mail import MailState
from partnerships.outbox.kinds import MAIL_KINDS
from partnerships.queries_mail import NEEDS_A_LOOK, all_mail, untried_since
from partnerships.views.installation import PER_PAGE, tabs
from svduty import clock
from svduty.tasks.reading import LATE

WHAT_BECAME = {
    MailState.SENT: "The mail was sent.",
    MailState.DROPPED: "The mail was not sent: its link was used, replaced or withdrawn meanwhile.",
    MailState.GIVEN_UP: "The mail server does not answer. The mail was not sent.",
    MailState.REFUSED: "The mail server refuses the address. The mail was not sent.",
}


@dataclasses.dataclass(frozen=True)
class MailInWords:
    """One row: the mail, its kind in words, whether somebody should look at it, and whether it may be tried (again)."""

    mail: Mail
    words: str
    needs_a_look: bool
    may_be_tried: bool


@needs(Permission.RUN_INSTALLATION)
def installation_mail(request: SignedInRequest) -> HttpResponse:
    page = Paginator(all_mail(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "tabs": tabs("installation_mail"),
        "title": "Mail",
        "rows_of_mail": [_in_words(mail) for mail in page],
        "late": untried_since(clock.now() - LATE),
    }
    return render(request, "partnerships/installation/installation_mail.html", context)


def _in_words(mail: Mail) -> MailInWords:
    kind = MAIL_KINDS.get(mail.kind)
    tried = mail.state in AGAIN and (mail.state != MailState.WAITING or mail.tries > 0)
    return MailInWords(mail, kind.words if kind else mail.kind, mail.state in NEEDS_A_LOOK, tried)


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_mail_again(request: SignedInRequest, pk: int) -> HttpResponse:
    mail = try_mail_again(get_object_or_404(all_mail(), pk=pk), actor=request.user)
    became = WHAT_BECAME.get(MailState(mail.state), "The mail is being tried again. Look at this page in a minute.")
    (messages.error if mail.state in NEEDS_A_LOOK else messages.success)(request, became)
    return redirect("installation_mail")
