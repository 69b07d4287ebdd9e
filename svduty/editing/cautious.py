"""Forms that warn before they save: the first try shows what deserves a second look, the second try saves it all the same."""

import dataclasses
from typing import Any, TypeVar

from django import forms

from svduty.editing.forms import RecordForm
from svduty.editing.records import Record

Edited = TypeVar("Edited", bound=Record)

# The name under which the tick box on the second screen sends back which cautions were shown.
SEEN = "cautions_seen"


@dataclasses.dataclass(frozen=True)
class Caution:
    """`code` tells whether this very caution was seen; `needs_reason`: saving takes a reason, not only a tick."""

    code: str
    sentence: str
    needs_reason: bool = False


class Cautions:
    """What forms that warn share. `cautions` holds those that apply to what was sent; `to_tick` those of them that a tick settles."""

    cautions: list[Caution]
    data: Any
    asked_for_tick = False

    @property
    def only_warns(self) -> bool:
        """Is nothing wrong with what was sent, except that its cautions were not ticked yet?"""
        errors: Any = self.errors  # type: ignore[attr-defined]  # a form's
        return self.asked_for_tick and sum(len(found) for found in errors.values()) == 1

    def ask_for_tick(self) -> None:
        """Refuse to save until the cautions that take a tick were shown and ticked."""
        if not self.ticked:
            self.asked_for_tick = True
            self.add_error(  # type: ignore[attr-defined]  # a form stands beside it
                None, "Read what stands below before you save. Then change what is wrong, or tick the box to save it as it is."
            )

    @property
    def to_tick(self) -> str:
        """The codes of the cautions that a tick settles, as the tick box sends them back."""
        return " ".join(sorted(caution.code for caution in self.cautions if not caution.needs_reason))

    @property
    def ticked(self) -> bool:
        """Were these very cautions shown before and ticked?"""
        return set(self.to_tick.split()) <= set(str(self.data.get(SEEN, "")).split())

    @property
    def comment(self) -> str:
        """For the history: what the person was told before saving."""
        return "Saved after a warning: " + " ".join(caution.sentence for caution in self.cautions) if self.cautions else ""


class CautiousForm(Cautions, RecordForm[Edited]):
    """A record form with cautions. A subclass says which apply, and may name a `reason_field` for those that take a reason."""

    reason_field = ""
    reason_missing = "Say why, in a sentence."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cautions: list[Caution] = []
        if self.reason_field and not self[self.reason_field].value():
            self._show_reason(shown=False)

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        """What deserves a second look, given fields that are valid."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if getattr(self.instance, "withdrawn_on", None):
            raise forms.ValidationError("This record was withdrawn meanwhile and can no longer be changed. Record it anew if it is true.")
        if self.errors:
            return cleaned
        self.cautions = self.find_cautions(cleaned)
        if self.reason_field and any(caution.needs_reason for caution in self.cautions):
            self._show_reason(shown=True)
            self.fields[self.reason_field].required = True
            if not cleaned.get(self.reason_field):
                self.add_error(self.reason_field, self.reason_missing)
        self.ask_for_tick()
        return cleaned

    def _show_reason(self, *, shown: bool) -> None:
        self.fields[self.reason_field].widget = forms.Textarea(attrs={"rows": 3}) if shown else forms.HiddenInput()
