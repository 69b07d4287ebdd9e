"""The chapters on carrying the strategy out in a report's records: actions by objective, money by year, measures."""

import dataclasses
from decimal import Decimal

import pytest

from compliance.report.gather import gather
from compliance.report.source import ReportSource
from compliance.report.the_delivery import Figure, PlannedAction, TheDelivery
from partnerships.models import Partnership
from strategies.models import Measure, Reading
from tests.cast import make_cast, make_holder, make_version
from tests.compliance.awkward import source_of
from tests.compliance.build import day, facts
from tests.compliance.delivery_for_facts import ACTION, MEASURE, action, line, measure, news, published, stream
from tests.compliance.test_report_year import chapter, rows
from tests.guards.world_delivery import delivery_records


def test_actions_stand_under_their_objective_with_who_by_when_and_how() -> None:
    late = action("2024-03-01", news("2024-02-01", "at-risk"), named="A school")
    done = action("2024-03-01", news("2024-02-20", "done"), pk=ACTION + 1)
    free = action(None, pk=ACTION + 2, owner="", owner_pk=None, strategy_pk=None)
    elsewhere = action("2024-03-01", pk=ACTION + 3, strategy_pk=999)
    planned = [
        PlannedAction(one.pk, aim, post) for one, aim, post in ((late, "1. Safety", "Head"), (done, "1. Safety", ""), (free, "", ""))
    ]
    delivery = TheDelivery(actions=(*planned, PlannedAction(elsewhere.pk, "2. Other", "")))
    source = source_of(facts(published(), actions=(late, done, free, elsewhere)), day("2024-03-03"), delivery=delivery)
    assert rows(source, "1. Safety") == [
        (
            "Mentoring",
            "Head, The council\nNamed for A school (section 8(5))",
            "1 March 2024",
            "At risk, 1 February 2024\n2 days past its day",
        ),
        ("Mentoring", "The council", "1 March 2024", "Done, 20 February 2024"),
    ]
    assert rows(source, "Actions that serve no objective") == [("Mentoring", "Not recorded", "Not recorded", "No news yet")]
    assert "2. Other" not in chapter(source, "actions")


def test_money_is_added_up_by_year_and_stream_to_the_penny() -> None:
    lines = (line("award", "20232.36"), line("award", "19496.51"), line("commitment", "0.10"), line("spend", "39728.88"))
    source = source_of(facts(streams=(stream(*lines, line("award", "1.00", 2027)),)), day("2026-04-01"))
    assert rows(source, "Money of 2026/27") == [("The grant", "39,728.87", "0.00", "0.10", "39,728.88", "-0.01")]
    assert "2027/28" not in chapter(source, "money")
    later = source_of(facts(streams=(stream(line("spend", "5.00", on="2026-04-02")),)), day("2026-04-01"))
    assert "No amount of money" in chapter(later, "money")


def test_what_is_left_counts_what_was_carried_over_and_the_row_shows_it() -> None:
    before = line("award", "18500.00", 2025), line("spend", "17120.00", 2025)
    budget = stream(*before, line("award", "18500.00"), line("spend", "910.00"), carries_over=True)
    other = dataclasses.replace(stream(line("award", "1.00")), pk=1)
    kept = source_of(facts(streams=(budget, other)), day("2026-11-24"))
    assert rows(kept, "Money of 2026/27") == [
        ("The grant", "18,500.00", "1,380.00", "0.00", "910.00", "18,970.00"),
        ("The grant", "1.00", "0.00", "0.00", "0.00", "1.00"),
        ("All", "18,501.00", "1,380.00", "0.00", "910.00", "18,971.00"),
    ]
    assert rows(kept, "Money of 2025/26")[0][2] == "0.00"


def test_a_measure_is_printed_with_its_newest_figure_and_those_before() -> None:
    figures = [
        Figure(MEASURE, day("2026-07-01"), day("2026-09-30"), "31", False),
        Figure(MEASURE, day("2026-04-01"), day("2026-06-30"), "36", True),
        Figure(MEASURE, day("2026-01-01"), day("2026-03-31"), "Fewer than 5", False),
    ]
    kept = facts(measures=(measure(starts=None),))
    source = source_of(kept, day("2026-09-29"), delivery=TheDelivery(figures=tuple(figures)))
    newest = "36\nNot to be compared with those before"
    span = "1 April 2026 to 30 June 2026"
    assert rows(source, "Measures of success") == [("Knife crime", newest, span, "Fewer than 5 (to 31 March 2026)")]


@pytest.mark.django_db
def test_what_is_gathered_can_be_sealed_and_leaves_out_what_was_withdrawn() -> None:
    cast = make_cast()
    version = make_version(cast.ours, cast.area)
    records = delivery_records(version.strategy, make_holder(cast.ours, cast.area).organisation, "Ours")
    percent = Measure.objects.create(partnership=cast.ours, name="Share", unit="percent")
    Reading.objects.create(measure=percent, first=day("2024-04-01"), last=day("2024-06-30"), value=Decimal("12.50"))
    Reading.objects.create(measure=percent, first=day("2024-01-01"), last=day("2024-03-31"), few=True)
    Reading.objects.create(
        measure=percent, first=day("2023-01-01"), last=day("2023-03-31"), value=Decimal(1), withdrawn_on=day("2024-01-01")
    )
    source: ReportSource = gather(Partnership.objects.get(pk=cast.ours.pk), day("2026-11-22"))
    assert [planned.pk for planned in source.delivery.actions] == [records["action"].pk]
    assert [figure.said for figure in source.delivery.figures] == ["12", "12.50 %", "Fewer than 5"]
    assert len(source.seal) == 64
    assert "100.01" in chapter(source, "money")
