import csv
import datetime
import io
import tracemalloc
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from partnerships.audit.record import record
from partnerships.models import ActorLabel, AuditChain, AuditEntry, Partnership, RoleGrant
from partnerships.models.person import Role
from partnerships.queries_history import events_and_actors
from tests.cast import Cast, make_holder
from tests.frozen import lifted
from tests.partnerships.conftest import words

LIST = "/p/anyborough/history/"
TABLE = f"{LIST}table/"
SIGNING_IN = 3


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
    assert "2 July 2026 (Thursday)" in page
    assert ">00:30</time>" in page
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
    assert len(first.context["page"]) == 50
    assert len(viewer.get(LIST, {"page": 2}).context["page"]) == 1
    assert viewer.get(LIST, {"page": "soon"}).status_code == 200


def test_erased_person_leaves_a_history_that_is_whole(cast: Cast, viewer: Client) -> None:
    happen(cast)
    ActorLabel.objects.all().delete()
    assert "Somebody whose name has been erased" in words(viewer.get(LIST))
    assert "The history is whole" in words(viewer.post(f"{LIST}verify/", follow=True))


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_entries(
    cast: Cast, viewer: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    happen(cast, times=rows)
    viewer.get(LIST)
    with django_assert_num_queries(8):
        viewer.get(LIST)


def at(moment: str) -> Any:
    return time_machine.travel(datetime.datetime.fromisoformat(f"{moment}+00:00"), tick=False)


def test_entries_stand_under_the_day_in_london_on_which_they_were_made(cast: Cast, viewer: Client) -> None:
    for moment in ("2026-06-30T22:59", "2026-06-30T23:01", "2026-07-01T12:00"):
        with at(moment):
            record("dutyholder.ended", actor=None, partnership=cast.ours)
    days = viewer.get(LIST).context["days"]
    assert [(day.isoformat(), len(entries)) for day, entries in days] == [("2026-07-01", 2), ("2026-06-30", 1)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "1 7 2026"}, ["summer", "autumn"]),
        ({"until": "30 6 2026"}, ["spring"]),
        ({"since": "1 7 2026", "until": "1 7 2026"}, ["summer"]),
        ({"who": "system"}, ["autumn"]),
        ({"who": "coordinator"}, ["spring", "summer"]),
        ({"words": "SUMMER"}, ["summer"]),
        ({"words": "déjà new"}, ["spring"]),
        ({"words": "déjà elsewhere"}, []),
        ({"words": "100%"}, []),
        ({"event": "dutyholder.changed", "words": "summer"}, ["summer"]),
        ({"event": "dutyholder.changed", "who": "system"}, []),
    ],
)
def test_history_is_narrowed_by_days_person_and_words(cast: Cast, viewer: Client, asked: dict[str, str], found: list[str]) -> None:
    changed = {"partnership": cast.ours, "target": cast.ours}
    with at("2026-06-30T22:59"):
        change = {"Deputy": ["Déjà", "New"]}
        record("dutyholder.changed", actor=cast.coordinator, **changed, changes=change, comment="spring")
    with at("2026-06-30T23:00"):
        record("dutyholder.changed", actor=cast.coordinator, **changed, comment="summer")
    with at("2026-10-01T12:00"):
        record("partnership.changed", actor=None, **changed, comment="autumn")
    if asked.get("who") == "coordinator":
        asked = {"who": str(cast.coordinator.pk)}
    page = viewer.get(LIST, asked)
    shown = [entry.comment for _, entries in page.context["days"] for entry in entries]
    assert shown == found[::-1]
    assert ("Nothing of that kind has happened here." in words(page)) is not bool(found)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"since": "soon"}, "is not a date we can read"),
        ({"since": "1 7 2026", "until": "1 6 2026"}, "The last day lies before the first."),
        ({"who": "987654"}, "They have done nothing here."),
        ({"words": "w" * 101}, "can have at most 100 characters"),
    ],
)
def test_what_is_asked_wrongly_is_said_and_the_table_is_not_given(cast: Cast, viewer: Client, asked: dict[str, str], sentence: str) -> None:
    happen(cast)
    assert sentence in words(viewer.get(LIST, asked))
    assert sentence in words(viewer.get(TABLE, asked, follow=True))
    assert not AuditEntry.objects.filter(event="history.exported").exists()


