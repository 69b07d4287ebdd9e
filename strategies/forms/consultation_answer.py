from typing import Any

from django import forms

from strategies import consultation_cautions as cautions
from strategies.models import ConsultationAnswer
from strategies.models.consultation import AnswerEffect
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class ConsultationAnswerForm(CautiousForm[ConsultationAnswer]):
    """What somebody said, and what became of it."""

    class Meta:
        model = ConsultationAnswer
        fields = ["by", "received_on", "said", "outcome", "reason"]
        field_classes = {"received_on": HappenedField}
        widgets = {"said": forms.Textarea(attrs={"rows": 5}), "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"by": "The body or group, for example a federation of primary schools. Not a person's name."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome: Any = self.fields["outcome"]
        outcome.choices = [("", "Nobody has said yet"), *AnswerEffect.choices]

    def clean(self) -> dict[str, Any]:
        if self.instance.consultation.withdrawn_on:
            raise forms.ValidationError("The consultation was withdrawn meanwhile. Record the answer in the one that counts.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = cautions.about_answer_day(self.instance.consultation, cleaned["received_on"])
        if cleaned["outcome"] and not cleaned["reason"]:
            what = "It does not say what was changed, or why not. Whoever answered will want to know: say it in a sentence if you can."
            found.append(Caution("no-reason", what))
        return found
