"""Making a board pack: set in type first, then numbered and kept whole in one transaction."""

import dataclasses
from collections.abc import Callable

from django.db import transaction

from partnerships import queries_packs
from partnerships.actions.save_record import lock
from partnerships.actions.store_file import store_pdf
from partnerships.audit.record import record
from partnerships.models import BoardPack, Meeting, Partnership, StoredFile, User
from partnerships.pack.document import PrintedPack, print_pack
from partnerships.pack.refused import PackRefused
from partnerships.pack.source import PackSource, gather
from svduty import clock
from svduty.files.names import safe_name

TRIES = 3
Together = Callable[[BoardPack], None]


@dataclasses.dataclass(frozen=True)
class MadePack:
    """`is_new` is False when the newest pack already says exactly this: then that one is given back."""

    pack: BoardPack
    is_new: bool


def make_pack(meeting: Meeting, *, actor: User | None, together_with: Together | None = None) -> MadePack:
    """Make agenda and papers of a meeting into one PDF and keep it, with the page of each item.

    `together_with` is called in the transaction that keeps a new pack; what it raises takes the pack back.
    Raises PackRefused or PdfFailed with a sentence for people; nothing is kept then.
    """
    for _ in range(TRIES):
        source = gather(meeting)
        if not source.items:
            raise PackRefused("No pack was made, because the agenda is empty. Add its items first, then make the pack.")
        newest = queries_packs.newest_pack_of(meeting)
        if newest and newest.agenda == source.seal:
            return MadePack(newest, is_new=False)
        number = newest.number + 1 if newest else 1
        printed = print_pack(source, number=number, made_on=clock.today())
        pack = _keep(source, number, printed, actor, together_with)
        if pack:
            return MadePack(pack, is_new=True)
        meeting.refresh_from_db()
    raise PackRefused("The pack was not made, because the agenda was being changed all the while. Make it again in a minute.")


def _keep(source: PackSource, number: int, printed: PrintedPack, actor: User | None, together_with: Together | None) -> BoardPack | None:
    """Nothing is kept, and None returned, when the agenda changed or the printed number was taken while the pages were set."""
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            meeting = lock(source.meeting)
            newest = queries_packs.newest_pack_of(meeting)
            if (newest.number if newest else 0) + 1 != number or gather(meeting).seal != source.seal:
                return None
            stored = _store(meeting, source.partnership, number, printed.pdf, actor)
            pack = BoardPack(
                meeting=meeting,
                number=number,
                made_at=clock.now(),
                made_by_id=actor.pk if actor else None,
                file=stored,
                agenda=source.seal,
                contents=printed.contents,
                page_count=printed.page_count,
                foreign_pages=printed.foreign_pages,
            )
            pack.save()
            changes = {"Meeting": ["", str(meeting)], "Pages": ["", str(printed.page_count)], "SHA-256": ["", stored.sha256]}
            record("boardpack.made", actor=actor, partnership=source.partnership, target=pack, changes=changes)
            if together_with:
                together_with(pack)
            return pack
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise


def _store(meeting: Meeting, partnership: Partnership, number: int, pdf: bytes, actor: User | None) -> StoredFile:
    name = safe_name(f"{meeting.board.name[:60].rstrip()}, {meeting.day.isoformat()}, pack {number}.pdf")
    return store_pdf(pdf, name, partnership=partnership, actor=actor)
