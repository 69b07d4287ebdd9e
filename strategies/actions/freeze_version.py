"""Keeping a strategy as it is on a date, for ever."""

import dataclasses
import datetime
import hashlib
import json
from typing import Any

from django.db import models, transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.actions.store_file import store_file
from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile, User
from strategies.models import Strategy, Version
from strategies.models.version import Form
from strategies.placed import findings_of, with_findings
from strategies.queries import sections_of
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class Content:
    """What is kept: the working draft as `draft_seal` knows it, an uploaded document, or a link."""

    form: Form
    seen_draft: str = ""
    document: Any = None
    link: str = ""


@transaction.atomic
def freeze_version(
    strategy: Strategy,
    content: Content,
    *,
    dated: VagueDate,
    note: str,
    at: datetime.datetime,
    actor: User,
    partnership: Partnership,
) -> Version:
    """Keep the content as the strategy's next version, at the moment `at`. The same content sent twice is kept once.

    Raises StaleRecord, having written nothing, when the draft is no longer the one that was seen, and ValueError for an empty draft.
    """
    strategy = lock(strategy)
    sections = draft(strategy) if content.form == Form.TYPED else []
    if content.form == Form.TYPED and seal_of(sections) != content.seen_draft:
        raise StaleRecord(strategy)
    if content.form == Form.TYPED and not sections:
        raise ValueError("A draft without sections has nothing to keep.")
    seal = _seal(content, sections)
    last = strategy.versions.order_by("-number").first()
    if last and (last.form, last.sha256, last.dated, last.note) == (content.form, seal, dated, note):
        return last
    version = Version.objects.create(
        strategy=strategy,
        number=(strategy.versions.aggregate(models.Max("number"))["number__max"] or 0) + 1,
        title=strategy.title,
        form=content.form,
        dated=dated,
        note=note,
        sections=sections,
        document=_stored(content, partnership, actor),
        link=content.link,
        sha256=seal,
        frozen_at=at,
    )
    changes = {"What is kept": ["", version.get_form_display()], "Date of this version": ["", str(dated)], "Seal (SHA-256)": ["", seal]}
    record("version.frozen", actor=actor, partnership=partnership, target=version, changes=changes, comment=note)
    return version


def draft(strategy: Strategy) -> list[dict[str, str]]:
    """The working draft as a version keeps it: key, heading and text of each section, in order.

    Findings stand in it in full, so that a version stays as it was when the needs assessment is changed.
    """
    known = findings_of(strategy)
    sections = sections_of(strategy)
    return [{"key": str(one.pk), "heading": one.heading, "text": with_findings(one.text, known)} for one in sections]


def seal_of(sections: list[dict[str, str]]) -> str:
    """SHA-256, in hexadecimal, over the keys, headings and texts in order."""
    return hashlib.sha256(json.dumps(sections, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _seal(content: Content, sections: list[dict[str, str]]) -> str:
    """The seal over what is kept: the sections, the document's bytes, or the address of the link."""
    if content.form == Form.DOCUMENT:
        return str(content.document.checked.sha256)
    return seal_of(sections) if content.form == Form.TYPED else hashlib.sha256(content.link.encode()).hexdigest()


def _stored(content: Content, partnership: Partnership, actor: User) -> StoredFile | None:
    return store_file(content.document, partnership=partnership, actor=actor) if content.form == Form.DOCUMENT else None
