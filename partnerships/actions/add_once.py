"""A record that people add by a form is added once, however often the button was pressed."""

from typing import TypeVar

from django.db import models, transaction

from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, User
from svduty.editing.forms import RecordForm
from svduty.editing.records import Record

Saved = TypeVar("Saved", bound=Record)


@transaction.atomic
def add_once(
    form: RecordForm[Saved],
    *,
    beside: models.Model,
    among: models.QuerySet[Saved],
    actor: User,
    partnership: Partnership,
    comment: str = "",
) -> Saved:
    """Save a valid form as a new record of `among`, the records of the row `beside`, which is locked meanwhile.

    Returns the record that already says exactly the same, having written nothing, when there is one that was not withdrawn.
    """
    lock_row(beside)
    twin = find_twin(form, among)
    return twin or save_record(form, actor=actor, partnership=partnership, comment=comment)


def lock_row(row: models.Model) -> None:
    """Let nobody else add to `row` who asks this first, until the transaction ends.

    What only refers to `row` goes on being written: else two of us would wait for each other, each referring to what the other holds.
    """
    type(row)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=row.pk)


def find_twin(form: RecordForm[Saved], among: models.QuerySet[Saved]) -> Saved | None:
    """A record of `among` whose every field is what the form says."""
    meta = form._meta.model._meta
    said = {field.name: form.cleaned_data[field.name] for field in meta.concrete_fields if field.name in form.cleaned_data}
    many = [field.name for field in meta.many_to_many if field.name in form.cleaned_data]
    if any(field.name == "withdrawn_on" for field in meta.concrete_fields):
        said["withdrawn_on"] = None
    for record in among.filter(**said):
        if all(set(getattr(record, name).all()) == set(form.cleaned_data[name]) for name in many):
            return record
    return None
