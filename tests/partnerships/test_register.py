import dataclasses
import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from compliance.evaluate import evaluate
from compliance.load_facts import load_facts
from compliance.position import position_of
from compliance.who_is_missing import who_is_missing
from partnerships.directory import by_area
from partnerships.models import Attendance, AuditEntry, AuthorityType, Board, DutyHolder, LocalGovernmentArea, Meeting, Organisation, Seat
from partnerships.models.area import AreaKind
from partnerships.needed_places import needed_kinds
from partnerships.queries import area_links_of, authority_types, duty_holders_of
from partnerships.represented import LeadingBoard, MeetingHeld, SeatHeld, missed
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import words

ON = datetime.date(2026, 11, 22)
WHO = "/p/anyborough/who/"


@dataclasses.dataclass(frozen=True)
class Kind:
    code: str
    needed_in: str
    standing: str = "specified"
    starts: VagueDate | None = None
    ends: VagueDate | None = None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (AreaKind.LONDON_BOROUGH, ["every", "england"]),
        (AreaKind.TWO_TIER_DISTRICT, ["every", "england", "two-tier"]),
        (AreaKind.CITY, ["every", "england"]),
        (AreaKind.WELSH_COUNTY, ["every", "wales"]),
        (AreaKind.WELSH, ["every", "wales"]),
    ],
)
def test_needed_bodies_follow_from_tier_and_country(kind: AreaKind, expected: list[str]) -> None:
    kinds = [Kind(name, name) for name in ("every", "england", "wales", "two-tier", "nowhere")]
    kinds += [Kind("relevant", "every", standing="relevant"), Kind("repealed", "every", ends=day("2024-03-31"))]
    assert [one.code for one in needed_kinds(kinds, LocalGovernmentArea(kind=kind), ON)] == expected


def test_page_and_finding_never_disagree_on_who_is_missing(cast: Cast) -> None:
    """Every mixture of a start and an end around the day, exact and vague, for each kind of body."""
    LocalGovernmentArea.objects.filter(pk=cast.area.pk).update(kind=AreaKind.TWO_TIER_DISTRICT)
    lives = [("2023", "2026-11-21"), ("2026-11-23", None), ("2026-11", None), (None, "2026"), ("2026-11-22", "2026-11-22"), (None, None)]
    codes = list(AuthorityType.objects.filter(standing="specified").values_list("code", flat=True))
    for turn in range(len(lives)):
        DutyHolder.objects.all().delete()
        for number, code in enumerate(codes):
            starts, ends = lives[(number + turn) % len(lives)]
            row = make_holder(cast.ours, cast.area, code)
            row.starts, row.ends = starts and day(starts), ends and day(ends)
            row.save()
        [facts] = load_facts([cast.ours])
        [found] = who_is_missing(facts, ON)
        [group] = by_area(area_links_of(cast.ours), duty_holders_of(cast.ours), authority_types(), ON)
        [finding] = [one for one in evaluate(facts, ON) if one.code == "SVD-PART-01"]
        empty = [place.kind.name for place in group.places if place.empty]
        assert empty == list(found.missing)
        assert empty
        assert [name in finding.why for name in empty] == [True] * len(empty)


def test_empty_place_stands_in_the_table_and_leads_to_a_form_that_knows_it(cast: Cast, coordinator: Client) -> None:
    make_holder(cast.ours, cast.area, "police", "Anyshire Police")
    page = words(coordinator.get(WHO))
    kind = AuthorityType.objects.get(code="fire")
    link = f"{WHO}bodies/add/?capacity={kind.pk}&area={cast.area.pk}"
    assert page.count("Empty place") == 5
    assert link in page
    form = coordinator.get(link).context["form"]
    assert (form.initial["capacity"], form.initial["areas"]) == (kind.pk, [str(cast.area.pk)])
    by_code = coordinator.get(f"{WHO}bodies/add/?capacity=fire&area={cast.area.pk}").context["form"]
    assert by_code.initial["capacity"] == kind.pk


