"""The consultation page: of how many, who was asked, who answered, who is silent, and what became of what they said."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from partnerships.models import LocalGovernmentArea, PartnershipArea
from strategies.models import Consultation, ConsultationAnswer, Consultee, NumberInArea, Version
from tests.cast import Cast, day, make_holder, make_version
from tests.compliance.pages import at, banner, published, signed_in, text_of


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture(autouse=True)
def _the_day_of_the_cabinet(time_machine):
    time_machine.move_to("2023-12-13 09:00")


@pytest.fixture
def version(cast: Cast) -> Version:
    return make_version(cast.ours, cast.area, dated="2023-10-09")


def count(cast: Cast, number: int, kind: str = "education", on: str = "2023-09-01", **changes: Any) -> NumberInArea:
    said = {"source": "The council's school list", "confirmed_by": "Head of Admissions", "area": cast.area, **changes}
    return NumberInArea.objects.create(partnership=cast.ours, kind=kind, number=number, counted_on=day(on), **said)


def none_here(cast: Cast, kind: str) -> None:
    count(cast, 0, kind, source="", reason="The national list names none.", confirmed_by="Head of Community Safety")


def consult(version: Version, kind: str = "education", opens: str = "2023-10-10", closes: str | None = "2023-11-07", **changes: Any) -> Any:
    dates = {"opens_on": day(opens), "closes_on": day(closes) if closes else None}
    return Consultation.objects.create(strategy_version=version, kind=kind, **dates, **changes)


def page(client: Client, **query: str) -> str:
    return text_of(client.get(at("consultations", **query)))


def status_of(client: Client, kind: str) -> str:
    coverage = client.get(at("consultations")).context["coverage"]
    return next(part.finding.status for part in coverage.counted if part.kind == kind)


def test_havering_is_met_in_all_three_kinds(cast, coordinator, version):
    """52 stands for "all educational authorities", which its paper does not count."""
    count(cast, 52)
    none_here(cast, "prison")
    none_here(cast, "youth-custody")
    asked = consult(version, asked=52, answers_received=3, weeks=4, effect="No substantial change.")
    ConsultationAnswer.objects.create(consultation=asked, by="A federation", said="Fine.", outcome="not-changed", reason="None asked for")
    shown = page(coordinator)
    for words in (
        "52 of 52 asked, 3 answered",
        "10 October 2023 to 7 November 2023 , closed 36 days ago",
        "The council's school list, 1 September 2023 Confirmed by Head of Admissions",
        "None The national list names none. Confirmed by Head of Community Safety",
        "There is nobody to ask",
        "Schools and colleges: No substantial change.",
        "Nothing was changed None asked for",
        "For version 1 the consultations recorded with it count.",
    ):
        assert words in shown
    assert [status_of(coordinator, kind) for kind in ("education", "prison", "youth-custody")] == ["MET"] * 3


def test_what_is_missing_is_said_with_the_step_that_records_it(cast, coordinator, version):
    response = coordinator.get(at("consultations"))
    body, shown = response.content.decode(), text_of(response)
    assert shown.count("Not recorded yet Record how many there are") == 3
    assert shown.count("Nobody is recorded as asked") == 3
    for kind in ("education", "prison", "youth-custody"):
        asked = f"{at('numberinarea_add')}?kind={kind}&amp;area={cast.area.pk}"
        assert f'href="{asked}"' in body
        assert f'href="{asked}&amp;number=0"' in body
        assert f"{at('consultation_add', version.pk)}?kind={kind}" in body
    assert "specified authorities" not in shown


def test_the_bar_shows_the_numbers_that_the_words_say(cast, coordinator, version):
    count(cast, 4)
    asked = consult(version)
    for number, answered in enumerate(["2023-11-01", None, None]):
        Consultee.objects.create(consultation=asked, name=f"School {number}", answered_on=day(answered) if answered else None)
    body = coordinator.get(at("consultations")).content.decode()
    assert "Of 4: 3 asked, 1 answered." in re.findall(r"<desc[^>]*>(.*?)</desc>", body)
    assert "3 of 4 asked, 1 answered" in page(coordinator)
    assert status_of(coordinator, "education") != "MET"


def test_those_who_are_silent_are_named_and_nobody_else(cast, coordinator, version):
    asked = consult(version)
    Consultee.objects.create(consultation=asked, name="Silent School")
    Consultee.objects.create(consultation=asked, name="Late School", answered_on=day("2023-12-14"))
    Consultee.objects.create(consultation=asked, name="Speaking School", answered_on=day("2023-11-01"))
    Consultee.objects.create(consultation=asked, name="Withdrawn School", withdrawn_on="2023-11-01", withdrawn_reason="Closed")
    shown = page(coordinator)
    assert "2 listed bodies have not answered Late School Silent School Record" in shown
    assert "3 asked, 1 answered" in shown


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [
        (
            "2023-12-10",
            "2023-12-19",
            "Open 10 December 2023 to 19 December 2023 , closes in 6 days",
        ),
        ("2023-12-10", "2023-12-13", "10 December 2023 to 13 December 2023 , closes today"),
        ("2023-12-01", "2023-12-12", "1 December 2023 to 12 December 2023 , closed 1 day ago"),
        ("2023-12-01", "2023-12", "1 December 2023 to December 2023 , may have closed; the exact day is not recorded"),
        ("2023-12-10", "2023-12-10", "10 December 2023 , closed 3 days ago"),
        ("2023-12-01", None, "From 1 December 2023 , the closing day is not recorded"),
        (
            "2023-12-14",
            "2024-01-11",
            "Planned 14 December 2023 to 11 January 2024 , opens in 1 day",
        ),
    ],
)
def test_it_says_whether_it_is_open_and_until_when_the_closing_day_counting_as_open(coordinator, version, opens, closes, words):
    consult(version, opens=opens, closes=closes, asked=3)
    shown = page(coordinator).replace("Open the consultation of schools and colleges: ", "")
    assert words in shown
    assert ("A plan counts for nothing until it opens." in shown) is ("Planned" in words)


def test_drafts_that_led_to_a_version_count_for_it_and_those_before_the_last_publication_do_not(cast, coordinator):
    first = published(cast, on="2023-10-31")
    kept = {field: getattr(first, field) for field in ("strategy", "title", "form", "sections", "sha256", "frozen_at")}
    second, third = (Version.objects.create(**kept, number=number, dated=day(f"2023-12-0{number}")) for number in (2, 3))
    before, during = consult(first, closes="2023-10-20", asked=10), consult(second, opens="2023-11-05", closes="2023-11-30", asked=12)
    shown = page(coordinator)
    drafts = "For version 3 the consultations on versions 2 and 3 count: the drafts that led to it, those since version 1 was published."
    assert drafts in shown
    assert at("consultation", during.pk) in coordinator.get(at("consultations")).content.decode()
    assert at("consultation", before.pk) not in coordinator.get(at("consultations")).content.decode()
    earlier = coordinator.get(at("consultations", version=str(first.pk)))
    assert earlier.context["chosen"].version.pk == first.pk
    assert at("consultation", before.pk) in earlier.content.decode()
    assert f"?version={third.pk}" in earlier.content.decode()
    superseded = coordinator.get(at("consultations", version=str(second.pk)))
    assert superseded.context["chosen"].version.pk == second.pk
    assert all(part.finding is None for part in superseded.context["coverage"].counted)


@pytest.mark.parametrize("asked", ["", "0", "999999", "<b>", "theirs"])
def test_a_version_that_is_not_ours_shows_the_one_that_counts(cast, coordinator, version, asked):
    theirs = make_version(cast.theirs, cast.their_area, title="Otherton secret")
    response = coordinator.get(at("consultations", version=str(theirs.pk) if asked == "theirs" else asked))
    assert response.context["chosen"].version.pk == version.pk
    assert "Otherton" not in text_of(response)


def test_one_that_closes_after_publication_is_shown_and_said_not_to_count(cast, coordinator):
    consult(published(cast, on="2023-11-06"), asked=3)
    assert "It closed after publication, so it does not count for this version." in page(coordinator)


def test_as_at_an_earlier_day_nothing_later_is_shown(cast, coordinator, version):
    asked = consult(version, closes="2023-11-07")
    Consultee.objects.create(consultation=asked, name="Ash School", answered_on=day("2023-10-20"))
    ConsultationAnswer.objects.create(consultation=asked, by="Ash School", said="Words of the twentieth", received_on=day("2023-10-20"))
    consult(version, "prison", opens="2023-11-01", note="Later one")
    earlier = page(coordinator, as_at="2023-10-12")
    assert "1 asked, 0 answered" in earlier
    assert "closes in 26 days" in earlier
    assert "Words of the twentieth" not in earlier
    assert "1 November 2023" not in earlier
    assert "1 asked, 1 answered" in page(coordinator, as_at="2023-10-20")


def test_several_areas_have_a_row_each_and_what_was_asked_in_all_stands_once(cast, coordinator, version):
    other = LocalGovernmentArea.objects.create(name="Farborough", kind="london")
    PartnershipArea.objects.create(partnership=cast.ours, area=other)
    version.strategy.areas.add(other)
    count(cast, 40)
    consult(version, asked=50)
    consult(version, area=other, asked=10)
    shown = page(coordinator)
    assert "All areas together As below, added up" in shown
    assert "50 asked, 0 answered" in shown
    assert "50 of 40" not in shown
    count(cast, 10, area=other)
    cache.clear()  # nothing went through the audit here
    shown = page(coordinator)
    assert "50 of 50 asked, how many answered is not recorded" in shown
    assert "Farborough 10" in shown
    assert "10 of 10 asked, how many answered is not recorded" in shown


def test_other_specified_authorities_stand_there_when_the_strategy_is_for_a_wider_area(cast, coordinator, version):
    version.strategy.legal_basis = "s9"
    version.strategy.save()
    holder = make_holder(cast.ours, cast.area, "police", name="Anyshire Police")
    consult(version, "specified").bodies.add(holder.organisation)
    shown = page(coordinator)
    assert "Other specified authorities (for a wider area, section 9)" in shown
    assert "1 asked, 0 answered" in shown
    assert "Anyshire Police" in shown


def test_community_and_professionals_stand_apart_and_count_for_nothing(cast, coordinator, version):
    consult(version, "community", answers_received=612)
    shown = page(coordinator)
    assert "They count towards no duty here." in shown
    assert "Residents, young people and the voluntary sector 612 answered" in shown
    assert "Record how professionals and other partners were asked" in shown


def test_answers_without_a_reply_come_first_and_are_counted(cast, coordinator, version):
    asked = consult(version)
    ConsultationAnswer.objects.create(consultation=asked, by="Ash", said="A", outcome="changed", reason="Done")
    open_one = ConsultationAnswer.objects.create(consultation=asked, by="Birch", said="B")
    ConsultationAnswer.objects.create(consultation=asked, by="Cedar", said="C", withdrawn_on="2023-12-01")
    response = coordinator.get(at("consultations"))
    shown = text_of(response)
    assert "1 of 2 answers has no reply yet." in shown
    assert shown.index("Birch") < shown.index("The strategy was changed")
    assert at("consultationanswer_change", open_one.pk) in response.content.decode()
    assert "Cedar" not in shown


def test_counts_are_listed_newest_first_and_a_withdrawn_one_stays(cast, coordinator, version):
    count(cast, 51, on="2022-09-01", withdrawn_on="2023-01-01", withdrawn_reason="Counted twice")
    count(cast, 52)
    shown = page(coordinator)
    assert "Withdrawn Counted twice" in shown
    assert shown.index("52 1 September 2023") < shown.index("51 1 September 2022")


def test_saving_says_what_it_did_to_the_duty(cast, coordinator, version):
    consult(version, asked=52)
    data = {"kind": "education", "area": cast.area.pk, "number": 52, "counted_on": "1 9 2023", "source": "List", "confirmed_by": "Head"}
    response = coordinator.post(at("numberinarea_add"), data)
    assert response.url == at("consultations")
    assert re.search(
        r"Recorded the number\. .*“[^”]+” \(Serious Violence Strategy, version 1\) is now met\.", banner(coordinator, response.url)
    )


def test_where_there_is_none_saving_says_that_there_is_nobody_to_consult(cast, coordinator, version):
    counted = {"number": 0, "counted_on": "1 9 2023", "reason": "None in the register.", "source": "Register", "confirmed_by": "Head"}
    response = coordinator.post(at("numberinarea_add"), {"kind": "prison", "area": cast.area.pk, **counted})
    assert "(Serious Violence Strategy, version 1) is now met: there is nobody to consult." in banner(coordinator, response.url)


def test_without_a_version_the_page_says_what_belongs_there(cast, coordinator):
    shown = text_of(coordinator.get(at("consultations")))
    assert "Nothing to consult on yet" in shown
    assert "Go to the strategies" in shown


def test_viewer_reads_everything_and_is_offered_nothing_to_change(cast, version):
    count(cast, 4)
    asked = consult(version)
    Consultee.objects.create(consultation=asked, name="Silent School")
    ConsultationAnswer.objects.create(consultation=asked, by="Birch", said="B")
    for address in (at("consultations"), at("consultation", asked.pk), at("version", version.pk)):
        body = signed_in(cast.viewer).get(address).content.decode()
        assert "Silent School" in body or address == at("version", version.pk)
        assert not re.search(r'href="[^"]*consult[^"]*/(add|change|withdraw|consult)/', body)


def test_stranger_is_told_that_nothing_is_there(cast, version):
    client = signed_in(cast.stranger)
    assert client.get(at("consultations")).status_code == 404
    assert client.get(at("consultation", consult(version).pk)).status_code == 404


def test_hostile_names_are_shown_as_words(cast, coordinator, version):
    count(cast, 3, source="<script>alert(1)</script>", confirmed_by="<b>")
    asked = consult(version, effect="<img src=x onerror=alert(1)>", how="<script>alert(1)</script>")
    Consultee.objects.create(consultation=asked, name="<script>alert(1)</script>")
    ConsultationAnswer.objects.create(consultation=asked, by="<script>alert(1)</script>", said="<img src=x>", reason="<b>")
    for address in (at("consultations"), at("consultation", asked.pk)):
        body = coordinator.get(address).content.decode()
        assert "<script>alert" not in body
        assert "<img src=x" not in body


def test_a_hundred_consultees_cost_no_more_queries_than_one(cast, coordinator, version, django_assert_num_queries):
    count(cast, 100)
    asked = consult(version)
    costs = {"consultations": 0, "consultation": 0}
    for many in (1, 9, 90):
        for number in range(many):
            consult(version, "professionals")
            Consultee.objects.create(consultation=asked, name=f"School {many} {number}")
            ConsultationAnswer.objects.create(consultation=asked, by=f"School {many} {number}", said="Words")
            NumberInArea.objects.create(partnership=cast.ours, area=cast.area, kind="prison", number=number, counted_on=day("2023-09-01"))
        cache.clear()
        for route, args in (("consultations", []), ("consultation", [asked.pk])):
            address = at(route, *args)
            coordinator.get(address)
            with django_assert_num_queries(costs[route] or 99, exact=bool(costs[route])) as counted:
                coordinator.get(address)
            costs[route] = len(counted)
    assert max(costs.values()) <= 4 + 12  # four of them sign in
