"""Whoever changes, removes, adds or reorders entries behind the service's back is found out, and the place is named."""

import io
import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client

from partnerships.audit.chain import CHANGED, MISSING, NO_HEAD, OTHER_HEAD, UNFITTING, UNREADABLE, check_chain, digest, scopes
from partnerships.audit.record import record
from partnerships.models import AuditChain, AuditEntry
from tests.cast import Cast
from tests.frozen import lifted
from tests.partnerships.conftest import words

MUTATIONS = int(os.environ.get("MUTATIONS", "60"))
SEED = os.environ.get("MUTATIONS_SEED", "1")
ENTRIES = 12
TABLE, HEADS = "partnerships_auditentry", "partnerships_auditchain"
VERIFY = "/p/anyborough/history/verify/"


@pytest.fixture
def chain(cast: Cast) -> str:
    """The scope of a history of twelve entries; the neighbour has one of three, and the installation one of one."""
    for number in range(ENTRIES):
        changes = {"Deputy": [f"Deputy {number}", f"Déjà {number}"]}
        record(
            "dutyholder.changed", actor=cast.coordinator, partnership=cast.ours, target=cast.ours, changes=changes, comment=f"n {number}"
        )
    for _ in range(3):
        record("partnership.changed", actor=None, partnership=cast.theirs, target=cast.theirs)
    record("user.added", actor=None, partnership=None, target=cast.viewer)
    return AuditChain.scope_of(cast.ours)


