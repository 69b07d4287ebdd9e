"""Asking boards about a version, and the page of what was asked and answered."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render

from partnerships.access.guards import may, needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address
from partnerships.views.record_page import record_page
from strategies import queries_rounds as queries
from strategies.actions.open_rounds import Question, open_rounds
from strategies.forms.round_open import RoundOpenForm
from strategies.models import ApprovalRound, Version
from strategies.models.round import BoardsPart
from strategies.rounds.asking import chairs_among, who_can_override
from strategies.rounds.lines import round_shown
from strategies.rounds.reminding import silent_seats
from strategies.rounds.told import holders_of
from strategies.views.pages import trail_to_version, version_or_404
from strategies.views.round_pages import chairing, reading_address, refuse, round_or_404
from svduty import clock

TEMPLATE = "strategies/round_open.html"


@needs(Permission.RUN_ROUNDS)
def round_open(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """Ask boards about a version. For coordinators; and for the chair of a board, who alone may pass over comments without an answer."""
    version = version_or_404(request, version_pk)
    boards = queries.boards_to_ask(request.partnership)
    chairs = chairing(request, [board.pk for board in boards])
    if not (chairs or may(request, Permission.EDIT)):
        raise refuse(request)
    if version.strategy.withdrawn_on:
        raise Http404("The strategy was withdrawn.")
    unanswered = queries.unanswered_comments(version)
    form = RoundOpenForm(
        request.POST or None,
        version=version,
        boards=boards,
        parts=queries.last_parts(version),
        there={asked.board_id: asked for asked in queries.open_rounds_about(version)},
        unanswered=unanswered,
        chairing=chairs,
    )
    page: dict[str, Any] = {
        "title": "Ask boards about this version",
        "why": f"{version}. Each member answers for their seat; the quorum is counted by each board’s own rule.",
        "back": address(request, "version", version.pk),
        "button": "Ask the boards",
        "breadcrumb": trail_to_version(request, version),
        "version": version,
        "unanswered": unanswered,
        "newer": queries.newer_version(version),
        "still_open": queries.open_rounds_of(version.strategy, but=version),
        "override": who_can_override(chairs_among(form.usually_deciding)) if unanswered and not chairs else "",
    }
    try:
        return record_page(
            request,
            form,
            save=lambda valid: _open(request, version, valid),
            then=lambda opened: _after(request, version, opened),
            done="The boards are asked. Whoever holds a seat gets a mail.",
            template=TEMPLATE,
            **page,
        )
    except ValidationError as meanwhile:
        form.add_error(None, meanwhile)
        return render(request, TEMPLATE, {**page, "form": form}, status=409)


@needs(Permission.READ)
def round_page(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What a board is asked, who has answered and what, and what it comes to."""
    asked = round_or_404(request, pk)
    on = clock.today()
    votes = queries.votes_of(asked)
    day = clock.day_of(asked.closed_at) if asked.closed_at else on
    seats = queries.seats_asked(asked.board, day)
    shown = round_shown(asked, seats, votes, day)
    chairs = chairing(request, [asked.board_id])
    mine = [seat for seat in seats if any(grant.user_id == request.user.pk for grant in seat.accounts)]  # type: ignore[attr-defined]  # prefetched
    context = {
        "asked": asked,
        "shown": shown,
        "version": asked.strategy_version,
        "reading": reading_address(request, asked.strategy_version),
        "mine": mine if shown.takes_answers and may(request, Permission.DECIDE) else [],
        "mine_missing": [seat for seat in mine if seat in shown.tally.missing],
        "may_close": shown.takes_answers and (chairs or (may(request, Permission.EDIT) and shown.may_close)),
        "silent": holders_of(silent_seats(asked, on)) if shown.takes_answers and may(request, Permission.EDIT) else [],
        "newer": queries.newer_version(asked.strategy_version),
        "on": on,
        "breadcrumb": trail_to_version(request, asked.strategy_version),
    }
    return render(request, "strategies/round.html", context)


def _open(request: PartnershipRequest, version: Version, valid: RoundOpenForm) -> list[ApprovalRound]:
    data = valid.cleaned_data
    despite = data.get("despite_comments", "") if valid.unanswered else ""
    return open_rounds(
        version,
        Question(data["asked"], data["recommendations"], data["answer_by"], despite, valid.asked_of_commenting),
        {board: BoardsPart(part).value for board, part in data["parts"].items()},
        at=clock.now(),
        on=clock.today(),
        actor=request.user,
        partnership=request.partnership,
        comment=valid.comment,
    )


def _after(request: PartnershipRequest, version: Version, opened: list[ApprovalRound]) -> str:
    """To the round, where there is one; else to all of them on the version's page."""
    if len(opened) == 1:
        return address(request, "round", opened[0].pk)
    return f"{address(request, 'version', version.pk)}#rounds"
