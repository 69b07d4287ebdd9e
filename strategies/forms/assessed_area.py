from typing import Any

from django import forms

from strategies import queries_assessment as queries
from strategies.forms.needs_assessment import NO_NAMES, refuse_withdrawn
from strategies.models import AssessedArea
from svduty.editing.cautious import Caution, CautiousForm

FOUND = ["kinds", "causes", "causes_note"]


class AssessedAreaForm(CautiousForm[AssessedArea]):
    """What an assessment found in one area: kinds and causes, one a line."""

    class Meta:
        model = AssessedArea
        fields = ["area", *FOUND]
        widgets = {
            "kinds": forms.Textarea(attrs={"rows": 6}),
            "causes": forms.Textarea(attrs={"rows": 6}),
            "causes_note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "kinds": f"One kind a line, for example robbery with a knife. {NO_NAMES}",
            "causes": f"One cause or risk factor a line, for example exclusion from school. {NO_NAMES}",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = queries.areas_by_name(self.instance.assessment.partnership)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        if not self.initial.get("area") and len(areas) == 1:
            self.initial["area"] = areas[0].pk

    def clean(self) -> dict[str, Any]:
        refuse_withdrawn(self.instance.assessment)
        cleaned = self.cleaned_data
        if not self.errors and not any(cleaned[name].strip() for name in FOUND):
            self.add_error("kinds", "Write at least one kind of serious violence that was found in this area, or one cause.")
        area = cleaned.get("area")
        other = queries.other_row_for(self.instance, area) if area else None
        if other and [getattr(other, name) for name in FOUND] != [cleaned.get(name) for name in FOUND]:
            self.add_error("area", f"What was found in {area} is recorded already. Change that record, or choose another area.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["causes"].strip() and cleaned["causes_note"].strip():
            both = "You list causes, and also say why none could be found. If the note is about something else, clear it."
            return [Caution("causes-and-none", both)]
        return []
