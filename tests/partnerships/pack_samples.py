"""Meetings with papers of every kind, for the tests of board packs."""

import datetime
import io
from typing import Any

import pikepdf
from django.core.files.base import ContentFile
from PIL import Image

from partnerships.models import AgendaItem, Board, Meeting, Partnership, StoredFile
from partnerships.pointing import point, targets
from svduty.pdf import render_pdf

NOON = datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 9, 17)


def a_board(partnership: Partnership, **fields: Any) -> Board:
    return Board.objects.create(partnership=partnership, **{"name": "Community Safety Partnership Board", "paper_days": 5, **fields})


def a_meeting(board: Board, day: datetime.date = DAY, **fields: Any) -> Meeting:
    return Meeting.objects.create(board=board, day=day, **fields)


def an_item(meeting: Meeting, title: str, *, about: str = "", **fields: Any) -> AgendaItem:
    """`about`: the kind of the record it points at, of which there is one."""
    item = AgendaItem(meeting=meeting, title=title, position=meeting.items.count() + 1, **fields)
    if about:
        point(item, targets(meeting.board.partnership, about)[0])
    item.save()
    return item


def a_file(partnership: Partnership, name: str, content: bytes) -> StoredFile:
    return StoredFile.objects.create(
        partnership=partnership,
        name=name,
        content_type="application/octet-stream",
        size=len(content),
        sha256="0" * 64,
        content=ContentFile(content, name="x"),
        uploaded_at=NOON,
    )


def foreign_pdf(pages: int = 3, across: int = 0, words: str = "Words of somebody else") -> bytes:
    """A PDF as another program would make it; page number `across` lies across."""
    made = render_pdf("".join(f'<p class="new-page">{words}, sheet {number}</p>' for number in range(1, pages + 1)), title="Theirs")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        if across:
            pdf.pages[across - 1].rotate(90, relative=True)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def empty_pages(pages: int) -> bytes:
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page()
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def locked_pdf(user: str = "a password") -> bytes:
    with pikepdf.open(io.BytesIO(empty_pages(1))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="an owner's password", user=user))
    return out.getvalue()


def picture(width: int = 400, height: int = 300) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (width, height), (20, 90, 60, 128)).save(out, "PNG")
    return out.getvalue()
