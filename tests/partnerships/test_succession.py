import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from compliance.evaluate import evaluate
from compliance.load_facts import load_facts
from partnerships.actions.finish_succession import finish_succession
from partnerships.audit.record import first_broken_entry
from partnerships.models import (
    AuditEntry,
    Board,
    DutyHolder,
    LocalGovernmentArea,
    Meeting,
    MeetingAction,
    Organisation,
    Partnership,
    PartnershipArea,
    PolicingBodyRequest,
    RoleGrant,
    Seat,
    Succession,
)
from partnerships.models.area import AreaKind
from partnerships.models.person import Role
from strategies.models import Strategy
from svduty.tasks.models import Task
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import words

SIX = ("local-authority", "police", "probation", "youth-offending", "fire", "health")
VESTING, EVE = datetime.date(2026, 4, 1), datetime.date(2026, 3, 31)


@pytest.fixture(autouse=True)
def _work_is_only_queued(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def icb(cast: Cast) -> Organisation:
    """Health for our area and the neighbour's, in the shared register, with all other places filled."""
    body = Organisation.objects.create(name="North Integrated Care Board", kind="health")
    for partnership, area in ((cast.ours, cast.area), (cast.theirs, cast.their_area)):
        for capacity in SIX:
            holder = make_holder(partnership, area, capacity)
            if capacity == "health":
                holder.organisation, holder.deputy = body, "Head of Nursing"
                holder.save()
    return body


@pytest.fixture
def seat(cast: Cast, icb: Organisation) -> Seat:
    board = Board.objects.create(partnership=cast.ours, name="Partnership board", leads=True)
    return Seat.objects.create(board=board, post="Chief Nurse", organisation=icb, starts=day("2023-02"))


def taking_part(partnership: Partnership, on: datetime.date) -> dict[str, str]:
    """The subject and status of SVD-PART-01 on that day."""
    [facts] = load_facts([partnership])
    return {finding.subject: finding.status.words for finding in evaluate(facts, on) if finding.code == "SVD-PART-01"}


def add(client: Client, **sent: Any) -> Any:
    """Go through both steps in our partnership; the answer of the last."""
    return both_steps(client, reverse("succession_add", args=["anyborough"]), sent)


def both_steps(client: Client, address: str, sent: dict[str, Any]) -> Any:
    shown = client.post(address, sent)
    if "seen" not in (shown.context or {}):
        return shown
    return client.post(address, sent | {"confirm": "yes", "seen": shown.context["seen"]})


def test_page_shows_what_passes_and_what_stays_before_anything_is_written(
    cast: Cast, coordinator: Client, icb: Organisation, seat: Seat
) -> None:
    page = words(
        coordinator.post(
            reverse("succession_add", args=["anyborough"]),
            {"former": [icb.pk], "successor_name": "Whole County ICB", "vesting_day": "1 4 2026"},
        )
    )
    assert "North Integrated Care Board as Integrated care board or Local Health Board for Anyborough" in page
    assert "Ends on 31 March 2026; the same begins with the successor" in page
    assert "Chief Nurse" in page
    assert not Succession.objects.exists()
    assert not AuditEntry.objects.exists()
    assert not Organisation.objects.filter(name="Whole County ICB").exists()


def test_duties_are_met_on_the_eve_and_on_vesting_day(cast: Cast, coordinator: Client, icb: Organisation, seat: Seat) -> None:
    meeting = Meeting.objects.create(board=seat.board, day=datetime.date(2025, 5, 1), state="held")
    open_action = MeetingAction.objects.create(meeting=meeting, what="Bring figures", organisation=icb)
    done = MeetingAction.objects.create(meeting=meeting, what="Bring older figures", organisation=icb, done_on=day("2025-06-01"))
    asked = PolicingBodyRequest.objects.create(
        partnership=cast.ours, kind="information", asked_by=icb, asked_of=icb, asked_on=day("2026-02-01"), about="Figures"
    )
    grant = RoleGrant.objects.get(partnership=cast.ours, role=Role.CONTRIBUTOR)
    RoleGrant.objects.filter(pk=grant.pk).update(body=icb)
    grant.seats.add(seat)
    answer = add(coordinator, former=[icb.pk], successor_name="Whole County ICB", vesting_day="1 4 2026", note="By order")
    made = Succession.objects.get()
    assert answer["Location"] == reverse("succession", args=["anyborough", made.pk])
    new = Organisation.objects.get(name="Whole County ICB")
    rows = {row.organisation: row for row in DutyHolder.objects.filter(partnership=cast.ours, capacity__code="health")}
    assert (str(rows[icb].ends), rows[icb].carried_over) == ("31 March 2026", False)
    assert (str(rows[new].starts), rows[new].senior_lead, rows[new].deputy) == ("1 April 2026", "Director", "Head of Nursing")
    assert rows[new].carried_over
    assert [taking_part(cast.ours, on) for on in (EVE, VESTING)] == [{"Anyborough": "Met"}, {"Anyborough": "Met"}]
    seats = {one.organisation: (str(one.starts), str(one.ends)) for one in Seat.objects.all()}
    assert seats == {icb: ("February 2023", "31 March 2026"), new: ("1 April 2026", "None")}
    assert set(grant.seats.values_list("organisation__name", flat=True)) == {icb.name, new.name}
    for record, field in ((open_action, "organisation"), (asked, "asked_of"), (grant, "body")):
        record.refresh_from_db()
        assert getattr(record, field) == new
    done.refresh_from_db()
    assert done.organisation == icb
    page = words(coordinator.get(reverse("who", args=["anyborough"])))
    assert "Takes the place of North Integrated Care Board from 1 April 2026." in page
    assert "Whole County ICB takes its place from 1 April 2026." in page
    assert "Carried over: to be confirmed" in page
    assert first_broken_entry(cast.ours) is None
    assert AuditEntry.objects.filter(partnership=cast.ours).latest("number").event == "succession.added"


def test_shared_body_is_untouched_when_one_partnership_passes_it_on(cast: Cast, coordinator: Client, icb: Organisation) -> None:
    add(coordinator, former=[icb.pk], successor_name="Whole County ICB", vesting_day="1 4 2026")
    icb.refresh_from_db()
    assert icb.ends is None
    assert DutyHolder.objects.get(partnership=cast.theirs, organisation=icb).ends is None


def test_saving_the_row_confirms_what_was_carried_over(cast: Cast, coordinator: Client, icb: Organisation) -> None:
    add(coordinator, former=[icb.pk], successor_name="Whole County ICB", vesting_day="1 4 2026")
    row = DutyHolder.objects.get(organisation__name="Whole County ICB")
    kept = {"organisation": row.organisation_id, "capacity": row.capacity_id, "area": row.area_id, "senior_lead": "Director"}
    change = reverse("dutyholder_change", args=["anyborough", row.pk])
    assert coordinator.post(change, kept | {"starts": "1 4 2026", "seen_version": row.version}).status_code == 302
    row.refresh_from_db()
    assert not row.carried_over
    assert AuditEntry.objects.latest("pk").changes["Lead and deputy"] == ["carried over, to be confirmed", ""]


def test_vesting_day_to_come_changes_nothing_that_is_shown_today(cast: Cast, coordinator: Client, icb: Organisation, seat: Seat) -> None:
    meeting = Meeting.objects.create(board=seat.board, day=datetime.date(2025, 5, 1), state="held")
    action = MeetingAction.objects.create(meeting=meeting, what="Bring figures", organisation=icb)
    add(coordinator, former=[icb.pk], successor_name="Whole County ICB", vesting_day="1 4 2030")
    made = Succession.objects.get()
    page = words(coordinator.get(reverse("who", args=["anyborough"])))
    health = page[page.index("Integrated care board or Local Health Board") :]
    assert health.index("North Integrated Care Board") < health.index("from 1 April 2030")
    assert taking_part(cast.ours, datetime.date(2026, 11, 22)) == {"Anyborough": "Met"}
    assert taking_part(cast.ours, datetime.date(2030, 4, 1)) == {"Anyborough": "Met"}
    action.refresh_from_db()
    assert action.organisation == icb
    assert "Bring figures (passes on vesting day)" in " ".join(made.moved)
    task = Task.objects.get(kind="succession.finish")
    assert (task.due_at.date(), made.finished_on) == (datetime.date(2030, 4, 1), None)
    assert finish_succession(made, on=datetime.date(2030, 3, 31)) == []
    later = MeetingAction.objects.create(meeting=meeting, what="Bring more", organisation=icb)
    assert len(finish_succession(made, on=datetime.date(2030, 4, 1))) == 2
    for one in (action, later):
        one.refresh_from_db()
        assert one.organisation.name == "Whole County ICB"
    assert finish_succession(made, on=datetime.date(2030, 4, 2)) == []
    made.refresh_from_db()
    assert "passes on vesting day" not in " ".join(made.moved)


def test_two_bodies_merge_into_one_that_takes_part_once(cast: Cast, coordinator: Client, icb: Organisation) -> None:
    other = make_holder(cast.ours, cast.area, "health", "South Integrated Care Board").organisation
    add(coordinator, former=[icb.pk, other.pk], successor_name="Whole County ICB", vesting_day="1 4 2026")
    standing = DutyHolder.objects.filter(partnership=cast.ours, capacity__code="health", ends__isnull=True)
    assert [row.organisation.name for row in standing] == ["Whole County ICB"]
    other.refresh_from_db()
    assert str(other.ends) == "31 March 2026"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"successor": "icb", "successor_name": ""}, "North Integrated Care Board cannot take its own place."),
        ({"vesting_day": "31 1 2023"}, "takes part here only from 31 January 2023, so it cannot pass on before."),
        ({"successor": "ended", "successor_name": ""}, "Old Board ended on 31 March 2020, so it cannot take another's place afterwards."),
        ({"successor_name": ""}, "Choose an organisation, or type its name in the next box."),
        ({"former": []}, "it cannot be left empty"),
        ({"former": ["foreign"]}, "what was sent is not in it"),
        ({"vesting_day": "April 2026"}, "Enter the exact day"),
        ({"vesting_day": "31 4 2026"}, "April 2026 has 30 days."),
    ],
)
def test_succession_that_cannot_be_is_refused_with_a_sentence(
    cast: Cast, coordinator: Client, icb: Organisation, wrong: dict, sentence: str
) -> None:
    ended = Organisation.objects.create(name="Old Board", kind="health", ends=day("2020-03-31"))
    foreign = Organisation.objects.create(name="Theirs", kind="health", partnership=cast.theirs)
    keys = {"icb": icb.pk, "ended": ended.pk, "foreign": foreign.pk}
    wrong = {
        name: [keys.get(one, one) for one in value] if isinstance(value, list) else keys.get(value, value) for name, value in wrong.items()
    }
    sent = {"former": [icb.pk], "successor_name": "Whole County ICB", "vesting_day": "1 4 2026", "note": "Kept words"} | wrong
    page = words(add(coordinator, **sent))
    assert sentence in page
    assert "Kept words" in page
    assert not Succession.objects.exists()
    assert not AuditEntry.objects.exists()


