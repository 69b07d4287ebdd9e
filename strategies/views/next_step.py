from partnerships.access.requests import PartnershipRequest
from strategies.cautions import counting, first_approved
from strategies.models import Version
from strategies.models.publication import Way
from strategies.views.pages import address


def next_step(request: PartnershipRequest, version: Version) -> tuple[str, str] | None:
    """What is usually recorded next about a version: words and address; None when this floor has nothing more to ask."""
    ways = {publication.way for publication in counting(version.publications.all())}
    if not counting(version.sensitivity_checks.all()) and not ways:
        return "Record the sensitivity check", address(request, "sensitivitycheck_add", version.pk)
    if first_approved(version) is None and not ways:
        return "Record an approval", address(request, "approval_add", version.pk)
    for way, words in ((Way.WEBSITE, "Record publication on a website"), (Way.OTHER, "Record publication in another form")):
        if way not in ways:
            return words, address(request, "publication_add", version.pk, way.value)
    return None
