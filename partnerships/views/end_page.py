"""The pages that end a lasting record and that withdraw one entered by mistake, the same for every kind."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from partnerships.actions.end_record import end_record, withdraw_record
from partnerships.forms.end_record import EndForm, WithdrawForm
from partnerships.views.record_page import record_page
from svduty import clock
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDate


def end_page(
    request: HttpRequest,
    instance: Lasting,
    *,
    title: str,
    back: str,
    starts: VagueDate | None = None,
    end: Callable[..., None] = end_record,
    **context: Any,
) -> HttpResponse:
    """Ask for the last day and the reason, then end the record. `starts` is its beginning where that is not its `starts` field; `end`
    ends it where more than the record itself comes to an end."""
    form = EndForm(request.POST or None, instance=instance, starts=starts or instance.starts)

    def save(valid: EndForm) -> None:
        data = valid.cleaned_data
        end(
            instance,
            data["ends"],
            seen_version=data["seen_version"] or 0,
            actor=request.user,
            partnership=request.partnership,  # type: ignore[attr-defined]  # set by the middleware
            reason=data["reason"],
        )

    why = "Nothing is deleted: what held until then stays on record and counts for that time."
    return record_page(request, form, title=title, why=why, save=save, back=back, button="End it", done="Ended.", **context)


def withdraw_page(request: HttpRequest, instance: Withdrawable, *, title: str, back: str, reason: str = "", **context: Any) -> HttpResponse:
    """Ask for the reason, which may be filled in with a usual one, then withdraw the record."""
    form = WithdrawForm(request.POST or None, instance=instance, initial={"reason": reason})

    def save(valid: WithdrawForm) -> None:
        data = valid.cleaned_data
        withdraw_record(
            instance,
            on=VagueDate.of(clock.today()),
            seen_version=data["seen_version"] or 0,
            actor=request.user,  # type: ignore[arg-type]  # signed in: the middleware saw to it
            partnership=request.partnership,  # type: ignore[attr-defined]
            reason=data["reason"],
        )

    why = "For a record that was entered by mistake. If it was true once and holds no longer, end or change it instead."
    return record_page(request, form, title=title, why=why, save=save, back=back, button="Withdraw it", done="Withdrawn.", **context)
