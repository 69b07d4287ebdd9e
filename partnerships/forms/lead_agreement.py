from typing import Any

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.forms.named_body import body_choice, body_name, named_body
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


class NewLeadAgreementForm(LeadAgreementForm):
    """As it is first recorded: a body nobody has entered yet is just typed. `cleaned_data["body"]`: an organisation or a name."""

    organisation = body_choice("Lead body")
    new_organisation = body_name()
    # Either of the two names the body, so neither is marked as optional; what is, says so itself.
    mark_optional = False
    field_order = ["organisation", "new_organisation", "agreed_on", "reference"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].help_text = LeadAgreement._meta.get_field("organisation").help_text
        for name in ("agreed_on", "reference"):
            self.fields[name].label = f"{self.fields[name].label} (optional)"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["body"] = named_body(self, self.instance.partnership)
        return cleaned
