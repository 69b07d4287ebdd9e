from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import address
from strategies.cautions import counting, first_approved
from strategies.models import Version
from strategies.models.publication import Way


def next_step(request: PartnershipRequest, version: Version, *, assessed: bool) -> tuple[str, str] | None:
    """What is usually recorded next about a version: words and address; None when this floor has nothing more to ask.

    `assessed`: an equality assessment that bears on the version is recorded.
    """
    ways = {publication.way for publication in counting(version.publications.all())}
    before_it_goes_out = (
        (counting(version.sensitivity_checks.all()), "Record the sensitivity check", "sensitivitycheck_add"),
        (counting(version.contents_checks.all()), "Check the contents", "contentscheck_add"),
        (assessed, "Record the equality assessment", "equalityassessment_add"),
        (first_approved(version), "Record an approval", "approval_add"),
    )
    for done, words, route in () if ways else before_it_goes_out:
        if not done:
            return words, address(request, route, version.pk)
    for way, words in ((Way.WEBSITE, "Record publication on a website"), (Way.OTHER, "Record publication in another form")):
        if way not in ways:
            return words, address(request, "publication_add", version.pk, way.value)
    return None
