from typing import Any

from django import forms

from strategies import cautions
from strategies.models import EqualityAssessment
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class EqualityAssessmentForm(CautiousForm[EqualityAssessment]):
    """That equality was considered: by which paper, when, by whom, and what came of it."""

    class Meta:
        model = EqualityAssessment
        fields = ["title", "made_on", "made_by", "effect", "reference", "link"]
        field_classes = {"made_on": HappenedField}
        widgets = {"effect": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "made_on": "The day it was finished, for example 1 12 2023, or December 2023.",
            "effect": "Which groups it looked at, and what was changed because of it. Do not name victims, suspects or patients.",
            "reference": "For example appendix 2 of the cabinet's paper.",
        }

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.about_equality(self.instance.strategy_version, cleaned["made_on"])
