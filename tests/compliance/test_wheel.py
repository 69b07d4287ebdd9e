"""The yearly wheel: that it says what the findings say, and what comes next."""

import dataclasses
import datetime

import pytest
from hypothesis import given

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Status
from compliance.wheel import BEING_PREPARED, DONE, IN_FORCE, Ring, Station, Wheel, wheels_of
from compliance.wheel_places import PLACES
from tests.cast import Cast, make_version
from tests.compliance import build
from tests.compliance.pages import at, published, signed_in, text_of
from tests.compliance.strategies_for_facts import histories
from tests.compliance.test_engine_laws import law

WHOLE_YEAR = (
    build.consultation(),
    build.approval("2023-12-13"),
    build.equality("2023-11-20"),
    build.check("2023-12-10"),
    build.website("2024-01-16"),
    build.other_form("2024-01-16"),
    build.sent("2024-01-22"),
)


def whole(*more: object, version: tuple[object, ...] = WHOLE_YEAR) -> PartnershipFacts:
    """A partnership whose year is complete up to the review: the strategy was published on 16 January 2024."""
    numbers = (build.number(), build.none_here("prison"), build.none_here("youth-custody"))
    strategy = build.strategy(build.version(*version), build.arrangement(), *more)  # type: ignore[arg-type]
    return build.facts(strategy, definitions=(build.definition(),), assessments=(build.assessment(),), numbers=numbers)


def wheels(facts: PartnershipFacts, on: str) -> list[Wheel]:
    day = build.day(on)
    return wheels_of(facts, evaluate(facts, day), day)


def ring(facts: PartnershipFacts, on: str) -> Ring:
    [wheel] = wheels(facts, on)
    return wheel.rings[0]


def station(facts: PartnershipFacts, on: str, name: str) -> Station:
    return next(one for one in ring(facts, on).stations if one.name == name)


@law
@given(histories())
def test_no_station_is_done_unless_each_of_its_duties_is_met_and_none_is_worse_than_it_says(
    history: tuple[PartnershipFacts, datetime.date],
):
    facts, on = history
    findings = evaluate(facts, on)
    for wheel in wheels_of(facts, findings, on):
        for one in wheel.rings:
            subjects = {"partnership", *(f"area:{area.pk}" for area in facts.areas if not one.strategy or area.pk in one.strategy.area_pks)}
            subjects |= {f"strategy:{one.strategy.pk}"} if one.strategy else set()
            subjects |= {one.judged.key} if one.judged else set()
            for at_one in one.stations:
                about = [
                    finding
                    for finding in findings
                    if finding.code in at_one.place.codes
                    and finding.current
                    and finding.status != Status.NOT_APPLICABLE
                    and (finding.key in subjects or (one.judged and finding.key.startswith(f"{one.judged.key}/")))
                ]
                if at_one.done:
                    assert about
                    assert {finding.status for finding in about} <= set(DONE)
                if at_one.status in (Status.OVERDUE, Status.NOT_MET):
                    assert at_one.status in {finding.status for finding in about}


