"""Dates as papers give them: a day, a month, a season or a year, and never a guess at the day between."""

import contextlib
import datetime
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from svduty import clock
from svduty.vague_dates import EXAMPLE, Truth, VagueDate, VagueDateField, VagueDateFormField, parse, parse_day

TODAY = datetime.date(2026, 11, 22)
some_day = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
texts = st.one_of(
    some_day.map(lambda day: day.isoformat()),
    st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(lambda year, season: f"{year}-{season}", st.integers(1900, 2100), st.integers(21, 24)),
    st.integers(1900, 2100).map(str),
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("2024-01-16", "2024-01-16", "2024-01-16", "16 January 2024"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02", "2023-02-01", "2023-02-28", "February 2023"),
        ("2023-12", "2023-12-01", "2023-12-31", "December 2023"),
        ("2024-21", "2024-03-01", "2024-05-31", "Spring 2024"),
        ("2024-22", "2024-06-01", "2024-08-31", "Summer 2024"),
        ("2022-23", "2022-09-01", "2022-11-30", "Autumn 2022"),
        ("2023-24", "2023-12-01", "2024-02-29", "Winter 2023 to 2024"),
        ("2024-24", "2024-12-01", "2025-02-28", "Winter 2024 to 2025"),
        ("2024", "2024-01-01", "2024-12-31", "2024"),
    ],
)
def test_a_stored_text_gives_its_range_and_its_words(text: str, earliest: str, latest: str, words: str):
    found = VagueDate.from_edtf(text)
    assert (found.earliest, found.latest, found.edtf, str(found)) == (day(earliest), day(latest), text, words)
    assert found.exact == (earliest == latest)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-00", "2024-25", "2024-1", "2024/01", "2023-02-29", "2024-01-1x", "spring", "20240116"]
)
def test_other_stored_texts_are_refused(text: str):
    with pytest.raises(ValueError, match=r".*"):
        VagueDate.from_edtf(text)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-12-31", Truth.NO),
        ("2024-01-01", Truth.MAYBE),
        ("2024-01-30", Truth.MAYBE),
        ("2024-01-31", Truth.YES),
        ("2024-02-01", Truth.YES),
    ],
)
def test_a_month_has_surely_passed_on_its_last_day_and_surely_not_begun_before_its_first(on: str, expected: Truth):
    assert VagueDate.from_edtf("2024-01").by(day(on)) is expected


@given(some_day, some_day)
def test_an_exact_day_is_never_a_maybe(happened: datetime.date, on: datetime.date):
    assert VagueDate.of(happened).by(on) is (Truth.YES if happened <= on else Truth.NO)


@given(texts, some_day)
def test_by_a_day_agrees_with_asking_each_possible_day(text: str, on: datetime.date):
    date = VagueDate.from_edtf(text)
    days = (date.earliest + datetime.timedelta(days=gap) for gap in range((date.latest - date.earliest).days + 1))
    answers = {possible <= on for possible in days}
    assert date.by(on) is (Truth.MAYBE if len(answers) == 2 else Truth.YES if answers == {True} else Truth.NO)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("22 11 2026", "2026-11-22"),
        ("22/11/26", "2026-11-22"),
        ("22-11-2026", "2026-11-22"),
        ("22.11.2026", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("today", "2026-11-22"),
        ("Today.", "2026-11-22"),
        ("yesterday", "2026-11-21"),
        ("22 November 2026", "2026-11-22"),
        ("22nd Nov 2026", "2026-11-22"),
        ("1st March 2024", "2024-03-01"),
        ("Sunday 22 November 2026", "2026-11-22"),
        ("Sun 22 Nov 26", "2026-11-22"),
        ("22 November 2026 (Sunday)", "2026-11-22"),
        ("  29  2  2024 ", "2024-02-29"),
        ("November 2026", "2026-11"),
        ("nov 2026", "2026-11"),
        ("11/2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("Spring 2024", "2024-21"),
        ("summer 24", "2024-22"),
        ("autumn 2022", "2022-23"),
        ("Winter 2024", "2024-24"),
        ("Winter 2024 to 2025", "2024-24"),
        ("June 2024", "2024-06"),
        ("July 2024", "2024-07"),
        ("Sept 2024", "2024-09"),
        ("2024 June", "2024-06"),
        ("30 June 2024", "2024-06-30"),
        ("2024", "2024"),
    ],
)
def test_what_people_type_is_read(typed: str, stored: str):
    assert parse(typed, TODAY).edtf == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "0 1 2024",
        "1 13 2024",
        "13/2024",
        "spring",
        "ma 2024",
        "20 2 024",
        "1 2 3 4",
        "22 11",
        "winter 2024 to 2026",
        "spring 2024 to 2025",
        "to 2024",
        "24",
    ],
)
def test_what_cannot_be_read_is_answered_with_what_to_do(typed: str):
    with pytest.raises(ValidationError, match="for example 20 2 2024"):
        parse(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "said"), [("31 February 2024", "February 2024 has 29 days."), ("29 2 2023", "February 2023 has 28 days.")]
)
def test_a_day_that_a_month_does_not_have_is_answered_with_its_length(typed: str, said: str):
    with pytest.raises(ValidationError, match=said):
        parse(typed, TODAY)


