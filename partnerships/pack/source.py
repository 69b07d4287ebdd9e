"""What a pack is made from, read at one moment, and whether that has changed since."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable

from partnerships import queries_packs
from partnerships.models import AgendaItem, BoardPack, Meeting, Partnership
from partnerships.pack.papers import Paper, paper_of
from partnerships.pointing import changed_since, targets


@dataclasses.dataclass(frozen=True)
class ItemSource:
    """An item, its number on the agenda, the record it is about as a paper, and a sentence if that record has changed meanwhile."""

    item: AgendaItem
    number: int
    record: Paper | None
    changed: str


@dataclasses.dataclass(frozen=True)
class PackSource:
    meeting: Meeting
    partnership: Partnership
    items: tuple[ItemSource, ...]
    seal: str


def gather(meeting: Meeting) -> PackSource:
    partnership = meeting.board.partnership
    items = list(queries_packs.standing_items_of(meeting))
    changed = changed_since(items, partnership)
    read = tuple(
        ItemSource(item, number, paper_of(partnership, item.about_kind, item.about_pk), changed.get(item.pk, ""))
        for number, item in enumerate(items, start=1)
    )
    return PackSource(meeting, partnership, read, seal_of(meeting, items))


def agenda_has_changed(pack: BoardPack, meeting: Meeting, items: Iterable[AgendaItem]) -> bool:
    """Would a new pack say something else? `items`: those that stand, in order."""
    return pack.agenda != seal_of(meeting, items)


def seal_of(meeting: Meeting, items: Iterable[AgendaItem]) -> str:
    """SHA-256, in hexadecimal, of what a pack prints: the meeting, its agenda, and which versions of which records it points at."""
    listed = list(items)
    kinds = {item.about_kind for item in listed if item.about_kind}
    now = {(one.kind, one.pk): one.version for one in (targets(meeting.board.partnership, *kinds) if kinds else [])}
    said = [[*_said(item), now.get((item.about_kind, item.about_pk or 0))] for item in listed]
    when = [meeting.board.name, meeting.day.isoformat(), str(meeting.begins_at or ""), meeting.place]
    text = json.dumps([when, said], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _said(item: AgendaItem) -> list[object]:
    return [
        item.pk,
        item.title,
        item.purpose,
        item.presented_by,
        item.summary,
        item.late_reason,
        item.about_kind,
        item.about_pk,
        item.about_version,
        item.paper_id,
        item.paper_link,
    ]
