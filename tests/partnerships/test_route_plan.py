"""The way of a paper through several boards, planned backwards; each day worked out by hand."""

import dataclasses
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from partnerships.route_plan import BoardOnTheWay, Sitting, Standing, moments, plan
from partnerships.route_words import headline, not_counted, urgency, what_to_do
from svduty.working_days import clear_days_between

ON = date(2026, 11, 2)
THROUGH_BY = date(2027, 1, 31)


def board(name: str, paper_days: int | None, *days: date, pk: int = 0, chosen: Sitting | None = None) -> BoardOnTheWay:
    sittings = tuple(Sitting(number, day) for number, day in enumerate(days, start=pk * 100))
    return BoardOnTheWay(pk, name, paper_days, sittings, chosen)


# The boards of Tower Hamlets that see the strategy; the days are invented.
CHILDREN = board("Safeguarding children's partnership", None, date(2026, 11, 12), date(2026, 11, 26), date(2026, 12, 3), pk=1)
ADULTS = board("Safeguarding adults board", 3, date(2026, 12, 2), date(2026, 12, 9), pk=2)
HEALTH = board("Health and wellbeing board", 5, date(2026, 11, 10), date(2026, 12, 15), date(2027, 1, 19), pk=3)
SAFETY = board("Community safety partnership board", 5, date(2027, 1, 14), date(2027, 2, 11), pk=4)
WAY = [CHILDREN, ADULTS, HEALTH, SAFETY]


def test_way_of_tower_hamlets_is_planned_backwards() -> None:
    found = plan(WAY, THROUGH_BY, ON)
    assert [(one.board.name[:12], one.limit, one.meets_on, one.papers_by) for one in found.boards] == [
        # No clear days are recorded: the papers may go out on the day itself.
        ("Safeguarding", date(2026, 11, 26), date(2026, 11, 26), date(2026, 11, 26)),
        # Wed 2 December; Tue 1, Mon 30 and Fri 27 November are clear.
        ("Safeguarding", date(2026, 12, 7), date(2026, 12, 2), date(2026, 11, 26)),
        # Tue 15 December; Mon 14, Fri 11, Thu 10, Wed 9 and Tue 8 are clear.
        ("Health and w", date(2027, 1, 6), date(2026, 12, 15), date(2026, 12, 7)),
        # Thu 14 January; Wed 13, Tue 12, Mon 11, Fri 8 and Thu 7 are clear.
        ("Community sa", date(2027, 1, 31), date(2027, 1, 14), date(2027, 1, 6)),
    ]
    assert {one.standing for one in found.boards} == {Standing.FITS}
    assert found.ready_by == date(2026, 11, 26)
    assert headline(found) == "It fits. The paper must be ready to go out by 26 November 2026 (Thursday), in 24 days."


def test_board_without_a_meeting_in_time_is_told_by_when_to_plan_one_and_the_plan_goes_on_from_that_day() -> None:
    later = dataclasses.replace(HEALTH, sittings=(Sitting(301, date(2027, 1, 19)),))
    _, adults, health, safety = plan([CHILDREN, ADULTS, later, SAFETY], THROUGH_BY, ON).boards
    assert (safety.standing, health.standing) == (Standing.FITS, Standing.NO_MEETING)
    whole = plan([CHILDREN, ADULTS, later, SAFETY], THROUGH_BY, ON)
    assert what_to_do(health, whole) == (
        "No meeting is planned in time: plan one by 6 January 2027 (Wednesday). Its next meeting is on 19 January 2027 (Tuesday)."
    )
    # Papers for a meeting on that day: Tue 5, Mon 4, Thu 31, Wed 30 and Tue 29 December are clear.
    assert health.papers_by == date(2026, 12, 24)
    assert not_counted(health) == "Not counted: weekends, and the bank holidays 25 December 2026, 28 December 2026, 1 January 2027."
    assert adults.meets_on == date(2026, 12, 9)
    assert headline(whole) == "It does not fit yet: of 4 boards, 1 has no meeting planned in time."


