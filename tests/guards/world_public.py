"""What anyone may read of a partnership, and what could be opened to them next."""

import datetime

from partnerships.models import LocalGovernmentArea, Partnership, RoleGrant, StoredFile
from strategies.export.version_writing import version_writing
from strategies.models import Publication, PublicPage, Strategy, Version
from svduty.vague_dates import VagueDate


def public_records(version: Version, stored: StoredFile, area: LocalGovernmentArea, mark: str, now: datetime.datetime) -> dict[str, int]:
    """A public page of `version`, one of a document, and a published version that nobody outside can read yet; keys by kind."""
    partnership = version.strategy.partnership
    opener = RoleGrant.objects.filter(partnership=partnership, role="coordinator").select_related("user")[0].user
    strategy = Strategy.objects.create(partnership=partnership, title=f"{mark} earlier strategy")
    strategy.areas.add(area)
    kept = {"strategy": strategy, "dated": VagueDate.of(now.date()), "sha256": "0" * 64, "frozen_at": now}
    document = Version.objects.create(number=1, title=f"{mark} document", form="document", document=stored, **kept)
    to_open = Version.objects.create(number=2, title=f"{mark} text", form="typed", sections=[{"heading": mark, "text": mark}], **kept)
    to_publish = Version.objects.create(number=3, title=f"{mark} next text", form="typed", **kept)
    for one in (document, to_open):
        Publication.objects.create(strategy_version=one, way="other", other_form="Leaflet", published_on=VagueDate.of(now.date()))
    page, _ = (PublicPage.objects.create(strategy_version=one, opened_at=now, opened_by=opener) for one in (version, document))
    said = version_writing(version, public=True).made_from
    PublicPage.objects.filter(pk=page.pk).update(pdf=stored, made_from=said)
    return {
        "publicpage": page.pk,
        "public_strategy": version.strategy_id,
        "public_number": version.number,
        "public_document": strategy.pk,
        "version_to_open": to_open.pk,
        "version_to_publish": to_publish.pk,
    }


def public_kinds(partnership: Partnership) -> dict[str, int]:
    """The same kinds of an example partnership that has public pages; a published version that can still be opened is added."""
    pages = PublicPage.objects.filter(strategy_version__strategy__partnership=partnership).order_by("strategy_version__strategy")
    document = pages.filter(strategy_version__form="document")[0].strategy_version
    text = pages.filter(strategy_version__form="typed").order_by("-pk")[0]
    kept = {"dated": document.dated, "sha256": "0" * 64, "frozen_at": document.frozen_at}
    to_open = Version.objects.create(strategy=document.strategy, number=9, title=document.title, form="typed", **kept)
    to_publish = Version.objects.create(strategy=document.strategy, number=10, title=document.title, form="typed", **kept)
    Publication.objects.create(strategy_version=to_open, way="other", other_form="Leaflet", published_on=document.dated)
    return {
        "publicpage": text.pk,
        "public_strategy": text.strategy_version.strategy_id,
        "public_number": text.strategy_version.number,
        "public_document": document.strategy_id,
        "version_to_open": to_open.pk,
        "version_to_publish": to_publish.pk,
    }
