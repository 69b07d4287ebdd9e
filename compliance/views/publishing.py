"""Publishing a version: the guided list of what comes before, and the one form that records it all."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from compliance.addresses import open_to
from compliance.answers import facts_for
from compliance.facts import PublicationFacts
from compliance.forms.publish import PublishForm
from compliance.going_out import Outlook, last_day_to_send, outlook
from compliance.publish_tasks import after, before, going
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries
from strategies.actions.open_public_page import NotForThePublic
from strategies.actions.publish_version import AlreadyPublished, GoingOut, publish_version
from strategies.cautions import conditional, first_published, said_of_conditions
from strategies.models import Publication, Version
from strategies.public_reading import why_closed
from strategies.queries_public import public_page_of
from strategies.tasks_public import ask_for_public_pdf
from strategies.views.pages import trail_to_version
from svduty import clock, dates
from svduty.vague_dates import parse_day


@needs(Permission.READ)
def version_publish(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """What has to be done before a version goes out, as it goes out, and after, each with its law and where it stands."""
    version = _version(request, version_pk)
    today = clock.today()
    published = first_published(version)
    ahead = _outlook(request, version, (), published.earliest if published else today)
    page = public_page_of(version)
    context = {
        "version": version,
        "published": published,
        "public": page if page and not why_closed(version) else None,
        "ahead": ahead,
        "before": before(request, version, ahead),
        "going": going(request, version, ahead, page),
        "after": after(request, version, ahead),
        "send_by": last_day_to_send(published.earliest if published else today),
        "today": today,
        "publish": "" if published else open_to(request, "version_publish_now", version_pk=version.pk),
        "send": open_to(request, "submission_add", version_pk=version.pk) if published else "",
        "breadcrumb": trail_to_version(request, version),
    }
    return render(request, "compliance/publish.html", context)


@needs(Permission.EDIT)
def version_publish_now(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """Record that it went out. `check` in what was sent, or `?published_on=`, shows what would follow and saves nothing."""
    version = _version(request, version_pk)
    back = address(request, "version_publish", version.pk)
    if request.method != "POST" and (published := first_published(version)):
        messages.info(request, f"This version was published on {published}. Correct or add to it on its own page.")
        return redirect(back)

    def look(publications: Iterable[PublicationFacts], day: datetime.date) -> Outlook:
        return _outlook(request, version, publications, day)

    conditions = [said_of_conditions(approval) for approval in conditional(version)]
    form = PublishForm(
        request.POST if request.method == "POST" or request.POST else None, strategy=version.strategy, look=look, conditions=conditions
    )

    def save(valid: PublishForm) -> list[Publication]:
        data = valid.cleaned_data
        missing = [one.sentence for one in valid.missing]
        out = GoingOut(valid.publications, missing, data["reason"], data.get("conditions_met", ""), data.get("open_page", False))
        saved = publish_version(version, out, actor=request.user, partnership=request.partnership)
        if page := public_page_of(version):
            ask_for_public_pdf(page, actor=request.user)
        return saved

    try:
        return record_page(
            request,
            form,
            title=f"Publish version {version.number}",
            why="Where and when it went out, for every area at once. All of it is recorded together, or nothing.",
            save=save,
            back=back,
            done=_done(form),
            button="Publish",
            template="compliance/publish_now.html",
            version=version,
            send_by=_send_by(request, form),
            breadcrumb=[*trail_to_version(request, version), ("Publish", back)],
        )
    except AlreadyPublished as already:
        messages.info(request, _who_was_first(already))
    except NotForThePublic as refused:
        messages.warning(request, f"Nothing was recorded: its public page cannot be opened, because {refused}.")
    return redirect(back)


def _version(request: PartnershipRequest, pk: int) -> Version:
    """A version of a strategy that counts, with what happened to it."""
    version = get_object_or_404(queries.version_with_happenings(request.partnership), pk=pk)
    if version.strategy.withdrawn_on:
        raise Http404("The strategy was withdrawn.")
    return version


def _outlook(request: PartnershipRequest, version: Version, publications: Iterable[PublicationFacts], day: datetime.date) -> Outlook:
    [facts] = facts_for([request.partnership])
    return outlook(facts, version.pk, publications, day, clock.today())


def _send_by(request: PartnershipRequest, form: PublishForm) -> dict[str, Any]:
    """For the box that says by when it has to be sent: for the day in the form, or the one a script asks about."""
    typed = request.GET.get("published_on", "").strip()
    try:
        day = parse_day(typed, clock.today()) if typed else form.day
    except ValidationError:
        return {}
    if form.is_bound and "published_on" in form.errors:
        return {}
    return {"day": day, "last": last_day_to_send(day), "in_wales": form.outlook.in_wales}


def _done(form: PublishForm) -> str:
    if not form.is_bound or not form.is_valid():
        return ""
    return f"Published. Next: record the sending to the Home Office by {dates.say(last_day_to_send(form.day))}."


def _who_was_first(already: AlreadyPublished) -> str:
    by = already.by or "Somebody"
    at = f" on {dates.say_short(already.at.date())} at {already.at:%H:%M}" if already.at else ""
    return f"{by} recorded the publication of this version{at}, before you. Nothing was recorded twice; what you typed was not kept."
