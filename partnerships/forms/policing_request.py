from typing import Any

from django import forms

from partnerships import queries, queries_requests
from partnerships.forms.answered import NO_NAMES, check_answer
from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import PolicingBodyRequest
from partnerships.models.sharing import PolicingAnswer, PolicingRequestKind
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.happened import HappenedField


class PolicingRequestForm(CautiousForm[PolicingBodyRequest]):
    """What the local policing body asked for, of whom, and by when."""

    mark_optional = False

    class Meta:
        model = PolicingBodyRequest
        fields = ["kind", "asked_by", "asked_of", "asked_on", "about", "answer_by"]
        field_classes = {"asked_on": HappenedField, "answer_by": DayFormField}
        widgets = {"kind": forms.RadioSelect, "about": forms.Textarea(attrs={"rows": 4})}
        labels = {"answer_by": "Asked for by (optional)"}
        help_texts = {
            "asked_by": "The local policing body, for example a police and crime commissioner or the Mayor's office.",
            "asked_on": "For example 3 3 2026, or March 2026.",
            "about": f"In a sentence or two. {NO_NAMES}",
            "answer_by": "If the request names a day, for example 31 3 2026. The law sets none.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        organisations = queries.organisations_for(self.instance.partnership)
        fields["asked_by"].queryset = fields["asked_of"].queryset = organisations
        if not self.instance.pk:
            bodies = list(queries_requests.policing_bodies_of(self.instance.partnership)[:2])
            if len(bodies) == 1:
                self.initial["asked_by"] = bodies[0].pk

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("asked_by") and cleaned.get("asked_by") == cleaned.get("asked_of"):
            self.add_error("asked_of", "A body does not ask itself. Choose the body that was asked.")
        answered_on, asked_on = self.instance.answered_on, cleaned.get("asked_on")
        if answered_on and asked_on and answered_on.latest < asked_on.earliest:
            self.add_error("asked_on", f"It was answered on {answered_on}, so it cannot have been asked on {asked_on}. Check the two days.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        partnership, found = self.instance.partnership, []
        if not queries_requests.is_policing_body(partnership, cleaned["asked_by"]):
            sentence = f"{cleaned['asked_by']} is not recorded as a local policing body. Sections 14 and 17 are about requests of one."
            found.append(Caution("no-policing-body", sentence))
        if not queries_requests.standings_of(partnership, cleaned["asked_of"]):
            sentence = f"{cleaned['asked_of']} takes part here neither as specified nor as relevant authority. Look at whom it asked."
            found.append(Caution("no-authority", sentence))
        answer_by = cleaned.get("answer_by")
        if answer_by and answer_by < cleaned["asked_on"].earliest:
            found.append(Caution("day-before", "The day it asks for lies before the day on which it asked. Look at both again."))
        return found


class PolicingAnswerForm(CautiousForm[PolicingBodyRequest]):
    """The answer to a request of the local policing body. Both boxes left empty take a recorded answer back."""

    mark_optional = False
    upload = CheckedFileField(label="The answer as a file (optional)", required=False)

    class Meta:
        model = PolicingBodyRequest
        fields = ["answered_on", "answer", "answer_note"]
        field_classes = {"answered_on": HappenedField}
        widgets = {"answer_note": forms.Textarea(attrs={"rows": 4})}
        labels = {"answer_note": "What was answered, and why (optional)"}
        help_texts = {"answered_on": "For example 20 3 2026, or today.", "answer_note": NO_NAMES}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer: Any = self.fields["answer"]
        answer.choices = [("", "Not answered yet"), *PolicingAnswer.choices]
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of it (optional)"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        check_answer(self, self.instance.asked_on, self.cleaned_data, must=not self.initial.get("answered_on"))
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        answer, found = cleaned.get("answer"), []
        if answer == PolicingAnswer.REFUSED and self.instance.kind != PolicingRequestKind.MEETING:
            must = "comply (section 17(4))" if self.instance.kind == PolicingRequestKind.INFORMATION else "co-operate (section 14(6))"
            found.append(Caution("refused", f"The body asked must {must}, within the limits shown above."))
        if answer in (PolicingAnswer.NOT_HELD, PolicingAnswer.REFUSED, PolicingAnswer.PARTLY) and not cleaned.get("answer_note"):
            found.append(Caution("no-why", "It is not said why it was not all done as asked. A sentence will be wanted later."))
        return found