def test_doing_it_twice_is_refused_until_it_is_withdrawn(cast: Cast, coordinator: Client, icb: Organisation, seat: Seat) -> None:
    add(coordinator, former=[icb.pk], successor_name="Whole County ICB", vesting_day="1 4 2026")
    entries = AuditEntry.objects.count()
    again = words(add(coordinator, former=[icb.pk], successor_name="Another ICB", vesting_day="1 4 2026"))
    assert "Whole County ICB took the place of North Integrated Care Board from 1 April 2026. It is recorded already." in again
    assert AuditEntry.objects.count() == entries
    made = Succession.objects.get()
    withdraw = reverse("succession_withdraw", args=["anyborough", made.pk])
    assert coordinator.post(withdraw, {"reason": "The merger was put off", "seen_version": made.version}).status_code == 302
    assert "Withdrawn: The merger was put off" in words(coordinator.get(reverse("who", args=["anyborough"])))
    assert coordinator.get(withdraw).status_code == 404


def test_what_changed_since_it_was_shown_is_shown_again(cast: Cast, coordinator: Client, icb: Organisation) -> None:
    address = reverse("succession_add", args=["anyborough"])
    sent = {"former": [icb.pk], "successor_name": "Whole County ICB", "vesting_day": "1 4 2026"}
    seen = coordinator.post(address, sent).context["seen"]
    board = Board.objects.create(partnership=cast.ours, name="New board")
    Seat.objects.create(board=board, post="Medical Director", organisation=icb)
    page = words(coordinator.post(address, sent | {"confirm": "yes", "seen": seen}))
    assert "What would pass has changed since you looked." in page
    assert "Medical Director" in page
    assert not Succession.objects.exists()


