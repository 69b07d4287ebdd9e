"""A board pack and a paper on its way, each bearing the partnership's own mark."""

import datetime

from django.core.files.base import ContentFile
from django.db.models import Model

from partnerships.models import BoardPack, Meeting, PaperRoute, RouteStep, StoredFile
from svduty.tasks.models import Task

NOON = datetime.datetime(2024, 1, 31, 12, tzinfo=datetime.UTC)


def paper_records(meeting: Meeting, mark: str) -> dict[str, Model]:
    """By kind. `boardpack_making`: a pack that was asked for and not made."""
    partnership = meeting.board.partnership
    stored = StoredFile.objects.create(
        partnership=partnership,
        name=f"{mark} pack.pdf",
        content_type="application/pdf",
        size=9,
        sha256="0" * 64,
        content=ContentFile(f"%PDF {mark}".encode(), name="x"),
        uploaded_at=NOON,
    )
    route = PaperRoute.objects.create(partnership=partnership, title=f"{mark} paper", through_by=datetime.date(2099, 3, 31))
    contents = [
        {"item": 1, "number": 1, "title": f"{mark} item", "purpose": "To note", "page": 3, "last_page": 3, "paper": "", "files": []}
    ]
    return {
        "boardpack": BoardPack.objects.create(
            meeting=meeting, number=1, made_at=NOON, file=stored, agenda="0" * 64, contents=contents, page_count=4
        ),
        "boardpack_making": Task.objects.create(
            kind="boardpack.make",
            partnership_id=partnership.pk,
            arguments={"meeting_pk": meeting.pk},
            asked_at=NOON,
            due_at=NOON,
            finished_at=NOON,
            state="failed",
            tries=1,
            reason=f"Item 1, “{mark}.pdf”: it is damaged.",
        ),
        "paperroute": route,
        "routestep": RouteStep.objects.create(route=route, board=meeting.board, position=1),
    }
