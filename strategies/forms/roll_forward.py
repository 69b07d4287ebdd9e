import datetime
from typing import Any

from django import forms

from strategies.models import Strategy
from strategies.queries_in_time import out_on
from strategies.queries_rolling import later_strategies
from svduty.editing.forms import KindForm

NEW = "new"


class RollForwardForm(KindForm):
    """Into which strategy the objectives and open actions are carried over."""

    into = forms.ChoiceField(label="Carry them over into", widget=forms.RadioSelect)
    title = forms.CharField(
        label="Title of the new strategy",
        max_length=200,
        required=False,
        help_text="For example Serious Violence Strategy 2027 to 2030. It begins with the text of this one, every section “To write”.",
    )
    close = forms.BooleanField(
        label="Say of the earlier actions that they go on in the next strategy",
        required=False,
        help_text="Then nobody is asked for news of both. It can be said once the next strategy is published.",
    )

    def __init__(self, *args: Any, before: Strategy, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.before = before
        self.later = {str(one.pk): one for one in later_strategies(before)}
        self.out = {str(pk) for pk in out_on(before.partnership, on)}
        if not self.out & set(self.later):
            self.fields["close"].widget = forms.HiddenInput()
        into: Any = self.fields["into"]
        into.choices = [*((pk, one.title) for pk, one in self.later.items()), (NEW, "A new strategy that follows it")]
        into.initial = next(iter(self.later), NEW)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("into") == NEW and not cleaned.get("title"):
            self.add_error("title", "Enter the title of the new strategy, for example Serious Violence Strategy 2027 to 2030.")
        if cleaned.get("close") and cleaned.get("into") not in self.out:
            self.add_error(
                "close",
                f"Take this tick away: the next strategy is not published, so “{self.before}” is still in force and its actions have to be "
                "carried out.",
            )
        return cleaned

    @property
    def after(self) -> Strategy | None:
        """The strategy chosen; None for a new one."""
        return self.later.get(self.cleaned_data["into"])