def test_administrator_passes_a_shared_body_on_everywhere_and_sees_only_numbers(
    cast: Cast, administrator: Client, icb: Organisation, seat: Seat
) -> None:
    address = reverse("shared_organisation_succession", args=[icb.pk])
    sent = {"successor_name": "Whole County ICB", "vesting_day": "1 4 2026"}
    page = words(administrator.post(address, sent))
    assert "Anyborough Community Safety Partnership" in page
    assert "Chief Nurse" not in page
    assert both_steps(administrator, address, sent).status_code == 302
    new = Organisation.objects.get(name="Whole County ICB")
    icb.refresh_from_db()
    assert (str(icb.ends), str(new.starts), new.partnership) == ("31 March 2026", "1 April 2026", None)
    for partnership in (cast.ours, cast.theirs):
        assert set(taking_part(partnership, EVE).values()) | set(taking_part(partnership, VESTING).values()) == {"Met"}
        assert AuditEntry.objects.filter(partnership=partnership, event="succession.added").count() == 1
        assert first_broken_entry(partnership) is None
    assert Succession.objects.get(partnership=None).moved == [
        "Anyborough Community Safety Partnership: 2 records",
        "Otherton Safety Board: 1 records",
    ]
    assert "Whole County ICB" in words(administrator.get(reverse("installation_successions")))
    assert "It is recorded already." in words(both_steps(administrator, address, sent | {"successor_name": "Third"}))


