"""The audit is append-only, and a chain shows where it was touched."""

import pytest
from django.db import connection, transaction

from partnerships.audit.record import first_broken_entry, record
from partnerships.models import ActorLabel, AuditChain, AuditEntry
from svduty.editing.records import FrozenRecord
from tests.cast import Cast
from tests.frozen import lifted

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries(cast: Cast) -> list[AuditEntry]:
    return [
        record("partnership.changed", actor=cast.coordinator, partnership=cast.ours, target=cast.ours, comment=str(n)) for n in range(3)
    ]


def rewrite(statement: str, *values: object) -> None:
    """Change the table behind the trigger's back, as somebody with the database's keys could."""
    with lifted(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_entries_are_numbered_and_chained_per_partnership(cast: Cast, entries: list[AuditEntry]) -> None:
    theirs = record("partnership.changed", actor=cast.stranger, partnership=cast.theirs, target=cast.theirs)
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in entries] == ["0" * 64, entries[0].hash, entries[1].hash]
    assert (theirs.number, theirs.previous_hash) == (1, "0" * 64)
    assert first_broken_entry(cast.ours) is None


def test_an_event_nobody_registered_is_refused(cast: Cast) -> None:
    with pytest.raises(KeyError):
        record("partnership.invented", actor=None, partnership=cast.ours)
    assert not AuditEntry.objects.exists()


def test_an_entry_cannot_be_saved_again_or_deleted(entries: list[AuditEntry]) -> None:
    entries[0].comment = "rewritten"
    with pytest.raises(FrozenRecord):
        entries[0].save()
    with pytest.raises(FrozenRecord):
        entries[0].delete()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("comment", "rewritten"),
        ("event", "partnership.added"),
        ("actor_id", 99),
        ("target_label", "Other"),
        ("changes", '{"a": ["", "b"]}'),
    ],
)
def test_a_rewritten_entry_is_named(cast: Cast, entries: list[AuditEntry], column: str, value: object) -> None:
    rewrite(f"UPDATE partnerships_auditentry SET {column} = %s WHERE id = %s", value, entries[1].pk)
    assert first_broken_entry(cast.ours) == 2


def test_a_missing_entry_is_named_even_when_it_was_the_last(cast: Cast, entries: list[AuditEntry]) -> None:
    rewrite("DELETE FROM partnerships_auditentry WHERE id = %s", entries[2].pk)
    assert first_broken_entry(cast.ours) == 3


def test_a_person_can_be_erased_without_breaking_the_chain(cast: Cast, entries: list[AuditEntry]) -> None:
    ActorLabel.objects.filter(pk=cast.coordinator.pk).update(label="")
    assert first_broken_entry(cast.ours) is None
    assert str(cast.coordinator) not in str([entry.__dict__ for entry in AuditEntry.objects.all()])


def test_an_action_that_fails_leaves_neither_entry_nor_number(cast: Cast, entries: list[AuditEntry]) -> None:
    def fail_after_recording() -> None:
        with transaction.atomic():
            record("partnership.changed", actor=None, partnership=cast.ours)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_recording()
    assert AuditChain.objects.get(scope=f"partnership-{cast.ours.pk}").number == 3
