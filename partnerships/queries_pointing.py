"""What of this floor an agenda or a decision may be about."""

from collections.abc import Iterator

from partnerships.models import LocalDefinition, Partnership, SharingAgreement
from partnerships.pointing import Choice


def definitions_to_point_at(partnership: Partnership) -> Iterator[Choice]:
    found = LocalDefinition.objects.filter(partnership=partnership, withdrawn_on__isnull=True)
    for definition in found.only("number", "version").order_by("-number"):
        yield definition.pk, str(definition), definition.version


def sharing_agreements_to_point_at(partnership: Partnership) -> Iterator[Choice]:
    for agreement in SharingAgreement.objects.filter(partnership=partnership).only("title", "version").order_by("title", "pk"):
        yield agreement.pk, f"Sharing agreement “{agreement.title}”", agreement.version
