import datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from partnerships.audit.record import record
from partnerships.models import ActorLabel, Partnership
from tests.cast import Cast, make_holder
from tests.partnerships.conftest import words

LIST = "/p/anyborough/history/"


def happen(cast: Cast, times: int = 1, partnership: Partnership | None = None, comment: str = "") -> None:
    partnership = partnership or cast.ours
    area = cast.area if partnership == cast.ours else cast.their_area
    holder = make_holder(partnership, area, "fire", f"Fire of {partnership.slug}")
    changes = {"Deputy": ["Old <b>deputy</b>", "New deputy"]}
    for _ in range(times):
        record("dutyholder.changed", actor=cast.coordinator, partnership=partnership, target=holder, changes=changes, comment=comment)


def test_entry_says_when_who_what_and_from_what_to_what(cast: Cast, viewer: Client) -> None:
    with time_machine.travel(datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC), tick=False):
        happen(cast, comment="Told by letter")
    page = words(viewer.get(LIST))
    assert "Changed a duty holder" in page
    assert "2 July 2026, 00:30" in page
    assert str(cast.coordinator) in page
    assert "Told by letter" in page
    assert "before: </span>Old &lt;b&gt;deputy" not in page
    assert "<b>deputy" not in viewer.get(LIST).content.decode()
    assert "New deputy" in page


def test_history_of_one_record_is_its_own(cast: Cast, viewer: Client) -> None:
    happen(cast)
    other = make_holder(cast.ours, cast.area, "health", "Health of Anyborough")
    record("dutyholder.added", actor=None, partnership=cast.ours, target=other)
    page = words(viewer.get(f"{LIST}dutyholder/{other.pk}/"))
    assert "Health of Anyborough" in page
    assert "The system" in page
    assert "Fire of" not in page


def test_records_of_others_and_records_without_history_are_not_found(cast: Cast, viewer: Client, stranger: Client) -> None:
    happen(cast, partnership=cast.theirs)
    theirs = cast.theirs.duty_holders.get()
    for address in (f"{LIST}dutyholder/{theirs.pk}/", f"{LIST}dutyholder/{10**30}/", f"{LIST}nonsense/1/"):
        assert viewer.get(address).status_code == 404
    assert "Fire of otherton" not in words(viewer.get(LIST))
    assert stranger.get(LIST).status_code == 404


def test_history_is_narrowed_by_kind_and_by_event(cast: Cast, viewer: Client) -> None:
    happen(cast)
    record("dutyholder.ended", actor=None, partnership=cast.ours, comment="An end")
    record("organisation.added", actor=None, partnership=cast.ours, comment="A body")
    kind = words(viewer.get(LIST, {"event": "dutyholder"}))
    assert "An end" in kind
    assert "A body" not in kind
    event = words(viewer.get(LIST, {"event": "organisation.added"}))
    assert "A body" in event
    assert "An end" not in event
    wrong = viewer.get(LIST, {"event": "' OR 1=1"})
    assert wrong.status_code == 200
    assert "Choose from the list." in words(wrong)


def test_long_history_is_paged(cast: Cast, viewer: Client) -> None:
    happen(cast, times=51)
    first = viewer.get(LIST)
    assert len(first.context["entries"]) == 50
    assert len(viewer.get(LIST, {"page": 2}).context["entries"]) == 1
    assert viewer.get(LIST, {"page": "soon"}).status_code == 200


def test_whole_history_is_said_to_be_whole_and_a_rewritten_one_is_found(cast: Cast, viewer: Client) -> None:
    happen(cast, times=3)
    assert "The history is whole" not in words(viewer.get(LIST))
    assert "The history is whole" in words(viewer.get(LIST, {"check": "yes"}))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER partnerships_auditentry_frozen")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE partnerships_auditentry DISABLE TRIGGER USER")
        cursor.execute("UPDATE partnerships_auditentry SET comment = 'rewritten' WHERE number = 2")
    assert "Entry 2 does not fit the chain" in words(viewer.get(LIST, {"check": "yes"}))


def test_erased_person_leaves_a_history_that_is_whole(cast: Cast, viewer: Client) -> None:
    happen(cast)
    ActorLabel.objects.all().delete()
    page = words(viewer.get(LIST, {"check": "yes"}))
    assert "Somebody whose name has been erased" in page
    assert "The history is whole" in page


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_entries(
    cast: Cast, viewer: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    happen(cast, times=rows)
    with django_assert_num_queries(7):
        viewer.get(LIST)
