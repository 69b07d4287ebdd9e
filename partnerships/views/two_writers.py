"""When two people change one record: show the second both texts, and put into the form what they choose."""

from typing import Any

from django.db import models
from django.http import HttpRequest

from partnerships.actions.save_record import in_words
from partnerships.audit.earlier import as_saved, words_at
from partnerships.models import Partnership
from svduty.editing.conflict import KEEP, OPENED
from svduty.editing.forms import RecordForm


def show_both(form: Any, current: Any, partnership: Partnership | None) -> None:
    """Show on a stale form what the other person saved. Fields that this person left as they were take that over."""
    if not isinstance(form, RecordForm):
        form.show_conflict(current)
        return
    labels = _labels(form)
    words = words_at(current, form.cleaned_data["seen_version"], partnership)
    before = {name: words[label] for name, label in labels.items()} if words else {}
    mine = in_words(form.instance)
    untouched = frozenset(name for name in before if mine[labels[name]] == before[name])
    form.show_conflict(current, before, untouched)


def chooses(form: Any, request: HttpRequest) -> bool:
    """Did the person press one of the buttons beside the texts?"""
    return KEEP in request.POST and still_choosing(form, request)


def still_choosing(form: Any, request: HttpRequest) -> bool:
    """Were both texts on the page that was sent?"""
    return request.method == "POST" and OPENED in request.POST and isinstance(form, RecordForm) and form.instance.pk is not None


def put_choice(form: RecordForm[Any], request: HttpRequest, partnership: Partnership | None) -> None:
    """Put what was chosen, if anything was, into the form and show both texts again; nothing is saved."""
    current = as_saved(form.instance)
    opened = request.POST[OPENED]
    words = words_at(current, int(opened), partnership) if opened.isdecimal() else None
    before = {name: words[label] for name, label in _labels(form).items()} if words else {}
    form.choose(request.POST.get(KEEP, ""), current, before)


def _labels(form: RecordForm[Any]) -> dict[str, str]:
    """Each field of the form that is one column of the record, and its label in the history."""
    columns: list[models.Field[Any, Any]] = [field for field in form.instance._meta.concrete_fields if field.editable]
    return {field.name: str(field.verbose_name) for field in columns if field.name in form.fields}
