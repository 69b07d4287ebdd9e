"""Asking everybody at once who is late with news."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address
from strategies import queries_progress as queries
from strategies.actions.ask_for_news import AskedNow, ask_for_news
from strategies.chasing import QUIET_DAYS, ToAsk, quiet_since, to_ask
from strategies.forms.progress import AskForm
from strategies.progress_mail import DAYS, as_it_would_read
from strategies.queries_owners import left_on
from svduty import clock


@needs(Permission.EDIT)
def progress_ask(request: PartnershipRequest, slug: str) -> HttpResponse:
    """The actions whose news is wanted, ticked unless their address was asked lately; one button mails them all."""
    today = clock.today()
    possible = queries.actions_to_log(request.partnership, None)
    form = AskForm(request.POST or None, possible=possible)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        now = ask_for_news(data["actions"], seen=data["seen"] or 0, on=today, partnership=request.partnership, actor=request.user)
        _tell(request, now)
        return redirect(address(request, "progress_ask"))
    rows = _rows(request)
    usual = {str(row.action.pk) for row in rows if row.where and not row.quiet and not row.left}
    ticked = set(request.POST.getlist("actions")) if form.is_bound else usual
    context = {
        "form": form,
        "rows": [(row, str(row.action.pk) in ticked) for row in rows],
        "seen": queries.last_asking_key(request.partnership),
        "days": DAYS,
        "quiet_days": QUIET_DAYS,
        "preview": _preview(request, rows),
        "breadcrumb": [("My actions", address(request, "my_actions"))],
    }
    return render(request, "strategies/progress_ask.html", context)


def _rows(request: PartnershipRequest) -> list[ToAsk]:
    ours, on = request.partnership, default_day(request.partnership, clock.today())
    actions = queries.actions_to_ask(ours, None, on)
    lately = queries.askings_in(ours, quiet_since(clock.today()))
    left = left_on(ours, {action.owner_id for action in actions if action.owner_id}, on)
    return to_ask(actions, queries.contributors_of(ours), lately, left, on)


def _preview(request: PartnershipRequest, rows: list[ToAsk]) -> str:
    """The mail to the first address."""
    first = next((row.where[0].address for row in rows if row.where), None)
    if first is None:
        return ""
    about = [row.action for row in rows if any(one.address == first for one in row.where)]
    return as_it_would_read(about, partnership=request.partnership, asked_by=request.user)


def _tell(request: PartnershipRequest, now: AskedNow) -> None:
    if now.mails:
        mails = f"{now.mails} mail{'' if now.mails == 1 else 's'}"
        actions = f"{now.actions} action{'' if now.actions == 1 else 's'}"
        messages.success(request, f"Asked about {actions}: {mails} on the way, each with a link that is good for {DAYS} days.")
    if now.already:
        number = len(now.already)
        who = "One address was" if number == 1 else f"{number} addresses were"
        messages.info(request, f"{who} asked by somebody else a moment ago and not asked twice.")
    if now.nowhere:
        titles = ", ".join(f"“{action.title}”" for action in now.nowhere)
        messages.info(request, f"Nobody can be asked about {titles}: add an address there first.")
