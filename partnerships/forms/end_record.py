from typing import Any

from django import forms

from partnerships.forms.lasting import check_order, reason_field
from svduty.editing.forms import KindForm
from svduty.editing.records import Lasting
from svduty.vague_dates import VagueDate, VagueDateFormField

MEANWHILE = (
    "Somebody else saved this record after you opened this page. What they saved is shown beside your words; save again if it still holds."
)


class EndForm(KindForm):
    """Since when a lasting record no longer holds, and why."""

    ends = VagueDateFormField(label="Last day", help_text="For example 31 3 2026, today, or March 2026.")
    reason = reason_field("Reason", "It is kept in the history. Do not name victims, suspects or patients.")
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: Lasting, starts: VagueDate | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance, self.starts = instance, starts
        self.fields["seen_version"].initial = instance.version
        self.conflict: list[dict[str, str]] = []

    def clean(self) -> dict[str, Any]:
        check_order(self.starts, self.cleaned_data.get("ends"))
        return self.cleaned_data

    def show_conflict(self, current: Any) -> None:
        """Keep what was typed and show what the record says now."""
        theirs = f"{current}, until {current.ends}" if current.ends else str(current)
        self.conflict = [{"label": "The record", "mine": f"Ends on {self.data.get('ends', '')}", "theirs": theirs}]
        _accept_next(self, current.version)


class WithdrawForm(KindForm):
    """Why a record that was entered by mistake no longer counts."""

    reason = reason_field("Why is it withdrawn?", "It stays readable, marked as withdrawn, with this reason. It no longer counts.")
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self.fields["seen_version"].initial = instance.version
        self.conflict: list[dict[str, str]] = []

    def show_conflict(self, current: Any) -> None:
        """Keep the reason and show what the record says now."""
        theirs = f"{current} (withdrawn: {current.withdrawn_reason})" if current.withdrawn_on else str(current)
        self.conflict = [{"label": "The record", "mine": "Withdrawn", "theirs": theirs}]
        _accept_next(self, current.version)


def _accept_next(form: forms.Form, version: int) -> None:
    posted: Any = form.data
    again = posted.copy()
    again["seen_version"] = str(version)
    form.data = again
    form.add_error(None, MEANWHILE)