@pytest.fixture
def tamper(chain: str) -> Iterator[Callable[..., None]]:
    """Send a statement to the database with no trigger in its way."""

    def send(statement: str, *values: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    with lifted():
        yield send


def pk_of(scope: str, number: int) -> int:
    return AuditEntry.objects.get(scope=scope, number=number).pk


@pytest.mark.parametrize(
    "statement",
    [f"UPDATE {TABLE} SET comment = 'rewritten' WHERE number = 2", f"DELETE FROM {TABLE} WHERE number = 2", f"DELETE FROM {TABLE}"],
)
def test_the_database_itself_refuses_to_change_and_to_delete(chain: str, statement: str) -> None:
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert check_chain(chain).entries == ENTRIES


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE; its DELETE is refused above")
def test_the_database_itself_refuses_to_empty_the_table(chain: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLE} CASCADE")
    assert check_chain(chain).entries == ENTRIES


def test_whole_histories_are_whole_and_sealed_by_their_last_entry(chain: str) -> None:
    checked = check_chain(chain)
    assert (checked.entries, checked.broken, checked.finished) == (ENTRIES, None, True)
    assert checked.seal == AuditEntry.objects.get(scope=chain, number=ENTRIES).hash
    assert scopes()[0] == "installation"
    assert len(scopes()) == 3


@pytest.mark.parametrize(
    ("statement", "number", "why"),
    [
        ("DELETE FROM {table} WHERE id = {pk}", 5, MISSING),
        ("UPDATE {table} SET number = 99 WHERE id = {pk}", 5, MISSING),
        ("UPDATE {table} SET previous_hash = 'f' WHERE id = {pk}", 5, UNFITTING),
        ("UPDATE {table} SET hash = 'f' WHERE id = {pk}", 5, CHANGED),
        ("UPDATE {table} SET partnership_id = NULL WHERE id = {pk}", 5, CHANGED),
        ("UPDATE {table} SET scope = 'elsewhere' WHERE id = {pk}", 5, MISSING),
        ("UPDATE {heads} SET number = 7 WHERE scope = '{scope}'", ENTRIES, OTHER_HEAD),
        ("UPDATE {heads} SET number = 99 WHERE scope = '{scope}'", ENTRIES + 1, MISSING),
        ("UPDATE {heads} SET hash = 'f' WHERE scope = '{scope}'", ENTRIES, OTHER_HEAD),
        ("DELETE FROM {heads} WHERE scope = '{scope}'", ENTRIES, NO_HEAD),
    ],
)
def test_each_way_of_tampering_is_named(chain: str, tamper: Callable[..., None], statement: str, number: int, why: str) -> None:
    tamper(statement.format(table=TABLE, heads=HEADS, scope=chain, pk=pk_of(chain, 5)))
    broken = check_chain(chain).broken
    assert broken
    assert (broken.number, broken.why) == (number, why)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL itself refuses what is no JSON and no moment")
@pytest.mark.parametrize(("change", "why"), [("changes = '{'", CHANGED), ("at = 'soon'", UNREADABLE)])
def test_row_that_makes_no_sense_any_more_is_named(chain: str, tamper: Callable[..., None], change: str, why: str) -> None:
    tamper("PRAGMA ignore_check_constraints = 1")
    tamper(f"UPDATE {TABLE} SET {change} WHERE id = {pk_of(chain, 5)}")
    tamper("PRAGMA ignore_check_constraints = 0")
    broken = check_chain(chain).broken
    assert broken
    assert (broken.number, broken.why) == (5, why)


def other(value: Any, chance: random.Random) -> Any:
    """Another value of the same kind; of a text one letter is other."""
    if value is None or isinstance(value, int):
        return (value or 0) + chance.randint(1, 9)
    text = str(value)
    place = chance.randrange(len(text)) if text else 0
    return text[:place] + chance.choice("xyz") + text[place + 1 :]


def change_a_field(tamper: Callable[..., None], scope: str, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    entry = AuditEntry.objects.get(scope=scope, number=number)
    columns = [
        "number",
        "event",
        "actor_id",
        "target_kind",
        "target_pk",
        "target_label",
        "comment",
        "previous_hash",
        "hash",
        "changes",
        "at",
    ]
    column = chance.choice([*columns, "partnership_id", "scope"])
    value = getattr(entry, column)
    if column == "changes":
        new: Any = f'{{"Deputy": ["Deputy {number}", "{other("Deja", chance)}"]}}'
    elif column == "at":
        new = value.replace(microsecond=(value.microsecond + chance.randint(1, 999)) % 1_000_000)
        new = new.replace(tzinfo=None).isoformat(" ") if connection.vendor == "sqlite" else new
    elif column == "number":
        new = ENTRIES + chance.randint(1, 50)
    elif column == "partnership_id":
        new = None
    else:
        new = other(value, chance)
    tamper(f"UPDATE {TABLE} SET {column} = %s WHERE id = %s", new, entry.pk)
    return number


def remove_a_row(tamper: Callable[..., None], scope: str, chance: random.Random) -> int:
    number = chance.randint(1, ENTRIES)
    tamper(f"DELETE FROM {TABLE} WHERE scope = %s AND number = %s", scope, number)
    return number


def swap_two_rows(tamper: Callable[..., None], scope: str, chance: random.Random) -> int:
    first, second = sorted(chance.sample(range(1, ENTRIES + 1), 2))
    one, two = pk_of(scope, first), pk_of(scope, second)
    for pk, number in ((one, 1000), (two, first), (one, second)):
        tamper(f"UPDATE {TABLE} SET number = %s WHERE id = %s", number, pk)
    return first


def add_a_row(tamper: Callable[..., None], scope: str, chance: random.Random) -> int:
    """One that fits, sealed as ours are, by somebody who forgot the head."""
    last = AuditEntry.objects.get(scope=scope, number=ENTRIES)
    last.pk, last.number, last.previous_hash, last.comment, last._state.adding = None, ENTRIES + 1, last.hash, "forged", True
    last.hash = digest(last)
    last.save()
    return ENTRIES + 1


WAYS = [change_a_field] * 6 + [remove_a_row, swap_two_rows, add_a_row]


def test_every_mutation_made_by_chance_is_found_at_its_place(cast: Cast, chain: str, tamper: Callable[..., None]) -> None:
    chance, neighbour, missed = random.Random(SEED), AuditChain.scope_of(cast.theirs), []
    for _ in range(MUTATIONS):
        way = chance.choice(WAYS)
        point = transaction.savepoint()
        number = way(tamper, chain, chance)
        found = check_chain(chain).broken
        if found is None or found.number != number:
            missed.append(f"{way.__name__} at {number}: {found}")
        assert [scope for scope in ("installation", neighbour) if check_chain(scope).broken] == []
        transaction.savepoint_rollback(point)
    print(f"figure: {MUTATIONS - len(missed):,} of {MUTATIONS:,} mutations found at their place")
    assert missed == []
    assert check_chain(chain).broken is None


def said() -> tuple[str, str]:
    out = io.StringIO()
    try:
        call_command("verify_history", stdout=out)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def test_command_tells_of_every_history_and_its_seal(cast: Cast, chain: str) -> None:
    out, error = said()
    lines = out.splitlines()
    seal = AuditEntry.objects.get(scope=chain, number=ENTRIES).hash
    assert lines[0].startswith("The installation: whole, 1 entry, seal ")
    assert lines[1] == f"Anyborough Community Safety Partnership: whole, 12 entries, seal {seal}"
    assert lines[2].startswith("Otherton Safety Board: whole, 3 entries, seal ")
    assert error == ""


def test_command_names_the_first_broken_entry_and_fails(cast: Cast, chain: str, tamper: Callable[..., None]) -> None:
    tamper(f"UPDATE {TABLE} SET comment = 'rewritten' WHERE id IN (%s, %s)", pk_of(chain, 4), pk_of(chain, 9))
    tamper(f"DELETE FROM {TABLE} WHERE scope = 'installation'")
    out, error = said()
    [broken] = [line for line in out.splitlines() if "Anyborough" in line]
    assert "broken at entry 4 of" in broken
    assert "(Changed a duty holder): it was changed. Entries before it are whole." in broken
    assert "The installation: broken at entry 1: it is missing." in out
    assert "Otherton Safety Board: whole" in out
    assert error == "2 histories are broken."


def test_button_says_that_the_history_is_whole(chain: str, viewer: Client) -> None:
    assert "The history is whole: 12 entries, verified just now." in words(viewer.post(VERIFY, follow=True))
    assert viewer.get(VERIFY).status_code == 405


def test_button_names_what_is_broken(chain: str, viewer: Client, tamper: Callable[..., None]) -> None:
    tamper(f"UPDATE {TABLE} SET comment = 'rewritten' WHERE id = %s", pk_of(chain, 4))
    assert "Entry 4 of the history is broken: it was changed." in words(viewer.post(VERIFY, follow=True))


def test_verifying_that_takes_too_long_stops_and_goes_on(chain: str, viewer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1000))
    monkeypatch.setattr("partnerships.audit.chain.time.monotonic", lambda: next(ticks))
    page = words(viewer.post(VERIFY, follow=True))
    assert "Whole so far: the first 5 entries." in page
    assert "Go on verifying behind entry 5" in page
    page = words(viewer.post(VERIFY, {"after": "5"}, follow=True))
    assert "Whole so far: the first 10 entries." in page
    assert "The history is whole: 12 entries" in words(viewer.post(VERIFY, {"after": "10"}, follow=True))
    monkeypatch.undo()
    for nonsense in ("-1", "9" * 40, "soon", "99"):
        assert "The history is whole" in words(viewer.post(VERIFY, {"after": nonsense}, follow=True))


def test_entry_that_is_added_while_somebody_verifies_is_no_break(cast: Cast, chain: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process adds one after the rows were read and before the head is."""
    from partnerships.audit import chain as module

    real, added = module._entries, []

    def entries(scope: str, after: int) -> Iterator[AuditEntry | None]:
        yield from list(real(scope, after))
        if not added:
            added.append(record("partnership.changed", actor=None, partnership=cast.ours, target=cast.ours))

    monkeypatch.setattr(module, "_entries", entries)
    checked = check_chain(chain)
    assert (checked.entries, checked.broken) == (ENTRIES + 1, None)
