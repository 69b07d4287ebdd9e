from typing import Any

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.models import LeadAgreement


class LeadAgreementForm(LastingForm):
    """Which body leads, and when the others agreed to it."""

    instance: LeadAgreement

    class Meta:
        model = LeadAgreement
        fields = ["organisation", "agreed_on", "reference", "ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = queries.organisations_for(self.instance.partnership)  # type: ignore[attr-defined]
