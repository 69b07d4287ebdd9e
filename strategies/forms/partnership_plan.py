from typing import Any

from django import forms

from strategies.models import PartnershipPlan, Strategy
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class PartnershipPlanForm(CautiousForm[PartnershipPlan]):
    """The community safety partnership's own plan: its period, whether it covers serious violence, and where it can be read."""

    class Meta:
        model = PartnershipPlan
        fields = ["title", "covers", "strategy", "period_from", "period_to", "adopted_on", "reference", "link"]
        field_classes = {"adopted_on": HappenedField}
        widgets = {"covers": forms.RadioSelect}
        labels = {"covers": "Does it have a strategy against serious violence?"}
        help_texts = {
            "title": "As on its cover, for example Community Safety Plan 2026 to 2029.",
            "covers": "Crime and Disorder Act 1998 section 6(1)(d): preventing people from becoming involved in serious violence, and "
            "reducing instances of it.",
            "strategy": "One document may serve both laws. Choose it here if the strategy kept in this service is that one.",
            "period_from": "For example April 2026.",
            "adopted_on": "For example 12 3 2026, or March 2026.",
            "reference": "For example item 4 of the minutes.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["strategy"].queryset = Strategy.objects.filter(partnership=self.instance.partnership, withdrawn_on=None)
        fields["strategy"].empty_label = "None of these"
        fields["covers"].choices = [("", "Not recorded"), ("yes", "Yes"), ("no", "No")]

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_to")
        if start and end and end.latest < start.earliest:
            self.add_error("period_to", f"Its period begins {start}, so it cannot end {end}. Enter a later end.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = []
        if cleaned["strategy"] and cleaned["covers"] == "no":
            found.append(Caution("covers-by-it", "You chose a strategy and say that the plan has none. Look at both answers again."))
        start, adopted = cleaned["period_from"], cleaned["adopted_on"]
        if start and adopted and adopted.earliest > start.latest:
            sentence = "It was adopted after its period began. A plan is to be revised before each year begins. That is kept all the same."
            found.append(Caution("after-start", sentence))
        return found