@law
@given(histories())
def test_every_wheel_has_seven_stations_and_marks_one_at_most_as_next(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    found = wheels_of(facts, evaluate(facts, on), on)
    assert found
    for wheel in found:
        assert 1 <= len(wheel.rings) <= 2
        for one in wheel.rings:
            assert [at_one.place for at_one in one.stations] == list(PLACES)
            assert sum(at_one.is_next for at_one in one.stations) <= 1
            assert all(at_one.stands and "None" not in f"{at_one.stands} {at_one.why}" for at_one in one.stations)


def test_a_year_with_everything_done_waits_for_its_review():
    found = ring(whole(), "2024-02-01")
    assert [(one.name, one.status, one.short) for one in found.stations] == [
        ("Definition", Status.MET, "1 Jun 2023"),
        ("Assessment", Status.MET, "30 Oct 2023"),
        ("Consultation", Status.MET, "7 Nov 2023"),
        ("Approval", Status.MET, "13 Dec 2023"),
        ("Publication", Status.MET, "16 Jan 2024"),
        ("Sending", Status.MET, "22 Jan 2024"),
        ("Review", Status.DUE_LATER, "Due in 350 days"),
    ]
    assert (found.name, found.done) == (IN_FORCE, 6)
    assert found.next
    assert found.next.name == "Review"


def test_after_a_review_in_time_the_wheel_turns_to_the_next():
    facts = whole(build.review("2025-01-10"))
    review = station(facts, "2025-01-11", "Review")
    assert review.day
    assert review.day.words == "Last reviewed on 10 January 2025 (Friday)"
    assert (review.status, review.stands) == (Status.DUE_LATER, "Due in 364 days")


def test_a_review_that_decided_to_revise_is_held_and_its_version_s_own_year_not_begun():
    facts = whole(build.review("2025-01-10", "revise"), build.version(pk=102, number=2, dated="2025-01-11"))
    [wheel] = wheels(facts, "2025-01-12")
    held, own = (found.stations[-1] for found in wheel.rings)
    assert held.day
    assert (held.stands, held.day.words) == ("Held, revision to come", "Last reviewed on 10 January 2025 (Friday)")
    assert (own.stands, own.day) == ("Not yet", None)


def test_a_sending_after_the_seventh_day_is_done_late_and_a_missing_one_overdue():
    late = whole(version=(*WHOLE_YEAR[:-1], build.sent("2024-01-24")))
    assert station(late, "2024-02-01", "Sending").short == "Late, 24 Jan 2024"
    assert station(late, "2024-02-01", "Sending").stands == "Met late, by 2 days"
    missing = whole(version=WHOLE_YEAR[:-1])
    assert station(missing, "2024-01-22", "Sending").stands == "Due today"
    assert station(missing, "2024-01-24", "Sending").stands == "Overdue by 2 days"
    late = ring(missing, "2024-01-24")
    assert late.next
    assert (late.next.name, late.overdue) == ("Sending", "")


def test_what_comes_next_is_the_first_that_is_not_done_though_a_later_one_is():
    facts = dataclasses.replace(whole(), assessments=())
    found = ring(facts, "2024-02-01")
    assert found.next
    assert found.next.name == "Assessment"
    assert found.done == 5


def test_an_open_consultation_says_until_when():
    open_one = build.consultation("2023-10-10", "2023-11-07")
    facts = whole(version=(open_one,))
    facts = dataclasses.replace(facts, strategies=(build.strategy(build.version(open_one, dated="2023-10-01")),))
    found = station(facts, "2023-11-07", "Consultation")
    assert found.day
    assert found.day.words == "Open until 7 November 2023 (Tuesday)"
    assert found.status == Status.DUE_SOON


def test_a_newer_version_has_a_ring_of_its_own_whose_year_has_not_begun():
    newer = build.version(pk=102, number=2, dated="2024-03-01")
    [wheel] = wheels(whole(newer), "2024-03-02")
    assert [(one.name, one.subject) for one in wheel.rings] == [
        (IN_FORCE, "Serious violence strategy, version 1"),
        (BEING_PREPARED, "Serious violence strategy, version 2"),
    ]
    review = wheel.rings[1].stations[-1]
    assert (review.status, review.stands, review.findings) == (Status.DUE_LATER, "Not yet", ())
    assert wheel.leading.name == BEING_PREPARED


@pytest.mark.parametrize("follows", [51, None])
def test_a_later_strategy_without_a_version_stands_in_the_ring_within(follows: int | None):
    facts = whole()
    later = build.strategy(pk=52, follows=follows)
    [wheel] = wheels(dataclasses.replace(facts, strategies=(*facts.strategies, later)), "2024-03-02")
    assert [one.name for one in wheel.rings] == [IN_FORCE, BEING_PREPARED]
    assert [one.stands for one in wheel.rings[1].stations[2:]] == ["Not yet"] * 5


def test_a_strategy_for_another_area_has_a_wheel_of_its_own():
    facts = whole()
    other = build.strategy(pk=52, areas=(build.SECOND_BOROUGH,))
    areas = (build.area(), build.area(build.SECOND_BOROUGH))
    assert len(wheels(dataclasses.replace(facts, areas=areas, strategies=(*facts.strategies, other)), "2024-03-02")) == 2


def test_a_partnership_with_nothing_yet_is_told_where_to_begin_and_what_the_law_already_asks():
    found = ring(build.facts(), "2024-02-02")
    assert found.subject == "No strategy is recorded yet"
    assert found.next
    assert found.next.name == "Definition"
    assert found.next.next_step
    assert found.next.next_step.route == "localdefinition_add"
    assert found.stations[4].stands == "Overdue by 2 days"


def test_the_page_shows_the_wheel_as_at_the_day_asked_for(cast: Cast):
    published(cast)
    client = signed_in(cast.viewer)
    page = text_of(client.get(at("year", as_at="1 2 2024")))
    assert "Published on 31 January 2024 (Wednesday)" in page
    assert "Due in 5 days" in page
    assert "Overdue by 2 days" in text_of(client.get(at("year", as_at="8 2 2024")))
    assert "Not yet" in text_of(client.get(at("year", as_at="1 1 2024")))
    assert "Enter a day in full" in text_of(client.get(at("year", as_at="soon")))


def test_of_many_strategies_in_force_the_two_newest_are_shown_and_each_other_is_a_link_away(cast: Cast):
    made = [published(cast, title=f"Plan {number}", on=f"2024-0{number}-10") for number in (1, 2, 3, 4)]
    client = signed_in(cast.viewer)
    page = client.get(at("year", as_at="1 12 2024"))
    assert [wheel["rings"][0]["ring"].subject for wheel in page.context["wheels"]] == ["Plan 4, version 1", "Plan 3, version 1"]
    link = f"{at('year')}?strategy={made[0].strategy_id}&amp;as_at=2024-12-01"
    assert f'<a class="govuk-link" href="{link}">Plan 1, version 1</a>' in page.content.decode()
    earlier = client.get(link.replace("&amp;", "&"))
    assert [wheel["rings"][0]["ring"].subject for wheel in earlier.context["wheels"]] == ["Plan 1, version 1"]
    assert "Plan 4, version 1" in text_of(earlier)
    assert 'name="strategy"' in earlier.content.decode()


@pytest.mark.parametrize("day", ["1 9 2022", "1 2 2024"])
def test_what_is_asked_of_some_alone_is_not_held_out_to_others(cast: Cast, day: str):
    make_version(cast.ours, cast.area, dated="2022-06-01")
    page = text_of(signed_in(cast.viewer).get(at("year", as_at=day)))
    assert "Published on a website" in page
    assert "Wales:" not in page
    assert "Other specified authorities consulted" not in page


def test_every_duty_of_the_wheel_leads_to_the_duty_and_whoever_may_not_act_sees_no_step(cast: Cast):
    version = published(cast)
    for person, steps in ((cast.coordinator, True), (cast.viewer, False)):
        html = signed_in(person).get(at("year", as_at="8 2 2024")).content.decode()
        assert f"{at('duty', 'SVD-PUB-03')}?subject=version:{version.pk}&amp;as_at=2024-02-08" in html
        assert (at("submission_add", version.pk) in html) is steps


@pytest.mark.parametrize("route", ["year", "what_if"])
def test_both_pages_ask_the_database_for_the_facts_alone(cast: Cast, route: str, django_assert_max_num_queries):
    published(cast)
    client = signed_in(cast.viewer)
    client.get(at(route))
    with django_assert_max_num_queries(4):  # session, person, roles, the heads under which facts are remembered
        client.get(at(route))
