from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError

from partnerships import queries_sharing
from partnerships.forms.checked_file import CheckedFileField
from partnerships.forms.lasting import LastingForm
from partnerships.models import SharingAgreement
from partnerships.models.definition import Considered
from partnerships.sharing import BARRED
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.forms import KindForm
from svduty.editing.happened import HappenedField
from svduty.vague_dates import VagueDate, VagueDateFormField

YES_OR_NO = [("", "Not recorded"), *Considered.choices]
NO_NAMES = "Do not name victims, suspects or patients."


class SharingAgreementForm(LastingForm, CautiousForm[SharingAgreement]):
    """Between whom an agreement is, what for, what it leaves out, and when it is looked at again."""

    instance: SharingAgreement
    mark_optional = False
    upload = CheckedFileField(label="The agreement as a file", required=False)
    others: Any = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label="Other bodies of the register", widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = SharingAgreement
        fields = ["title", "purpose", "parties", *BARRED, "starts", "review_on", "ends", "for_csp", "link", "note"]
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "parties": forms.CheckboxSelectMultiple,
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"parties": "Parties: bodies that take part", "starts": "In force since"}
        help_texts = {
            "title": "As on its cover, for example Information sharing agreement on serious violence.",
            "purpose": f"What is shared and what for, in a sentence or two. {NO_NAMES}",
            "starts": "For example 1 4 2026, or April 2026.",
            "review_on": "If left empty: twelve months after it began. That is our rule, not law.",
            "link": "For example https://www.example.gov.uk/agreement",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near, others = queries_sharing.parties_to_choose(self.instance.partnership, self.instance)
        if not others:
            self.leave_out("others")
        fields: Any = self.fields
        for name, offered in (("parties", near), ("others", others)):
            if name in fields:
                fields[name].queryset = offered
                fields[name].error_messages |= dict.fromkeys(("invalid_pk_value", "invalid_choice"), "Choose from the bodies shown.")
        for name in BARRED:
            fields[name].choices = YES_OR_NO
            fields[name].error_messages["invalid_choice"] = f"Choose one of the answers to “{fields[name].label}”."
        if self.instance.document:
            fields["upload"].label = "Another file in place of it"
            fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("What was agreed", "title", "purpose"),
            Fieldset("Between whom", *[name for name in ("parties", "others") if name in fields]),
            Fieldset("What section 16 does not authorise", Div(*BARRED, css_class="svd-columns")),
            Fieldset("From when, and when it is looked at again", *[name for name in ("starts", "review_on", "ends") if name in fields]),
            Fieldset("Where it is kept", "upload", "link", "for_csp", "note"),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if "parties" in cleaned and cleaned.get("others"):
            cleaned["parties"] = queries_sharing.together(cleaned["parties"], cleaned["others"])
        starts, review_on = cleaned.get("starts"), cleaned.get("review_on")
        if isinstance(starts, VagueDate) and isinstance(review_on, VagueDate) and review_on.latest < starts.earliest:
            self.add_error("review_on", f"It began on {starts}, so its review cannot be due on {review_on}. Enter a later date.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = []
        if len(cleaned["parties"]) < 2:
            found.append(Caution("parties", "An agreement is between two bodies at least. Tick those that signed it, if they are here."))
        if let_in := [words for name, words in BARRED.items() if cleaned.get(name) == Considered.NO]:
            barred = "; ".join(let_in)
            found.append(
                Caution("barred", f"Section 16 does not authorise this to be shared, and you say that it is not left out: {barred}.")
            )
        return found


class SharingReviewForm(KindForm):
    """An agreement was looked at again: when, by whom, what came of it, and when next."""

    reviewed_on = HappenedField(label="Reviewed on", help_text="For example 10 1 2026, or January 2026.")
    reviewed_by = forms.CharField(label="By whom", max_length=200, help_text="The board or the post, not a person's name.")
    review_on = VagueDateFormField(
        label="To be reviewed next by (optional)",
        required=False,
        help_text="If left empty: twelve months after this review. That is our rule, not law.",
    )
    note = forms.CharField(
        label="What came of it (optional)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"It is kept in the history. {NO_NAMES}",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: SharingAgreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self.fields["seen_version"].initial = instance.version
        self.conflict: list[dict[str, str]] = []

    def clean(self) -> dict[str, Any]:
        cleaned, starts = self.cleaned_data, self.instance.starts
        reviewed, due = cleaned.get("reviewed_on"), cleaned.get("review_on")
        if reviewed and starts and reviewed.latest < starts.earliest:
            raise ValidationError(
                {"reviewed_on": f"It began on {starts}, so it cannot have been reviewed on {reviewed}. Check both dates."}
            )
        if reviewed and due and due.latest < reviewed.earliest:
            raise ValidationError({"review_on": f"It was reviewed on {reviewed}, so the next review cannot be due on {due}."})
        return cleaned

    def show_conflict(self, current: Any) -> None:
        """Keep what was typed and show what the record says now."""
        self.conflict = [
            {"label": "To be reviewed by", "mine": str(self.data.get("review_on", "")), "theirs": str(current.review_on or "Not recorded")}
        ]
        posted: Any = self.data
        self.data = posted.copy()
        self.data["seen_version"] = str(current.version)
        self.add_error(None, "Somebody else saved this agreement after you opened this page. What they saved is shown beside your words.")
