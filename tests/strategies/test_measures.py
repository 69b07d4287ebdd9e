"""Measures and their figures: what the newest says beside the one before, and what is doubted before it is kept."""

import dataclasses
import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, RoleGrant
from strategies.measuring import latest_of, period_words, target_words
from strategies.models import Measure, Reading
from tests.cast import Cast, make_holder
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of

SPRING = {"first": "1 4 2026", "last": "30 6 2026", "value": "36"}


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-24 12:00:00+00:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def measure(cast: Cast) -> Measure:
    return Measure.objects.create(partnership=cast.ours, name="Knife injuries", target=Decimal(30), target_by=datetime.date(2028, 3, 31))


@dataclasses.dataclass(frozen=True)
class Figure:
    first: datetime.date
    last: datetime.date
    value: Decimal | None
    breaks: bool = False
    withdrawn_on: datetime.date | None = None
    pk: int = 0

    @property
    def few(self) -> bool:
        return self.value is None


def quarter(number: int, value: str | None, **fields: Any) -> Figure:
    """The figure of that quarter of 2026: 1 is January to March."""
    months = [(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)]
    begins, ends, last = months[number - 1]
    return Figure(datetime.date(2026, begins, 1), datetime.date(2026, ends, last), None if value is None else Decimal(value), **fields)


@pytest.mark.parametrize(
    ("before", "newest", "change", "improved"),
    [
        (quarter(1, "41"), quarter(2, "36"), "down from 41 to 36", True),
        (quarter(1, "36"), quarter(2, "41.5"), "up from 36 to 41.5", False),
        (quarter(1, "36"), quarter(2, "36"), "unchanged at 36", None),
        (quarter(1, "7"), quarter(2, None), "7 before, now fewer than 5", None),
        (quarter(1, None), quarter(2, None), "still fewer than 5", None),
        (quarter(1, "41"), quarter(2, "36", breaks=True), "cannot be compared with those before", None),
        (quarter(1, "9", withdrawn_on=datetime.date(2026, 8, 1)), quarter(2, "36"), "the first figure", None),
        (
            Figure(datetime.date(2025, 4, 1), datetime.date(2026, 3, 31), Decimal(120)),
            quarter(2, "36"),
            "covers a longer or shorter time than the one before",
            None,
        ),
    ],
)
def test_the_newest_figure_is_told_beside_the_one_before(before: Figure, newest: Figure, change: str, improved: bool | None) -> None:
    found = latest_of(Measure(name="Knife injuries"), [newest, before], datetime.date(2026, 7, 1))
    assert found.figure == newest
    assert (found.change, found.improved) == (change, improved)


def test_a_figure_of_a_later_day_is_not_known_yet() -> None:
    figures = [quarter(1, "41"), quarter(2, "36")]
    assert latest_of(Measure(), figures, datetime.date(2026, 6, 29)).figure == figures[0]
    assert latest_of(Measure(), figures, datetime.date(2026, 3, 30)).figure is None


def test_a_figure_whose_time_overlaps_the_newest_is_not_the_one_before() -> None:
    across = Figure(datetime.date(2026, 2, 1), datetime.date(2026, 4, 30), Decimal(99))
    found = latest_of(Measure(), [quarter(1, "41"), across, quarter(2, "36")], datetime.date(2026, 7, 1))
    assert found.change == "down from 41 to 36"


@pytest.mark.parametrize(("on", "late"), [("2026-08-29", False), ("2026-08-30", True)])
def test_a_measure_is_out_of_date_the_day_after_its_next_figure_was_expected(on: str, late: bool) -> None:
    found = latest_of(Measure(every_months=3, days_to_report=60), [quarter(1, "41")], datetime.date.fromisoformat(on))
    assert found.out_of_date == ("The figure to 30 June 2026 was expected by 29 August 2026." if late else "")


@pytest.mark.parametrize(
    ("better", "value", "met"),
    [
        ("lower", "30", True),
        ("lower", "30.01", False),
        ("lower", None, True),
        ("higher", "30", True),
        ("higher", "29.99", False),
        ("higher", None, None),
        ("neither", "30", None),
    ],
)
def test_a_target_is_reached_on_the_better_side_of_it(better: str, value: str | None, met: bool | None) -> None:
    measure = Measure(better=better, target=Decimal(30))
    assert latest_of(measure, [quarter(1, value)], datetime.date(2026, 4, 1)).met is met


def test_targets_are_said_with_their_side_and_unit() -> None:
    assert target_words(Measure(target=Decimal("1200.50"), unit="pounds", better="higher")) == "£1,200.5 or more"
    assert target_words(Measure(target=Decimal(30), target_by=datetime.date(2028, 3, 31))) == "30 or less by 31 March 2028"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-05-01", "2026-05-31", "May 2026"),
        ("2026-04-01", "2026-06-30", "April to June 2026"),
        ("2025-11-01", "2026-01-31", "November 2025 to January 2026"),
        ("2025-04-01", "2026-03-31", "2025/26"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2026-05-01", "2026-05-30", "1 May 2026 to 30 May 2026"),
    ],
)
def test_a_time_is_said_as_people_say_it(first: str, last: str, words: str) -> None:
    assert period_words(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) == words


