"""What the examples share: add a record, keep a file, freeze a version. Everything added is checked and stands in the audit."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.core.files.base import ContentFile
from django.db import models, transaction

from partnerships.actions.store_file import store_file
from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile
from strategies.actions.freeze_version import seal_of
from strategies.models import Section, Strategy, Version
from strategies.models.strategy import SectionState
from strategies.models.version import Form
from svduty import clock, dates
from svduty.vague_dates import VagueDate

Added = TypeVar("Added", bound=models.Model)
Say = Callable[[str], None]


def ago(on: datetime.date, days: int) -> VagueDate:
    """The exact day that many days before `on`; a negative number of days lies ahead."""
    return VagueDate.of(dates.days_after(on, -days))


def met_on(on: datetime.date, days: int) -> VagueDate:
    """About that many days before `on`, on a day on which boards meet: a weekend gives the Friday before."""
    day = dates.days_after(on, -days)
    return VagueDate.of(dates.days_after(day, -max(0, day.weekday() - 4)))


class Example:
    """One example while it is being loaded. `say` is told what is being done."""

    def __init__(self, partnership: Partnership, say: Say) -> None:
        self.partnership = partnership
        self.say = say
        self.count = 0

    def add(self, instance: Added, source: str = "") -> Added:
        """Check the record, save it and enter it in the partnership's audit with where it comes from.

        Raises ValidationError for what the pages would not take either.
        """
        instance.full_clean()
        instance.save()
        return self.enter(instance, source)

    def enter(self, instance: Added, source: str = "") -> Added:
        """Enter a record that has just been saved in the partnership's audit."""
        record("example.loaded", actor=None, partnership=self.partnership, target=instance, comment=source)
        self.count += 1
        return instance

    def keep_file(self, name: str, content: bytes) -> StoredFile:
        """Keep bytes as if somebody had uploaded them under this name."""
        self.count += 1
        return store_file(ContentFile(content, name=name), partnership=self.partnership, actor=None)

    def write_draft(
        self, strategy: Strategy, sections: list[tuple[str, str]], source: str = "", owners: Mapping[str, str] | None = None
    ) -> None:
        """Fill the working draft with (heading, text) pairs. `owners`: heading -> the post that writes it; it is then ready or to write."""
        for position, (heading, text) in enumerate(sections, start=1):
            section = Section(strategy=strategy, position=position, heading=heading, text=text)
            if owners is not None:
                section.owner = owners.get(heading, "")
                section.state = SectionState.READY if text else SectionState.TO_WRITE
            self.add(section, source)

    def freeze(
        self,
        strategy: Strategy,
        dated: VagueDate,
        sections: list[tuple[str, str]],
        note: str = "",
        source: str = "",
        renamed: Mapping[str, str] | None = None,
    ) -> Version:
        """Keep these (heading, text) pairs as the strategy's next version, each known as the section of the draft that has its heading.

        `renamed`: heading of the draft -> what it was called in this version.
        """
        names = {(renamed or {}).get(section.heading, section.heading): str(section.pk) for section in strategy.sections.all()}
        kept = [
            {"key": names.get(heading, f"gone-{place}"), "heading": heading, "text": text}
            for place, (heading, text) in enumerate(sections, start=1)
        ]
        return self._version(strategy, dated, seal_of(kept), source, form=Form.TYPED, sections=kept, note=note)

    def freeze_document(self, strategy: Strategy, dated: VagueDate, document: StoredFile) -> Version:
        """Keep a document as the strategy's next version."""
        return self._version(strategy, dated, document.sha256, form=Form.DOCUMENT, document=document)

    def _version(self, strategy: Strategy, dated: VagueDate, sha256: str, source: str = "", **fields: Any) -> Version:
        version = Version(
            strategy=strategy,
            number=strategy.versions.count() + 1,
            title=strategy.title,
            dated=dated,
            sha256=sha256,
            frozen_at=clock.now(),
            **fields,
        )
        # A document has no sections, which the field itself would call blank.
        version.full_clean(exclude=["sections"])
        version.save()
        return self.enter(version, source)


def shared(instance: Added, source: str = "", **lookup: object) -> Added:
    """A row of the shared register: the one that `lookup` finds, left as it is, or else `instance`, newly added."""
    found = type(instance)._default_manager.filter(**lookup).first()
    if found:
        return found
    instance.full_clean()
    instance.save()
    record("example.loaded", actor=None, partnership=None, target=instance, comment=source)
    return instance


@transaction.atomic
def load_once(partnership: Partnership, fill: Callable[[Example], None], say: Say, source: str = "") -> bool:
    """Add the partnership and all its records, or nothing at all. False, having changed nothing, when its slug or name is taken."""
    taken = models.Q(slug=partnership.slug) | models.Q(name=partnership.name)
    if Partnership.objects.filter(taken).exists():
        say(f"{partnership.name}: already here, left as it is.")
        return False
    say(f"{partnership.name}: loading")
    example = Example(partnership, say)
    example.add(partnership, source)
    fill(example)
    say(f"  {example.count} records")
    return True
