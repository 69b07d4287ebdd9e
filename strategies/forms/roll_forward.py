from typing import Any

from django import forms

from strategies.models import Strategy
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
        help_text="Then nobody is asked for news of both. Leave it out as long as the earlier strategy is still carried out.",
    )

    def __init__(self, *args: Any, before: Strategy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.later = {str(one.pk): one for one in later_strategies(before)}
        into: Any = self.fields["into"]
        into.choices = [*((pk, one.title) for pk, one in self.later.items()), (NEW, "A new strategy that follows it")]
        into.initial = next(iter(self.later), NEW)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("into") == NEW and not cleaned.get("title"):
            self.add_error("title", "Enter the title of the new strategy, for example Serious Violence Strategy 2027 to 2030.")
        return cleaned

    @property
    def after(self) -> Strategy | None:
        """The strategy chosen; None for a new one."""
        return self.later.get(self.cleaned_data["into"])
