from typing import Any

from django import forms

from strategies.models import ApprovalRound
from strategies.rounds.over import why_over
from svduty.editing.forms import KindForm


class RoundEndForm(KindForm):
    """The words with which a round ends. `seen_version`: the round as the person saw it; `needed`: what to say when they are missing."""

    mark_optional = False
    reason = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asked: ApprovalRound, label: str, hint: str = "", needed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.needed = asked, needed
        self.fields["reason"].label = label if needed else f"{label} (optional)"
        self.fields["reason"].help_text = hint
        self.fields["seen_version"].initial = asked.version

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if not self.asked.is_open:
            raise forms.ValidationError(f"{why_over(self.asked)} Nothing was done a second time.")
        if self.needed and not cleaned.get("reason") and not self.errors:
            self.add_error("reason", self.needed)
        return cleaned

    def show_conflict(self, current: ApprovalRound) -> None:
        """Somebody changed the round since the page was opened."""
        again: Any = self.data.copy()
        again["seen_version"] = str(current.version)
        self.data = again
        self.add_error(None, "Somebody else changed this round after you opened the page. Look at it again before you go on.")
