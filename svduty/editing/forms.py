"""The form base that loses nothing: a version token, messages in words a person uses, and both texts when two people meet."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.utils import ErrorDict
from django.http import QueryDict

from svduty.editing.conflict import BOTH, MINE, OPENED, THEIRS, Difference, as_sent, difference
from svduty.editing.looked_at import NeverSavedByLooking
from svduty.editing.records import Record

LONGEST_TEXT = 20_000  # characters, where a field names no limit of its own
Edited = TypeVar("Edited", bound=Record)


class KindForm(NeverSavedByLooking, forms.Form):
    """A form without a record behind it, with our messages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prepare(self)


class RecordForm(NeverSavedByLooking, forms.ModelForm, Generic[Edited]):
    """A form on a Record. `seen_version` is the version it was opened on; `conflict` lists what another person saved meanwhile."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    instance: Edited

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.instance.version
        self.conflict: list[Difference] = []
        self.opened_version: int | None = None
        self.by_self = False  # the conflict is with this person's own save
        prepare(self)

    def clean_seen_version(self) -> int:
        return self.cleaned_data["seen_version"] or 0

    def _get_validation_exclusions(self) -> set[str]:
        """Constraints are checked with the fields that the view has set on the instance (its partnership, strategy, version), and
        with `ends`: what has ended may be recorded anew, what has not may not."""
        owners = {"partnership", "strategy", "strategy_version", "ends"}
        return {name for name in super()._get_validation_exclusions() if name not in owners}  # type: ignore[misc]  # Django's own hook

    def show_conflict(
        self,
        current: Edited,
        before: dict[str, str] | None = None,
        untouched: frozenset[str] = frozenset(),
        by_self: bool = False,
    ) -> None:
        """Keep what was typed, list beside it what the other person saved, and let the next save be a choice made knowingly.

        `before` maps fields to the texts the form was opened on, as far as they are known; fields that the person left
        `untouched` take over what was saved. `by_self`: the person saved that too, in another tab or just before.
        """
        sent = cast(QueryDict, self.data).copy()
        for name in [name for name in sent if name.startswith("own-")]:
            del sent[name]
        self.opened_version = self.cleaned_data["seen_version"]
        self.by_self = by_self
        self._list_differences(sent, current, before or {}, untouched)
        for one in self.conflict:
            if one.untouched:
                self._put(f"{THEIRS} {one.name}", current)
        self.add_error(
            None,
            "You saved this record in another tab or window after you opened it here. Your text is still here; what you saved there is "
            "shown beside it."
            if by_self
            else "Somebody else saved this record after you opened it. Your text is still here; what they saved is shown beside it.",
        )

    def choose(self, choice: str, current: Edited, before: dict[str, str] | None = None) -> None:
        """List the differences again and put one of the texts into the form. A choice is no try to save: nothing is checked for it."""
        sent = cast(QueryDict, self.data).copy()
        opened = str(sent.get(OPENED, ""))
        self.opened_version = int(opened) if opened.isdecimal() else current.version
        if choice:
            self._errors = ErrorDict()
        self._list_differences(sent, current, before or {}, frozenset())
        self._put(choice, current)
        self._list_differences(cast(QueryDict, self.data).copy(), current, before or {}, frozenset())

    def _list_differences(self, sent: QueryDict, current: Edited, before: dict[str, str], untouched: frozenset[str]) -> None:
        sent[self.add_prefix("seen_version")] = str(current.version)
        self.data = sent
        theirs = type(self)(instance=current)
        named = [name for name in self.fields if name in theirs.fields and name != "seen_version"]
        texts = [name for name in named if not isinstance(self.fields[name].widget, forms.FileInput)]
        found = [difference(self[name], theirs[name], before.get(name), name in untouched) for name in texts]
        self.conflict = [one for one in found if one]

    def _put(self, choice: str, current: Edited) -> None:
        which, _, name = choice.partition(" ")
        chosen = next((one for one in self.conflict if one.name == name), None)
        if chosen is None:
            return
        sent = cast(QueryDict, self.data).copy()
        sent.setlist(f"own-{name}", chosen.carried)
        if which == THEIRS:
            sent.setlist(name, as_sent(type(self)(instance=current)[name]))
        elif which == BOTH and chosen.merged:
            sent[name] = chosen.merged.text
        elif which == MINE:
            sent.setlist(name, chosen.own[-1])
        self.data = sent
        chosen.put = which


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
