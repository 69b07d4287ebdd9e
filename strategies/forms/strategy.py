from typing import Any

from django import forms

from partnerships.models.partnership import LegalBasis
from partnerships.queries import areas_of, current_areas_of
from strategies import cautions, queries
from strategies.assessment_cautions import about_approvals
from strategies.models import Strategy
from strategies.queries_assessment import assessments_behind, specified_bodies
from svduty.editing.cautious import Caution, CautiousForm


class StrategyForm(CautiousForm[Strategy]):
    """What a strategy is: title, legal basis, areas, who made it, period, the evidence behind it and the strategy it follows."""

    class Meta:
        model = Strategy
        fields = [
            "title",
            "legal_basis",
            "areas",
            "made_by",
            "period_from",
            "period_to",
            "assessment",
            "follows",
            "earlier_not_held",
            "note",
        ]
        widgets = {
            "legal_basis": forms.RadioSelect,
            "areas": forms.CheckboxSelectMultiple,
            "made_by": forms.CheckboxSelectMultiple,
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "title": "As on its cover, for example Serious Violence Strategy 2024 to 2027.",
            "period_to": "The last month or year it covers.",
            "assessment": "The evidence it was written on: what serious violence there is, and why.",
            "follows": "Only if this is a new strategy. A revised text of the same strategy is recorded as a new version of it.",
            "note": "For example where these facts come from. Do not name victims, suspects or patients.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.partnership
        self.fields["areas"].queryset = areas_of(partnership).order_by("name")  # type: ignore[attr-defined]
        self.fields["follows"].queryset = queries.earlier_strategies(partnership, self.instance)  # type: ignore[attr-defined]
        self.fields["follows"].empty_label = "None: it is the first"  # type: ignore[attr-defined]
        self.fields["areas"].error_messages["required"] = "Choose at least one area that the strategy covers."
        self.fields["areas"].error_messages["invalid_choice"] = self.fields["areas"].error_messages["invalid_pk_value"] = (
            "Choose the areas from the list; what was sent is not among the partnership's areas."
        )
        self._offer_bodies()
        self._offer_assessments()
        if not self.instance.pk:
            self.initial["legal_basis"] = partnership.legal_basis
            self.initial["areas"] = list(current_areas_of(partnership))

    def _offer_bodies(self) -> None:
        """The specified authorities of the register, and whoever is named already; no such question while there are none."""
        bodies = specified_bodies(self.instance.partnership)
        if self.instance.pk:
            bodies = (bodies | self.instance.made_by.all()).distinct()
        self.fields["made_by"].queryset = bodies  # type: ignore[attr-defined]
        if not bodies:
            self._drop("made_by")

    def _offer_assessments(self) -> None:
        assessments = assessments_behind(self.instance.partnership, self.instance)
        self.fields["assessment"].queryset = assessments  # type: ignore[attr-defined]
        self.fields["assessment"].empty_label = "None is named"  # type: ignore[attr-defined]
        if not assessments:
            self._drop("assessment")

    def _drop(self, name: str) -> None:
        del self.fields[name]
        self.helper.layout.fields.remove(name)  # type: ignore[attr-defined]  # given by prepare()

    def clean_follows(self) -> Strategy | None:
        chosen: Strategy | None = self.cleaned_data["follows"]
        earlier, seen = chosen, set()
        while earlier and earlier.pk not in seen:
            seen.add(earlier.pk)
            if self.instance.pk and earlier.follows_id == self.instance.pk:
                raise forms.ValidationError(f"{chosen} follows this strategy, so this one cannot follow it. Choose an earlier one.")
            earlier = earlier.follows
        return chosen

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_to")
        if start and end and end.latest < start.earliest:
            self.add_error("period_to", f"The period begins {start}, so it cannot end {end}. Enter a later end.")
        if self.cleaned_data.get("follows") and self.cleaned_data.get("earlier_not_held"):
            self.add_error("earlier_not_held", "You chose an earlier strategy above, so it is recorded here. Untick this, or choose none.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        assessment = cleaned.get("assessment")
        late = about_approvals(assessment.completed_on, [self.instance]) if assessment and self.instance.pk else []
        return [*cautions.about_areas(LegalBasis(cleaned["legal_basis"]), len(cleaned["areas"])), *late]
