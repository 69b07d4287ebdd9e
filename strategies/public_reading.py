"""What of a version may be read by anyone. Everything a public page shows comes through here; nothing else of a partnership does."""

import dataclasses
from collections.abc import Iterable
from functools import cached_property

from partnerships.models import StoredFile
from strategies.cautions import counting, first_published
from strategies.export.version_writing import version_writing
from strategies.export.writing import Writing
from strategies.models import Publication, PublicPage, SensitivityCheck, Version
from strategies.models.publication import Language, Way
from strategies.models.version import CheckResult, Form
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class PublicVersion:
    """A published version as anyone may know it. `published_on`: the first day that is recorded."""

    page: PublicPage
    version: Version
    published_on: VagueDate
    websites: tuple[Publication, ...]
    other_forms: tuple[Publication, ...]

    @property
    def languages(self) -> str:
        """In words: `English`, or `English and Welsh`."""
        codes = {code for one in (*self.websites, *self.other_forms) for code in one.language.split("-")}
        return " and ".join(str(language.label) for language in (Language.ENGLISH, Language.WELSH) if language in codes)

    def file_name(self, ending: str = "") -> str:
        """What a downloaded file is called: never the name that a document was uploaded under."""
        own = self.version.document.name.rpartition(".")[2] if self.version.document else ""
        return f"{self.version.strategy.partnership.slug}-strategy-version-{self.version.number}.{ending or own}"

    @cached_property
    def writing(self) -> Writing | None:
        """What its PDF and Word copy say; None of a document or a link. Read with its text."""
        return version_writing(self.version, public=True) if self.version.form == Form.TYPED else None

    @property
    def pdf(self) -> StoredFile | None:
        """The PDF that says what is true now."""
        return self.page.pdf if self.writing and self.page.made_from == self.writing.made_from else None

    @property
    def is_document(self) -> bool:
        return self.version.form == Form.DOCUMENT


def newest_check(version: Version) -> SensitivityCheck | None:
    """The sensitivity check that holds: the last made of those that count."""
    checks = counting(version.sensitivity_checks.all())
    return max(checks, key=lambda check: (check.checked_on.latest, check.pk), default=None)


def is_barred(version: Version) -> bool:
    """Does the newest check say that material the Act bars is still in it (s.8(8), s.9(9))?"""
    newest = newest_check(version)
    return newest is not None and newest.result == CheckResult.STILL_THERE


def why_closed(version: Version) -> str:
    """Why a page that was opened shows nothing all the same; empty when anyone can read it."""
    if version.strategy.withdrawn_on:
        return "the strategy was withdrawn"
    if is_barred(version):
        return "the newest sensitivity check found material in this version that the Act bars"
    if first_published(version) is None:
        return "no publication of this version is on record any more"
    return ""


def readable_by_anyone(pages: Iterable[PublicPage]) -> list[PublicVersion]:
    """Of pages that stand, the versions that anyone may read, in the order given."""
    found = []
    for page in pages:
        version = page.strategy_version
        day = first_published(version)
        if day is None or why_closed(version):
            continue
        standing = counting(version.publications.all())
        websites = tuple(one for one in standing if one.way == Way.WEBSITE)
        found.append(PublicVersion(page, version, day, websites, tuple(one for one in standing if one.way == Way.OTHER)))
    return found
