from django.core.exceptions import ValidationError

from partnerships import queries
from partnerships.forms.lasting import LastingForm
from partnerships.models import Organisation


class OrganisationForm(LastingForm):
    """An organisation of one partnership, or of the register that all share."""

    instance: Organisation

    class Meta:
        model = Organisation
        fields = ["name", "kind", "website"]

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if self.instance.partnership_id and queries.shared_organisations().filter(name__iexact=name).exists():
            raise ValidationError(f"{name} is in the shared register already. You can choose it wherever organisations are listed.")
        return name
