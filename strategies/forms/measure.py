from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from partnerships.forms.lasting import LastingForm
from strategies import queries_measures as queries
from strategies.measuring import below_nothing
from strategies.models import Measure
from svduty.editing.days import DayFormField
from svduty.editing.figures import FigureField


class MeasureForm(LastingForm):
    """What is counted, from where, how often, and what it should come to."""

    instance: Measure

    class Meta:
        model = Measure
        fields = [
            "name",
            "counts",
            "objective",
            "unit",
            "better",
            "every_months",
            "days_to_report",
            "source",
            "source_body",
            "target",
            "target_by",
            "ends",
        ]
        field_classes = {"target": FigureField, "target_by": DayFormField}
        widgets: dict[str, Any] = {
            "counts": forms.Textarea(attrs={"rows": 3}),
            "unit": forms.RadioSelect,
            "better": forms.RadioSelect,
            "target_by": forms.TextInput,
        }
        help_texts = {
            "name": "For example Knife injuries seen in hospital, under 25.",
            "counts": "Which offences, ages and places, so that two people would count the same.",
            "source": "For example police recorded crime.",
            "source_body": "Its people may enter the figures themselves.",
            "days_to_report": "After the time that it counts is over. A figure that is not here by then is marked out of date.",
            "target": "For example 30.",
            "target_by": "For example 31 3 2028.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        partnership, measure = self.instance.partnership, self.instance
        fields["objective"].queryset = queries.objectives_to_choose(partnership, measure.objective_id)
        fields["objective"].empty_label = "None of them"
        fields["source_body"].queryset = queries.bodies_to_choose(partnership, measure.source_body_id)
        fields["source_body"].empty_label = "None of them"
        days = "Enter a whole number of days, for example 60."
        fields["days_to_report"].error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), days)
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("What is counted", "name", "counts", "objective", "unit", "better"),
            Fieldset("How often, and from where", "every_months", "days_to_report", "source", "source_body"),
            Fieldset("What it should come to", "target", "target_by", *(["ends"] if "ends" in fields else [])),
        )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("target_by") and self.cleaned_data.get("target") is None and "target" not in self.errors:
            self.add_error("target", "You set a day for the target. Enter the target, or empty the day.")
        if wrong := below_nothing(self.cleaned_data.get("unit", ""), self.cleaned_data.get("target")):
            self.add_error("target", wrong)
        if (self.cleaned_data.get("days_to_report") or 0) > 1000:
            self.add_error("days_to_report", "That is more than two and a half years. Enter the days until a figure is there.")
        return super().clean()
