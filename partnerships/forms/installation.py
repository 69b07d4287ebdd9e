import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships.forms.lasting import LastingForm
from partnerships.models import LocalGovernmentArea, Partnership, PoliceArea
from partnerships.models.area import AreaKind
from svduty.editing.days import DayFormField
from svduty.editing.forms import RecordForm

ADDRESS = "Enter an address like name@example.gov.uk"


class NewPartnershipForm(RecordForm[Partnership]):
    """A partnership and who is to coordinate it."""

    coordinator_email = forms.EmailField(
        label="E-mail address of the first coordinator",
        max_length=254,
        help_text="They are invited by mail, and then add areas, bodies and people.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": ADDRESS},
    )
    coordinator_name = forms.CharField(
        label="Name or post of the first coordinator", max_length=150, help_text="For example Community safety officer."
    )

    slug = forms.RegexField(
        r"^[a-z0-9-]+$",
        label="Short name for addresses",
        max_length=60,
        help_text="Lower-case letters, numbers and hyphens. It cannot be changed later.",
        error_messages={
            "invalid": "Use lower-case letters, numbers and hyphens, for example anyborough.",
            "unique": "Another partnership uses this short name. Choose a different one.",
        },
    )
    field_order = ["name", "slug", "legal_basis", "records_from", "coordinator_email", "coordinator_name"]

    class Meta:
        model = Partnership
        fields = ["name", "slug", "legal_basis", "records_from"]
        field_classes = {"records_from": DayFormField}
        error_messages = {"name": {"unique": "Another partnership has this name."}}


class AreaForm(LastingForm):
    instance: LocalGovernmentArea

    class Meta:
        model = LocalGovernmentArea
        fields = ["name", "kind", "police_area", "upper_tier", "region", "ons_code", "starts", "ends"]

    def clean_ons_code(self) -> str:
        code = str(self.cleaned_data["ons_code"]).strip().upper()
        if code and not re.fullmatch(r"[EW]\d{8}", code):
            raise ValidationError(
                "An ONS code is E or W and eight numbers, for example E09000001. Leave the box empty if you do not have it."
            )
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("upper_tier") and cleaned.get("kind") and cleaned["kind"] != AreaKind.TWO_TIER_DISTRICT:
            self.add_error(
                "upper_tier", "Only a district in a two-tier county has a county above it. Leave this empty, or change the kind of area."
            )
        return cleaned


class PoliceAreaForm(RecordForm[PoliceArea]):
    mark_optional = False

    class Meta:
        model = PoliceArea
        fields = ["name"]
        error_messages = {"name": {"unique": "A police area of this name is already listed."}}
