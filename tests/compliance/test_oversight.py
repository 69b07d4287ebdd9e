"""How partnerships stand beside each other: the worst of each family, by the records as they are, and nobody else's."""

from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from compliance.evaluate import evaluate
from compliance.finding import Status
from compliance.kept_standings import standings_for
from compliance.load_facts import load_facts
from compliance.models import KeptStanding
from compliance.oversight import FAMILIES, Standing, missed_most, standing_of
from compliance.tasks_standings import keep_standings
from partnerships.audit.heads import memory_keys
from partnerships.audit.record import record
from partnerships.models import AuditEntry, LeadAgreement, Partnership, PartnershipArea, RoleGrant
from partnerships.models.person import Role
from svduty import clock
from svduty.tasks.daily import DAILY
from svduty.tasks.queue import queue
from tests.cast import BEGAN, PASSWORD, Cast, day, make_holder
from tests.compliance.pages import at, make_sending, published, signed_in, text_of, upload
from tests.compliance.test_load_facts import four_hundred

pytestmark = pytest.mark.django_db
SIGN_IN, COLD, WARM = 3, 50, 6


@pytest.fixture
def overseer(cast: Cast) -> Client:
    return signed_in(cast.people[Role.OVERSEER])


def computed(partnership: Partnership) -> Standing:
    today = clock.today()
    return standing_of(evaluate(load_facts([partnership])[0], today), today)


def remembered(partnership: Partnership) -> Standing:
    standings_for([partnership], clock.today())
    return asked_for_again(partnership)


def asked_for_again(partnership: Partnership) -> Standing:
    """By a process that has just begun."""
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        [found] = standings_for([partnership], clock.today())
    assert len(asked) == 2
    return found


def test_a_cell_is_the_worst_duty_of_its_family(cast: Cast):
    council = make_holder(cast.ours, cast.area)
    LeadAgreement.objects.create(partnership=cast.ours, organisation=council.organisation, agreed_on=day("2023-02-01"))
    findings = evaluate(load_facts([cast.ours])[0], clock.today())
    standing = standing_of(findings, clock.today())
    taking_part = [f.status for f in findings if f.current and f.code.startswith("SVD-PART-")]
    assert len(set(taking_part)) > 1
    assert standing.worst[FAMILIES.index("Who takes part")] == min(taking_part, key=lambda status: status.rank)
    assert set(standing.missed) == {f.code for f in findings if f.current and f.status in (Status.OVERDUE, Status.NOT_MET)}


def test_what_is_remembered_equals_what_is_computed_after_a_save(cast: Cast):
    version = published(cast)
    sending = make_sending(version)
    before = remembered(cast.ours)
    assert before == computed(cast.ours)
    sender = {"recipient": "home-office", "sender": sending.sender_id}
    client = signed_in(cast.coordinator)
    saved = client.post(at("submission_withdraw", sending.pk), {"reason": "Never sent", "seen_version": 1})
    assert saved.status_code == 302
    assert remembered(cast.ours) == computed(cast.ours) != before
    client.post(at("submission_add", version.pk), {**sender, "sent_on": "6 2 2024", "upload": upload()})
    assert remembered(cast.ours) == computed(cast.ours) == before


def test_each_day_s_standings_are_kept_before_anybody_looks(cast: Cast):
    assert keep_standings in DAILY
    queue(keep_standings)
    for partnership in (cast.ours, cast.theirs):
        assert asked_for_again(partnership) == computed(partnership)


def test_they_are_worked_out_anew_on_another_day(cast: Cast):
    published(cast)
    with time_machine.travel("2024-03-01 12:00:00+00:00", tick=False):
        before = remembered(cast.ours)
    with time_machine.travel("2026-03-01 12:00:00+00:00", tick=False):
        assert remembered(cast.ours) == computed(cast.ours) != before


def test_people_who_come_and_go_leave_what_is_remembered(cast: Cast):
    record("organisation.changed", actor=None, partnership=None)
    before = memory_keys([cast.ours])
    client = Client()
    assert client.post(reverse("sign_in"), {"username": cast.viewer.email, "password": PASSWORD}).status_code == 302
    client.post(reverse("sign_out"))
    assert AuditEntry.objects.filter(event__in=["user.signed-in", "user.signed-out"]).count() == 2
    assert memory_keys([cast.ours]) == before


def test_a_record_of_the_whole_installation_is_a_reason_to_work_out_anew(cast: Cast):
    before = memory_keys([cast.ours])
    record("organisation.changed", actor=None, partnership=None)
    assert memory_keys([cast.ours]) != before


