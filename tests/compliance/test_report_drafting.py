"""The chapter on how a strategy came about: rounds, who answered, quorum, conditions, and comments counted, as on the report's day."""

import datetime
import json
from typing import Any

import pytest

from compliance.report.content import content_of
from compliance.report.gather import gather
from compliance.report.layout import Table
from compliance.report.source import ReportSource
from compliance.report.the_drafting import CommentMade, RoundTexts, SeatAnswer, TheDrafting
from strategies.models import Approval, ApprovalRound, Comment, Version, Vote
from svduty import clock
from tests.cast import Cast, make_version
from tests.cast import day as on_day
from tests.compliance.awkward import ISSUE, empty_source, source_of
from tests.compliance.build import day, facts, round_of, strategy, version
from tests.compliance.governance_for_facts import BOARD, CHAIR, COUNCIL_SEAT, SEATS, board
from tests.strategies.rounds import holder, make_round, seated_board

ASKED = round_of((CHAIR, "2026-11-02"), (COUNCIL_SEAT, "2026-11-05"), board=BOARD, ended_on="2026-12-01", outcome="conditions")
TEXTS = RoundTexts(
    ASKED.pk,
    "Approve version 1.",
    ("Publish it", "Send it"),
    "",
    "2 of 3 members were needed; 2 took part, and the chair: quorate",
    "All had answered.",
    (
        SeatAnswer("Cabinet Member", datetime.date(2026, 11, 2), "Approve", "", "Terms, 4"),
        SeatAnswer("Director", datetime.date(2026, 11, 5), "Approve with conditions", "Add the figures.", ""),
    ),
)
COMMENTS = tuple(
    CommentMade(101, datetime.date(2026, 11, made), answer, datetime.date(2026, 11, 20) if answer else None)
    for made, answer in ((2, "accepted"), (3, "accepted"), (4, "partly"), (5, "not-accepted"), (6, ""))
)


def made(on: str) -> ReportSource:
    held = facts(strategy(version(ASKED, dated="2026-10-20")), boards=(board(seats=SEATS),))
    return source_of(held, day(on), drafting=TheDrafting((TEXTS,), COMMENTS))


def chapter(source: ReportSource) -> str:
    return str(next(group.blocks for group in content_of(source, ISSUE).records if group.anchor == "records-drafting"))


def rows(source: ReportSource, caption: str) -> list[tuple[str, ...]]:
    tables = [block for group in content_of(source, ISSUE).records for block in group.blocks if isinstance(block, Table)]
    return [row for table in tables if table.caption.startswith(caption) for row in table.rows]


def test_a_round_is_told_with_its_question_who_took_part_its_quorum_and_its_conditions():
    source = made("2026-12-01")
    said = chapter(source)
    for words in (
        "Approve version 1.",
        "1. Publish it; 2. Send it",
        "2 of 4 have answered",
        "2 took part, and the chair: quorate",
        "Approved with conditions",
        "1 December 2026. All had answered.",
    ):
        assert words in said, words
    assert rows(source, "Who answered: The board on Serious violence strategy, version 1") == [
        ("Cabinet Member", "Approve", "2 November 2026", "By a deputy: Terms, 4"),
        ("Director", "Approve with conditions", "5 November 2026", "Add the figures."),
    ]


def test_on_an_earlier_day_the_round_is_open_and_later_answers_are_not_told():
    source = made("2026-11-04")
    assert "Still open" in chapter(source)
    assert "quorate" not in chapter(source)
    assert [row[0] for row in rows(source, "Who answered")] == ["Cabinet Member"]
    assert "No board was asked" not in chapter(made("2026-11-01"))
    assert "Nobody had answered." in chapter(made("2026-11-01"))
    assert "No board was asked about a version in a round" in chapter(made("2026-10-31"))


@pytest.mark.parametrize(("on", "numbers"), [("2026-11-05", ("4", "0", "0", "0", "4")), ("2026-11-20", ("5", "2", "1", "1", "1"))])
def test_comments_are_counted_by_what_had_become_of_them_by_the_day(on: str, numbers: tuple[str, ...]):
    assert rows(made(on), "Comments on each version") == [("Serious violence strategy, version 1", *numbers)]


def test_an_empty_partnership_says_that_nobody_was_asked():
    assert "No board was asked about a version in a round, and no comment on one is recorded." in chapter(empty_source())


@pytest.mark.django_db
def test_rounds_votes_and_comments_are_gathered_without_what_was_withdrawn_and_sealed_without_the_comments_words(cast: Cast) -> None:
    asked_about = make_version(cast.ours, cast.area)
    seats = seated_board(cast.ours)
    asked = closed_round(seats, asked_about)
    make_round(seats, asked_about, state="withdrawn", closed_at=clock.now(), closing_words="Gone")
    comment(asked_about, cast, text="Secret words", answer="accepted", answer_reason="Right", answered_at=clock.now())
    comment(asked_about, cast, withdrawn_on=clock.today(), withdrawn_reason="Gone")
    comment(asked_about, cast, replies_to=Comment.objects.order_by("pk")[0])
    make_version(cast.theirs, cast.their_area)
    source = gather(cast.ours, clock.today())
    [texts], [counted] = source.drafting.rounds, source.drafting.comments
    assert (texts.pk, texts.closing, texts.answers[0].words) == (asked.pk, "Time was up.", "Add the figures.")
    assert (counted.version_pk, counted.answer) == (asked_about.pk, "accepted")
    kept = json.dumps(source.facts_json())
    assert "Add the figures." in kept
    assert "Secret words" not in kept
    assert "Gone" not in kept
    assert "On condition: Add the figures." in str(rows(source, "Decisions on"))


def closed_round(seats: Any, about: Version) -> ApprovalRound:
    fields = {"closed_at": clock.now(), "outcome": "conditions", "closing_words": "Time was up.", "quorum_present": 1, "quorate": None}
    asked = make_round(seats, about, state="closed", **fields)
    chair = seats.seats.get(kind="chair")
    given = {"choice": "conditions", "words": "Add the figures.", "sha256": about.sha256, "given_at": clock.now()}
    Vote.objects.create(round=asked, seat=chair, given_by=holder(seats, chair.post), **given)
    decided = {"decided_by": seats.name, "decided_on": on_day("2024-01-10"), "outcome": "conditions", "conditions": "Add the figures."}
    Approval.objects.create(strategy_version=about, round=asked, **decided)
    return asked


def comment(about: Version, cast: Cast, **fields: Any) -> Comment:
    said = {"text": "Words", **fields}
    by = {"answered_by": cast.coordinator} if said.get("answer") else {}
    return Comment.objects.create(strategy_version=about, author=cast.coordinator, made_at=clock.now(), **said, **by)