def test_papers_that_are_late_already_come_with_a_draft_of_the_reason() -> None:
    late = plan([CHILDREN, SAFETY], THROUGH_BY, date(2027, 1, 8))
    children, safety = late.boards
    assert safety.standing == Standing.LATE_PAPERS
    assert urgency(safety, late, "regulation 3(1)") == (
        "The paper could not go out by 6 January 2027, five clear days before the meeting of 14 January 2027. The matter must be through "
        "by 31 January 2027 (regulation 3(1)), and this board has no later meeting planned before then."
    )
    assert children.standing == Standing.PASSED
    assert what_to_do(children, late) == "It would have had to meet by 6 January 2027 (Wednesday), 2 days ago."
    assert urgency(children, late, "") == ""
    assert headline(late) == "It does not fit yet: of 2 boards, 2 are late already."


def test_papers_are_in_time_on_their_last_day_and_late_on_the_next() -> None:
    assert [plan([SAFETY], THROUGH_BY, date(2027, 1, day)).boards[0].standing for day in (6, 7)] == [Standing.FITS, Standing.LATE_PAPERS]


def test_chosen_meeting_is_kept_even_when_it_is_too_late_and_says_by_how_much() -> None:
    chosen = dataclasses.replace(HEALTH, chosen=Sitting(9, date(2027, 1, 8)))
    found = plan([chosen, SAFETY], THROUGH_BY, ON)
    assert found.boards[0].standing == Standing.TOO_LATE
    assert what_to_do(found.boards[0], found) == (
        "The chosen meeting is 2 days after the day on which the papers of Community safety partnership board go out. "
        "Choose or plan a meeting by 6 January 2027 (Wednesday)."
    )


def test_chosen_meeting_whose_papers_are_late_gives_way_to_a_later_one_that_fits() -> None:
    chosen = dataclasses.replace(SAFETY, chosen=Sitting(9, date(2026, 11, 5)))
    found = plan([chosen], THROUGH_BY, ON)
    assert "The meeting of 14 January 2027 (Thursday) comes later and still fits." in what_to_do(found.boards[0], found)
    assert urgency(found.boards[0], found, "") == ""


def test_meeting_that_is_over_needs_no_papers() -> None:
    held = dataclasses.replace(CHILDREN, chosen=Sitting(9, date(2026, 10, 1), over=True))
    found = plan([held, SAFETY], THROUGH_BY, ON)
    assert found.boards[0].standing == Standing.OVER
    assert found.fits
    assert found.ready_by == date(2027, 1, 6)


def test_same_board_twice_meets_twice() -> None:
    found = plan([SAFETY, dataclasses.replace(SAFETY, paper_days=0)], date(2027, 2, 28), ON)
    assert [one.meets_on for one in found.boards] == [date(2027, 1, 14), date(2027, 2, 11)]


def test_days_stand_in_the_order_of_time() -> None:
    shown = moments(plan(WAY, THROUGH_BY, ON), "regulation 3(1)")
    assert [moment.day for moment in shown] == sorted(moment.day for moment in shown)
    assert shown[0].words == "Today"
    assert shown[-1].words == "Must be through: regulation 3(1)"
    assert len(shown) == 2 + 2 * 4


# For each board its clear days, and how long after the day of planning its meetings are.
WAYS = st.lists(st.tuples(st.none() | st.integers(0, 10), st.sets(st.integers(0, 400), max_size=5)), min_size=1, max_size=4)


@given(way=WAYS, through_in=st.integers(-30, 400))
def test_every_board_that_fits_meets_before_the_next_ones_papers_and_no_later_meeting_would(
    way: list[tuple[int | None, set[int]]], through_in: int
) -> None:
    boards = [board("A board", days, *(ON + timedelta(days=gap) for gap in gaps), pk=pk) for pk, (days, gaps) in enumerate(way, 1)]
    through_by = ON + timedelta(days=through_in)
    found = plan(boards, through_by, ON)
    limits = [*[one.papers_by for one in found.boards[1:]], through_by]
    for one, limit in zip(found.boards, limits, strict=True):
        assert one.limit == limit
        fitting = [sitting.day for sitting in one.board.sittings if sitting.day <= limit]
        assert (one.sitting.day if one.sitting else None) == max(fitting, default=None)
        if one.standing == Standing.FITS:
            assert one.papers_by >= ON
            assert clear_days_between(one.papers_by, one.meets_on) >= (one.board.paper_days or 0)
