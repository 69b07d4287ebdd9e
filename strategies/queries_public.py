"""What anyone may read without a sign-in: only pages that were opened and stand, of strategies that were not withdrawn.

Nothing here asks for a draft, a comment, a vote, a check's note or a reason.
"""

from django.db.models import Prefetch, QuerySet

from partnerships.models import Partnership
from strategies.models import Publication, PublicPage, SensitivityCheck, Version
from strategies.public_reading import PublicVersion, readable_by_anyone

STANDING = {"withdrawn_on__isnull": True}


def public_versions(place: str = "") -> list[PublicVersion]:
    """Those of one partnership, by its short name, or of all: by partnership, the newest version first."""
    found = _open_pages().defer("strategy_version__sections", "strategy_version__note", "strategy_version__strategy__note")
    if place:
        found = found.filter(strategy_version__strategy__partnership__slug=place)
    return readable_by_anyone(found.order_by("strategy_version__strategy__partnership__name", "-strategy_version__number"))


def public_versions_of_strategy(place: str, strategy_pk: int) -> list[PublicVersion]:
    """Those of one strategy, with their text, the newest first."""
    asked = {"strategy_version__strategy__partnership__slug": place, "strategy_version__strategy": strategy_pk}
    found = _open_pages().filter(**asked).prefetch_related("strategy_version__strategy__areas")
    return readable_by_anyone(found.order_by("-strategy_version__number"))


def public_pages_in(partnership: Partnership) -> QuerySet[PublicPage]:
    return PublicPage.objects.filter(strategy_version__strategy__partnership=partnership).select_related(
        "strategy_version__strategy__partnership"
    )


def public_page_of(version: Version) -> PublicPage | None:
    """The page of a version that stands, whether or not anyone can read it now."""
    return version.public_pages.filter(**STANDING).first()


def page_to_print(pk: int) -> PublicPage:
    """A page with all that its PDF says."""
    found = PublicPage.objects.select_related("strategy_version__strategy__partnership")
    return found.prefetch_related("strategy_version__publications", "strategy_version__strategy__areas").get(pk=pk)


def _open_pages() -> QuerySet[PublicPage]:
    publications = Publication.objects.filter(**STANDING).select_related("owner", "area").defer("note", "reason")
    checks = SensitivityCheck.objects.filter(**STANDING).only("strategy_version", "result", "checked_on", "withdrawn_on")
    return (
        PublicPage.objects.filter(**STANDING, strategy_version__strategy__withdrawn_on__isnull=True)
        .select_related("strategy_version__strategy__partnership", "strategy_version__document", "pdf")
        .prefetch_related(
            Prefetch("strategy_version__publications", publications),
            Prefetch("strategy_version__sensitivity_checks", checks),
        )
    )
