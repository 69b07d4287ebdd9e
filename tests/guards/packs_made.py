"""Board packs without the seconds that setting them in type takes."""

from django.core.files.base import ContentFile

from partnerships.models import BoardPack, Meeting, StoredFile
from partnerships.pack.source import seal_of
from partnerships.queries_packs import standing_items_of
from svduty import clock
from svduty.tasks.models import State, Task

PDF = b"%PDF-1.7"


def pack_of(meeting: Meeting) -> BoardPack:
    """Of the agenda as it stands: a page for each item."""
    items = list(standing_items_of(meeting))
    stored = StoredFile.objects.create(
        partnership=meeting.board.partnership,
        name="pack.pdf",
        content_type="application/pdf",
        size=len(PDF),
        sha256="0" * 64,
        content=ContentFile(PDF, name="x"),
        uploaded_at=clock.now(),
    )
    contents = [
        {
            "item": item.pk,
            "number": number,
            "title": item.title,
            "purpose": item.get_purpose_display(),
            "page": number + 2,
            "last_page": number + 2,
            "paper": "In this pack",
            "files": [],
        }
        for number, item in enumerate(items, start=1)
    ]
    made = {"made_at": clock.now(), "file": stored, "agenda": seal_of(meeting, items), "contents": contents}
    return BoardPack.objects.create(meeting=meeting, number=1, page_count=len(items) + 3, **made)


def pack_task(meeting: Meeting, state: State = State.WAITING, reason: str = "") -> Task:
    """A pack that was asked for and is not made: yet, or not at all."""
    over = {"finished_at": clock.now(), "tries": 1} if state == State.FAILED else {}
    return Task.objects.create(
        kind="boardpack.make",
        key=f"meeting-{meeting.pk}",
        partnership_id=meeting.board.partnership_id,
        arguments={"meeting_pk": meeting.pk},
        asked_at=clock.now(),
        due_at=clock.now(),
        state=state,
        reason=reason,
        **over,
    )
