"""What follows if we publish: the chain of dates, and that it is the engine's own."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from hypothesis import given

from compliance.chain import Chain, Item, Link
from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Status
from compliance.supposing import Supposed, suppose, what_it_may_be_about
from compliance.what_if import what_follows
from partnerships.models import AuditEntry
from svduty.working_days import closed_because, last_working_day_by
from tests.cast import Cast, make_version
from tests.compliance import build
from tests.compliance.pages import at, published, signed_in, text_of
from tests.compliance.strategies_for_facts import histories
from tests.compliance.test_engine_laws import law

TODAY = build.day("2026-11-23")
DRAFT = build.version(pk=102, number=2, dated="2026-11-01")
EARLIER = build.version(build.website("2024-01-16"), build.sent("2024-01-20"))


def revised(*records: Any, in_wales: bool = False, **fields: Any) -> PartnershipFacts:
    """A strategy of 2024 with a second version, not published yet, of which `records` are."""
    draft = build.version(*records, pk=102, number=2, dated="2026-11-01")
    return build.facts(build.strategy(EARLIER, draft), areas=(build.area(in_wales=in_wales),), **fields)


def chain(facts: PartnershipFacts, *, today: datetime.date = TODAY, **days: Any) -> Chain:
    supposed = Supposed(**{name: build.day(value) if isinstance(value, str) else value for name, value in days.items()})
    return what_follows(facts, what_it_may_be_about(facts, today)[0], supposed, today)


def link(found: Chain, day: str | None) -> Link:
    return next(one for one in found.links if one.day == (build.day(day) if day else None))


def item(found: Chain, day: str | None, code: str) -> Item:
    return next(one for one in link(found, day).items if one.code == code)


def days_of(found: Chain, code: str) -> list[str]:
    return [one.day.isoformat() if one.day else "" for one in found.links for each in one.items if each.code == code]


def test_publishing_on_26_february_2027_is_followed_by_these_days():
    found = chain(revised(), publish="2027-02-26")
    assert [one.day.isoformat() if one.day else "" for one in found.links] == ["2027-01-29", "2027-02-26", "2027-03-04", "2028-02-26", ""]
    assert found.sentences == (
        "If you publish on 26 February 2027 (Friday), the last day to send it to the Home Office is 4 March 2027 (Thursday).",
        "The next yearly review is then due by 26 February 2028 (Saturday).",
    )
    asked = [(one.code, one.standing) for one in link(found, "2027-02-26").items]
    to_do = ["SVD-STR-05", "SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-STR-04", "SVD-STR-03"]
    assert asked == [("SVD-SNA-03", "Still to do"), *((code, "Still to do") for code in to_do), ("SVD-PUB-01", ""), ("SVD-PUB-02", "")]
    assert item(found, None, "SVD-REV-01").law.endswith("s.8(7)(b)")


# Worked examples of the seven days (SI 2022/1304 reg 4(2)) and of one year on.
@pytest.mark.parametrize(
    ("publish", "send_by", "review_by"),
    [
        ("2024-02-26", "2024-03-03", "2025-02-26"),
        ("2026-02-26", "2026-03-04", "2027-02-26"),
        ("2026-12-28", "2027-01-03", "2027-12-28"),
        ("2027-02-26", "2027-03-04", "2028-02-26"),
        ("2028-02-29", "2028-03-06", "2029-02-28"),
        ("2027-02-28", "2027-03-06", "2028-02-28"),
    ],
)
def test_the_day_of_publication_is_the_first_of_the_seven_and_the_review_one_year_on(publish: str, send_by: str, review_by: str):
    found = chain(revised(), publish=publish)
    assert days_of(found, "SVD-PUB-03") == [send_by]
    assert days_of(found, "SVD-REV-02") == [review_by]


@law
@given(histories())
def test_the_last_day_to_send_is_the_last_on_which_the_engine_calls_a_sending_in_time(history: tuple[PartnershipFacts, datetime.date]):
    facts, today = history
    publish = max(today, build.day("2023-02-01"))
    about = what_it_may_be_about(facts, today)[0]
    world = suppose(facts, about, Supposed(publish=publish))
    found = what_follows(facts, about, Supposed(publish=publish), today)
    for text in days_of(found, "SVD-PUB-03") if world.strategy.area_pks else ():  # without an area nobody is a specified authority
        for late, expected in ((0, Status.MET), (1, Status.MET_LATE)):
            day = build.day(text) + datetime.timedelta(days=late)
            submission = build.sent(day.isoformat())
            strategies = tuple(
                dataclasses.replace(one, versions=tuple(dataclasses.replace(v, submissions=(submission,)) for v in one.versions))
                if one.pk == world.strategy.pk
                else one
                for one in world.facts.strategies
            )
            holders = (*world.facts.holders, *(build.holder("police", build.COUNCIL, pk) for pk in world.strategy.area_pks))
            types = build.AUTHORITY_TYPES
            sent = dataclasses.replace(world.facts, strategies=strategies, holders=holders, authority_types=types)
            key = f"version:{world.version.pk}"
            assert [f.status for f in evaluate(sent, day) if (f.code, f.key) == ("SVD-PUB-03", key)] in ([expected], [Status.NOT_HELD])


@pytest.mark.parametrize(("closes", "status"), [("2027-02-26", Status.MET), ("2027-02-27", Status.NOT_MET)])
def test_a_consultation_may_close_on_the_day_of_publication_and_no_later(closes: str, status: Status):
    """The chain asks for it "by" that day; the engine must think the same."""
    world = suppose(
        revised(build.consultation("2027-01-29", closes), numbers=(build.number(counted_on="2026-09-01"),)),
        what_it_may_be_about(revised(), TODAY)[0],
        Supposed(publish=build.day("2027-02-26")),
    )
    found = {(one.code, one.key): one.status for one in evaluate(world.facts, build.day("2027-03-01"))}
    assert found["SVD-CONS-01", "version:102"] == status


@pytest.mark.parametrize(("weeks", "opens"), [(4, "2026-12-14"), (6, "2026-11-30"), (12, "2026-10-19")])
def test_a_consultation_opens_so_many_weeks_before_its_last_day(weeks: int, opens: str):
    """From 14 December 2026 four weeks close on 11 January 2027 (DL-14)."""
    assert days_of(chain(revised(), publish="2027-01-11", weeks=weeks), "SVD-CONS-01") == [opens, "2027-01-11"]


def test_what_is_recorded_already_is_said_and_needs_no_opening_day():
    none = (build.none_here("prison", counted_on="2026-09-01"), build.none_here("youth-custody", counted_on="2026-09-01"))
    records = (build.consultation("2026-11-01", "2026-11-20"), build.check("2026-11-22"), build.equality("2026-11-10"))
    found = chain(revised(*records, numbers=(build.number(counted_on="2026-09-01"), *none)), publish="2027-02-26")
    for code in ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-STR-03", "SVD-STR-05"):
        assert item(found, "2027-02-26", code).standing == "Recorded"
    assert found.links[0].day == build.day("2027-02-26")


def test_with_an_approval_equality_comes_before_it_and_our_own_target_is_counted_from_it():
    found = chain(revised(), publish="2027-03-10", approve="2027-02-01")
    assert days_of(found, "SVD-STR-05") == ["2027-02-01"]
    target = item(found, "2027-03-01", "SVD-PUB-01")
    assert (target.standing, target.law, target.strength) == ("You would miss it by 9 days", "The law sets no date", "our own reckoning")
    assert item(chain(revised(), publish="2027-03-01", approve="2027-02-01"), "2027-03-01", "SVD-PUB-01").standing == ""
    assert "after publication" in item(chain(revised(), publish="2027-02-01", approve="2027-02-02"), "2027-02-02", "SVD-STR-04").note


@pytest.mark.parametrize(("publish", "kept"), [("2024-01-31", "You would keep it"), ("2024-02-20", "You would miss it by 20 days")])
def test_a_first_strategy_is_held_to_31_january_2024(publish: str, kept: str):
    first = build.facts(build.strategy(build.version()))
    found = chain(first, publish=publish, today=build.day("2024-01-16"))
    assert kept in [one.standing for one in link(found, "2024-01-31").items]
    assert any("20 days late" in sentence for sentence in found.sentences) is (publish == "2024-02-20")


def test_in_wales_both_languages_and_the_welsh_ministers_are_asked_for_too():
    found = chain(revised(in_wales=True), publish="2027-02-26")
    assert days_of(found, "SVD-PUB-04") == ["2027-02-26"]
    assert days_of(found, "SVD-PUB-05") == ["2027-03-04"]
    assert not days_of(chain(revised(), publish="2027-02-26"), "SVD-PUB-05")


def test_a_supposed_review_answers_the_year_and_begins_the_next():
    found = chain(revised(), publish="2027-02-26", review="2028-03-01")
    assert item(found, "2028-03-01", "SVD-REV-02").note == "It was due by 26 February 2028 (Saturday), so it would be 4 days late."
    assert days_of(found, "SVD-REV-02") == ["2028-03-01", "2029-03-01"]


def test_without_any_strategy_it_is_about_the_first():
    found = chain(build.facts(), publish="2027-02-26")
    assert days_of(found, "SVD-PUB-03") == ["2027-03-04"]
    assert any("late: the area's first strategy" in sentence for sentence in found.sentences)


def test_an_example_whose_records_ended_is_answered_like_any_other():
    facts = dataclasses.replace(revised(), records_to=build.day("2026-11-23"))
    assert chain(facts, publish="2027-02-26").links == chain(revised(), publish="2027-02-26").links


@law
@given(histories())
def test_whatever_the_records_say_there_is_a_chain_in_order(history: tuple[PartnershipFacts, datetime.date]):
    facts, today = history
    publish = max(today, build.day("2023-02-01"))
    for about in what_it_may_be_about(facts, today):
        found = what_follows(facts, about, Supposed(publish, publish, publish), today)
        days = [one.day for one in found.links if one.day]
        assert days == sorted(set(days))
        assert publish in days
        assert "None" not in " ".join(found.sentences) + " ".join(each.note + each.what for one in found.links for each in one.items)


@pytest.mark.parametrize(
    ("day", "why", "last"),
    [
        ("2027-02-28", "a Sunday", "2027-02-26"),
        ("2026-12-28", "a bank holiday in England and Wales", "2026-12-24"),
        ("2023-05-08", "a bank holiday in England and Wales", "2023-05-05"),
        ("2027-12-28", "a bank holiday in England and Wales", "2027-12-24"),
        ("2028-01-03", "a bank holiday in England and Wales", "2027-12-31"),
        ("2026-12-25", "a bank holiday in England and Wales", "2026-12-24"),
        ("2026-12-26", "a Saturday", "2026-12-24"),
        ("2027-03-04", "", "2027-03-04"),
    ],
)
def test_weekends_and_bank_holidays_are_pointed_out_and_move_nothing(day: str, why: str, last: str):
    assert closed_because(build.day(day)) == why
    assert last_working_day_by(build.day(day)) == build.day(last)


# Pages


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    make_version(cast.ours, cast.area)
    return signed_in(cast.coordinator)


@pytest.mark.parametrize("typed", ["26 2 2027", "26/2/27", "2027-02-26", "26 February 2027"])
def test_the_page_reads_a_day_as_our_date_fields_do_and_says_the_law_beside_each(coordinator: Client, typed: str):
    page = text_of(coordinator.get(at("what_if", publish=typed)))
    assert "the last day to send it to the Home Office is 4 March 2027 (Thursday)" in page
    assert "The Regulations regs 4(2) and 5(2)" in page
    assert "This records nothing." in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"publish": "February 2027"}, "February 2027 is more than one day. Enter the exact day"),
        ({"publish": "soon"}, "“soon” is not a date we can read. Enter the exact day"),
        ({"publish": "31 2 2027"}, "February 2027 has 28 days. Check the day."),
        ({"publish": "1 1 2023"}, "The duty began on 31 January 2023. Enter that day or a later one."),
        ({"publish": "26 2 9999"}, "The year must be between 1900 and 2100."),
        ({"publish": "31 12 2100"}, "31 December 2100"),
        ({"publish": "<script>"}, "“<script>” is not a date we can read."),
        ({"publish": "9" * 500}, "60 characters"),
        ({"publish": "", "approve": "", "review": ""}, "Enter the day on which you think of publishing"),
        ({"publish": "26 2 2027", "weeks": "four"}, "Enter the number of weeks as a figure"),
        ({"publish": "26 2 2027", "weeks": "-1"}, "Enter the number of weeks as a figure"),
        ({"publish": "26 2 2027", "about": "version-999"}, "4 March 2027 (Thursday)"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_and_stays_in_its_box(coordinator: Client, asked: dict[str, str], said: str):
    response = coordinator.get(at("what_if", **asked))
    assert response.status_code == 200
    assert said in text_of(response)
    assert response.context["form"]["publish"].value() == asked["publish"]
    assert b"<script>alert" not in response.content


def test_asking_changes_no_row_and_leaves_no_entry(cast: Cast, coordinator: Client):
    published(cast)

    def rows() -> dict[str, list[Any]]:
        kept = [model for model in apps.get_models() if model._meta.label != "sessions.Session"]
        return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in kept}

    before = rows()
    days = {"publish": "26 2 2027", "approve": "1 2 2027", "review": "1 2 2028"}
    for query in (days, {"publish": "nonsense"}, {}):
        coordinator.get(at("what_if", **query))
        coordinator.post(at("what_if"), query)
    assert rows() == before
    assert AuditEntry.objects.count() == 0


def test_a_version_not_published_yet_asks_the_question_on_its_page(cast: Cast, coordinator: Client):
    waiting, out = make_version(cast.ours, cast.area, title="Waiting"), published(cast)
    page: Callable[[int], str] = lambda pk: coordinator.get(at("version", pk)).content.decode()  # noqa: E731
    assert f'name="about" value="version-{waiting.pk}"' in page(waiting.pk)
    assert 'name="about"' not in page(out.pk)
    answered = coordinator.get(at("what_if", about=f"version-{waiting.pk}", publish="26 2 2027"))
    assert "Waiting, version 1" in text_of(answered)


def test_the_title_of_an_answer_names_the_day(coordinator: Client):
    assert "<title>What follows from 26 February 2027 - " in coordinator.get(at("what_if", publish="26 2 2027")).content.decode()
