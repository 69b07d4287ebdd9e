"""The three ways of recording a version: the working draft as it stands, an uploaded document, a link."""

from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from strategies.actions.freeze_version import Content, draft, seal_of
from strategies.cautions import about_empty
from strategies.models import Strategy, Version
from strategies.models.version import Form
from strategies.placed import findings_of, unknown_numbers
from strategies.queries import sections_of
from svduty.editing.cautious import Caution, Cautions
from svduty.editing.forms import KindForm
from svduty.editing.happened import HappenedField


class FreezeForm(KindForm):
    """What the three ways share: the version's date and a note."""

    form = Form.TYPED
    dated = HappenedField(
        label="Date of this version",
        help_text="The date it bears or was finished, for example 16 1 2024, or January 2024.",
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example what changed since the last version.",
    )

    def __init__(self, *args: Any, strategy: Strategy, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.strategy = strategy

    def content(self) -> Content:
        """What a valid form asks to keep."""
        raise NotImplementedError


class FreezeDraftForm(Cautions, FreezeForm):
    seen_draft = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = draft(self.strategy)
        self.cautions: list[Caution] = []
        self.fields["seen_draft"].initial = seal_of(self.sections)

    def clean(self) -> dict[str, Any]:
        if not self.sections:
            raise forms.ValidationError("The working draft has no sections, so there is nothing to keep. Add its first section first.")
        if missing := self._missing():
            raise forms.ValidationError(missing)
        if not self.errors:
            self.cautions = about_empty(self.sections)
            self.ask_for_tick()
        return self.cleaned_data

    def _missing(self) -> list[str]:
        """What the draft places by reference and the needs assessment does not have: a version would keep the gap for ever."""
        known = findings_of(self.strategy)
        return [
            f"“{section.heading}” places finding {number}, which the needs assessment behind this strategy does not have. Change it first."
            for section in sections_of(self.strategy)
            for number in unknown_numbers(section.text, known)
        ]

    def content(self) -> Content:
        return Content(Form.TYPED, seen_draft=self.cleaned_data["seen_draft"])

    def show_conflict(self, current: Strategy) -> None:
        """Let the next press be made knowing that the draft has changed."""
        self.data = self.data.copy()
        self.data["seen_draft"] = seal_of(draft(current))
        self.add_error(None, "Somebody changed the working draft after you opened this page. Read it again below before you record it.")


class FreezeDocumentForm(FreezeForm):
    form = Form.DOCUMENT
    document = CheckedFileField(label="The document")
    field_order = ["document"]

    def content(self) -> Content:
        return Content(Form.DOCUMENT, document=self.cleaned_data["document"])


class FreezeLinkForm(FreezeForm):
    form = Form.LINK
    link = Version._meta.get_field("link").formfield(
        required=True,
        label="Address of the document",
        help_text="Where it can be read, for example https://www.example.gov.uk/strategy.pdf",
    )
    field_order = ["link"]

    def content(self) -> Content:
        return Content(Form.LINK, link=self.cleaned_data["link"])


FREEZE_FORMS: dict[str, type[FreezeForm]] = {form.form.value: form for form in (FreezeDraftForm, FreezeDocumentForm, FreezeLinkForm)}
