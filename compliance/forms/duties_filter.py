from typing import Any

from django import forms

from compliance.finding import Finding, Status, Strength
from compliance.position import SHOWN_ORDER
from svduty.editing.forms import KindForm

ACTION = "action"


class DutiesFilter(KindForm):
    """Which duties to show: by status, by strength, by who acts next."""

    mark_optional = False
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Any"), (ACTION, "Everything to act on"), *((status.value, status.words) for status in SHOWN_ORDER)],
    )
    strength = forms.ChoiceField(
        label="Strength", required=False, choices=[("", "Any"), *((strength.value, strength.value.capitalize()) for strength in Strength)]
    )
    who = forms.ChoiceField(label="Who acts next", required=False)
    as_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, findings: list[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        acting = sorted({finding.next_step.who for finding in findings if finding.next_step})
        self.fields["who"].choices = [("", "Anybody"), *((who, who) for who in acting)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """What was chosen and exists; anything else is as if it had not been asked for."""
        self.full_clean()
        return {name: self.cleaned_data[name] for name in ("status", "strength", "who") if self.cleaned_data.get(name)}


def fits(headline: Finding, chosen: dict[str, str]) -> bool:
    """Is a duty with this headline among what was chosen?"""
    status = chosen.get("status")
    if status == ACTION and not headline.status.wants_action:
        return False
    if status and status != ACTION and headline.status != Status(status):
        return False
    if "strength" in chosen and headline.strength != Strength(chosen["strength"]):
        return False
    return "who" not in chosen or bool(headline.next_step and headline.next_step.who == chosen["who"])
