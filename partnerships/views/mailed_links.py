"""The one address of all mailed links. Opening it changes nothing, as mail scanners open links before people do; only a POST acts."""

import datetime

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string

from partnerships.access import tally
from partnerships.access.guards import needs
from partnerships.access.private_link import AN_HOUR, guesses_too_often, note_wrong_token, private_link
from partnerships.access.roles import Permission
from partnerships.links.keeping import End, end_of, find
from partnerships.links.purposes import PURPOSES
from partnerships.models import MailedLink
from svduty import clock, dates, error_pages

STEP, NEW, SIGN_OUT = "step", "new", "sign-out"
NEW_ONES_IN_AN_HOUR = 3
RETRY_AFTER_SECONDS = "60"


class LinkPages:
    """What stands behind the links of one purpose. A subclass is named in its Purpose."""

    def open(self, request: HttpRequest, link: MailedLink) -> HttpResponse:
        """The page behind a link that is good: shown for GET and HEAD, done for POST. May raise LinkIsOver."""
        raise NotImplementedError

    def whose(self, link: MailedLink) -> str:
        """For whom it is, to be told to somebody else who opens it; the address stands masked beside it."""
        return "This link is for somebody else"

    def used(self, link: MailedLink, on: datetime.date) -> str:
        """One or two sentences for whoever opens a link that has been used."""
        return "It has been used already."

    def may_renew(self, link: MailedLink) -> bool:
        """Is there still something to send a new link for?"""
        return False

    def renew(self, link: MailedLink) -> None:
        """Mail a new link to the address that this one was made for."""
        raise NotImplementedError


@needs(Permission.PUBLIC)
@private_link
def mailed_link(request: HttpRequest, token: str) -> HttpResponse:
    if guesses_too_often(request):
        return _too_often()
    link = find(token)
    if link is None:
        note_wrong_token(request)
        return render(request, "partnerships/link_unknown.html", status=404)
    pages: LinkPages = import_string(PURPOSES[link.purpose].behind)()
    step = request.POST.get(STEP, "")
    if end := end_of(link):
        return _send_new(pages, link) if step == NEW else link_over(request, pages, link, end)
    if request.user.is_authenticated and request.user.email != link.address:
        if step == SIGN_OUT:
            logout(request)
            return redirect(request.path)
        return render(request, "partnerships/link_of_another.html", {"whose": pages.whose(link), "masked": mask(link.address)})
    return pages.open(request, link)


def link_over(request: HttpRequest, pages: LinkPages, link: MailedLink, end: End | None) -> HttpResponse:
    """The page of a link that was used, revoked or is too old, with the one step to a new one."""
    why = {
        End.USED: pages.used(link, clock.day_of(link.used_at)) if link.used_at else "",
        End.REVOKED: link.revoked_because,
        End.EXPIRED: f"It was good until {dates.say_short(clock.day_of(link.expires_at))}.",
    }
    context = {
        "why": why[end] if end else "It has just been used.",
        "may_renew": pages.may_renew(link),
        "masked": mask(link.address),
    }
    return render(request, "partnerships/link_over.html", context, status=410)


def _send_new(pages: LinkPages, link: MailedLink) -> HttpResponse:
    if pages.may_renew(link) and tally.count(f"new-link/{link.pk}", seconds=AN_HOUR) <= NEW_ONES_IN_AN_HOUR:
        pages.renew(link)
    return redirect("mailed_link_sent")


@needs(Permission.PUBLIC)
def mailed_link_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "partnerships/mailed_link_sent.html")


def _too_often() -> HttpResponse:
    response = error_pages.page("429", 429)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def mask(address: str) -> str:
    """Enough of an address for its owner to know it by, and too little for anybody else."""
    name, _, host = address.partition("@")
    return f"{name[:1]}…@{host[:1]}….{host.rpartition('.')[2]}"
