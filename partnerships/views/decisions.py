"""What meetings decided, and on exactly what."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.record_decision import record_decision
from partnerships.deciding import interests_declared, unable, voters_there
from partnerships.forms.about import pointed_at
from partnerships.forms.decision import DecisionForm
from partnerships.meeting_quorum import quorum_words
from partnerships.models import Decision, Meeting
from partnerships.pointing import address_of, changed_since
from partnerships.views.meeting_pages import CAUTIOUS, back_to, meeting_or_404, name_of, trail_to_meeting, withdraw_part
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page

LONGEST_KEY = 18  # digits that any database takes
WHY = "What was decided, on exactly what, and by which votes. Interests and dissent are part of the record."


@needs(Permission.READ)
def decision(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One decision, and whether what it was about has changed since."""
    found = get_object_or_404(queries.decisions_in(request.partnership), pk=pk)
    context = {
        "decision": found,
        "meeting": found.meeting,
        "about": address_of(found, slug),
        "changed": changed_since([found], request.partnership).get(found.pk, ""),
        "quorum": quorum_words(found.meeting),
        "breadcrumb": trail_to_meeting(request, found.meeting),
    }
    return render(request, "partnerships/decision.html", context)


@needs(Permission.EDIT)
def decision_add(request: PartnershipRequest, slug: str, meeting_pk: int) -> HttpResponse:
    """The form; a meeting that cannot decide has none, and says why."""
    meeting = meeting_or_404(request, meeting_pk)
    new = Decision(meeting=meeting)
    if request.method != "POST" and (why := unable(new)):
        context = {"meeting": meeting, "cannot": why, "breadcrumb": trail_to_meeting(request, meeting)}
        return render(request, "partnerships/cannot_decide.html", context)
    return _page(
        request,
        new,
        title="Record a decision",
        done="Recorded the decision.",
        initial=_beginning(request, meeting),
    )


@needs(Permission.EDIT)
def decision_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.decisions_in(request.partnership), pk)
    return _page(request, found, title="Change a decision", done="Saved.")


@needs(Permission.EDIT)
def decision_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.decisions_in(request.partnership), pk=pk)
    agreed = " The definition keeps what it says of who agreed it: put that right there." if found.about_kind == "localdefinition" else ""
    intro = f"{found}.{agreed}"
    return withdraw_part(request, found, found.meeting, title="Withdraw a decision", part="decisions", intro=intro)


def _beginning(request: PartnershipRequest, meeting: Meeting) -> dict[str, Any]:
    """What was declared at the meeting; and of an item that the address names, the item and what it is about."""
    asked = request.GET.get("item", "")
    item = queries.standing_items_of(meeting).filter(pk=asked).first() if asked.isdecimal() and len(asked) < LONGEST_KEY else None
    pointed = pointed_at(item) if item else None
    return {
        "interests": interests_declared(list(queries.attendances_of(meeting))),
        "item": item,
        "about": pointed.value if pointed else "",
    }


def _page(request: PartnershipRequest, found: Decision, *, title: str, done: str, initial: dict[str, Any] | None = None) -> HttpResponse:
    meeting = found.meeting
    voters = voters_there(list(queries.attendances_of(meeting)))
    form = DecisionForm(request.POST or None, instance=found, voters=voters, initial=initial)

    def save(valid: DecisionForm) -> Decision:
        return record_decision(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    page: dict[str, Any] = {
        "title": title,
        "why": f"{meeting.board}, {name_of(meeting)[0].lower()}{name_of(meeting)[1:]}. {WHY}",
        "back": back_to(request, meeting, "decisions"),
        "breadcrumb": trail_to_meeting(request, meeting),
    }
    try:
        return record_page(
            request, form, save=save, done=done, then=lambda saved: address(request, "decision", saved.pk), template=CAUTIOUS, **page
        )
    except ValidationError as meanwhile:
        form.add_error(None, meanwhile)
        return render(request, CAUTIOUS, {**page, "form": form, "button": "Save"}, status=409)
