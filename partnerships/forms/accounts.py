from typing import Any

from django import forms

from partnerships.forms.lasting import reason_field
from svduty.editing.forms import KindForm


class AccountFilter(KindForm):
    """Which accounts a list is narrowed to."""

    mark_optional = False
    words = forms.CharField(label="Name or address", required=False, max_length=100)


class CloseAccountForm(KindForm):
    reason = reason_field("Reason", "For example: has left the council. It is kept in the history of each partnership they leave.")


class EraseForm(KindForm):
    """Why, and that it is meant: nobody can take it back."""

    reason = reason_field("Reason", "For example: asked for it on 3 March 2026. Kept in the history, so do not name the person.")
    sure = forms.BooleanField(label="I know that nobody can take this back")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].error_messages["required"] = "Tick the box to say that this is meant. Nobody can take it back."
