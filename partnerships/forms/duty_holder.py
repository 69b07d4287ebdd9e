from typing import Any

from django import forms

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.models import DutyHolder, Organisation

DETAILS = ["senior_lead", "deputy", "starts", "note"]


class NewDutyHolderForm(LastingForm):
    """A body in one capacity for one or more areas; a body nobody has entered yet is just typed."""

    instance: DutyHolder
    organisation: Any = forms.ModelChoiceField(queryset=None, required=False, label="Organisation")
    new_organisation = forms.CharField(
        required=False, max_length=200, label="Or type its name", help_text="If it is not in the list yet. It is added to it."
    )
    areas: Any = forms.ModelMultipleChoiceField(
        queryset=None,
        label="For these areas",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_pk_value": "Choose from the areas shown."},
    )
    # Either of the two names the body, so neither is marked as optional; what is, says so itself.
    mark_optional = False
    field_order = ["capacity", "organisation", "new_organisation", "areas", *DETAILS]

    class Meta:
        model = DutyHolder
        fields = ["capacity", *DETAILS]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.partnership
        for name in ("deputy", "note"):
            self.fields[name].label = f"{self.fields[name].label} (optional)"
        self.fields["starts"].help_text = "For example 31 1 2023. A month or a year will do if that is all you know."
        self.fields["organisation"].queryset = queries.organisations_for(partnership)  # type: ignore[attr-defined]
        self.fields["areas"].queryset = queries.current_areas_of(partnership)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        organisation, name = cleaned.get("organisation"), (cleaned.get("new_organisation") or "").strip()
        if organisation and name:
            self.add_error("new_organisation", "Choose an organisation from the list or type a name, not both.")
        elif not organisation and not name and not {"organisation", "new_organisation"} & set(self.errors):
            self.add_error("organisation", "Choose an organisation, or type its name in the next box.")
        organisation = organisation or queries.organisation_named(self.instance.partnership, name) or name
        cleaned["body"] = organisation
        if isinstance(organisation, Organisation) and cleaned.get("capacity") and cleaned.get("areas"):
            areas = list(cleaned["areas"])
            for holder in queries.duty_holders_already(self.instance.partnership, organisation, cleaned["capacity"], areas):
                self.add_error(None, f"{holder} is recorded already. Change that record, or leave this area out.")
        return cleaned

    def details(self) -> dict[str, Any]:
        """What every row of this body gets besides organisation, capacity and area."""
        return {name: self.cleaned_data[name] for name in DETAILS}


class DutyHolderForm(LastingForm):
    """One row put right."""

    instance: DutyHolder

    class Meta:
        model = DutyHolder
        fields = ["organisation", "capacity", "area", *DETAILS, "ends"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.partnership
        self.fields["organisation"].queryset = queries.organisations_for(partnership)  # type: ignore[attr-defined]
        self.fields["area"].queryset = queries.areas_of(partnership)  # type: ignore[attr-defined]
