from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from partnerships import queries
from partnerships.actions.succeed_area import NewArea
from partnerships.area_sheet import CODE_EXAMPLE, COUNTY_ONLY_FOR_DISTRICTS, ONS_CODE
from partnerships.forms.named_body import body_choice, body_name, named_body
from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from partnerships.models.area import AreaKind
from partnerships.models.body import OrganisationKind
from partnerships.queries_successions import area_named, areas_beside
from partnerships.succession import SuccessionRefused, refuse_areas, refuse_bodies
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm

COUNCILS = [OrganisationKind.COUNCIL, OrganisationKind.COUNTY_COUNCIL]


def several(label: str, help_text: str, *, required: bool) -> Any:
    return forms.ModelMultipleChoiceField(
        queryset=None,
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_pk_value": "Choose from those shown."},
    )


class SuccessionForm(KindForm):
    """When it happens, and what to say of it."""

    mark_optional = False
    vesting_day = DayFormField(label="Vesting day", help_text="The first day of the new one, for example 1 4 2028. It may lie ahead.")
    note = forms.CharField(
        label="Note (optional)",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For example the order that makes the change.",
    )


class BodySuccessionForm(SuccessionForm):
    """In one partnership. `cleaned_data["former"]`: the bodies that pass on; `["body"]`: who follows, or a new one's name."""

    former = several("Which bodies merge or are replaced?", "Those that take part or have a seat here.", required=True)
    successor = body_choice("Who takes their place?")
    successor_name = body_name()
    field_order = ["former", "successor", "successor_name", "vesting_day", "note"]

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnership: Partnership | None = partnership
        everybody = queries.organisations_for(partnership)
        here = Q(duty_holders__partnership=partnership) | Q(seats__board__partnership=partnership)
        self.fields["former"].queryset = everybody.filter(here).distinct()  # type: ignore[attr-defined]
        self.fields["successor"].queryset = everybody  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["body"] = named_body(self, self.partnership, "successor", "successor_name")
        cleaned["former"] = self.former_bodies(cleaned)
        if not self.errors:
            try:
                refuse_bodies(cleaned["former"], cleaned["body"], cleaned["vesting_day"])
            except SuccessionRefused as refused:
                raise ValidationError(str(refused)) from None
        return cleaned

    def former_bodies(self, cleaned: dict[str, Any]) -> list[Organisation]:
        return list(cleaned.get("former") or [])


class SharedBodySuccessionForm(BodySuccessionForm):
    """For the whole installation: one body of the shared register, with others that merge with it on the same day."""

    former = several("What merges with it on the same day? (optional)", "Others of its kind in the shared register.", required=False)

    def __init__(self, *args: Any, body: Organisation, **kwargs: Any) -> None:
        super(BodySuccessionForm, self).__init__(*args, **kwargs)
        self.partnership, self.replaced = None, body
        alike = queries.shared_organisations().filter(kind=body.kind).exclude(pk=body.pk)
        self.fields["former"].queryset = alike.filter(ends__isnull=True)  # type: ignore[attr-defined]
        self.fields["successor"].queryset = alike  # type: ignore[attr-defined]
        self.fields["successor"].label = "Who takes its place?"

    def former_bodies(self, cleaned: dict[str, Any]) -> list[Organisation]:
        return [self.replaced, *(cleaned.get("former") or [])]


class AreaSuccessionForm(SuccessionForm):
    """`cleaned_data["former"]`: the areas that end; `["area"]`: the listed one that follows or a NewArea; `["body"]`: its council."""

    former = several("Which areas are replaced with it? (optional)", "Others that become part of the same new area.", required=False)
    name = forms.CharField(label="Name of the new area", max_length=100, help_text="One that is listed already is used; else it is added.")
    kind = forms.ChoiceField(label="Kind of the new area", choices=AreaKind.choices, initial=AreaKind.UNITARY)
    ons_code = forms.CharField(label="Its ONS code (optional)", max_length=9, required=False)
    upper_tier = forms.CharField(
        label="Its county (optional)", max_length=100, required=False, help_text="Only for a district in a two-tier county."
    )
    council = body_choice("Its council")
    council_name = body_name()
    field_order = ["former", "name", "kind", "ons_code", "upper_tier", "council", "council_name", "vesting_day", "note"]

    def __init__(self, *args: Any, area: LocalGovernmentArea, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.replaced = area
        self.fields["former"].queryset = areas_beside(area)  # type: ignore[attr-defined]
        self.fields["council"].queryset = queries.shared_organisations().filter(kind__in=COUNCILS)  # type: ignore[attr-defined]
        if not areas_beside(area).exists():
            del self.fields["former"]

    def clean_ons_code(self) -> str:
        code = str(self.cleaned_data["ons_code"]).strip().upper()
        if code and not ONS_CODE.fullmatch(code):
            raise ValidationError(f"{CODE_EXAMPLE} Leave the box empty if you do not have it.")
        if code and queries.all_areas().filter(ons_code=code).exclude(name__iexact=self.cleaned_data.get("name", "")).exists():
            raise ValidationError("Another area already has this ONS code.")
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["body"] = named_body(self, None, "council", "council_name")
        cleaned["former"] = [self.replaced, *(cleaned.get("former") or [])]
        if cleaned.get("upper_tier") and cleaned.get("kind") and cleaned["kind"] != AreaKind.TWO_TIER_DISTRICT:
            self.add_error("upper_tier", f"{COUNTY_ONLY_FOR_DISTRICTS} Leave this empty, or change the kind of area.")
        if self.errors:
            return cleaned
        listed = area_named(cleaned["name"], cleaned["kind"])
        # The new area may bear the name of one that it replaces.
        known = None if listed in cleaned["former"] and cleaned["ons_code"] not in ("", listed.ons_code if listed else "") else listed
        cleaned["area"] = known or NewArea(cleaned["name"], cleaned["kind"], cleaned["ons_code"], cleaned["upper_tier"])
        try:
            refuse_areas(cleaned["former"], known, cleaned["vesting_day"])
        except SuccessionRefused as refused:
            raise ValidationError(str(refused)) from None
        return cleaned
