"""The main action of a version's page: what usually comes next, in the order in which a strategy really goes its way."""

from collections.abc import Callable, Iterable

from partnerships.access.requests import PartnershipRequest
from partnerships.views.pages import address
from strategies.cautions import counting, first_approved
from strategies.models import ApprovalRound, Version
from strategies.models.publication import Way

Step = tuple[str, str]
# What presses once a version is out is for the floor above to say: it registers it in `AppConfig.ready()`.
LastStep = Callable[[Version, PartnershipRequest], Step | None]
_last_steps: list[LastStep] = []


def register_last_step(step: LastStep) -> None:
    _last_steps.append(step)


def next_step(
    request: PartnershipRequest, version: Version, *, rounds: Iterable[ApprovalRound], open_comments: int, newest: bool
) -> Step | None:
    """Words and address: comments are answered, boards asked, then it is published in one go, then sent, for
    days run for that, then published in the ways still open. None when nothing is left.

    `rounds`: those about this version; `newest`: no version was made after it.
    """
    ways = {publication.way for publication in counting(version.publications.all())}
    if ways:
        return _once_published(request, version, ways)
    if first_approved(version):
        return "Publish", address(request, "version_publish", version.pk)
    asked = next((asked for asked in rounds if asked.is_open), None)
    if asked:
        return "See how the board answers", address(request, "round", asked.pk)
    if not newest:
        return None
    if open_comments:
        return "Answer the comments", address(request, "comments", version.strategy_id)
    return "Ask boards about this version", address(request, "round_open", version.pk)


def _once_published(request: PartnershipRequest, version: Version, ways: set[str]) -> Step | None:
    if step := next((step for step in (find(version, request) for find in _last_steps) if step), None):
        return step
    for way, words in ((Way.WEBSITE, "Record publication on a website"), (Way.OTHER, "Record publication in another form")):
        if way not in ways:
            return words, address(request, "publication_add", version.pk, way.value)
    return None
