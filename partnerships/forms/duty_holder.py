from typing import Any

from django import forms

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.forms.named_body import body_choice, body_name, named_body, offer_bodies
from partnerships.models import DutyHolder, Organisation

DETAILS = ["senior_lead", "lead_since", "deputy", "starts", "note"]


class NewDutyHolderForm(LastingForm):
    """A body in one capacity for one or more areas; a body nobody has entered yet is just typed."""

    instance: DutyHolder
    organisation = body_choice()
    new_organisation = body_name()
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
        for name in ("lead_since", "deputy", "note"):
            self.fields[name].label = f"{self.fields[name].label} (optional)"
        self.fields["starts"].help_text = "For example 31 1 2023. A month or a year will do if that is all you know."
        offer_bodies(self, partnership)
        self.fields["areas"].queryset = queries.current_areas_of(partnership)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        organisation = named_body(self, self.instance.partnership)
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
    """One row put right. A new senior lead needs a day since when, unless only the words changed."""

    instance: DutyHolder
    new_organisation = body_name("If it is not in the list.")
    same_lead = forms.BooleanField(required=False, label="It is the same lead, only put into other words")
    field_order = ["organisation", "new_organisation", "capacity", "area", "senior_lead", "lead_since", "same_lead"]

    class Meta:
        model = DutyHolder
        fields = ["organisation", "capacity", "area", *DETAILS, "ends"]
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership = self.instance.partnership
        self.fields["organisation"].required = False  # named_body says so when neither box is filled
        offer_bodies(self, partnership)
        self.fields["area"].queryset = queries.areas_of(partnership)  # type: ignore[attr-defined]
        self.led_by = self.instance.senior_lead
        if not (self.is_bound and self.led_by and (self.data.get("senior_lead") or "").strip() not in ("", self.led_by)):
            self.leave_out("same_lead")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        organisation = named_body(self, self.instance.partnership)
        cleaned.pop("organisation", None)
        if isinstance(organisation, Organisation):
            cleaned["organisation"] = organisation
        elif organisation and "organisation" not in self.errors:
            self.add_error("new_organisation", "No body of this name is in the register. Add it under Who first, then choose it here.")
        if "same_lead" in self.fields and not cleaned.get("same_lead") and "lead_since" not in {*self.changed_data, *self.errors}:
            now = cleaned.get("senior_lead")
            self.add_error("lead_since", f"The senior lead was {self.led_by}. Enter since when it is {now}, or tick the box below.")
        # Whoever saves the row has looked at what came over from a predecessor.
        self.instance.carried_over = False
        return cleaned
