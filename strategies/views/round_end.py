"""How a round is brought to its end: reminders, closing, withdrawing one that was opened by mistake."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import may, needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries_rounds as queries
from strategies.actions.close_round import close_round
from strategies.actions.remind_round import remind_round
from strategies.actions.withdraw_round import withdraw_round
from strategies.forms.round_end import RoundEndForm
from strategies.models import ApprovalRound
from strategies.rounds.asking import who_closes
from strategies.rounds.lines import round_shown
from strategies.rounds.over import RoundOver
from strategies.views.round_pages import chairing, refuse, round_or_404, trail_to_round
from svduty import clock

EARLY = "Say why it is closed before its day although answers are missing. The reason is shown with the outcome."
MISTAKE = "Say why it is withdrawn. Members who have answered see it."


@needs(Permission.EDIT)
@require_POST
def round_remind(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Mail whoever can answer and has not."""
    asked = round_or_404(request, pk)
    try:
        told = remind_round(asked, on=clock.today(), actor=request.user, partnership=request.partnership)
    except RoundOver as over:
        messages.warning(request, over.messages[0])
    else:
        people = f"{told} {'person' if told == 1 else 'people'}"
        words = f"{people} who can answer and have not get a mail today." if told else "There is nobody to remind."
        messages.success(request, words)
    return redirect(address(request, "round", asked.pk))


@needs(Permission.RUN_ROUNDS)
def round_close(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Close a round. For coordinators once its day has passed or all have answered; for the chair at any time."""
    asked = round_or_404(request, pk)
    chairs = chairing(request, [asked.board_id])
    if not (chairs or may(request, Permission.EDIT)):
        raise refuse(request)
    on = clock.today()
    shown = round_shown(asked, queries.seats_asked(asked.board, on), queries.votes_of(asked), on)
    needed = "" if shown.may_close else EARLY
    form = RoundEndForm(request.POST or None, asked=asked, label="Why it is closed now", needed=needed)
    cannot = "" if chairs or shown.may_close else who_closes(asked, queries.chairs_of([asked.board_id], on))

    def save(valid: RoundEndForm) -> ApprovalRound:
        return close_round(asked, **_how(request, valid), on=on, early=bool(chairs))

    page: dict[str, Any] = {"title": "Close the round", "button": "Close it", "shown": shown, "done": "Closed."}
    if cannot and asked.is_open and request.method != "POST":
        more = {"cannot": cannot, "asked": asked, "back": address(request, "round", asked.pk), "breadcrumb": trail_to_round(request, asked)}
        return render(request, "strategies/round_cannot_close.html", {**page, **more})
    return _end(request, asked, form, save, "strategies/round_close.html", **page)


@needs(Permission.EDIT)
def round_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Take a question back that was put by mistake."""
    asked = round_or_404(request, pk)
    form = RoundEndForm(request.POST or None, asked=asked, label="Why it is withdrawn", needed=MISTAKE)
    page = {
        "title": "Withdraw the round",
        "button": "Withdraw it",
        "done": "Withdrawn.",
        "why": "For a question that should not have been put to the board. Answers stay on record and count for nothing; the board can be "
        "asked again.",
    }
    return _end(request, asked, form, lambda valid: withdraw_round(asked, **_how(request, valid)), "strategies/round_withdraw.html", **page)


def _how(request: PartnershipRequest, valid: RoundEndForm) -> dict[str, Any]:
    data = valid.cleaned_data
    return {
        "seen_version": data["seen_version"] or 0,
        "reason": data["reason"],
        "at": clock.now(),
        "actor": request.user,
        "partnership": request.partnership,
    }


def _end(
    request: PartnershipRequest,
    asked: ApprovalRound,
    form: RoundEndForm,
    save: Callable[[Any], ApprovalRound],
    template: str,
    **page: Any,
) -> HttpResponse:
    back = address(request, "round", asked.pk)
    if request.method != "POST" and not asked.is_open:
        messages.info(request, "This round is over already.")
        return redirect(back)
    more: dict[str, Any] = {"back": back, "breadcrumb": trail_to_round(request, asked), "asked": asked, **page}
    try:
        return record_page(request, form, save=save, template=template, **more)
    except ValidationError as meanwhile:
        form.add_error(None, meanwhile)
        return render(request, template, {**more, "form": form}, status=409)
