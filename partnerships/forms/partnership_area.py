from typing import Any

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.models import PartnershipArea


class PartnershipAreaForm(LastingForm):
    """An area that the partnership covers, and since when."""

    instance: PartnershipArea

    class Meta:
        model = PartnershipArea
        fields = ["area", "starts", "ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # Another area is another record: what was entered for this one belongs to it.
            self.leave_out("area")
        else:
            self.fields["area"].queryset = queries.areas_to_add(self.instance.partnership)  # type: ignore[attr-defined]
