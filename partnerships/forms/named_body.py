"""Choosing a body from the list, or typing one that is not in it yet: the same two boxes wherever a body is named."""

from collections.abc import Iterable
from typing import Any

from django import forms

from partnerships import queries
from partnerships.models import Organisation, Partnership
from partnerships.queries_bodies import bodies_named_like, bodies_near

LABEL, HINT = "Or type its name", "If it is not in the list yet. It is added to it."
# A register longer than this is not offered whole: nobody reads through it.
MANY = 100
MOST_FOUND = 20
NEAR = "The bodies of your areas, and those that this partnership names already. Any other of the register is found by its name below."
SEARCH = "A part of it will do: the whole register is looked through. A body that is not in it is added."
# Under which the page sends back the name that was looked for when bodies named alike were shown.
LOOKED_FOR = "looked_for"


def offer_bodies(form: forms.BaseForm, partnership: Partnership, chosen: str = "organisation", typed: str = "new_organisation") -> None:
    """Let the list take any body of the register, and offer all of them, or where they are many those near at hand."""
    form.looked_for = form.data.get(LOOKED_FOR, "")  # type: ignore[attr-defined]  # the page sends it back
    field: Any = form.fields[chosen]
    field.queryset = queries.organisations_for(partnership)
    if field.queryset.count() > MANY:
        named = str(form.data.get(form.add_prefix(chosen), "") if form.is_bound else form.initial.get(chosen, ""))
        _offer(field, bodies_near(partnership, int(named) if named.isdecimal() else None), [])
        field.help_text = NEAR
        form.fields[typed].help_text = SEARCH


def _offer(field: Any, first: Iterable[Organisation], then: Iterable[tuple[Any, str]]) -> None:
    offered = {str(body.pk): str(body) for body in first}
    others = [(key, label) for key, label in then if str(key) not in {"", *offered}]
    field.choices = [("", field.empty_label), *offered.items(), *others]


def typed_body(form: Any, partnership: Partnership, name: str, chosen: str = "organisation") -> Organisation | str:
    """The body of that name in the register, or the name for a new one. Where there are only bodies named alike, a form that offers the
    register puts them first and an error says so; whoever saves again means a new one."""
    found = queries.organisation_named(partnership, name)
    if found or getattr(form, "looked_for", name) == name:
        return found or name
    if alike := list(bodies_named_like(partnership, name)[:MOST_FOUND]):
        form.looked_for = name
        _offer(form.fields[chosen], alike, list(form.fields[chosen].choices))
        form.add_error(chosen, _choose_of(alike, name))
    return name


def _choose_of(alike: list[Organisation], name: str) -> str:
    many = "One body of the register is" if len(alike) == 1 else f"{len(alike)} bodies of the register are"
    if len(alike) == MOST_FOUND:
        many = f"More than {MOST_FOUND - 1} bodies of the register are"
    return f"{many} named like “{name}”. Choose from the top of this list; if it is none of them, save again, and “{name}” is added."


def body_choice(label: str = "Organisation") -> Any:
    return forms.ModelChoiceField(queryset=None, required=False, label=label)


def body_name(hint: str = HINT) -> forms.CharField:
    return forms.CharField(required=False, max_length=200, label=LABEL, help_text=hint)


def named_body(form: forms.BaseForm, partnership: Partnership | None, chosen: str = "organisation", typed: str = "new_organisation") -> Any:
    """The organisation chosen, else the one of the typed name, else that name. What is wrong is said at its box.

    Without a partnership only the shared register is looked through.
    """
    body, name = form.cleaned_data.get(chosen), " ".join((form.cleaned_data.get(typed) or "").split())
    if body and name == getattr(form, "looked_for", ""):
        return body
    if body and name:
        form.add_error(typed, "Choose an organisation from the list or type a name, not both.")
    elif not body and not name and not {chosen, typed} & set(form.errors):
        if form.fields[chosen].queryset.exists():  # type: ignore[attr-defined]  # a choice of records
            form.add_error(chosen, "Choose an organisation, or type its name in the next box.")
        else:
            form.add_error(typed, "Type its name: there is none in the list yet.")
    if body or not name:
        return body or name
    if partnership:
        return typed_body(form, partnership, name, chosen)
    return queries.shared_organisations().filter(name__iexact=name).first() or name
