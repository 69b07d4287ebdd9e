from typing import Any

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.forms.named_body import body_choice, body_name, named_body, offer_bodies
from partnerships.models import LeadAgreement, Organisation
from partnerships.models.body import OrganisationKind
from svduty.editing.cautious import Caution, CautiousForm

# The Act names no lead. These kinds of body are consulted, or take part besides: that one of them leads is worth a second look.
SELDOM_LEAD = {OrganisationKind.EDUCATION, OrganisationKind.PRISON, OrganisationKind.YOUTH_CUSTODY, OrganisationKind.VOLUNTARY}


class LeadAgreementForm(CautiousForm[LeadAgreement], LastingForm):
    """Which body leads, and when the others agreed to it."""

    instance: LeadAgreement

    class Meta:
        model = LeadAgreement
        fields = ["organisation", "agreed_on", "reference", "ends"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = queries.organisations_for(self.instance.partnership)  # type: ignore[attr-defined]

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        body = cleaned.get("organisation")
        if not isinstance(body, Organisation) or body.kind not in SELDOM_LEAD:
            return []
        kind = body.get_kind_display().lower()
        said = f"{body} is entered as: {kind}. The lead is usually a specified authority, the local policing body, a community safety "
        return [Caution("who-leads", said + "partnership or a violence reduction unit.")]


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
        offer_bodies(self, self.instance.partnership)
        for name in ("agreed_on", "reference"):
            self.fields[name].label = f"{self.fields[name].label} (optional)"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["body"] = named_body(self, self.instance.partnership)
        return cleaned