def test_choices_grow_with_what_happens_and_no_more_is_looked_through(
    cast: Cast, viewer: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    happen(cast)
    assert events_and_actors(AuditChain.scope_of(cast.ours))[0] == {"dutyholder.changed"}
    record("organisation.added", actor=None, partnership=cast.ours)
    with django_assert_num_queries(1) as asked:
        assert events_and_actors(AuditChain.scope_of(cast.ours)) == (
            {"dutyholder.changed", "organisation.added"},
            {cast.coordinator.pk, None},
        )
    assert '"number" > 1' in asked[0]["sql"]


def test_entry_by_itself_shows_every_field_before_and_after_and_why(cast: Cast, viewer: Client, stranger: Client) -> None:
    changes = {f"Field {number}": [f"old {number} " + "x" * 300, f"new {number}"] for number in range(9)}
    record("dutyholder.changed", actor=cast.coordinator, partnership=cast.ours, target=cast.ours, changes=changes, comment="Because")
    listed = words(viewer.get(LIST))
    assert "and 5 more" in listed
    assert "x" * 201 not in listed
    page = words(viewer.get(f"{LIST}1/"))
    assert "old 8 " + "x" * 300 in page
    assert "new 8" in page
    assert "Because" in page
    assert "This entry is not what was written" not in page
    assert viewer.get(f"{LIST}2/").status_code == 404
    assert viewer.get(f"{LIST}{10**30}/").status_code == 404
    assert stranger.get(f"{LIST}1/").status_code == 404


def test_entry_that_was_rewritten_says_so(cast: Cast, viewer: Client) -> None:
    happen(cast)
    with lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE partnerships_auditentry SET comment = 'rewritten' WHERE number = 1")
    assert "This entry is not what was written" in words(viewer.get(f"{LIST}1/"))


def table(client: Client, **asked: str) -> list[list[str]]:
    answer = client.get(TABLE, asked)
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))


def test_table_has_what_was_asked_for_and_is_itself_an_entry(cast: Cast, viewer: Client) -> None:
    with at("2026-06-30T23:01"):
        happen(cast, comment="=1+1")
    record("rolegrant.ended", actor=None, partnership=cast.ours, target=RoleGrant.objects.get(user=cast.viewer))
    head, *rows = table(viewer, event="dutyholder.changed")
    assert head == ["Entry", "Day", "Time", "Who", "What happened", "About", "Field", "Before", "After", "Why"]
    about = str(cast.ours.duty_holders.get())
    told = ["1", "2026-07-01", "00:01:00", "Coordinator", "Changed a duty holder", about]
    assert rows == [[*told, "Deputy", "Old <b>deputy</b>", "New deputy", "'=1+1"]]
    entry = AuditEntry.objects.get(event="history.exported")
    assert entry.actor_id == cast.viewer.pk
    assert entry.changes == {"Entries": ["", "1"], "Narrowed to": ["", "What happened: Changed a duty holder"]}
    people = table(viewer, event="rolegrant.ended")[1:]
    assert [row[3:6] for row in people] == [["The system", "Ended a role", f"Viewer (person {cast.viewer.pk}): Viewer"]]


def test_table_of_another_partnership_is_not_given(cast: Cast, viewer: Client, stranger: Client) -> None:
    happen(cast, partnership=cast.theirs)
    assert stranger.get(TABLE).status_code == 404
    assert table(viewer)[1:] == []


def test_erased_people_have_a_number_in_the_table(cast: Cast, viewer: Client) -> None:
    happen(cast)
    ActorLabel.objects.update(label="")
    assert table(viewer)[1][3] == f"Somebody whose name has been erased ({cast.coordinator.pk})"


@pytest.mark.slow
def test_table_of_ten_thousand_entries_takes_ten_queries_and_no_more_memory(cast: Cast, viewer: Client) -> None:
    """P8: ten queries besides those of signing in, and memory that does not grow with the table."""
    happen(cast)
    one = AuditEntry.objects.get()
    changes = {"Deputy": ["Old", "New " * 50]}
    same = {"scope": one.scope, "partnership": cast.ours, "at": one.at, "event": one.event, "actor_id": one.actor_id, "changes": changes}
    AuditEntry.objects.bulk_create([AuditEntry(number=number, **same) for number in range(2, 10_001)])
    AuditChain.objects.update(number=10_000)
    viewer.get(LIST)
    tracemalloc.start()
    with CaptureQueriesContext(connection) as asked:
        assert sum(len(piece) for piece in viewer.get(TABLE)) > 2_000_000
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert AuditEntry.objects.get(event="history.exported").changes["Entries"] == ["", "10000"]
    assert most < 12_000_000
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= SIGNING_IN + 10


def test_history_of_the_installation_has_the_same_pages(cast: Cast, administrator: Client, coordinator: Client) -> None:
    record("policearea.added", actor=cast.people[Role.ADMINISTRATOR], partnership=None, comment="A new one")
    record("user.added", actor=None, partnership=None)
    page = words(administrator.get("/installation/history/", {"event": "policearea.added"}))
    assert "A new one" in page
    assert "Added a person</p>" not in page
    assert "A new one" in words(administrator.get("/installation/history/1/"))
    assert b"A new one" in b"".join(administrator.get("/installation/history/table/"))
    assert "The history is whole: 3 entries" in words(administrator.post("/installation/history/verify/", follow=True))
    for address in ("", "1/", "table/"):
        assert coordinator.get(f"/installation/history/{address}").status_code == 403
