from typing import Any

from django import forms

from strategies import cautions
from strategies.models import SensitivityCheck
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

STATEMENTS = ["safety", "prevention", "investigation", "institutions", "persons"]
ANSWERS = [("yes", "Yes"), ("no", "No")]


class SensitivityCheckForm(CautiousForm[SensitivityCheck]):
    """The five statements of the check, its result, and which post made it when."""

    class Meta:
        model = SensitivityCheck
        fields = [*STATEMENTS, "result", "checked_by", "checked_on", "note"]
        field_classes = {"checked_on": HappenedField}
        widgets = {"result": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "checked_on": "For example 12 1 2024, today, or January 2024.",
            "note": "What was taken out and why, in general words. Do not repeat the material, and name no victims, suspects or patients.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in STATEMENTS:
            label = self.fields[name].label
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=ANSWERS,
                coerce=lambda answer: answer == "yes",
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"}),
                error_messages={"required": f"Say whether this holds: “{label}”."},
            )
            answer = getattr(self.instance, name)
            self.initial[name] = "" if answer is None else "yes" if answer else "no"
        self.order_fields(self._meta.fields)

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        about = cautions.about_check([cleaned[name] for name in STATEMENTS], cleaned["result"])
        return [*about, *cautions.before_its_date(self.instance.strategy_version, cleaned["checked_on"])]