@pytest.mark.parametrize("typed", ["31 12 1899", "1899", "1 1 2101", "Spring 2101"])
def test_a_year_outside_reason_is_refused(typed: str):
    with pytest.raises(ValidationError, match="between 1900 and 2100"):
        parse(typed, TODAY)


@pytest.mark.parametrize("typed", ["1900", "31 12 2100", "Winter 2100"])
def test_the_first_and_last_year_are_taken(typed: str):
    assert parse(typed, TODAY)


def test_the_answer_to_an_unreadable_date_shows_little_of_it():
    with pytest.raises(ValidationError) as refused:
        parse("x" * 500, TODAY)
    assert refused.value.messages == [f"“{'x' * 40}” is not a date we can read. {EXAMPLE}"]


@given(texts)
def test_what_we_say_can_be_typed_back(text: str):
    date = VagueDate.from_edtf(text)
    assert parse(str(date), TODAY) == date


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(typed: str):
    with contextlib.suppress(ValidationError):
        assert isinstance(parse(typed, TODAY), VagueDate)


def test_where_only_a_day_will_do_a_month_is_refused():
    assert parse_day("20 2 2024", TODAY) == day("2024-02-20")
    with pytest.raises(ValidationError, match="exact day"):
        parse_day("February 2024", TODAY)


def test_the_box_reads_a_date_against_the_clock_and_an_empty_one_as_none():
    box = VagueDateFormField(required=False)
    with mock.patch.object(clock, "today", return_value=TODAY):
        assert box.clean("today") == VagueDate.of(TODAY)
    assert box.clean("Spring 2024") == VagueDate.from_edtf("2024-21")
    assert box.clean("  ") is None


def test_the_box_for_an_exact_day_refuses_a_month():
    with pytest.raises(ValidationError, match="exact day"):
        VagueDateFormField(exact=True).clean("February 2024")


def test_the_box_refuses_more_text_than_a_date_can_have():
    with pytest.raises(ValidationError):
        VagueDateFormField().clean("1" * 61)


def test_the_box_shows_a_date_in_words_and_typed_text_as_typed():
    box = VagueDateFormField()
    assert box.prepare_value(VagueDate.from_edtf("2024-21")) == "Spring 2024"
    assert box.prepare_value("31 Februry") == "31 Februry"


@pytest.mark.parametrize(("typed", "changed"), [("16/1/24", False), ("17/1/24", True), ("not a date", True), ("", True)])
def test_the_box_has_changed_when_the_date_has_not_when_its_spelling_has(typed: str, changed: bool):
    assert VagueDateFormField(required=False).has_changed(VagueDate.from_edtf("2024-01-16"), typed) is changed


@given(texts)
def test_a_stored_date_comes_back_as_it_went(text: str):
    field = VagueDateField()
    date = VagueDate.from_edtf(text)
    assert field.get_prep_value(date) == text
    assert field.from_db_value(text, None, None) == date
    assert field.to_python(text) == date


def test_a_column_takes_days_and_nothing_and_refuses_nonsense():
    field = VagueDateField()
    assert field.to_python(TODAY) == VagueDate.of(TODAY)
    assert field.get_prep_value(None) is None
    assert field.from_db_value(None, None, None) is None
    assert field.from_db_value("", None, None) is None
    for nonsense in ("soon", 7):
        with pytest.raises(ValidationError):
            field.to_python(nonsense)


def test_a_column_for_exact_days_keeps_that_in_migrations_and_forms():
    field = VagueDateField(exact=True)
    assert field.deconstruct()[3] == {"exact": True}
    assert VagueDateField().deconstruct()[3] == {}
    assert field.formfield().exact
    assert isinstance(VagueDateField().formfield(), VagueDateFormField)


@given(some_day, some_day)
def test_stored_days_sort_as_days(one: datetime.date, other: datetime.date):
    assert (VagueDate.of(one).edtf < VagueDate.of(other).edtf) == (one < other)
