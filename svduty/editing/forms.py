"""The form base that loses nothing: a version token, messages in words a person uses, and both texts when two people meet."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models.fields import BLANK_CHOICE_DASH
from django.http import QueryDict

from svduty.editing.records import Record

LONGEST_TEXT = 20_000  # characters, where a field names no limit of its own
Edited = TypeVar("Edited", bound=Record)


class KindForm(forms.Form):
    """A form without a record behind it, with our messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prepare(self)


class RecordForm(forms.ModelForm, Generic[Edited]):
    """A form on a Record. `seen_version` is the version it was opened on; `conflict` lists what another person saved meanwhile."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    instance: Edited

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version
        self.conflict: list[dict[str, str]] = []
        prepare(self)

    def clean_seen_version(self) -> int:
        return self.cleaned_data["seen_version"] or 0

    def _get_validation_exclusions(self) -> set[str]:
        """Constraints are checked with the fields that the view has set on the instance (its partnership, strategy, version), and
        with `ends`: what has ended may be recorded anew, what has not may not."""
        owners = {"partnership", "strategy", "strategy_version", "ends"}
        return {name for name in super()._get_validation_exclusions() if name not in owners}  # type: ignore[misc]  # Django's own hook

    def show_conflict(self, current: Edited) -> None:
        """Keep what was typed, list beside it what the other person saved, and let the next save be a choice made knowingly."""
        theirs = type(self)(instance=current)
        for name, field in self.fields.items():
            mine_value, their_value = self[name].value(), theirs[name].value()
            if name != "seen_version" and not isinstance(field.widget, forms.FileInput) and _plain(mine_value) != _plain(their_value):
                self.conflict.append({"label": str(field.label), "mine": _shown(field, mine_value), "theirs": _shown(field, their_value)})
        sent = cast(QueryDict, self.data).copy()
        sent[self.add_prefix("seen_version")] = str(current.version)
        self.data = sent
        self.add_error(
            None,
            "Somebody else saved this record after you opened it. Your text is still here; what they saved is shown beside it.",
        )


def prepare(form: forms.BaseForm) -> None:
    """Give every field its messages, and let the page's own template draw the form tag."""
    form.helper = FormHelper(form)  # type: ignore[attr-defined]  # read by crispy
    form.helper.form_tag = False  # type: ignore[attr-defined]
    form.helper.disable_csrf = True  # type: ignore[attr-defined]
    for name, field in form.fields.items():
        label = str(field.label or name.replace("_", " "))
        verb = "Choose" if isinstance(field, forms.ChoiceField) else "Choose a file for" if isinstance(field, forms.FileField) else "Enter"
        field.error_messages["required"] = f"{verb} “{label}”: it cannot be left empty."
        if isinstance(field, forms.CharField):
            if field.max_length is None and isinstance(field.widget, forms.Textarea):
                field.validators.append(MaxLengthValidator(LONGEST_TEXT))
            for validator in field.validators:
                if isinstance(validator, MaxLengthValidator):
                    validator.message = f"“{label}” can have at most %(limit_value)d characters; this has %(show_value)d. Shorten it."
        if isinstance(field, forms.ChoiceField):
            field.error_messages["invalid_choice"] = f"Choose “{label}” from the list; what was sent is not in it."
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = "Choose"
        elif isinstance(field, forms.ChoiceField) and isinstance(field.widget, forms.Select):
            choices = cast(Iterable[tuple[Any, Any]], field.choices)
            field.choices = [("", "Choose") if choice == BLANK_CHOICE_DASH[0] else choice for choice in choices]
        elif isinstance(field, forms.URLField):
            field.error_messages["invalid"] = "Enter a full web address, for example https://www.example.gov.uk/strategy"


def _plain(value: Any) -> str:
    return "\n".join(sorted(map(str, value))) if isinstance(value, list | tuple) else str(value or "").replace("\r\n", "\n")


def _shown(field: forms.Field, value: Any) -> str:
    if not isinstance(field, forms.ChoiceField):
        return str(value or "")
    many = value if isinstance(value, list | tuple | set) else [value or ""]
    chosen = {str(getattr(item, "pk", item)) for item in many}
    choices = cast(Iterable[tuple[Any, Any]], field.choices)
    return ", ".join(str(label) for key, label in choices if str(key) in chosen)
