"""The chapters on boards, sharing and requests, as they stood on the report's day."""

from compliance.report.content import content_of
from compliance.report.layout import Table
from compliance.report.source import ReportSource
from compliance.report.the_year import TheYear
from tests.compliance.awkward import ISSUE, source_of
from tests.compliance.build import day, facts
from tests.compliance.governance_for_facts import SEATS, agreement, asked, asked_to_work_together, board, looked_at, met


def source(on: str = "2026-06-30", **governance: object) -> ReportSource:
    return source_of(facts(**governance), day(on), year=TheYear())


def chapter(made: ReportSource, anchor: str) -> str:
    return str(next(group.blocks for group in content_of(made, ISSUE).records if group.anchor == f"records-{anchor}"))


def rows(made: ReportSource, caption: str) -> list[tuple[str, ...]]:
    tables = [block for group in content_of(made, ISSUE).records for block in group.blocks if isinstance(block, Table)]
    return [row for table in tables if table.caption.startswith(caption) for row in table.rows]


def test_meetings_are_listed_newest_first_with_their_quorum_and_later_ones_are_not():
    made = source(
        boards=(
            board(
                met("2026-05-12", decisions=2),
                met("2026-06-09", quorate=False, minuted=False),
                met("2026-06-30", attendance=False, quorate=None),
                met("2026-07-01"),
                looked_at("2026-01-15"),
            ),
        )
    )
    assert rows(made, "Meetings of The board") == [
        ("30 June 2026", "Not recorded", "Not recorded", "0", "Kept"),
        ("9 June 2026", "3 of 4", "No: it could not decide", "0", "Not recorded"),
        ("12 May 2026", "3 of 4", "Yes", "2", "Kept"),
    ]
    said = chapter(made, "boards")
    assert "The board (leads the work)" in said
    assert ("Post 401" in said, "3, 3 of them with a vote" in said, "15 January 2026" in said) == (True, True, True)


def test_of_many_meetings_the_newest_twelve_are_shown_and_the_table_says_so():
    made = source(boards=(board(*(met(f"2025-{month:02}-{dd}") for month in range(1, 13) for dd in ("10", "20"))),))
    assert len(rows(made, "Meetings of The board, the newest 12 of 24")) == 12


def test_a_board_that_ended_or_is_still_to_begin_is_left_out_and_none_is_said():
    for gone in (board(ends="2026-06-29"), board(starts="2026-07-01", seats=SEATS)):
        assert "No board is recorded." in chapter(source(boards=(gone,)), "boards")


def test_agreements_and_requests_stand_as_they_were_known_on_the_day():
    made = source(
        sharing=(agreement("2026-04-01", parties=(11, 12, 999)), agreement("2026-07-01")),
        policing_requests=(asked("2026-05-01", answered="2026-07-02", answer="given"), asked("2026-07-01")),
        collaboration=(asked_to_work_together("2026-05-03", answered="2026-06-01", answer="refused", grounds="b"),),
    )
    assert rows(made, "Agreements on sharing") == [
        ("Sharing agreement", "Since 1 April 2026", "Names no day: twelve months", "Organisation 11, Organisation 12, 1 more")
    ]
    [policing] = rows(made, "What the local policing body asked")
    assert policing[2:] == ("Not yet", "")
    [together] = rows(made, "Requests to work together")
    assert together[2:] == ("1 June 2026", "Will not; ground 15(7)(b)")
    assert "No agreement on sharing information" in chapter(source(), "sharing")