def test_the_three_national_measures_come_with_one_press_and_once(coordinator: Client, cast: Cast) -> None:
    Measure.objects.create(partnership=cast.ours, name="homicides that are not domestic")
    for _ in range(2):
        page = coordinator.post(at("measures_add_national"), follow=True)
    assert Measure.objects.count() == 3
    assert [entry.event for entry in AuditEntry.objects.all()] == ["measure.added"] * 2
    assert "All three are here already." in text_of(page)
    assert "Used nationally" not in text_of(coordinator.get(at("measures")))


def add(client: Client, measure: Measure, **changes: str) -> Any:
    return client.post(at("reading_add", measure.pk), {**SPRING, **changes}, follow=True)


def test_a_figure_is_kept_once_and_the_next_form_asks_for_the_time_that_follows(coordinator: Client, measure: Measure) -> None:
    for _ in range(2):
        add(coordinator, measure, value="1,036.5")
    assert Reading.objects.get().value == Decimal("1036.5")
    form = text_of(coordinator.get(at("reading_add", measure.pk)))
    assert 'value="1 July 2026"' in form
    assert 'value="30 September 2026"' in form


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"value": ""}, "value", "Enter the figure, or tick that it is fewer than five"),
        ({"few": "on"}, "value", "leave the figure empty"),
        ({"value": "many"}, "value", "“many” is not a figure we can read"),
        ({"value": "1.234"}, "value", "more than two figures"),
        ({"value": "\u22127"}, "value", "A number cannot be less than 0"),
        ({"last": "31 3 2026"}, "last", "so it cannot end on 31 March 2026"),
        ({"last": "25 11 2026"}, "last", "is still to come"),
        ({"first": "April 2026"}, "first", "Enter the exact day"),
    ],
)
def test_what_is_no_figure_is_refused_with_what_to_do(
    coordinator: Client, measure: Measure, changes: dict[str, str], field: str, sentence: str
) -> None:
    page = add(coordinator, measure, **changes)
    assert sentence in " ".join(page.context["form"].errors[field])
    assert not Reading.objects.exists()


@pytest.mark.parametrize(("unit", "refused"), [("number", True), ("percent", True), ("rate", True), ("pounds", False)])
def test_only_pounds_may_be_less_than_nothing_as_a_figure_and_as_a_target(coordinator: Client, unit: str, refused: bool) -> None:
    said = {"name": "Cost of harm", "unit": unit, "better": "lower", "every_months": "3", "days_to_report": "60"}
    page = coordinator.post(at("measure_add"), {**said, "target": "-3"}, follow=True)
    assert ("cannot be less than 0. Enter what was counted" in text_of(page)) is refused
    assert Measure.objects.exists() is not refused
    if refused:
        coordinator.post(at("measure_add"), said)
    add(coordinator, Measure.objects.get(), value="-3")
    assert Reading.objects.exists() is not refused


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"first": "30 6 2026", "last": "28 9 2026"}, "overlap"),
        ({"first": "1 7 2026", "last": "31 10 2026"}, "length"),
        ({"first": "1 7 2026", "last": "30 9 2026", "value": "4"}, "small"),
    ],
)
def test_a_figure_that_does_not_fit_is_doubted_and_saved_when_ticked(
    coordinator: Client, measure: Measure, changes: dict[str, str], code: str
) -> None:
    add(coordinator, measure)
    page = add(coordinator, measure, **changes)
    assert page.context["form"].to_tick == code
    assert Reading.objects.count() == 1
    add(coordinator, measure, **changes, cautions_seen=code)
    assert Reading.objects.count() == 2


def test_one_time_has_one_figure_that_stands(coordinator: Client, measure: Measure) -> None:
    add(coordinator, measure)
    assert "already recorded" in text_of(add(coordinator, measure, value="37"))
    reading = Reading.objects.get()
    coordinator.post(at("reading_withdraw", reading.pk), {"reason": "Miscounted.", "seen_version": reading.version})
    add(coordinator, measure, value="37")
    shown = text_of(coordinator.get(at("measure", measure.pk)))
    assert "Miscounted." in shown
    assert "The first figure" in shown


def test_the_body_that_gives_the_figures_enters_them_and_no_other_body_does(cast: Cast, measure: Measure) -> None:
    contributor = cast.people["contributor"]  # type: ignore[index]  # a role by its value
    client = signed_in(contributor)
    assert add(client, measure).status_code == 403
    measure.source_body = make_holder(cast.ours, cast.area).organisation
    measure.save()
    assert add(client, measure).status_code == 403
    RoleGrant.objects.filter(user=contributor).update(body=measure.source_body)
    assert "Record a figure" in text_of(client.get(at("measure", measure.pk)))
    add(client, measure)
    assert Reading.objects.get().value == 36
    assert client.get(at("reading_withdraw", Reading.objects.get().pk)).status_code == 403


def test_the_list_and_the_page_ask_the_database_no_more_for_many_figures(
    coordinator: Client, cast: Cast, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(20):
        measure = Measure.objects.create(partnership=cast.ours, name=f"Measure {number}")
        for year in range(2010, 2026):
            Reading.objects.create(measure=measure, first=datetime.date(year, 1, 1), last=datetime.date(year, 12, 31), value=year)
    for address in (at("measures"), at("measure", measure.pk)):
        with django_assert_max_num_queries(11):
            coordinator.get(address)
