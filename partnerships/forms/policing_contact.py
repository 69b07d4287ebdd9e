from typing import Any

from django import forms

from partnerships import queries, queries_policing, queries_requests
from partnerships.forms.answered import NO_NAMES
from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import PolicingBodyContact
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.happened import HappenedField


class PolicingContactForm(CautiousForm[PolicingBodyContact]):
    """A meeting, visit or report of the local policing body: who was there, what it was about and what it found."""

    upload = CheckedFileField(label="A paper of it as a file", required=False)

    class Meta:
        model = PolicingBodyContact
        fields = ["kind", "by", "held_on", "attended", "about", "findings", "answer_by", "upload", "link"]
        field_classes = {"held_on": HappenedField, "answer_by": DayFormField}
        widgets = {
            "kind": forms.RadioSelect,
            "attended": forms.CheckboxSelectMultiple,
            "about": forms.Textarea(attrs={"rows": 3}),
            "findings": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "by": "For example a police and crime commissioner or the Mayor's office.",
            "held_on": "For example 3 3 2027, or March 2027.",
            "about": f"In a sentence or two. {NO_NAMES}",
            "findings": f"One finding a line. {NO_NAMES}",
            "answer_by": "If it named a day, for example 31 3 2027. The law sets none.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        partnership = self.instance.partnership
        fields["by"].queryset = queries.organisations_for(partnership)
        fields["attended"].queryset = queries_policing.bodies_taking_part(partnership)
        fields["attended"].error_messages |= dict.fromkeys(("invalid_pk_value", "invalid_choice"), "Choose from the bodies shown.")
        if self.instance.document:
            fields["upload"].label = "Another file in place of the one kept"
            fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."
        if not self.instance.pk:
            bodies = list(queries_requests.policing_bodies_of(partnership)[:2])
            if len(bodies) == 1:
                self.initial["by"] = bodies[0].pk

    def clean(self) -> dict[str, Any]:
        held_on, answered_on = self.cleaned_data.get("held_on"), self.instance.answered_on
        if held_on and answered_on and answered_on.latest < held_on.earliest:
            self.add_error("held_on", f"It was answered on {answered_on}, so it cannot have been on {held_on}. Check the two days.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = []
        if not queries_requests.is_policing_body(self.instance.partnership, cleaned["by"]):
            sentence = f"{cleaned['by']} is not recorded as a local policing body. Section 14 and regulation 9 are about one."
            found.append(Caution("no-policing-body", sentence))
        answer_by = cleaned["answer_by"]
        if answer_by and answer_by < cleaned["held_on"].earliest:
            found.append(Caution("day-before", "The day it asks for an answer lies before it. Look at both days again."))
        return found


class PolicingContactAnswerForm(CautiousForm[PolicingBodyContact]):
    """What was answered to a visit, meeting or report. Both boxes left empty take a recorded answer back."""

    mark_optional = False

    class Meta:
        model = PolicingBodyContact
        fields = ["answered_on", "answer"]
        field_classes = {"answered_on": HappenedField}
        widgets = {"answer": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "answered_on": "For example 20 3 2027, or today.",
            "answer": f"What was answered to each finding. {NO_NAMES}",
        }

    def clean(self) -> dict[str, Any]:
        answered_on, held_on = self.cleaned_data.get("answered_on"), self.instance.held_on
        if "answered_on" not in self.errors:
            if not answered_on and (self.cleaned_data.get("answer") or not self.initial.get("answered_on")):
                self.add_error("answered_on", "Enter the day it was answered. A month or a year will do if that is all you know.")
            elif answered_on and answered_on.latest < held_on.earliest:
                sentence = f"It was on {held_on}, so it cannot have been answered on {answered_on}. Check the two days."
                self.add_error("answered_on", sentence)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["answered_on"] and not cleaned["answer"]:
            return [Caution("no-words", "What was answered is not said. A sentence will be wanted later.")]
        return []
