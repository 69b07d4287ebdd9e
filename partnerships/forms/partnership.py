from partnerships.models import Partnership
from svduty.editing.days import DayFormField
from svduty.editing.forms import RecordForm


class PartnershipForm(RecordForm[Partnership]):
    """What a coordinator may change of the partnership itself; the short name in addresses never changes."""

    class Meta:
        model = Partnership
        fields = ["name", "legal_basis", "records_from", "records_to", "source"]
        field_classes = {"records_from": DayFormField, "records_to": DayFormField}
        error_messages = {"name": {"unique": "Another partnership has this name."}}
