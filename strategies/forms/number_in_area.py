from typing import Any

from django import forms

from partnerships.queries import areas_of
from strategies import consultation_cautions as cautions
from strategies.forms.consultation import WHOLE_NUMBER
from strategies.models import NumberInArea
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class NumberInAreaForm(CautiousForm[NumberInArea]):
    """How many authorities of a kind an area had on a day, by which source, and who vouches for it."""

    class Meta:
        model = NumberInArea
        fields = ["kind", "area", "number", "counted_on", "source", "confirmed_by", "reason"]
        field_classes = {"counted_on": HappenedField}
        widgets = {"kind": forms.RadioSelect, "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "number": "Enter 0 if there is none in the area.",
            "counted_on": "The day for which the number holds, for example 1 9 2023.",
            "reason": "For example: the list of prisons in England and Wales names none in the borough.",
        }
        error_messages = {"number": {"invalid": WHOLE_NUMBER, "min_value": "Enter 0 if there is none, or how many there are."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area: Any = self.fields["area"]
        area.queryset = areas_of(self.instance.partnership).order_by("name")

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.about_count(cleaned["number"], cleaned["source"], cleaned["confirmed_by"], cleaned["reason"])
