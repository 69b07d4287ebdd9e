"""What the page of a meeting shows of its packs."""

from collections.abc import Sequence
from typing import Any

from partnerships import queries_packs
from partnerships.models import AgendaItem, Meeting
from partnerships.pack.source import agenda_has_changed
from partnerships.tasks_packs import key_of, make_board_pack
from svduty.tasks.queries import open_task


def packs_shown(meeting: Meeting, items: Sequence[AgendaItem]) -> dict[str, Any]:
    """For templates/partnerships/meeting_pack.html, and `pack_pages`: key of an item -> its page in the newest pack."""
    packs = list(queries_packs.packs_of(meeting))
    standing = [item for item in items if not item.withdrawn_on]
    return {
        "packs": packs,
        "pack_changed": bool(packs) and agenda_has_changed(packs[0], meeting, standing),
        "pack_pages": packs[0].pages if packs else {},
        "pack_making": open_task(make_board_pack, key_of(meeting)),
        "has_items": bool(standing),
    }
