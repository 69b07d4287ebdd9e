"""The pages on which progress is logged, put right and withdrawn."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.own_body import bodies_of, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.consequences import watched
from partnerships.views.pages import Trail, address, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_delivery
from strategies import queries_progress as queries
from strategies.actions.log_progress import log_progress, say_no_change
from strategies.delivery import standing_of, state_words
from strategies.forms.progress import ProgressForm
from strategies.models import Action, ProgressUpdate
from strategies.views.my_actions import cards_to_log, only_own
from svduty import clock

WHY = "What happened, how it is going, and when to look again. A minute is enough."
PRESSED_BY_MISTAKE = "Entered by mistake."
LINK = '{} <a class="govuk-notification-banner__link" href="{}">{}</a>'


@needs(Permission.UPDATE_OWN)
def progress_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """News of the actions that the address names (`?action=`, any number), or of those ticked."""
    about = _named_in_address(request)
    today = clock.today()
    update = ProgressUpdate(partnership=request.partnership)
    possible = queries.actions_to_log(request.partnership, _bodies(request))
    form = ProgressForm(request.POST or None, request.FILES or None, instance=update, about=about, possible=possible, on=today)
    before: dict[int, str] = {}

    def save(valid: ProgressForm) -> ProgressUpdate:
        for action in queries_delivery.with_news(valid.cleaned_data["actions"]):
            before[action.pk] = standing_of(action.due, action.told, today).state  # type: ignore[attr-defined]  # with_news
        return log_progress(valid, on=today, actor=request.user, partnership=request.partnership)

    return record_page(
        request,
        form,
        title=f"Log progress: {about[0].title}" if len(about) == 1 else "Log progress",
        why=WHY,
        save=save,
        back=address(request, "my_actions"),
        done=lambda saved: _with_next(request, saved, _said(saved, before)),
        template="strategies/progress_form.html",
        about=about,
        breadcrumb=_trail(request),
    )


@needs(Permission.UPDATE_OWN)
def progress_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """For whoever said it, on the day they did. Later it is withdrawn, or something newer is said."""
    update = get_object_or_404(queries.updates_in(request.partnership), pk=pk)
    about = list(update.actions.all())
    _only_for_owners(request, about)
    if not changeable(update, request):
        messages.info(request, "News is changed by whoever entered it, on the same day. Later, log what is true now, or withdraw it.")
        return redirect(address(request, "my_actions"))
    today = clock.today()
    possible = queries.actions_to_log(request.partnership, _bodies(request))
    form = ProgressForm(request.POST or None, request.FILES or None, instance=update, about=about, possible=possible, on=today)
    return record_page(
        request,
        form,
        title="Change what you logged",
        why=f"About {_titles(about)}.",
        save=lambda valid: log_progress(valid, on=today, actor=request.user, partnership=request.partnership),
        back=address(request, "my_actions"),
        template="strategies/progress_form.html",
        about=about,
        breadcrumb=_trail(request),
    )


@needs(Permission.UPDATE_OWN)
def progress_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    update = get_object_or_404(queries.updates_in(request.partnership), pk=pk)
    about = list(update.actions.all())
    _only_for_owners(request, about)
    undone = bool(request.GET.get("undo"))
    one_page = address(request, "action", about[0].pk) + "#story" if len(about) == 1 else ""
    return withdraw_once(
        request,
        update,
        title="Withdraw what was logged",
        back=one_page if one_page and not undone else address(request, "my_actions"),
        intro=f"{update.get_state_display()} on {update.on}: {_titles(about)}.",
        reason=PRESSED_BY_MISTAKE if undone else "",
        button_kind="warning",
        breadcrumb=_trail(request),
    )


@needs(Permission.UPDATE_OWN)
@require_POST
def progress_no_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One tap. The banner of the next page can take it back."""
    action = get_object_or_404(queries_delivery.standing_actions(request.partnership), pk=pk)
    only_for(request, action.owner_id or 0)
    with watched(request.partnership) as consequences:
        update = say_no_change(action, on=clock.today(), actor=request.user, partnership=request.partnership)
    if update is None:
        messages.info(request, f"There is nothing yet that could be unchanged, or it is over: say how “{action.title}” is going.")
        return redirect(f"{address(request, 'progress_add')}?action={action.pk}")
    done = consequences.after(f"No change: “{action.title}” is still {update.get_state_display().lower()}.")
    undo = f"{address(request, 'progress_withdraw', update.pk)}?undo=1"
    messages.success(request, format_html(LINK, done, undo, "Undo"))
    return redirect(_back_to_list(request))


def changeable(update: ProgressUpdate, request: PartnershipRequest) -> bool:
    """May this person still change what was said? What was withdrawn meanwhile is answered by the form."""
    own = update.said_by_id == request.user.pk and update.said_on == clock.today()
    return own and (update.withdrawn_on is None or request.method == "POST")


def _named_in_address(request: PartnershipRequest) -> list[Action]:
    """The actions that `?action=` names; 404 for one that is not there, 403 for one of another body."""
    keys = [int(key) for key in dict.fromkeys(request.GET.getlist("action")) if key.isdecimal() and len(key) < 10]
    found = list(queries_delivery.standing_actions(request.partnership).filter(pk__in=keys))
    if len(found) != len(request.GET.getlist("action")):
        raise Http404("No such action here.")
    _only_for_owners(request, found)
    return found


def _only_for_owners(request: PartnershipRequest, actions: list[Action]) -> None:
    for action in actions:
        only_for(request, action.owner_id or 0)


def _bodies(request: PartnershipRequest) -> set[int] | None:
    return bodies_of(request) if only_own(request) else None


def _trail(request: PartnershipRequest) -> Trail:
    return [("My actions", address(request, "my_actions"))]


def _titles(actions: list[Action]) -> str:
    return ", ".join(f"“{action.title}”" for action in actions)


def _said(saved: ProgressUpdate, before: dict[int, str]) -> str:
    """What the save changed, for the banner."""
    about = list(saved.actions.all())
    now = saved.get_state_display().lower()
    if len(about) > 1:
        return f"Logged for {len(about)} actions: {now}."
    was = before.get(about[0].pk, "")
    changed = f"{now}; it was {state_words(was).lower()}" if was and was != saved.state else now
    return f"Logged. “{about[0].title}” is {changed}."


def _with_next(request: PartnershipRequest, saved: ProgressUpdate, said: str) -> str | SafeString:
    """The banner's sentence, with a link to the next card that wants news."""
    done = set(saved.actions.values_list("pk", flat=True))
    cards = cards_to_log(request, _bodies(request))
    following = next((card.action for card in cards if card.wanted and card.action.pk not in done), None)
    if following is None:
        return said
    url = f"{reverse('progress_add', args=[request.partnership.slug])}?action={following.pk}"
    return format_html(LINK, said, url, f"Next: {following.title}")


def _back_to_list(request: PartnershipRequest) -> Any:
    """The list as it was narrowed."""
    body = request.POST.get("body", "")
    return address(request, "my_actions") + (f"?body={body}" if body.isdecimal() else "")
