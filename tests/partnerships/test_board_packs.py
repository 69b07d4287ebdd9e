"""Agenda and papers as one PDF: what it says, what becomes of each paper, and that it is kept as it was made."""

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdf
import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from partnerships.actions.make_pack import make_pack
from partnerships.models import AgendaItem, AuditEntry, BoardPack, LocalDefinition, Meeting, Organisation, Seat, StoredFile
from partnerships.pack.refused import PackRefused
from svduty.editing.records import FrozenRecord
from tests.cast import Cast, make_version
from tests.partnerships.conftest import words
from tests.partnerships.pack_samples import (
    a_board,
    a_file,
    a_meeting,
    an_item,
    empty_pages,
    foreign_pdf,
    locked_pdf,
    picture,
)

pytestmark = pytest.mark.slow

ASKED = "Agree the wording of the definition. " * 40


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Of a board with a chair and nine voting members, a quarter of whom and the chair are a quorum."""
    body = Organisation.objects.create(partnership=cast.ours, name="Anyborough Council", kind="council")
    board = a_board(cast.ours, quorum_part=1, quorum_whole=4, quorum_chair=True)
    Seat.objects.create(board=board, post="Leader", organisation=body, kind="chair")
    for number in range(9):
        Seat.objects.create(board=board, post=f"Director {number}", organisation=body, position=number + 1)
    return a_meeting(board, place="Town hall, room 3")


@pytest.fixture
def full(meeting: Meeting, cast: Cast) -> Meeting:
    """With a paper of every kind that we can print ourselves."""
    ours = cast.ours
    LocalDefinition.objects.create(partnership=ours, number=2, wording="Violence with a weapon.", notes="A **note**.", penalty="yes")
    make_version(ours, cast.area)
    an_item(meeting, "The local definition", about="localdefinition", purpose="decision", summary=ASKED)
    an_item(meeting, "The strategy", about="version", purpose="discussion", late_reason="The figures came late.")
    an_item(meeting, "Budget", paper=a_file(ours, "budget.csv", b"Head,Pounds\nStaff,100\nYouth work,250\n"))
    an_item(meeting, "Minutes", paper=a_file(ours, "minutes.txt", "Present: all.\n\nAgreed – nothing.".encode()))
    an_item(meeting, "Map", paper=a_file(ours, "map.png", picture()))
    an_item(meeting, "Slides", paper=a_file(ours, "slides.pptx", b"PK slides"), paper_link="https://www.example.gov.uk/slides")
    return meeting


def content_of(pack: BoardPack) -> bytes:
    with pack.file.content.open("rb") as content:
        return bytes(content.read())


def sheets(pack: BoardPack) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(io.BytesIO(content_of(pack))).pages]


def failures(pdf: bytes) -> list[tuple[str, str]]:
    """What speaks against PDF/UA-1 or PDF/A-3a."""
    reports = [page.validate_pdf_bytes(pdf, profile=standard) for standard in ("ua1", "3a")]
    assert all(report.rules.total > 100 for report in reports)
    return [(failure.rule_id, failure.message) for report in reports for failure in report.failures]


def pack_of(meeting: Meeting, cast: Cast) -> BoardPack:
    return make_pack(meeting, actor=cast.coordinator).pack


def at(name: str, *args: object) -> str:
    return reverse(name, args=["anyborough", *args])


def test_pack_says_first_what_is_asked_and_holds_every_paper(full: Meeting, cast: Cast) -> None:
    pack = pack_of(full, cast)
    text = sheets(pack)
    assert "17 September 2026 (Thursday)" in text[0]
    assert "Town hall, room 3" in text[0]
    assert "A quarter of all members, and the chair: 3 of 9 members and the chair" in text[0]
    assert "You are asked to decide Item 1: The local definition Agree the wording" in text[1]
    asked = text[1].split("The local definition", 1)[1].split("You are asked what you think of")[0]
    assert 119 <= len(asked.split()) <= 121
    assert "Item 2: The strategy" in text[1]
    for words_of_paper in (
        "Violence with a weapon.",
        "Was the maximum penalty taken into account? Yes",
        "2.1 Purpose To keep people safe.",
        "A late paper: reason for urgency The figures came late.",
        "Youth work 250",
        "Agreed – nothing.",
        "Separate: slides.pptx",
        "Leader",
    ):
        assert any(words_of_paper in sheet for sheet in text), words_of_paper


def test_page_numbers_are_the_same_in_the_pdf_on_its_agenda_and_on_the_pages_of_the_service(
    full: Meeting, cast: Cast, viewer: Client
) -> None:
    an_item(full, "Their paper", paper=a_file(cast.ours, "theirs.pdf", foreign_pdf(3, across=2)))
    an_item(full, "Any other business")
    pack = pack_of(full, cast)
    text = sheets(pack)
    assert pack.page_count == len(text)
    for number, item in enumerate(AgendaItem.objects.order_by("position"), start=1):
        begins = pack.pages[item.pk]
        assert f"Page {begins} of {pack.page_count}" in text[begins - 1]
        assert f"{number} {item.title} " in text[begins - 1]
        assert re.search(rf"{item.title} {item.get_purpose_display()} [^0-9]*(\d+ pages as they came )?{begins}\b", text[1]), text[1]
    shown = words(viewer.get(at("boardpack", pack.pk)))
    on_meeting = words(viewer.get(at("meeting", full.pk)))
    for item in pack.contents:
        pages = f"{item['page']} to {item['last_page']}" if item["page"] != item["last_page"] else str(item["page"])
        assert f"<span>{pages}</span>" in shown
        assert f"Page {item['page']} of pack 1" in on_meeting


def test_pages_of_others_follow_their_item_under_our_page_number(full: Meeting, cast: Cast) -> None:
    an_item(full, "Their paper", paper=a_file(cast.ours, "theirs.pdf", foreign_pdf(3, across=2)))
    pack = pack_of(full, cast)
    text = sheets(pack)
    begins = pack.contents[-1]["page"]
    for number in (1, 2, 3):
        sheet = text[begins + number - 1]
        assert f"Words of somebody else, sheet {number}" in sheet
        assert f"Page {begins + number} of {pack.page_count}" in sheet
        assert f"Item 7, “theirs.pdf”, its page {number} of 3" in sheet
    sizes = [(sheet.mediabox.width > sheet.mediabox.height) for sheet in pypdf.PdfReader(io.BytesIO(content_of(pack))).pages]
    assert [number for number, across in enumerate(sizes, start=1) if across] == [begins + 2]
    assert pack.foreign_pages == 3


def test_pages_of_others_are_read_out_in_our_order_and_bring_no_marks_of_their_own(meeting: Meeting, cast: Cast) -> None:
    theirs = foreign_pdf(2)
    with pikepdf.open(io.BytesIO(theirs)) as paper:
        assert b"MCID" in paper.pages[0].Contents.read_bytes()
    an_item(meeting, "Their paper", paper=a_file(cast.ours, "theirs.pdf", theirs))
    pack = pack_of(meeting, cast)
    with pikepdf.open(io.BytesIO(content_of(pack))) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for place in (4, 5):
            sheet = pdf.pages[place - 1]
            assert b"MCID" not in sheet.Resources.XObject[f"/Paper{place}"].read_bytes()
            element = owners[int(sheet.obj.StructParents)][-1]
            assert (element.S, element.Pg.objgen) == (pikepdf.Name.P, sheet.obj.objgen)
            assert b"/P <</MCID %d>> BDC" % int(element.K) in b"".join(part.read_bytes() for part in sheet.Contents)
            assert element.objgen in [kid.objgen for kid in element.P.K]


def test_pack_of_our_own_pages_follows_both_standards(full: Meeting, cast: Cast) -> None:
    assert failures(content_of(pack_of(full, cast))) == []


def test_pack_with_pages_of_others_claims_no_standard_and_says_so(full: Meeting, cast: Cast, viewer: Client) -> None:
    an_item(full, "Their paper", paper=a_file(cast.ours, "theirs.pdf", foreign_pdf(2)))
    pack = pack_of(full, cast)
    metadata = pypdf.PdfReader(io.BytesIO(content_of(pack))).root_object["/Metadata"].get_object().get_data()
    assert b"pdfuaid:part" not in metadata
    assert b"pdfaid:part" not in metadata
    assert "2 of its pages come from PDFs made elsewhere" in words(viewer.get(at("boardpack", pack.pk)))
    assert "2 of the pages that follow come from documents made elsewhere" in sheets(pack)[0]


def test_document_that_is_the_version_of_a_strategy_goes_in_too(meeting: Meeting, cast: Cast) -> None:
    version = make_version(cast.ours, cast.area)
    document = a_file(cast.ours, "strategy.pdf", foreign_pdf(2))
    second = type(version)(
        strategy=version.strategy,
        number=2,
        title="Strategy",
        form="document",
        dated=version.dated,
        document=document,
        sha256="0" * 64,
        frozen_at=version.frozen_at,
    )
    second.save()
    an_item(meeting, "Strategy", about="version")
    pack = pack_of(meeting, cast)
    assert pack.foreign_pages == 2
    assert pack.contents[0]["files"] == [{"pk": document.pk, "name": "strategy.pdf"}]


def test_what_cannot_be_printed_travels_with_the_pdf(full: Meeting, cast: Cast) -> None:
    attached = pypdf.PdfReader(io.BytesIO(content_of(pack_of(full, cast)))).attachments
    assert [(name, content) for name, content in attached.items()] == [("4-slides.pptx", [b"PK slides"])]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("locked.pdf", locked_pdf, "Item 1, “locked.pdf”: it is locked with a password or protected"),
        ("kept.pdf", lambda: locked_pdf(user=""), "Item 1, “kept.pdf”: it is locked with a password or protected"),
        ("broken.pdf", lambda: foreign_pdf(1)[:2000], "Item 1, “broken.pdf”: it is damaged"),
        ("nothing.pdf", lambda: b"%PDF-1.7 and then nothing", "Item 1, “nothing.pdf”: it is damaged"),
        ("long.pdf", lambda: empty_pages(2000), "Item 1, “long.pdf”: it has 2,000 pages, and a pack takes 400 of one paper"),
        ("broken.png", lambda: picture()[:60], "Item 1, “broken.png”: it is damaged"),
        ("vast.png", lambda: picture(9000, 9000), "Item 1, “vast.png”: it takes too much time or memory"),
    ],
)
def test_paper_that_cannot_go_in_is_named_with_what_to_do(
    name: str, content: Callable[[], bytes], sentence: str, meeting: Meeting, cast: Cast
) -> None:
    an_item(meeting, "A paper", paper=a_file(cast.ours, name, content()))
    with pytest.raises(PackRefused) as refusal:
        pack_of(meeting, cast)
    assert str(refusal.value).startswith(sentence)
    assert not BoardPack.objects.exists()


def test_papers_too_large_together_are_refused_with_the_largest_named(meeting: Meeting, cast: Cast, settings: Any) -> None:
    settings.PDF_SIZE_MB = 1
    an_item(meeting, "Small", paper=a_file(cast.ours, "small.txt", b"x" * 1000))
    an_item(meeting, "Large", paper=a_file(cast.ours, "large.pptx", b"x" * 2_000_000))
    with pytest.raises(PackRefused, match=r"a pack may have 1 MB\. The largest is that of Item 2, “large.pptx”"):
        pack_of(meeting, cast)


def test_missing_bytes_are_told_with_the_item(meeting: Meeting, cast: Cast) -> None:
    stored = a_file(cast.ours, "gone.pdf", foreign_pdf(1))
    stored.content.storage.delete(str(stored.content.name))
    an_item(meeting, "A paper", paper=stored)
    with pytest.raises(PackRefused, match=r"Item 1, “gone\.pdf”: its bytes are missing"):
        pack_of(meeting, cast)


def test_markup_in_titles_and_papers_is_printed_as_text(meeting: Meeting, cast: Cast) -> None:
    hostile = '<img src="file:///etc/passwd"><script>alert(1)</script>'
    an_item(meeting, hostile, summary=hostile, purpose="decision", paper=a_file(cast.ours, "x.txt", hostile.encode()))
    text = " ".join(sheets(pack_of(meeting, cast)))
    assert text.count("<script>alert(1)</script>") >= 4


def test_same_agenda_gives_the_same_pack_and_a_changed_one_a_new_one_beside_it(full: Meeting, cast: Cast, viewer: Client) -> None:
    first = make_pack(full, actor=cast.coordinator)
    again = make_pack(full, actor=cast.coordinator)
    assert (first.is_new, again.is_new, again.pack) == (True, False, first.pack)
    before = content_of(first.pack)
    AgendaItem.objects.filter(title="Budget").update(title="The budget")
    assert "The agenda has changed since this pack was made." in words(viewer.get(at("boardpack", first.pack.pk)))
    assert "The agenda has changed since pack 1 was made." in words(viewer.get(at("meeting", full.pk)))
    second = make_pack(full, actor=cast.coordinator)
    assert (second.is_new, second.pack.number) == (True, 2)
    assert content_of(first.pack) == before
    assert "There is a newer one" in words(viewer.get(at("boardpack", first.pack.pk)))


def test_new_version_of_a_record_that_an_item_points_at_is_a_changed_agenda(full: Meeting, cast: Cast, viewer: Client) -> None:
    pack = pack_of(full, cast)
    assert "The agenda has changed" not in words(viewer.get(at("boardpack", pack.pk)))
    LocalDefinition.objects.update(wording="Other words.", version=2)
    assert "The agenda has changed" in words(viewer.get(at("boardpack", pack.pk)))
    assert any("has been changed since" in sheet for sheet in sheets(make_pack(full, actor=None).pack))


def test_pack_is_kept_for_ever_as_it_was_made(meeting: Meeting, cast: Cast) -> None:
    an_item(meeting, "An item")
    pack = pack_of(meeting, cast)
    assert hashlib.sha256(content_of(pack)).hexdigest() == pack.file.sha256
    with pytest.raises(FrozenRecord):
        pack.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        BoardPack.objects.filter(pk=pack.pk).update(number=9)
    assert AuditEntry.objects.get(event="boardpack.made").changes["SHA-256"] == ["", pack.file.sha256]


def test_nothing_is_kept_when_the_task_was_lost_meanwhile(meeting: Meeting, cast: Cast, settings: Any) -> None:
    an_item(meeting, "An item")
    before = set(Path(settings.MEDIA_ROOT).rglob("*/*"))

    def lose(pack: BoardPack) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        make_pack(meeting, actor=cast.coordinator, together_with=lose)
    assert not BoardPack.objects.exists()
    assert not StoredFile.objects.exists()
    assert [path for path in set(Path(settings.MEDIA_ROOT).rglob("*/*")) - before if path.is_file()] == []


def test_download_is_the_same_every_time_and_cheap_for_whoever_holds_it(meeting: Meeting, cast: Cast, viewer: Client) -> None:
    an_item(meeting, "An item")
    pack = pack_of(meeting, cast)
    first = viewer.get(at("boardpack_pdf", pack.pk))
    body = b"".join(first)  # type: ignore[arg-type]  # streamed
    assert body == content_of(pack) == b"".join(viewer.get(at("boardpack_pdf", pack.pk)))  # type: ignore[arg-type]
    assert first["Content-Disposition"].startswith("attachment")
    assert "2026-09-17, pack 1.pdf" in first["Content-Disposition"]
    assert first["X-Content-Type-Options"] == "nosniff"
    assert viewer.get(at("boardpack_pdf", pack.pk), headers={"if-none-match": first["ETag"]}).status_code == 304


def test_pack_is_asked_for_made_off_the_request_and_opened(meeting: Meeting, coordinator: Client) -> None:
    an_item(meeting, "An item")
    asked = coordinator.post(at("boardpack_make", meeting.pk))
    answer = coordinator.get(asked["Location"], follow=True)
    assert "Pack 1 is made." in words(answer)
    assert "Download the PDF" in words(answer)


def test_failure_is_told_on_its_page_with_the_way_back(meeting: Meeting, coordinator: Client, cast: Cast) -> None:
    an_item(meeting, "A paper", paper=a_file(cast.ours, "locked.pdf", locked_pdf()))
    asked = coordinator.post(at("boardpack_make", meeting.pk))
    shown = words(coordinator.get(asked["Location"]))
    assert "The board pack was not made" in shown
    assert "Item 1, “locked.pdf”: it is locked with a password" in shown
    assert at("meeting", meeting.pk) in shown


def test_empty_agenda_gives_no_pack(meeting: Meeting, coordinator: Client) -> None:
    answer = coordinator.post(at("boardpack_make", meeting.pk), follow=True)
    assert "because the agenda is empty" in words(answer)


def test_pack_of_another_partnership_is_not_there(meeting: Meeting, cast: Cast, stranger: Client) -> None:
    an_item(meeting, "An item")
    pack = pack_of(meeting, cast)
    theirs = reverse("boardpack_pdf", args=["otherton", pack.pk])
    assert stranger.get(theirs).status_code == 404
    assert stranger.get(at("boardpack_pdf", pack.pk)).status_code == 404