def make_county(cast: Cast) -> tuple[list[LocalGovernmentArea], list[Organisation], Organisation]:
    """Our partnership covers two districts of a county with two councils each, everything filled."""
    cast.ours.area_links.all().delete()
    county = Organisation.objects.create(name="Anyshire County Council", kind="county")
    areas, councils = [], []
    for name in ("Eastham", "Westham"):
        area = LocalGovernmentArea.objects.create(
            name=name, kind=AreaKind.TWO_TIER_DISTRICT, upper_tier="Anyshire", police_area=cast.area.police_area
        )
        PartnershipArea.objects.create(partnership=cast.ours, area=area, starts=day("2023-01-31"))
        for capacity in (*SIX, "county-council"):
            holder = make_holder(cast.ours, area, capacity, f"Anyshire {capacity}")
            if capacity in ("local-authority", "county-council"):
                own = (
                    county if capacity == "county-council" else Organisation.objects.create(name=f"{name} District Council", kind="council")
                )
                holder.organisation = own
                holder.save()
                councils += [own] if own != county else []
        areas.append(area)
    return areas, councils, county


def test_districts_give_way_to_a_unitary_area_in_one_step(cast: Cast, administrator: Client, coordinator: Client) -> None:
    areas, councils, county = make_county(cast)
    board = Board.objects.create(partnership=cast.ours, name="Partnership board", leads=True)
    Seat.objects.create(board=board, post="Leader", organisation=councils[0])
    strategy = Strategy.objects.create(partnership=cast.ours, title="Strategy for the districts")
    strategy.areas.set(areas)
    sent = {
        "former": [areas[1].pk],
        "name": "Anyshire",
        "kind": "unitary",
        "council_name": "Anyshire Council",
        "vesting_day": "1 4 2026",
        "note": "By order",
    }
    address = reverse("area_succession", args=[areas[0].pk])
    assert "Eastham District Council, Westham District Council give way to Anyshire Council" in words(administrator.post(address, sent))
    assert both_steps(administrator, address, sent).status_code == 302
    new = LocalGovernmentArea.objects.get(name="Anyshire")
    assert (str(new.starts), new.kind, new.police_area) == ("1 April 2026", "unitary", cast.area.police_area)
    assert {str(LocalGovernmentArea.objects.get(pk=area.pk).ends) for area in areas} == {"31 March 2026"}
    assert taking_part(cast.ours, EVE) == {"Eastham": "Met", "Westham": "Met"}
    assert taking_part(cast.ours, VESTING) == {"Anyshire": "Met"}
    rows = DutyHolder.objects.filter(partnership=cast.ours, area=new)
    assert sorted(row.capacity.code for row in rows) == sorted(SIX)
    council = Organisation.objects.get(name="Anyshire Council")
    assert rows.get(capacity__code="local-authority").organisation == council
    assert all(row.carried_over for row in rows)
    assert Seat.objects.get(ends__isnull=True).organisation == council
    assert {str(Organisation.objects.get(pk=body.pk).ends) for body in councils} == {"31 March 2026"}
    county.refresh_from_db()
    assert county.ends is None
    assert list(strategy.areas.order_by("name")) == areas
    made = Succession.objects.get(partnership=cast.ours, kind="area")
    assert "Strategy for the districts" in words(coordinator.get(reverse("succession", args=["anyborough", made.pk])))
    assert AuditEntry.objects.filter(partnership=cast.theirs).count() == 0
    assert first_broken_entry(cast.ours) is None
    assert "It is recorded already." in words(both_steps(administrator, address, sent | {"name": "Other", "council_name": "Other Council"}))


