from typing import Any, TypeVar

from django.core.files.base import File
from django.db import models, transaction

from partnerships.actions.add_once import find_twin, lock_row
from partnerships.actions.save_record import save_record
from partnerships.actions.store_file import store_file
from partnerships.models import Partnership, StoredFile, User
from svduty.editing.forms import RecordForm
from svduty.editing.records import Record

Saved = TypeVar("Saved", bound=Record)


def save_with_file(
    form: RecordForm[Saved],
    field: str,
    *,
    beside: models.Model,
    among: models.QuerySet[Saved],
    partnership: Partnership,
    actor: User | None,
    comment: str = "",
) -> Saved:
    """Save a valid form and keep its `upload`, if any, as the record's `field`.

    A new record is one of `among`, the records of the row `beside`, which is locked meanwhile: the same sent twice is kept once.
    Raises StaleRecord, and keeps nothing, when somebody saved the record after the form was opened.
    """
    upload: File | None = form.cleaned_data["upload"]
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            if not form.instance.pk:
                lock_row(beside)
                twin = find_twin(form, among)
                if twin and _same_file(getattr(twin, field), upload):
                    return twin
            if upload:
                stored = store_file(upload, partnership=partnership, actor=actor)
                setattr(form.instance, field, stored)
            words = " ".join(filter(None, [comment, f"With the file {stored}." if stored else ""]))
            return save_record(form, actor=actor, partnership=partnership, comment=words)
    except BaseException:
        # The transaction takes the row back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise


def _same_file(kept: StoredFile | None, upload: Any) -> bool:
    return (kept.sha256 if kept else "") == (upload.checked.sha256 if upload else "")
