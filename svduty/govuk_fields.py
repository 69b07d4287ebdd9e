"""From a Django form field to the options of the GOV.UK macro that draws it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BaseForm, BaseFormSet, BoundField, widgets

PLAIN_WIDGETS = (widgets.HiddenInput, widgets.MultipleHiddenInput)
INPUT_KINDS: tuple[tuple[type, dict[str, Any]], ...] = (
    (widgets.EmailInput, {"type": "email", "spellcheck": False, "autocomplete": "email"}),
    (widgets.URLInput, {"type": "url", "spellcheck": False}),
    (widgets.NumberInput, {"inputmode": "numeric", "spellcheck": False, "classes": "govuk-input--width-10"}),
    (widgets.DateTimeBaseInput, {"classes": "govuk-input--width-10"}),
)
DJANGO_ROWS = "10"
OWN_ATTRIBUTES = {
    "id",
    "name",
    "type",
    "value",
    "class",
    "rows",
    "cols",
    "maxlength",
    "required",
    "autocomplete",
    "inputmode",
}


def govuk_params(field: BoundField) -> dict[str, Any]:
    """The macro's name under `kind` and its options; kind "plain" means Django's own widget, bare or in a form group.

    What a field may say beyond Django: `prefix` and `suffix` ("£", "%"), `choice_hints` (value to hint), `reveals` (value to the
    name of a field of the same form that is asked under that choice, and which the layout then leaves out), and on its form
    `mark_optional = False`, `label_size = "l"` and `legend_size`.
    """
    widget = field.field.widget
    if widget.is_hidden or isinstance(widget, PLAIN_WIDGETS):
        return {"kind": "plain"}
    builder = next((builder for kind, builder in BUILDERS if isinstance(widget, kind)), _other)
    return builder(field, _common(field))


def error_links(form: BaseForm | BaseFormSet) -> list[dict[str, str]]:
    """What the error summary lists: each message once, linked to its field unless it belongs to the form."""
    if isinstance(form, BaseFormSet):
        own = [{"text": str(message)} for message in form.non_form_errors()]
        return own + [link for one in form.forms for link in error_links(one)]
    links: list[dict[str, str]] = []
    for name, messages in form.errors.items():
        visible = name in form.fields and not form[name].is_hidden
        target = {"href": f"#{form[name].auto_id}"} if visible else {}
        links += [{"text": str(message), **target} for message in messages]
    return links


MOST_WORDS = "maxwords"  # of a text area whose form counts words: the counter counts them too


def _common(field: BoundField) -> dict[str, Any]:
    attrs = field.field.widget.attrs
    params: dict[str, Any] = {
        "id": field.auto_id or field.html_name,
        "name": field.html_name,
        "attributes": {name: value for name, value in attrs.items() if name not in OWN_ATTRIBUTES and value not in (False, None)},
        "classes": attrs.get("class", ""),
        "disabled": field.field.disabled,
    }
    for name in ("autocomplete", "inputmode"):
        if attrs.get(name):
            params[name] = attrs[name]
    if field.help_text:
        params["hint"] = {"text": field.help_text}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in field.errors)}
    return params


def _label_text(field: BoundField) -> str:
    text = str(field.label)
    optional = not field.field.required and getattr(field.form, "mark_optional", True)
    return text if not optional or "optional" in text.lower() else f"{text} (optional)"


def _label(field: BoundField) -> dict[str, str]:
    size = getattr(field.form, "label_size", "")
    return {"text": _label_text(field), "classes": f"govuk-label--{size}" if size else ""}


def _legend(field: BoundField) -> dict[str, Any]:
    size = getattr(field.form, "label_size", "")
    return {"legend": {"text": _label_text(field), "classes": f"govuk-fieldset__legend--{size}" if size else ""}}


def _text(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    widget = field.field.widget
    for kind, extra in INPUT_KINDS:
        if isinstance(widget, kind):
            params = {**extra, **params, "classes": params["classes"] or extra.get("classes", "")}
    for side in ("prefix", "suffix"):
        if text := getattr(field.field, side, None):
            params[side] = {"text": text}
    return {**params, "kind": "input", "label": _label(field), "value": _written(field)}


def _password(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return {**params, "kind": "password-input", "label": _label(field)}


def _textarea(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    attrs = field.field.widget.attrs
    # Browsers drop a line break right after the opening tag, so a text that begins with one needs two.
    value = _written(field)
    value = f"\n{value}" if value.startswith(("\n", "\r")) else value
    rows = attrs.get("rows", DJANGO_ROWS)
    rows = 5 if rows == DJANGO_ROWS else rows
    params |= {"kind": "textarea", "label": _label(field), "value": value, "rows": rows}
    if most_words := attrs.get(MOST_WORDS):
        del params["attributes"][MOST_WORDS]
        return params | {"kind": "character-count", "maxwords": int(most_words), "threshold": 50}
    limit = getattr(field.field, "max_length", None) or attrs.get("maxlength")
    # A count is a help near a limit and a nag far from it, so it appears once half the room is used.
    return params | {"kind": "character-count", "maxlength": int(limit), "threshold": 50} if limit else params


def _file(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    if getattr(field.field.widget, "allow_multiple_selected", False):
        params["multiple"] = True
    if getattr(field.form, "files", None) and field.form.files.get(field.html_name) and not field.errors:
        # A browser forgets the file with each page, and the form was not saved.
        hint = f"{field.help_text} " if field.help_text else ""
        params["hint"] = {"text": f"{hint}The file was not kept, because the form was not saved yet. Choose it again."}
    return {**params, "kind": "file-upload", "label": _label(field), "javascript": True}


def _choices(field: BoundField) -> Iterable[tuple[Any, str]]:
    for value, text in field.field.widget.choices:
        if isinstance(text, list | tuple):
            yield from text
        else:
            yield value, text


def _chosen(field: BoundField) -> list[str]:
    return [str(value) for value in field.field.widget.format_value(field.value()) or []]


def _select(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    chosen = _chosen(field)
    items = [{"value": str(v if v is not None else ""), "text": str(t), "selected": str(v) in chosen} for v, t in _choices(field)]
    return {**params, "kind": "select", "label": _label(field), "items": items}


def _group(field: BoundField, params: dict[str, Any], kind: str) -> dict[str, Any]:
    chosen, hints = _chosen(field), getattr(field.field, "choice_hints", {})
    reveals = getattr(field.field, "reveals", {})
    items = [
        {
            "value": str(value),
            "text": str(text),
            "checked": str(value) in chosen,
            "disabled": field.field.disabled,
            "hint": {"text": hints[value]} if value in hints else None,
            "reveals": reveals.get(value, ""),
        }
        for value, text in _choices(field)
        if value not in ("", None)
    ]
    return {**params, "kind": kind, "idPrefix": params["id"], "fieldset": _legend(field), "items": items}


def _radios(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return _group(field, params, "radios")


def _checkboxes(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return _group(field, params, "checkboxes")


def _one_checkbox(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    hint = params.pop("hint", None)
    item = {
        "value": "on",
        "text": str(field.label),
        "checked": bool(field.value()),
        "hint": hint,
        "attributes": params.pop("attributes"),
    }
    return {
        **params,
        "kind": "checkboxes",
        "idPrefix": params["id"],
        "items": [item | {"disabled": field.field.disabled}],
    }


def _other(field: BoundField, params: dict[str, Any]) -> dict[str, Any]:
    return {**params, "kind": "plain", "label": _label(field)}


def _written(field: BoundField) -> str:
    value = field.field.widget.format_value(field.value())
    return "" if value is None else str(value)


BUILDERS = (
    (widgets.CheckboxSelectMultiple, _checkboxes),
    (widgets.RadioSelect, _radios),
    (widgets.SelectMultiple, _checkboxes),
    (forms.CheckboxInput, _one_checkbox),
    (widgets.Select, _select),
    (widgets.Textarea, _textarea),
    (widgets.FileInput, _file),
    (widgets.PasswordInput, _password),
    (widgets.Input, _text),
)
