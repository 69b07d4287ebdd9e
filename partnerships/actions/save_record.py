"""The one way in which a form's record is written: lock, check that nobody saved since, write, record."""

from typing import Any, TypeVar

from django.db import models, transaction

from partnerships.audit.record import record
from partnerships.models import Partnership, User
from svduty.editing.forms import RecordForm
from svduty.editing.records import Record

Saved = TypeVar("Saved", bound=Record)


class StaleRecord(Exception):
    """Somebody saved the record after the form was opened. `current` is what they left."""

    def __init__(self, current: Record) -> None:
        super().__init__("The record has changed since the form was opened.")
        self.current = current


@transaction.atomic
def save_record(form: RecordForm[Saved], *, actor: User | None, partnership: Partnership | None, comment: str = "") -> Saved:
    """Save a valid form as a new record or a new state of one, and record `<kind>.added` or `<kind>.changed`.

    Raises StaleRecord, having written nothing, when the row is no longer the one the form was opened on.
    """
    instance = form.instance
    before: dict[str, str] = {}
    if instance.pk:
        current = lock(instance)
        if current.version != form.cleaned_data["seen_version"]:
            raise StaleRecord(current)
        before = in_words(current)
        instance.version = current.version + 1
    verb = "changed" if instance.pk else "added"
    saved = form.save()
    changes = differences(before, in_words(saved))
    record(f"{saved.record_kind()}.{verb}", actor=actor, partnership=partnership, target=saved, changes=changes, comment=comment)
    return saved


def lock(instance: Saved) -> Saved:
    """The row as it stands now, locked until the transaction ends; what only refers to it goes on being written, as in `lock_row`."""
    return type(instance)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=instance.pk)


def in_words(instance: models.Model) -> dict[str, str]:
    """Each editable field's label and its value in words, and what the record adds to them."""
    words = {}
    for field in [*instance._meta.concrete_fields, *instance._meta.many_to_many]:
        if field.editable and not field.primary_key:
            words[str(field.verbose_name)] = _value_in_words(instance, field)
    return words | (instance.more_words() if isinstance(instance, Record) else {})


def _value_in_words(instance: models.Model, field: Any) -> str:
    if field.many_to_many:
        return ", ".join(str(other) for other in getattr(instance, field.name).all())
    if field.choices:
        return str(getattr(instance, f"get_{field.name}_display")())
    value = getattr(instance, field.name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def differences(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """Label -> [old, new] for what differs."""
    return {label: [before.get(label, ""), new] for label, new in after.items() if before.get(label, "") != new}