def test_area_to_come_leaves_todays_page_and_the_overseers_reading_as_they_are(
    cast: Cast, administrator: Client, coordinator: Client, as_person: Any
) -> None:
    areas, _, _ = make_county(cast)
    sent = {"former": [areas[1].pk], "name": "Anyshire", "kind": "unitary", "council_name": "Anyshire Council", "vesting_day": "1 4 2030"}
    both_steps(administrator, reverse("area_succession", args=[areas[0].pk]), sent)
    page = words(coordinator.get(reverse("who", args=["anyborough"])))
    assert page.index("Bodies in Eastham") < page.index("Bodies in Westham") < page.index("Bodies in Anyshire")
    assert "The partnership covers this area from 1 April 2030." in page
    assert taking_part(cast.ours, datetime.date(2030, 3, 31)) == {"Eastham": "Met", "Westham": "Met"}
    assert taking_part(cast.ours, datetime.date(2030, 4, 1)) == {"Anyshire": "Met"}
    LocalGovernmentArea.objects.filter(name="Anyshire").update(police_area=cast.their_area.police_area)
    overseer = as_person(cast.people[Role.OVERSEER])
    assert overseer.get(reverse("who", args=["anyborough"])).status_code == 200
    assert f'value="{areas[0].pk}"' in coordinator.get(reverse("dutyholder_add", args=["anyborough"])).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "Eastham", "kind": "two-tier"}, "Eastham cannot take its own place."),
        ({"vesting_day": "1 4 2019"}, "Eastham began on 1 April 2020, so it cannot pass on before."),
        ({"ons_code": "X1"}, "An ONS code is E or W and eight numbers"),
        ({"upper_tier": "Anyshire"}, "Only a district in a two-tier county has a county above it."),
        ({"council_name": ""}, "Choose an organisation, or type its name in the next box."),
    ],
)
def test_area_succession_that_cannot_be_is_refused(cast: Cast, administrator: Client, wrong: dict, sentence: str) -> None:
    areas, _, _ = make_county(cast)
    LocalGovernmentArea.objects.filter(pk=areas[0].pk).update(starts="2020-04-01")
    sent = {"name": "Anyshire", "kind": "unitary", "council_name": "Anyshire Council", "vesting_day": "1 4 2026"} | wrong
    page = words(both_steps(administrator, reverse("area_succession", args=[areas[0].pk]), sent))
    assert sentence in page
    assert not Succession.objects.exists()
    assert LocalGovernmentArea.objects.get(pk=areas[0].pk).ends is None


def test_one_failure_among_many_partnerships_undoes_all(cast: Cast, administrator: Client, icb: Organisation) -> None:
    DutyHolder.objects.filter(partnership=cast.theirs, organisation=icb).update(starts="2027-01-01")
    sent = {"successor_name": "Whole County ICB", "vesting_day": "1 4 2026"}
    page = words(both_steps(administrator, reverse("shared_organisation_succession", args=[icb.pk]), sent))
    assert "Otherton Safety Board: North Integrated Care Board takes part here only from 1 January 2027" in page
    assert not Succession.objects.exists()
    assert not Organisation.objects.filter(name="Whole County ICB").exists()
    assert not AuditEntry.objects.exists()


def test_viewer_and_coordinator_do_not_pass_on_what_is_not_theirs_to_pass(
    cast: Cast, viewer: Client, coordinator: Client, icb: Organisation
) -> None:
    assert viewer.get(reverse("succession_add", args=["anyborough"])).status_code == 403
    assert coordinator.get(reverse("shared_organisation_succession", args=[icb.pk])).status_code == 403
    assert coordinator.get(reverse("area_succession", args=[cast.area.pk])).status_code == 403
