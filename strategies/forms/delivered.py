"""What the forms of objectives, actions and steps share."""

from typing import Any

from django import forms

from svduty.vague_dates import VagueDate

NO_NAMES = "Do not name victims, suspects or patients."
POST_HINT = "The post, not a person's name, for example Head of Youth Justice."


def offer(form: forms.BaseForm, name: str, queryset: Any, empty: str) -> bool:
    """Let a field choose among these; take it out where there is nothing to choose. Says whether it is there."""
    if not queryset.exists():
        del form.fields[name]
        form.helper.layout.fields.remove(name)  # type: ignore[attr-defined]  # put there by the base
        return False
    field: Any = form.fields[name]
    field.queryset, field.empty_label = queryset, empty
    return True


def in_order(starts: Any, ends: Any) -> bool:
    """Can `ends` lie on or after `starts`? True where one of them is missing."""
    return not (isinstance(starts, VagueDate) and isinstance(ends, VagueDate)) or ends.latest >= starts.earliest