def test_body_that_starts_later_is_named_with_its_day_and_not_as_nobody_known(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire", "Anyshire Fire")
    DutyHolder.objects.filter(pk=holder.pk).update(starts="2030-04-01")
    page = words(coordinator.get(WHO))
    assert "From 1 April 2030: Anyshire Fire" in page
    assert 'Add the body<span class="govuk-visually-hidden">: Fire' not in page


def test_page_is_asked_as_at_another_day(cast: Cast, viewer: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "police", "Old Police")
    DutyHolder.objects.filter(pk=holder.pk).update(ends="2024-03-31")
    assert "Nobody today" in words(viewer.get(WHO))
    page = words(viewer.get(WHO, {"as_at": "31 3 2024"}))
    assert "This is who took part on 31 March 2024" in page
    assert page.count("Empty place") == 5
    assert "Enter a day in full" in words(viewer.get(WHO, {"as_at": "soon"}))


def test_new_senior_lead_needs_a_day_and_the_history_says_who_led_when(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire")
    sent = {"organisation": holder.organisation_id, "capacity": holder.capacity_id, "area": cast.area.pk, "starts": "31 1 2023"}
    change = reverse("dutyholder_change", args=["anyborough", holder.pk])
    asked = words(coordinator.post(change, sent | {"senior_lead": "Area Commander", "seen_version": 1}))
    assert "The senior lead was Director. Enter since when it is Area Commander, or tick the box below." in asked
    assert DutyHolder.objects.get().senior_lead == "Director"
    coordinator.post(change, sent | {"senior_lead": "Area Commander", "lead_since": "April 2025", "seen_version": 1})
    assert AuditEntry.objects.latest("pk").changes == {
        "Named senior lead": ["Director", "Area Commander"],
        "Senior lead since": ["", "April 2025"],
    }
    same = sent | {"senior_lead": "Area commander", "lead_since": "April 2025", "same_lead": "on", "seen_version": 2}
    assert coordinator.post(change, same).status_code == 302
    assert "since April 2025" in words(coordinator.get(WHO))


COUNCIL, POLICE = 1, 2
SEATS = (SeatHeld(11, COUNCIL, ""), SeatHeld(12, COUNCIL, "youth-offending"), SeatHeld(21, POLICE, ""))
DAYS = [datetime.date(2026, month, 1) for month in (9, 6, 3)]


def board(*there: tuple[int, ...] | None) -> LeadingBoard:
    """A board whose meetings, newest first, had these seats taken."""
    return LeadingBoard(SEATS, tuple(MeetingHeld(one, seats) for one, seats in zip(DAYS, there, strict=False)))


@pytest.mark.parametrize(
    ("organisation", "capacity", "since", "boards", "expected"),
    [
        (POLICE, "police", None, [board((11,), (11,), (11,))], DAYS),
        (POLICE, "police", None, [board((11,), (11,), (21,))], []),
        (POLICE, "police", None, [board((11,), (11,))], []),
        (POLICE, "police", None, [board((11,), None, (11,))], []),
        (POLICE, "police", day("2026-06-02"), [board((11,), (11,), (11,))], []),
        (POLICE, "police", day("2026-03-01"), [board((11,), (11,), (11,))], DAYS),
        (COUNCIL, "local-authority", None, [board((12,), (12,), (12,))], DAYS),
        (COUNCIL, "youth-offending", None, [board((12,), (12,), (12,))], []),
        (COUNCIL, "youth-offending", None, [board((11,), (11,), (11,))], []),
        (POLICE, "police", None, [board((11,), (11,), (11,)), board((21,))], []),
        (POLICE, "police", None, [], []),
    ],
)
def test_absence_is_said_after_three_recorded_meetings_in_a_row(
    organisation: int, capacity: str, since: Any, boards: list, expected: list
) -> None:
    assert missed(organisation, capacity, since, boards, ON) == expected


def test_meetings_after_the_day_do_not_count() -> None:
    assert missed(POLICE, "police", None, [board((11,), (11,), (11,))], datetime.date(2026, 8, 31)) == []


def hold_meetings(cast: Cast, absent: Organisation, present: Organisation) -> None:
    leading = Board.objects.create(partnership=cast.ours, name="Partnership board", leads=True)
    seats = {body: Seat.objects.create(board=leading, post=f"Seat of {body}", organisation=body) for body in (absent, present)}
    for month in (3, 6, 9):
        meeting = Meeting.objects.create(board=leading, day=datetime.date(2026, month, 1), state="held")
        Attendance.objects.create(meeting=meeting, seat=seats[absent], came="apologies")
        Attendance.objects.create(meeting=meeting, seat=seats[present], came="deputy")


def test_body_that_no_longer_comes_is_named_on_who_and_on_the_overview(cast: Cast, viewer: Client) -> None:
    police = make_holder(cast.ours, cast.area, "police", "Anyshire Police").organisation
    fire = make_holder(cast.ours, cast.area, "fire", "Anyshire Fire").organisation
    hold_meetings(cast, absent=police, present=fire)
    page = words(viewer.get(WHO))
    assert "Not represented at the last 3 meetings</strong> (1 September 2026, 1 June 2026, 1 March 2026)" in page
    assert page.count("Not represented") == 1
    overview = words(viewer.get(reverse("overview", args=["anyborough"])))
    assert "Anyshire Police was not represented at the last 3 meetings (1 September 2026" in overview
    assert "4 of 6 places are empty" in overview
    assert "Anyshire Fire was not" not in overview


def test_page_takes_the_same_number_of_queries_with_seats_meetings_and_bodies(
    cast: Cast, viewer: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bodies = [make_holder(cast.ours, cast.area, code, f"Body {code}").organisation for code in ("police", "fire", "health")]
    hold_meetings(cast, bodies[0], bodies[1])
    with django_assert_num_queries(12):
        viewer.get(WHO)
    for number in range(10):
        make_holder(cast.ours, cast.area, "other", f"Partner {number}")
    with django_assert_num_queries(12):
        viewer.get(WHO)


def test_adding_the_area_stands_first_where_there_is_none(cast: Cast, coordinator: Client) -> None:
    cast.ours.area_links.all().delete()
    [facts] = load_facts([cast.ours])
    todo = position_of(evaluate(facts, clock.today()), clock.today()).todo
    assert getattr(todo[0].next_step, "route", None) == "partnershiparea_add"
    assert len(todo) > 3


def test_lead_that_is_in_no_list_is_just_typed(cast: Cast, coordinator: Client) -> None:
    add = reverse("leadagreement_add", args=["anyborough"])
    neither = words(coordinator.post(add, {"reference": "Minute 4"}))
    assert "Type its name: there is none in the list yet." in neither
    assert coordinator.post(add, {"new_organisation": "Anyborough Together", "agreed_on": "6 3 2023"}).status_code == 302
    lead = cast.ours.leads.get()
    assert (lead.organisation.name, lead.organisation.partnership, str(lead.agreed_on)) == (
        "Anyborough Together",
        cast.ours,
        "6 March 2023",
    )
    events = list(AuditEntry.objects.order_by("number").values_list("event", flat=True))
    assert events == ["organisation.added", "leadagreement.added"]


def test_one_area_of_hundreds_is_found_by_its_name_and_a_county_as_a_whole(cast: Cast, coordinator: Client) -> None:
    call_command("load_areas", verbosity=0)
    add = reverse("partnershiparea_add", args=["anyborough"])
    page = words(coordinator.get(add))
    assert "332 areas can be added. Search for yours" in page
    assert 'type="checkbox"' not in page
    found = words(coordinator.get(add, {"words": "warwick"}))
    assert found.count('type="checkbox"') == 5
    assert "All districts of Warwickshire" in found
    county = coordinator.get(add, {"county": "Warwickshire"})
    assert len(county.context["form"].initial["areas"]) == 5
    assert words(county).count(" checked") == 5
    wrong = coordinator.post(f"{add}?words=barnet", {"areas": county.context["form"].initial["areas"], "starts": "31 2 2023"})
    assert "February 2023 has 28 days." in words(wrong)
    assert words(wrong).count(" checked") == 5
    assert coordinator.post(add, {"areas": county.context["form"].initial["areas"], "starts": "1 4 2024"}).status_code == 302
    assert cast.ours.area_links.filter(area__upper_tier="Warwickshire", starts="2024-04-01").count() == 5
    assert "No area to add has these words." in words(coordinator.get(add, {"words": "rugby"}))