def test_duties_missed_most_come_first():
    def of(*codes: str) -> Standing:
        return Standing(BEGAN, (), 0, codes)

    found = missed_most([of("SVD-PUB-01", "SVD-PART-01"), of("SVD-PUB-01"), of("SVD-DEF-01"), of("SVD-DEF-02")])
    assert found == [("Published on a website", 2), ("All duty holders taking part", 1), ("Four factors considered", 1)]


def test_page_shows_what_one_may_open_and_nothing_else(cast: Cast):
    shown = text_of(signed_in(cast.coordinator).get(reverse("oversight")))
    assert cast.ours.name in shown
    assert cast.theirs.name not in shown


def test_an_example_stands_as_at_the_end_of_its_records(cast: Cast):
    Partnership.objects.filter(pk=cast.ours.pk).update(records_to=day("2024-01-16").latest)
    assert "as at 16 January 2024" in text_of(signed_in(cast.coordinator).get(reverse("oversight")))


def test_those_with_a_statutory_duty_overdue_can_be_shown_alone(cast: Cast, overseer: Client):
    assert computed(add_partnership(cast, "Lateborough")).overdue
    Partnership.objects.filter(pk=cast.ours.pk).update(records_to=BEGAN)
    assert {"Lateborough", cast.ours.name} <= names_in(overseer.get(reverse("oversight")))
    assert names_in(overseer.get(reverse("oversight") + "?show=overdue")) == {"Lateborough"}


def names_in(shown: Any) -> set[str]:
    return {partnership.name for partnership, *_ in shown.context["page"]}


@pytest.mark.slow
def test_as_many_queries_for_four_hundred_partnerships_as_for_one(cast: Cast, overseer: Client):
    viewer, places = cast.people[Role.VIEWER], four_hundred(cast)
    RoleGrant.objects.filter(user=viewer).update(partnership=places[0])
    cold, warm = cold_and_warm(signed_in(viewer))
    overseen = 1  # which partnerships there are, where the person's roles do not say
    assert cold_and_warm(overseer) == (cold + overseen, warm + overseen)
    assert cold + overseen <= COLD
    assert warm + overseen <= WARM


def cold_and_warm(client: Client) -> tuple[int, ...]:
    """How many queries the page takes beyond those of the sign-in, with nothing kept and again."""
    cache.clear()
    KeptStanding.objects.all().delete()
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            shown = client.get(reverse("oversight"))
        counts.append(len(asked) - SIGN_IN)
        assert shown.status_code == 200
        assert len(shown.content) < 100_000
    return tuple(counts)


def add_partnership(cast: Cast, name: str) -> Partnership:
    """Where the overseer of `cast` looks too, and without a record."""
    new = Partnership.objects.create(slug=name.lower(), name=name, records_from=BEGAN)
    PartnershipArea.objects.create(partnership=new, area=cast.area)
    return new


def page_of(client: Client, show: str = "") -> Any:
    return client.get(reverse("oversight"), {"show": show} if show else {})


def say_seen(client: Client, shown: Any) -> str:
    """Press the page's button, and what the next page says."""
    return text_of(client.post(reverse("oversight_seen"), {"mark": shown.context["mark"]}, follow=True))


def test_who_asks_for_it_is_told_what_changed_since_and_only_that(cast: Cast, overseer: Client):
    add_partnership(cast, "Quietborough")
    first = page_of(overseer)
    assert "Changed since you looked" not in text_of(first)
    assert "Changed since you looked on" in say_seen(overseer, first)
    assert page_of(overseer).context["changes"] == []
    before = remembered(cast.ours).worst
    version = published(cast)
    make_sending(version)
    record("version.published", actor=cast.coordinator, partnership=cast.ours, target=version)
    told = page_of(overseer, "changed")
    moved = [both for both in zip(FAMILIES, before, remembered(cast.ours).worst, strict=True) if both[1] != both[2]]
    assert moved
    for family, was, now in moved[:5]:
        before_it = f"{was.words.lower()} before, " if was else ""
        assert f"“{family}” – {before_it}{now.words.lower()} now." in text_of(told)
    assert names_in(told) == {cast.ours.name}
    assert names_in(page_of(overseer)) == {cast.ours.name, "Quietborough"}
    assert "Nothing." in say_seen(overseer, told)
    assert "Changed since you looked" not in text_of(page_of(signed_in(cast.coordinator))), "it was somebody else who looked"


def test_what_changes_between_the_page_and_the_press_is_shown_before_it_counts_as_seen(cast: Cast, overseer: Client):
    say_seen(overseer, page_of(overseer))
    shown = page_of(overseer)
    add_partnership(cast, "Newborough")
    assert "Something changed while you were looking" in say_seen(overseer, shown)
    assert "Newborough is new here." in text_of(page_of(overseer))
