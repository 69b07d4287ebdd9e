from collections.abc import Iterable
from typing import Any

from django import forms

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.models import LocalGovernmentArea, Partnership, PartnershipArea
from svduty.editing.forms import KindForm
from svduty.vague_dates import VagueDateFormField


class AddAreasForm(KindForm):
    """Areas that the partnership covers, of those found; each becomes a record of its own."""

    areas: Any = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Areas",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_pk_value": "Choose from the areas shown."},
    )
    starts = VagueDateFormField(label="Covered since", required=False, help_text="For example 31 1 2023, or April 2024.")

    def __init__(self, *args: Any, partnership: Partnership, shown: Iterable[LocalGovernmentArea], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["areas"]
        field.error_messages |= {
            "required": "Tick the areas that the partnership covers.",
            "invalid_choice": "The partnership covers one of these areas already, or it has ended. Search again.",
        }
        field.queryset = queries.areas_to_add(partnership)
        # Any area may be sent; only those found are drawn, for there may be hundreds.
        field.choices = [(area.pk, _label(area)) for area in shown]


def _label(area: LocalGovernmentArea) -> str:
    where = f"district in {area.upper_tier}" if area.upper_tier else area.get_kind_display()
    return f"{area} ({where}{f', from {area.starts}' if area.starts else ''})"


class PartnershipAreaForm(LastingForm):
    """Since and until when the partnership covers an area. Another area is another record: what was entered belongs to this one."""

    instance: PartnershipArea

    class Meta:
        model = PartnershipArea
        fields = ["starts", "ends"]
