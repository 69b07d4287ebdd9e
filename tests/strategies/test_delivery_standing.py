"""Where an action stands, to the day."""

import dataclasses
import datetime

import pytest

from strategies.delivery import Standing, days_late, standing_of
from svduty.vague_dates import VagueDate
from tests.cast import day

ON = datetime.date(2027, 6, 1)
DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True)
class News:
    on: VagueDate
    state: str
    words: str = ""
    reason: str = ""
    next_on: VagueDate | None = None
    withdrawn_on: datetime.date | None = None
    pk: int = 1


def said(on: str, state: str, **more: object) -> News:
    return News(day(on), state, **more)  # type: ignore[arg-type]  # each test names its own fields


def stands(*news: News, due: str = "", on: datetime.date = ON) -> Standing:
    return standing_of(day(due) if due else None, news, on)


def test_an_action_of_which_nothing_was_said_has_no_news_and_is_open() -> None:
    found = stands()
    assert (found.says, found.open, found.late, found.said_on) == ("No news yet", True, False, None)


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2027-05-31", datetime.date(2027, 5, 31)),
        ("2027-05", datetime.date(2027, 5, 31)),
        ("2027-21", datetime.date(2027, 5, 31)),
        ("2026-24", datetime.date(2027, 2, 28)),
        ("2027", datetime.date(2027, 12, 31)),
    ],
)
def test_it_is_late_from_the_day_after_the_last_day_its_date_can_mean(due: str, last: datetime.date) -> None:
    assert [days_late(day(due), on) for on in (last - DAY, last, last + DAY, last + 31 * DAY)] == [0, 0, 1, 31]
    assert days_late(None, last) == 0


def test_what_is_done_or_stopped_is_over_and_never_late() -> None:
    assert stands(due="2027-01-31").late_by == 121
    for state in ("done", "stopped"):
        found = stands(said("2027-05-01", state, next_on=day("2027-05-05")), due="2027-01-31")
        assert (found.over, found.late_by, found.behind, found.next_by) == (True, 0, False, None)
    for state in ("on-track", "at-risk", "late"):
        assert stands(said("2027-05-01", state), due="2027-01-31").late_by == 121


def test_the_newest_news_that_stands_and_is_known_on_the_day_says_where_it_is() -> None:
    news = [
        said("2027-04-01", "on-track", words="Begun", pk=1),
        said("2027-05-31", "at-risk", words="Nobody hired", reason="No applicants", next_on=day("2027-06-30"), pk=2),
        said("2027-06-01", "done", pk=3, withdrawn_on=datetime.date(2027, 6, 1)),
        said("2027-06-02", "late", pk=4),
    ]
    found = stands(*news)
    assert (found.state, found.words, found.reason, found.next_by) == ("at-risk", "Nobody hired", "No applicants", day("2027-06-30"))
    assert found.said_on == datetime.date(2027, 5, 31)
    assert stands(*news, on=datetime.date(2027, 5, 30)).state == "on-track"
    assert stands(*news, on=datetime.date(2027, 6, 2)).state == "late"


def test_of_two_said_on_one_day_the_later_one_counts() -> None:
    first, second = said("2027-05-01", "late", pk=7), said("2027-05-01", "done", pk=8)
    assert stands(first, second).state == stands(second, first).state == "done"


def test_no_change_keeps_the_last_words_and_the_reason() -> None:
    begun = said("2027-03-01", "on-track", words="Begun", reason="", pk=1)
    slow = said("2027-04-01", "late", words="The van broke down", reason="No driver", pk=2)
    found = stands(begun, slow, said("2027-05-01", "late", pk=3))
    assert (found.words, found.reason, found.said_on) == ("The van broke down", "No driver", datetime.date(2027, 5, 1))
    assert stands(begun, slow, said("2027-05-01", "on-track", pk=3)).reason == ""
    assert stands(slow, said("2027-05-01", "at-risk", pk=3)).reason == ""


def test_said_to_be_late_is_behind_even_before_its_day() -> None:
    found = stands(said("2027-05-01", "late"), due="2027-12-31")
    assert (found.late, found.behind) == (False, True)


def test_it_is_silent_once_the_day_of_promised_news_has_passed() -> None:
    promised = stands(said("2027-05-01", "on-track", next_on=day("2027-05")))
    assert [promised.silent(ON - DAY), promised.silent(ON)] == [False, True]
    assert not stands(said("2027-05-01", "done", next_on=day("2027-05"))).silent(ON)
    assert not stands().silent(ON)
