"""What a pack says, from what it is made from. Nothing here asks a file or a clock."""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from partnerships.models import AgendaItem, Seat
from partnerships.models.board import SeatKind
from partnerships.models.meeting import ItemFor
from partnerships.pack.enclosed import Enclosed
from partnerships.pack.papers import Chapter
from partnerships.pack.source import ItemSource, PackSource
from partnerships.quorum import comes_to
from svduty import dates
from svduty.pdf.manuscript import PLACE
from svduty.text.markdown import to_html

MOST_WORDS = 120  # of what is asked, at the head of the pack
INVENTED = "Invented for training"


@dataclasses.dataclass(frozen=True)
class PackChapter:
    chapter: Chapter
    html: SafeString


@dataclasses.dataclass(frozen=True)
class PackItem:
    """`asked`: what is asked, in at most 120 words. `place`: by which the engine tells its page."""

    item: AgendaItem
    number: int
    place: str
    asked: str
    chapters: tuple[PackChapter, ...]
    enclosed: tuple[Enclosed, ...]
    links: tuple[str, ...]
    changed: str

    @property
    def paper(self) -> str:
        """What became of its paper, as the agenda says."""
        ways = ["In this pack"] if self.chapters else []
        ways += [enclosed.way for enclosed in self.enclosed]
        ways += ["At a web address"] if self.links else []
        return "; ".join(dict.fromkeys(ways)) or "No paper"


@dataclasses.dataclass(frozen=True)
class PackContent:
    """Everything the template prints."""

    number: int
    made_on: datetime.date
    title: str
    label: str
    partnership: str
    board: str
    day: datetime.date
    begins_at: datetime.time | None
    place: str
    members: str
    quorum_rule: str
    quorum_needed: str
    seats: tuple[Seat, ...]
    items: tuple[PackItem, ...]
    foreign_pages: int

    @property
    def to_decide(self) -> list[PackItem]:
        return [item for item in self.items if item.item.purpose == ItemFor.DECISION]

    @property
    def to_discuss(self) -> list[PackItem]:
        return [item for item in self.items if item.item.purpose == ItemFor.DISCUSSION]


def content_of(
    source: PackSource, enclosed: Mapping[int, Sequence[Enclosed]], seats: Sequence[Seat], *, number: int, made_on: datetime.date
) -> PackContent:
    """`enclosed`: key of an item -> its files as they go in."""
    meeting, board = source.meeting, source.meeting.board
    label = INVENTED if source.partnership.invented else ""
    title = f"Board pack {number}: {board.name}, {dates.say_short(meeting.day)}"
    quorum = comes_to(board, seats, meeting.day)
    return PackContent(
        number=number,
        made_on=made_on,
        title=f"{label}. {title}" if label else title,
        label=label,
        partnership=source.partnership.name,
        board=board.name,
        day=meeting.day,
        begins_at=meeting.begins_at,
        place=meeting.place,
        members=members_in_words(seats),
        quorum_rule=quorum.rule_words or board.quorum_words,
        quorum_needed=quorum.needed_words if quorum.rule.recorded else "",
        seats=tuple(seats),
        items=tuple(_item(item, enclosed.get(item.item.pk, ())) for item in source.items),
        foreign_pages=sum(one.pages for files in enclosed.values() for one in files),
    )


def members_in_words(seats: Sequence[Seat]) -> str:
    """`The chair, 38 voting members and 16 who attend without a vote`; empty when no seat is recorded."""
    count = {kind: sum(seat.kind == kind for seat in seats) for kind in SeatKind}
    voting, others = count[SeatKind.VOTING], count[SeatKind.NON_VOTING]
    parts = ["the chair"] if count[SeatKind.CHAIR] else []
    parts += [f"{voting} voting member{'' if voting == 1 else 's'}"] if voting else []
    parts += [f"{others} who attend{'s' if others == 1 else ''} without a vote"] if others else []
    words = " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
    return words[:1].upper() + words[1:]


def _item(source: ItemSource, enclosed: Sequence[Enclosed]) -> PackItem:
    item, record = source.item, source.record
    chapters = record.chapters if record else ()
    return PackItem(
        item=item,
        number=source.number,
        place=f"{PLACE}item-{item.pk}",
        asked=Truncator(" ".join(item.summary.split())).words(MOST_WORDS),
        chapters=tuple(PackChapter(chapter, to_html(chapter.text, heading_from=4)) for chapter in chapters),
        enclosed=tuple(enclosed),
        links=tuple(filter(None, [item.paper_link, record.link if record else ""])),
        changed=source.changed,
    )
