from typing import Any

from django import forms
from django.conf import settings

from compliance import queries
from compliance.forms.evidence import WITHDRAWN
from compliance.models import Submission
from compliance.models.submission import Recipient
from partnerships.forms.checked_file import CheckedFileField
from svduty.editing.forms import RecordForm
from svduty.editing.happened import HappenedField


class SubmissionForm(RecordForm[Submission]):
    """One sending of a version: to whom, by which body, on which day, with proof if there is any."""

    upload = CheckedFileField(label="Proof that it was sent", required=False)

    class Meta:
        model = Submission
        fields = ["recipient", "sender", "sent_on", "sent_to", "upload", "note"]
        field_classes = {"sent_on": HappenedField}
        widgets = {"recipient": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "sender": "The Regulations ask one of the specified authorities to send it: they stand first in this list.",
            "sent_on": "For example 6 2 2024, today or yesterday.",
            "sent_to": "An e-mail or postal address of the office, not of a person.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.strategy_version.strategy.partnership
        self.fields["sender"].queryset = queries.senders(partnership)  # type: ignore[attr-defined]
        self.fields["upload"].help_text = f"{self.fields['upload'].help_text} For example the e-mail itself, saved."
        if self.instance.proof:
            self.fields["upload"].label = "Another proof in place of it"
            self.fields["upload"].help_text = f"Now kept: {self.instance.proof.name}. Leave this empty to keep it."
        if not self.instance.pk:
            self.initial.setdefault("recipient", Recipient.SECRETARY_OF_STATE)
            self.initial["sent_to"] = settings.HOME_OFFICE_ADDRESS

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        to_home_office = cleaned.get("recipient") == Recipient.SECRETARY_OF_STATE
        if not self.instance.pk and not to_home_office and cleaned.get("sent_to") == settings.HOME_OFFICE_ADDRESS:
            cleaned["sent_to"] = ""
        return cleaned
