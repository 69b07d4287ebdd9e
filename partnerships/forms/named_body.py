"""Choosing a body from the list, or typing one that is not in it yet: the same two boxes wherever a body is named."""

from typing import Any

from django import forms

from partnerships import queries
from partnerships.models import Organisation, Partnership

LABEL, HINT = "Or type its name", "If it is not in the list yet. It is added to it."


def body_choice(label: str = "Organisation") -> Any:
    return forms.ModelChoiceField(queryset=None, required=False, label=label)


def body_name() -> forms.CharField:
    return forms.CharField(required=False, max_length=200, label=LABEL, help_text=HINT)


def named_body(form: forms.BaseForm, partnership: Partnership | None, chosen: str = "organisation", typed: str = "new_organisation") -> Any:
    """The organisation chosen, else the one of the typed name, else that name. What is wrong is said at its box.

    Without a partnership only the shared register is looked through.
    """
    body, name = form.cleaned_data.get(chosen), (form.cleaned_data.get(typed) or "").strip()
    if body and name:
        form.add_error(typed, "Choose an organisation from the list or type a name, not both.")
    elif not body and not name and not {chosen, typed} & set(form.errors):
        if form.fields[chosen].queryset.exists():  # type: ignore[attr-defined]  # a choice of records
            form.add_error(chosen, "Choose an organisation, or type its name in the next box.")
        else:
            form.add_error(typed, "Type its name: there is none in the list yet.")
    return body or _found(partnership, name) or name


def _found(partnership: Partnership | None, name: str) -> Organisation | None:
    if not name:
        return None
    if partnership:
        return queries.organisation_named(partnership, name)
    return queries.shared_organisations().filter(name__iexact=name).first()
