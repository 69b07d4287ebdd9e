"""The pages of money: what is typed is kept to the penny, doubted where it does not fit, and never counted twice."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from strategies.actions.add_amount import add_amount
from strategies.forms.funding_line import FundingLineForm
from strategies.models import Action, FundingLine, FundingStream, GrantReturn
from tests.cast import Cast, day
from tests.strategies.helpers import at, last_event, text_of

AWARD = {"kind": "award", "year": "2026", "amount": "10,000.50", "cost_type": "labour", "what": "Analyst", "on": "3 4 2026"}
QUARTER = {"year": "2026/27", "quarter": "1", "due_on": "14 7 2026"}
HAVERING = {
    2023: "45000.00 45000.00 85000.00 60000.00 10000.00 50000.00 50000.00 20232.36 19496.51 2950.00 4461.00",
    2024: "45000.00 45000.00 85000.00 60000.00 10000.00 50000.00 50000.00 19260.43 9888.45",
}


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-24 12:00:00+00:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def stream(cast: Cast) -> FundingStream:
    return FundingStream.objects.create(partnership=cast.ours, name="Duty grant", duty_grant=True, afterwards="The council pays.")


def add(client: Client, stream: FundingStream, **changes: str) -> Any:
    return client.post(at("fundingline_add", stream.pk), {**AWARD, **changes}, follow=True)


def test_a_stream_is_added_once_and_its_first_amount_stands_on_its_page(coordinator: Client) -> None:
    for _ in range(2):
        page = coordinator.post(at("fundingstream_add"), {"name": "Duty grant", "ends": "31 March 2028"}, follow=True)
    stream = FundingStream.objects.get()
    assert page.redirect_chain[-1][0] == at("fundingstream", stream.pk)
    shown = text_of(add(coordinator, stream))
    assert FundingLine.objects.get().amount == Decimal("10000.50")
    assert "£10,000.50" in shown
    assert last_event().event == "fundingline.added"


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"amount": "-5"}, "amount", "An amount cannot be less than 0"),
        ({"amount": "1000000000"}, "amount", "The most that can be kept as one amount is 999,999,999.99"),
        ({"amount": "ten"}, "amount", "“ten” is not an amount we can read"),
        ({"up_to": "10,000.50"}, "up_to", "The range begins with 10,000.50, so enter more here"),
        ({"kind": "spend", "on": "25 11 2026"}, "on", "25 November 2026 is still to come"),
        ({"year": "26"}, "year", "for example 2026/27"),
        ({"kind": ""}, "kind", "Choose “What it is”"),
    ],
)
def test_what_is_no_amount_is_refused_and_what_was_typed_stays(
    coordinator: Client, stream: FundingStream, changes: dict[str, str], field: str, sentence: str
) -> None:
    page = add(coordinator, stream, **changes)
    assert sentence in " ".join(page.context["form"].errors[field])
    assert "Analyst" in text_of(page)
    assert not FundingLine.objects.exists()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"on": "31 3 2026"}, "day-outside-year"),
        ({"on": "1 4 2027"}, "day-outside-year"),
        ({"on": "2025"}, "day-outside-year"),
        ({"year": "2028", "on": ""}, "after-stream"),
    ],
)
def test_a_year_that_does_not_fit_is_doubted_and_saved_when_ticked(
    coordinator: Client, stream: FundingStream, changes: dict[str, str], code: str
) -> None:
    stream.ends = day("2028-03-31")
    stream.save()
    page = add(coordinator, stream, **changes)
    assert page.context["form"].to_tick == code
    assert not FundingLine.objects.exists()
    add(coordinator, stream, **changes, cautions_seen=code)
    assert FundingLine.objects.get()
    assert "Saved after a warning" in last_event().comment


@pytest.mark.parametrize("on", ["Spring 2026", "2026", "1 4 2026", "31 3 2027", ""])
def test_a_day_that_may_lie_in_the_year_is_not_doubted(coordinator: Client, stream: FundingStream, on: str) -> None:
    add(coordinator, stream, on=on)
    assert FundingLine.objects.get()


def test_the_same_amount_sent_twice_is_asked_about_so_that_two_alike_payments_can_both_be_kept(
    coordinator: Client, stream: FundingStream
) -> None:
    add(coordinator, stream)
    page = add(coordinator, stream)
    assert page.context["form"].to_tick == "twin"
    assert FundingLine.objects.count() == 1
    add(coordinator, stream, cautions_seen="twin")
    assert FundingLine.objects.count() == 2


def test_the_same_amount_sent_twice_at_the_same_moment_is_kept_once(cast: Cast, stream: FundingStream) -> None:
    forms = [FundingLineForm(AWARD, instance=FundingLine(stream=stream)) for _ in range(2)]
    assert all(form.is_valid() for form in forms)
    kept = {add_amount(form, known=form.knows_its_twin, actor=cast.coordinator).pk for form in forms}
    assert len(kept) == FundingLine.objects.count() == 1


def test_haverings_lines_add_up_on_the_page_with_the_duty_grant_apart(coordinator: Client, cast: Cast, stream: FundingStream) -> None:
    other = FundingStream.objects.create(partnership=cast.ours, name="All others")
    for year, amounts in HAVERING.items():
        for number, amount in enumerate(amounts.split()):
            of = stream if number in (7, 8) else other
            FundingLine.objects.create(stream=of, kind="award", year=year, amount=Decimal(amount))
    tables = {table.year: table for table in coordinator.get(at("money")).context["tables"]}
    assert tables[2023].total.awarded.total == Decimal("392139.87")
    assert tables[2024].total.awarded.total == Decimal("374148.88")
    assert [tables[year].grant.awarded.total for year in (2023, 2024)] == [Decimal("39728.87"), Decimal("29148.88")]
    shown = text_of(coordinator.get(at("money") + f"?year=2024&stream={stream.pk}"))
    assert "£29,148.88" in shown
    assert "£374,148.88" not in shown
    assert "£39,728.87" not in shown


def test_a_range_over_three_years_stands_apart_and_counts_for_nothing(coordinator: Client, cast: Cast) -> None:
    fund = FundingStream.objects.create(partnership=cast.ours, name="Commissioning fund", conditions="All named partners are asked.")
    for year in ("2023", "2024", "2025"):
        add(coordinator, fund, year=year, amount="100,000", up_to="150,000", planned="on", on="", cost_type="")
    page = coordinator.get(at("money"))
    assert page.context["tables"] == []
    assert text_of(page).count("£100,000.00 to £150,000.00") == 3


def test_a_type_once_said_can_be_taken_back(coordinator: Client, stream: FundingStream) -> None:
    add(coordinator, stream)
    line = FundingLine.objects.get()
    form = text_of(coordinator.get(at("fundingline_change", line.pk)))
    assert '<option value="">Not said</option>' in form
    coordinator.post(at("fundingline_change", line.pk), {**AWARD, "cost_type": "", "seen_version": line.version})
    line.refresh_from_db()
    assert line.cost_type == ""


def test_the_download_has_every_amount_of_what_is_shown_and_no_formula(coordinator: Client, stream: FundingStream) -> None:
    add(coordinator, stream, what="=1+1")
    add(coordinator, stream, what="Earlier", year="2025", on="")
    whole = coordinator.get(at("money_csv")).getvalue().decode()
    assert '"\'=1+1","10000.50"' in whole
    assert "Earlier" in whole
    assert "Earlier" not in coordinator.get(at("money_csv") + "?year=2026").getvalue().decode()


def test_money_that_ends_before_its_action_is_named_where_the_action_or_an_amount_points_at_it(
    coordinator: Client, cast: Cast, stream: FundingStream
) -> None:
    FundingStream.objects.update(ends=day("2027-03-31"))
    work = Action.objects.create(partnership=cast.ours, title="Mentoring", due=day("2027-21"))
    add(coordinator, stream, action=str(work.pk))
    sentence = "It ends on 31 March 2027, before “Mentoring” is due (Spring 2027)"
    assert sentence in text_of(coordinator.get(at("money")))
    line = FundingLine.objects.get()
    coordinator.post(at("fundingline_withdraw", line.pk), {"reason": "Entered twice.", "seen_version": line.version})
    assert sentence not in text_of(coordinator.get(at("money")))


def test_a_return_stands_beside_what_was_spent_in_its_time_and_says_how_late_it_is(coordinator: Client, stream: FundingStream) -> None:
    add(coordinator, stream, kind="spend", amount="250.25", on="30 6 2026")
    add(coordinator, stream, kind="spend", amount="99", on="1 7 2026")
    coordinator.post(at("grantreturn_add", stream.pk), QUARTER)
    shown = text_of(coordinator.get(at("fundingstream", stream.pk)))
    assert "£250.25" in shown
    assert "133 days overdue" in shown
    found = GrantReturn.objects.get()
    coordinator.post(at("grantreturn_change", found.pk), {**QUARTER, "sent_on": "16 7 2026", "seen_version": found.version})
    assert "2 days late" in text_of(coordinator.get(at("fundingstream", stream.pk)))


def test_what_a_return_said_when_it_was_sent_stays_and_what_the_records_say_now_stands_beside_it(
    coordinator: Client, stream: FundingStream
) -> None:
    def shown(**changes: str) -> str:
        found = GrantReturn.objects.get()
        coordinator.post(at("grantreturn_change", found.pk), {**QUARTER, "seen_version": found.version} | changes)
        return text_of(coordinator.get(at("fundingstream", stream.pk)))

    coordinator.post(at("grantreturn_add", stream.pk), QUARTER)
    assert GrantReturn.objects.get().amount_sent is None
    assert "£0.00 as sent" in shown(sent_on="10 7 2026")
    add(coordinator, stream, kind="spend", amount="250.25", on="30 6 2026")
    later = shown(sent_on="10 7 2026", amount_sent="0.00", reference="Form 7")
    assert "£0.00 as sent" in later
    assert "The records now say £250.25" in later
    assert GrantReturn.objects.get().reference == "Form 7"
    assert "The records now say" not in shown(sent_on="10 7 2026", amount_sent="250.25")
    refused = coordinator.post(at("grantreturn_change", GrantReturn.objects.get().pk), {**QUARTER, "amount_sent": "1", "seen_version": 4})
    assert "Enter the day it was sent too" in text_of(refused)


def test_a_quarter_has_one_return_and_one_due_before_it_is_over_is_doubted(coordinator: Client, stream: FundingStream) -> None:
    coordinator.post(at("grantreturn_add", stream.pk), QUARTER)
    again = coordinator.post(at("grantreturn_add", stream.pk), {**QUARTER, "due_on": "15 7 2026"})
    assert "already recorded" in text_of(again)
    early = coordinator.post(at("grantreturn_add", stream.pk), {**QUARTER, "quarter": "2", "due_on": "29 9 2026"})
    assert early.context["form"].to_tick == "due-early"
    assert GrantReturn.objects.count() == 1


def test_a_stream_shows_one_year_the_sums_of_all_and_what_is_still_to_be_sent(coordinator: Client, stream: FundingStream) -> None:
    work = {year: Action.objects.create(partnership=stream.partnership, title=f"Work of {year}", stream=stream) for year in (2024, 2026)}
    add(coordinator, stream, what="Older", year="2024", amount="70.07", on="", action=str(work[2024].pk))
    add(coordinator, stream, what="Newer", amount="5.05", action=str(work[2026].pk))
    for year, sent in ((2024, None), (2025, day("2025-08-01"))):
        GrantReturn.objects.create(stream=stream, year=year, quarter=1, due_on=f"{year}-07-14", sent_on=sent)
    newest = text_of(coordinator.get(at("fundingstream", stream.pk)))
    older = text_of(coordinator.get(at("fundingstream", stream.pk) + "?year=2024"))
    assert [word in newest for word in ("Newer", "Work of 2026", "Older", "Work of 2024")] == [True, True, False, False]
    assert [word in older for word in ("Newer", "Work of 2026", "Older", "Work of 2024")] == [False, False, True, True]
    for page in (newest, older):
        assert "£70.07" in page
        assert "£5.05" in page
        assert "April to June, 2024/25" in page
        assert "April to June, 2025/26" not in page
    assert "April to June, 2025/26" in text_of(coordinator.get(at("fundingstream", stream.pk) + "?year=2025"))


def test_who_saves_an_amount_of_an_earlier_year_sees_it(coordinator: Client, stream: FundingStream) -> None:
    add(coordinator, stream)
    assert "Long ago" in text_of(add(coordinator, stream, what="Long ago", year="2023", on=""))
    line = FundingLine.objects.get(year=2023)
    moved = {**AWARD, "what": "Not so long ago", "year": "2024", "on": "", "seen_version": line.version}
    assert "Not so long ago" in text_of(coordinator.post(at("fundingline_change", line.pk), moved, follow=True))


def test_years_before_the_last_three_are_a_link_away_with_their_sums(coordinator: Client, stream: FundingStream) -> None:
    for year in range(2020, 2027):
        FundingLine.objects.create(stream=stream, kind="award", year=year, amount=Decimal(year))
    page = coordinator.get(at("money"))
    assert [table.year for table in page.context["tables"]] == [2026, 2025, 2024]
    assert 'href="?year=2020">2020/21</a>' in page.content.decode()
    assert [table.total.awarded.total for table in coordinator.get(at("money") + "?year=2020").context["tables"]] == [Decimal(2020)]


def test_the_pages_ask_the_database_no_more_for_a_hundred_amounts(
    coordinator: Client, cast: Cast, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for number in range(10):
        stream = FundingStream.objects.create(partnership=cast.ours, name=f"Stream {number}")
        work = Action.objects.create(partnership=cast.ours, title=f"Work {number}", stream=stream)
        for year in range(2017, 2027):
            FundingLine.objects.create(stream=stream, kind="award", year=year, amount=Decimal("0.10"), action=work)
    for route, args, budget in (("money", [], 9), ("fundingstream", [stream.pk], 11), ("money_csv", [], 9)):
        with django_assert_max_num_queries(budget):
            coordinator.get(at(route, *args))
