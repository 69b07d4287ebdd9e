"""Bars on a line of time."""

import datetime
import re

from svduty.charts.timeline import CHART, LABELS, Bar, timeline

ON = datetime.date(2027, 6, 1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def bar(name: str = "Lights", starts: str = "", sure: str = "", end: str = "", words: str = "On track", tone: str = "green") -> Bar:
    return Bar(name, *(day(text) if text else None for text in (starts, sure, end or sure)), words, tone)  # type: ignore[arg-type]


def drawn(*bars: Bar) -> str:
    return str(timeline(bars, ON, title="The actions", ident="t"))


def test_the_picture_is_named_and_says_in_words_all_that_it_shows() -> None:
    picture = drawn(bar(starts="2027-04-01", sure="2027-06-01", end="2027-08-31"), bar("Bins", sure="2027-07-15", words="Late", tone="red"))
    assert 'role="img"' in picture
    assert '<title id="t-title">The actions</title>' in picture
    said = re.search(r"<desc[^>]*>(.*?)</desc>", picture)
    assert said
    assert said[1] == "Lights: from 1 April 2027 by 1 June 2027 to 31 August 2027, on track; Bins: by 15 July 2027, late."


def test_the_line_of_today_lies_where_the_day_lies_even_when_nothing_else_does() -> None:
    picture = drawn(bar(starts="2027-01-01", sure="2027-12-31"))
    line = re.search(r'<line x1="([\d.]+)"[^>]*stroke-dasharray', picture)
    assert line
    assert float(line[1]) == round(LABELS + CHART * 151 / 364, 1)
    assert "1 June 2027</text>" in picture
    assert "1 June 2027</text>" in drawn(bar(starts="2030-01-01", sure="2030-12-31"))


def test_a_vague_end_is_a_light_bar_behind_the_sure_one_and_one_day_alone_is_a_diamond() -> None:
    def boxes(picture: str) -> int:
        return picture.count('rx="3"')

    assert boxes(drawn(bar(starts="2027-04-01", sure="2027-06-01"))) == 1
    assert boxes(drawn(bar(starts="2027-04-01", sure="2027-06-01", end="2027-08-31"))) == 2
    for one in (bar(sure="2027-07-15"), bar(starts="2027-07-15")):
        assert (boxes(drawn(one)), drawn(one).count("<path")) == (0, 1)


def test_names_of_any_length_and_kind_stay_words_and_stay_in_their_column() -> None:
    picture = drawn(bar('<script>alert(1)</script> & "more"' * 9, sure="2027-07-15"))
    assert "<script>" not in picture
    assert "…</text>" in picture


def test_a_year_is_marked_by_months_and_a_century_by_no_more_marks() -> None:
    for end, least in (("2027-12-31", "Jul 27"), ("2029-12-31", "Jul 28"), ("2099-12-31", "2060")):
        picture = drawn(bar(starts="2027-05-01", sure=end))
        assert least in picture
        assert picture.count("<line") <= 14
