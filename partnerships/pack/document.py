"""From what a pack is made from to the bytes of its PDF and the page of each item."""

import dataclasses
import datetime
import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from partnerships import queries_meetings
from partnerships.access.context import LAW_AS_AT
from partnerships.models import StoredFile
from partnerships.pack.content import PackContent, content_of
from partnerships.pack.enclosed import check_together, enclose
from partnerships.pack.refused import PackRefused
from partnerships.pack.source import ItemSource, PackSource
from svduty.pdf import PdfFailed, PdfLimit, PdfStopped, workshop
from svduty.pdf.append import FOOT, HEAD, SIDE
from svduty.pdf.render import manuscript

TEMPLATE = "partnerships/pack/pack.html"
TOO_MUCH = (
    "The pack was not made, because it is too large or takes too long to be set in type. Nothing is lost. Give links to the largest "
    "papers instead of enclosing them, then make it again."
)
STOPPED = (
    "The pack was not made, because the program that sets it in type stopped before it had finished. Nothing is lost. Try again, and if "
    "it stops again tell the person who looks after this service."
)


@dataclasses.dataclass(frozen=True)
class PrintedPack:
    """`contents` as BoardPack keeps them."""

    pdf: bytes
    page_count: int
    foreign_pages: int
    contents: list[dict[str, Any]]


def print_pack(source: PackSource, *, number: int, made_on: datetime.date) -> PrintedPack:
    """Examine the files and set everything in type, which may take a minute. The same source gives the same bytes.

    Raises PackRefused, naming the item that is in the way, or PdfFailed.
    """
    files = {item.item.pk: list(_files(item)) for item in source.items}
    check_together([(_where(item), stored) for item in source.items for stored in files[item.item.pk]])
    numbers = itertools.count(1)
    enclosed = {item.item.pk: [enclose(stored, _where(item), next(numbers)) for stored in files[item.item.pk]] for item in source.items}
    seats = queries_meetings.seats_on(source.meeting.board, source.meeting.day)
    content = content_of(source, enclosed, seats, number=number, made_on=made_on)
    every = [one for item in content.items for one in item.enclosed]
    try:
        made = workshop.make(
            manuscript(
                pack_html(content),
                title=content.title,
                css=pack_css(),
                author=content.partnership,
                on=made_on,
                attachments=[one.carried for one in every if one.carried],
                appended=[one.appended for one in every if one.appended],
            )
        )
    except PdfLimit:
        raise PackRefused(TOO_MUCH) from None
    except PdfStopped:
        raise PdfFailed(STOPPED) from None
    return PrintedPack(made.pdf, made.pages, content.foreign_pages, _contents(content, made))


def pack_html(content: PackContent) -> str:
    """The pages of the pack as the engine is given them."""
    return render_to_string(TEMPLATE, {"pack": content, "law_as_at": LAW_AS_AT})


@cache
def pack_css() -> str:
    """What a pack needs beside the style sheet of reports: a sheet for pages of others, with the room that is left for them."""
    text = (settings.BASE_DIR / "static" / "print" / "pack.css").read_text(encoding="utf-8")
    return f"{text}\n@page appended, appended-across {{ margin: {HEAD}pt {SIDE}pt {FOOT}pt {SIDE}pt }}"


def _where(item: ItemSource) -> str:
    return f"Item {item.number}"


def _files(item: ItemSource) -> Iterator[StoredFile]:
    """The paper of the item, and the file that is the record it is about; one file once."""
    found = [item.item.paper, item.record.file if item.record else None]
    yield from {stored.pk: stored for stored in found if stored}.values()


def _contents(content: PackContent, made: workshop.Made) -> list[dict[str, Any]]:
    begins = [made.places[item.place] for item in content.items]
    # The list of members stands behind the last item.
    ends = [*[page - 1 for page in begins[1:]], made.places["place-board"] - 1]
    return [
        {
            "item": item.item.pk,
            "number": item.number,
            "title": item.item.title,
            "purpose": item.item.get_purpose_display(),
            "page": begin,
            "last_page": max(begin, end),
            "paper": item.paper,
            "files": [{"pk": one.pk, "name": one.name} for one in item.enclosed],
        }
        for item, begin, end in zip(content.items, begins, ends, strict=True)
    ]
