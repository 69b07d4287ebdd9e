"""The comments paper: who said what about which words, what became of it, and what each board decided."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.models import Board, Organisation, Seat, User
from strategies.export.papers import gather
from strategies.export.pdf import pdf_of
from strategies.export.word import word_of
from strategies.export.writing import Writing
from strategies.models import Approval, ApprovalRound, Comment, Version, Vote
from tests.cast import Cast, day
from tests.strategies.conftest import signed_in
from tests.strategies.exports.samples import HOSTILE, failures, sheets, styled, typed
from tests.strategies.helpers import at

NOON = datetime.datetime(2026, 5, 2, 11, tzinfo=datetime.UTC)


@pytest.fixture
def commented(cast: Cast) -> Version:
    version = typed(cast, ("Purpose", "To keep people safe."), ("Aims", "Fewer people hurt."))
    comment(version, cast.viewer, "About it all.")
    asked = comment(version, cast.viewer, "Does this cover hate crime?", section="2", heading="Aims", quote="people hurt")
    Comment.objects.create(
        strategy_version=version,
        replies_to=asked,
        author=cast.coordinator,
        section_key="2",
        section_heading="Aims",
        text="Yes.",
        made_at=NOON,
    )
    settled = {
        "answer": "not-accepted",
        "answer_reason": "The law does not allow it.",
        "answered_by": cast.coordinator,
        "answered_at": NOON,
    }
    comment(version, cast.viewer, "=HYPERLINK(1)", section="1", heading="Purpose", **settled)
    gone = {"withdrawn_on": datetime.date(2026, 5, 3), "withdrawn_reason": "Said twice."}
    comment(version, cast.viewer, "CANARY", section="1", heading="Purpose", **gone)
    return version


def comment(version: Version, author: User, text: str, section: str = "", heading: str = "", **more: Any) -> Comment:
    about = {"section_key": section, "section_heading": heading, "text": text, "made_at": NOON}
    return Comment.objects.create(strategy_version=version, author=author, **about, **more)


def decided(version: Version, cast: Cast, seats: int = 2) -> ApprovalRound:
    """A round that was closed, with a vote of every seat."""
    board = Board.objects.create(partnership=cast.ours, name="Safety Board")
    body = Organisation.objects.create(partnership=cast.ours, name="Anyborough Council", kind="council")
    asked = ApprovalRound.objects.create(
        strategy_version=version,
        board=board,
        asked="Approve it for publication.",
        recommendations="Approve\nPublish",
        answer_by=datetime.date(2026, 6, 1),
        opened_at=NOON,
        opened_by=cast.coordinator,
        state="closed",
        closed_at=NOON,
        outcome="conditions",
        quorum_base=15,
        quorum_needed=4,
        quorum_present=9,
        quorum_rule="a quarter",
        quorate=True,
    )
    for number in range(seats):
        kind = "non-voting" if number == 1 else "voting"
        seat = Seat.objects.create(board=board, post=f"Director {number}", organisation=body, position=number, kind=kind)
        said = {"choice": "conditions", "words": f"Condition {number}.", "sha256": version.sha256, "given_at": NOON}
        Vote.objects.create(round=asked, seat=seat, given_by=cast.viewer, as_deputy=not number, **said)
    return asked


def paper(version: Version) -> Writing:
    return gather("comments", version.strategy, version)(NOON)


def test_paper_says_who_when_about_what_and_what_became_of_it_by_section(commented: Version, cast: Cast) -> None:
    decided(commented, cast)
    Approval.objects.create(
        strategy_version=commented, decided_by="Cabinet", decided_on=day("2026-06-09"), outcome="conditions", conditions="Say who pays."
    )
    words = [text for _, text in styled(word_of(paper(commented)))]
    headings = [text for style, text in styled(word_of(paper(commented))) if style == "Heading1"]
    assert headings == ["The whole", "Purpose", "Aims", "Decisions"]
    for expected in (
        "Viewer, 2 May 2026, 12:00",
        "“people hurt”",
        "Does this cover hate crime?",
        "Coordinator, 2 May 2026, 12:00",
        "It waits for an answer.",
        "Not accepted: The law does not allow it.Coordinator, 2 May 2026, 12:00.",
        "Withdrawn on 3 May 2026: Said twice.",
        "Director 0 (Anyborough Council)",
        "Director 1 (Anyborough Council), without a vote",
        "Approve with conditions (by the deputy)",
        "Condition 1.",
        "Quorate: 9 of 15 members took part; 4 needed. a quarter",
        "1. Approve2. Publish",
        "Cabinet",
        "Say who pays.",
    ):
        assert expected in words, expected
    assert "CANARY" not in "".join(words)
    assert ("Comments", "3, of which 2 wait for an answer") in paper(commented).facts


def test_table_of_comments_is_inert_and_has_a_line_a_comment_and_reply(commented: Version, cast: Cast) -> None:
    answer = signed_in(cast.viewer).get(at("version_comments_csv", commented.pk))
    content = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]  # a file's answer
    head, *rows = list(csv.reader(io.StringIO(content)))
    assert head[:3] == ["Section", "Who", "When"]
    assert [row[0] for row in rows] == ["The whole", "Purpose", "Purpose", "Aims", "Aims"]
    assert rows[1][5] == "'=HYPERLINK(1)"
    assert rows[2][5] == ""
    assert rows[4][3] == "Comment 4"


def test_version_nobody_spoke_about_says_so(cast: Cast) -> None:
    words = [text for _, text in styled(word_of(paper(typed(cast, ("Purpose", "Words.")))))]
    assert "Nobody has commented on this version." in words
    assert any(text.startswith("No board has been asked about this version yet") for text in words)


def test_queries_do_not_grow_with_comments_or_votes(commented: Version, cast: Cast) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            paper(Version.objects.select_related("strategy__partnership").get(pk=commented.pk))
        return len(asked)

    asked = decided(commented, cast)
    few = cost()
    for number in range(20):
        made = comment(commented, cast.viewer, f"Word {number}", section="1", heading="Purpose")
        Comment.objects.create(strategy_version=commented, replies_to=made, author=cast.coordinator, text="Yes.", made_at=NOON)
        seat = Seat.objects.create(board=asked.board, post=f"Member {number}", position=number)
        Vote.objects.create(round=asked, seat=seat, given_by=cast.viewer, choice="approve", sha256="0" * 64, given_at=NOON)
    assert cost() == few <= 10


@pytest.mark.slow
def test_comments_paper_follows_both_standards_with_hostile_words(commented: Version, cast: Cast) -> None:
    decided(commented, cast, seats=30)
    comment(commented, cast.viewer, HOSTILE, section="1", heading="Purpose <b>" + "w" * 150, quote="x" * 500)
    pdf = pdf_of(paper(commented))
    assert failures(pdf) == []
    assert any("<script>alert(1)</script>" in sheet for sheet in sheets(pdf))
