from typing import Any

from partnerships.models import Partnership
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField

ONLY_WHERE = (
    "Sections 24 to 36 apply only where regulations bring them into force. They were piloted in some areas from April 2023; we know of no "
    "decision to bring them in everywhere. Ask your legal adviser before you say that they are in force here."
)


class PartnershipForm(CautiousForm[Partnership]):
    """What a coordinator may change of the partnership itself; the short name in addresses never changes."""

    class Meta:
        model = Partnership
        fields = ["name", "legal_basis", "records_from", "records_to", "source", "homicide_reviews"]
        field_classes = {"records_from": DayFormField, "records_to": DayFormField}
        help_texts = {
            "homicide_reviews": "It adds pages for them under Reviews, which hold a number for each case and nothing about people."
        }
        error_messages = {"name": {"unique": "Another partnership has this name."}}

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        switched_on = cleaned["homicide_reviews"] and not self.initial.get("homicide_reviews")
        return [Caution("only-where", ONLY_WHERE)] if switched_on else []
