from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from partnerships import queries, queries_requests
from partnerships.collaboration import GROUNDS, TAKEN_AWAY, grounds_taken_away
from partnerships.forms.answered import NO_NAMES, check_answer
from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import CollaborationRequest
from partnerships.models.body import Standing
from partnerships.models.sharing import CollaborationAnswer
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

GROUND_FIELDS = ["incompatible", "adverse", "disproportionate", "costly"]
ANSWER = ["answered_on", "answer", *GROUND_FIELDS, "reason"]
CAPACITIES = [("", "As in the list of bodies"), *Standing.choices[:2]]
FROM_THE_REGISTER = "If you leave it as it is, the capacity is taken from the list of bodies that take part."


class CollaborationAnswerForm(CautiousForm[CollaborationRequest]):
    """The answer to a request to work together, with the grounds of s.15(7) that were claimed.

    A recorded answer is taken back by leaving its day and what it was empty.
    """

    mark_optional = False
    upload = CheckedFileField(label="The answer as a file (optional)", required=False)

    class Meta:
        model = CollaborationRequest
        fields = ANSWER
        field_classes = {"answered_on": HappenedField}
        widgets: dict[str, Any] = {"reason": forms.Textarea(attrs={"rows": 4})}
        labels = {
            name: f"({letter}) {words[0].upper()}{words[1:]}" for name, (letter, words) in zip(GROUND_FIELDS, GROUNDS.items(), strict=True)
        } | {"reason": "Why the ground holds (optional)"}
        help_texts = dict.fromkeys(GROUND_FIELDS, "") | {
            "answered_on": "For example 20 3 2026, or today.",
            "reason": f"The effect together with other requests counts too (section 15(8)). {NO_NAMES}",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answer: Any = self.fields["answer"]
        answer.choices = [("", "Not answered yet"), *CollaborationAnswer.choices]
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of it (optional)"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."
        self.helper.layout = Layout("seen_version", *self.groups())  # type: ignore[attr-defined]  # put there by the base

    def groups(self) -> list[Fieldset]:
        return [
            Fieldset("The answer", "answered_on", "answer"),
            Fieldset("Grounds claimed for not doing it (section 15(7))", *GROUND_FIELDS, "reason"),
            Fieldset("The paper", "upload"),
        ]

    def asked(self) -> tuple[Any, str, str, str]:
        """The day it was asked, both capacities, and the purpose."""
        request = self.instance
        return request.asked_on, request.asked_by_as, request.asked_of_as, request.purpose

    def must_answer(self) -> bool:
        """Is there nothing to save without an answer?"""
        return not self.initial.get("answered_on")

    def clean(self) -> dict[str, Any]:
        check_answer(self, self.asked()[0], self.cleaned_data, must=self.must_answer())
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        _, asked_by_as, asked_of_as, purpose = self.asked()
        claimed = [name for name in GROUND_FIELDS if cleaned.get(name)]
        answer, found = cleaned.get("answer"), []
        if claimed and grounds_taken_away(asked_by_as, asked_of_as, purpose):
            found.append(Caution("taken-away", f"{TAKEN_AWAY} It is recorded as it was claimed, and the duty stays unmet."))
        if claimed and not cleaned.get("reason"):
            found.append(Caution("no-reason", "A ground is claimed and no reason is given. Say why it holds, if that is known."))
        if claimed and answer in ("", CollaborationAnswer.AGREED):
            found.append(Caution("ground-unused", "A ground is claimed, yet nothing is said to have been refused. Look at both again."))
        if not claimed and answer in (CollaborationAnswer.PARTLY, CollaborationAnswer.REFUSED):
            sentence = "Only the four grounds of section 15(7) release a body that was asked, and none is ticked."
            found.append(Caution("no-ground", sentence))
        return found


class CollaborationRequestForm(CollaborationAnswerForm):
    """Who asked whom to work with it, in which capacities and for what; and the answer, if there is one."""

    class Meta(CollaborationAnswerForm.Meta):
        fields = ["asked_by", "asked_by_as", "asked_of", "asked_of_as", "asked_on", "purpose", "about", *ANSWER]
        field_classes = {"asked_on": HappenedField, "answered_on": HappenedField}
        widgets = {
            **CollaborationAnswerForm.Meta.widgets,
            "purpose": forms.RadioSelect,
            "about": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            **CollaborationAnswerForm.Meta.help_texts,
            "asked_on": "For example 3 3 2026, or March 2026.",
            "about": f"In a sentence or two. {NO_NAMES}",
            "asked_by_as": FROM_THE_REGISTER,
            "asked_of_as": FROM_THE_REGISTER,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["asked_by"].queryset = fields["asked_of"].queryset = queries.organisations_for(self.instance.partnership)
        for name in ("asked_by_as", "asked_of_as"):
            fields[name].required = False
            fields[name].choices = CAPACITIES

    def groups(self) -> list[Fieldset]:
        asked = ["asked_by", "asked_by_as", "asked_of", "asked_of_as", "asked_on"]
        return [Fieldset("Who asked whom", *asked), Fieldset("What it was about", "purpose", "about"), *super().groups()]

    def must_answer(self) -> bool:
        return False

    def asked(self) -> tuple[Any, str, str, str]:
        said = self.cleaned_data
        return said.get("asked_on"), said.get("asked_by_as", ""), said.get("asked_of_as", ""), said.get("purpose", "")

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("asked_by") and cleaned.get("asked_by") == cleaned.get("asked_of"):
            self.add_error("asked_of", "A body does not ask itself. Choose the body that was asked.")
        for body in ("asked_by", "asked_of"):
            self._take_capacity(body, f"{body}_as", "asked" if body == "asked_by" else "was asked")
        return super().clean()

    def _take_capacity(self, body: str, capacity: str, verb: str) -> None:
        """Fill in a capacity that was left as it is from the register, where the register leaves no doubt."""
        organisation = self.cleaned_data.get(body)
        if self.cleaned_data.get(capacity) or organisation is None or capacity in self.errors:
            return
        known = queries_requests.standings_of(self.instance.partnership, organisation)
        if len(known) == 1:
            self.cleaned_data[capacity] = known.pop()
        elif known:
            self.add_error(capacity, f"{organisation} takes part both as specified and as relevant authority. Choose as what it {verb}.")
        else:
            sentence = f"{organisation} takes part here neither as specified nor as relevant authority. Choose as what it {verb}."
            self.add_error(capacity, sentence)

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = super().find_cautions(cleaned)
        if cleaned["asked_by_as"] == cleaned["asked_of_as"] == Standing.SPECIFIED:
            sentence = (
                "Section 15 is about schools, prisons and youth custody. Specified authorities must work together anyway: section 8(1)."
            )
            found.append(Caution("both-specified", sentence))
        return found
