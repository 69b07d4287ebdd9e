"""A Word document is read for a draft; later what was found in it is added."""

from collections.abc import Collection
from typing import Any

from django.db import models, transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.actions.store_file import store_file
from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile, User
from strategies import queries_exports as queries
from strategies.imports.found import Found
from strategies.models import DraftImport, Section, Strategy
from strategies.models.strategy import SectionState
from svduty import clock


def keep_document(upload: Any, found: Found, *, strategy: Strategy, actor: User, partnership: Partnership) -> DraftImport:
    """Keep the file and what was found in it. The same document, read again before it was added, is kept once."""
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            lock_row(strategy)
            twin = queries.waiting_import(strategy, upload.checked.sha256)
            if twin:
                return twin
            stored = store_file(upload, partnership=partnership, actor=actor)
            kept = DraftImport.objects.create(
                strategy=strategy,
                file=stored,
                found=[{"heading": section.heading, "text": section.text} for section in found.sections],
                not_kept=list(found.not_kept),
                read_at=clock.now(),
                read_by=actor,
            )
            changes = {"Sections found": ["", str(len(found.sections))], "SHA-256": ["", stored.sha256]}
            record("draftimport.added", actor=actor, partnership=partnership, target=kept, changes=changes)
            return kept
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise


@transaction.atomic
def add_found(read: DraftImport, chosen: Collection[int], *, actor: User, partnership: Partnership) -> int:
    """Add the chosen of the found sections, by their place from 0, to the draft; how many. Added once: later presses add nothing (0).

    An empty section of the same heading gets the text; others are put at the end, in order.
    """
    lock_row(read.strategy)
    current = queries.import_to_add(read)
    if current.added_at:
        return 0
    sections = list(read.strategy.sections.select_for_update().order_by("position"))
    empty = {named(section.heading): section for section in reversed(sections) if not section.text.strip()}
    last = read.strategy.sections.aggregate(models.Max("position"))["position__max"] or 0
    changes: dict[str, list[str]] = {}
    for place in sorted(chosen):
        found = current.found[place]
        section = empty.pop(named(found["heading"]), None)
        if section:
            _fill(section, found["text"], read, actor, partnership)
        else:
            last += 1
            section = Section(strategy=read.strategy, position=last, heading=found["heading"], text=found["text"])
            section.save()
        changes[f"{place + 1}. {section.heading}"] = ["", found["text"]]
    current.added_at, current.added_by = clock.now(), actor
    current.save()
    words = f"From the file {current.file} (SHA-256 {current.file.sha256})."
    record("strategy.imported", actor=actor, partnership=partnership, target=read.strategy, changes=changes, comment=words)
    return len(changes)


def _fill(section: Section, text: str, read: DraftImport, actor: User, partnership: Partnership) -> None:
    """Its own entry in the history tells whoever has it open what it said before."""
    before = in_words(section)
    section.text = text
    if section.state == SectionState.TO_WRITE:
        section.state = SectionState.WRITING
    section.version += 1
    section.save()
    changes = differences(before, in_words(section))
    record("section.changed", actor=actor, partnership=partnership, target=section, changes=changes, comment=f"From the file {read.file}.")


def named(heading: str) -> str:
    """By which two headings are the same: without regard to capitals and spaces."""
    return " ".join(heading.split()).casefold()
