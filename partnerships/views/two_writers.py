"""When two people change one record: show the second both texts, and put into the form what they choose."""

from typing import Any, cast

from django.db import models
from django.http import HttpRequest, QueryDict

from partnerships.actions.save_record import in_words
from partnerships.audit.earlier import as_saved, saved_only_by, words_at
from partnerships.models import Partnership, User
from svduty.editing.conflict import KEEP, OPENED, as_sent, one_text, sent_words
from svduty.editing.forms import RecordForm


def show_both(form: Any, current: Any, partnership: Partnership | None, actor: User) -> None:
    """Show on a stale form what was saved meanwhile. Fields that this person left as they were take that over."""
    if not isinstance(form, RecordForm):
        form.show_conflict(current)
        return
    labels = _labels(form)
    seen = form.cleaned_data["seen_version"]
    words = words_at(current, seen, partnership)
    before = {name: words[label] for name, label in labels.items()} if words else {}
    mine = in_words(form.instance)
    # What a form makes of a field by itself, such as a state, is no change by hand.
    left = {name: {one_text(mine[label]), one_text(sent_words(form[name]))} for name, label in labels.items()}
    untouched = frozenset(name for name in before if one_text(before[name]) in left[name])
    form.show_conflict(current, before, untouched, by_self=saved_only_by(actor, current, seen, partnership))


def with_own_saves(form: Any, current: Any, partnership: Partnership | None, actor: User) -> Any:
    """The stale form as if it had been opened on what stands now, valid; None where that is not certain to lose no word.

    It is certain when this person alone has saved since, and each field was left as it was, or says what is saved, or was not
    saved since.
    """
    if not isinstance(form, RecordForm) or form.files:
        return None
    seen = form.cleaned_data["seen_version"]
    if not saved_only_by(actor, current, seen, partnership):
        return None
    labels, now, mine = _labels(form), in_words(current), in_words(form.instance)
    words = words_at(current, seen, partnership)
    if not words or set(form.fields) - set(labels) - {"seen_version"}:
        return None
    sent = cast(QueryDict, form.data).copy()
    sent[form.add_prefix("seen_version")] = str(current.version)
    theirs = type(form)(instance=current)
    for name, label in labels.items():
        before, saved, typed = (one_text(text) for text in (words[label], now[label], mine[label]))
        if saved in (before, typed):
            continue
        if before not in (typed, one_text(sent_words(form[name]))):
            return None
        sent.setlist(form.add_prefix(name), as_sent(theirs[name]))
    merged = type(form)(sent, instance=as_saved(current))
    return merged if merged.is_valid() else None


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
    form.by_self = opened.isdecimal() and saved_only_by(cast(User, request.user), current, int(opened), partnership)
    before = {name: words[label] for name, label in _labels(form).items()} if words else {}
    form.choose(request.POST.get(KEEP, ""), current, before)


def _labels(form: RecordForm[Any]) -> dict[str, str]:
    """Each field of the form that is one column of the record, and its label in the history."""
    columns: list[models.Field[Any, Any]] = [field for field in form.instance._meta.concrete_fields if field.editable]
    return {field.name: str(field.verbose_name) for field in columns if field.name in form.fields}
