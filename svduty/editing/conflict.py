"""Two people saved one record: what each has in each field, and what the person who came second may put into the form."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.http import QueryDict

from svduty.text.merge import Clash, Merged, merge
from svduty.text.side_by_side import Pair, side_by_side

MINE, THEIRS, BOTH = "mine", "theirs", "both"
KEEP = "keep"  # the button: "both text" puts both wordings of the field `text` into the form
OPENED = "opened_version"
SHORT = 200  # characters; shorter texts are compared at a glance
Values = list[str]


@dataclass
class Difference:
    """One field that two people filled in differently. `put` says which of the choices stands in the form now, if any does.

    `own` is everything the person wrote into it by hand, the latest last; hidden fields carry it, so that no choice loses a word.
    """

    name: str
    label: str
    theirs: str
    mine: str
    own: list[Values]
    put: str
    pairs: list[Pair] = field(default_factory=list)
    merged: Merged | None = None
    untouched: bool = False

    @property
    def carried(self) -> list[str]:
        return [json.dumps(values) for values in self.own]

    @property
    def earlier(self) -> list[str]:
        """The person's own texts before the latest."""
        return ["\n".join(values) for values in self.own[:-1]]

    @property
    def clashes(self) -> list[Clash]:
        return self.merged.clashes if self.merged else []

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What else could stand in the form: the button's value and its words."""
        words = {BOTH: "Keep both", THEIRS: "Keep theirs", MINE: "Keep mine"}
        return [(f"{choice} {self.name}", text) for choice, text in words.items() if choice != self.put and (choice != BOTH or self.merged)]


def difference(mine: forms.BoundField, theirs: forms.BoundField, before: str | None, untouched: bool = False) -> Difference | None:
    """How a field that was sent differs from what is saved; None when it does not.

    `before` is the text both began with, where it is known; `untouched` says that the person left the field as it was.
    """
    data = cast(QueryDict, mine.form.data)
    box, saved = as_sent(mine), as_sent(theirs)
    own = [_values(text) for text in data.getlist(f"own-{mine.html_name}")] or [box]
    is_text = isinstance(mine.field.widget, forms.Textarea)
    merged = merge(before, saved[0], own[-1][0]) if is_text else None
    if box not in (*own, saved) and not (merged and _plain(box) == _plain([merged.text])):
        own.append(box)
        merged = merge(before, saved[0], box[0]) if is_text else None
    if _plain(own[-1]) == _plain(saved) and len(own) == 1:
        return None
    stands = {_plain(own[-1]): MINE, _plain(saved): THEIRS} | ({_plain([merged.text]): BOTH} if merged else {})
    return Difference(
        name=mine.name,
        label=str(mine.label),
        theirs=_shown(mine.field, saved),
        mine=_shown(mine.field, own[-1]),
        own=own,
        put=stands.get(_plain(box), ""),
        pairs=side_by_side(saved[0], own[-1][0]) if is_text and max(len(saved[0]), len(own[-1][0])) > SHORT else [],
        merged=merged if merged and _plain([merged.text]) not in (_plain(own[-1]), _plain(saved)) else None,
        untouched=untouched,
    )


def as_sent(bound: forms.BoundField) -> Values:
    """The field's values as a browser sends them: one text, or one a choice."""
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    if isinstance(value, list | tuple | set) or hasattr(value, "all"):
        return [str(getattr(item, "pk", item)) for item in value]
    if isinstance(widget, forms.widgets.ChoiceWidget):
        return [str(getattr(value, "pk", "" if value is None else value))]
    text = widget.format_value(value)
    return [str(text or "").replace("\r\n", "\n")]


def sent_words(bound: forms.BoundField) -> str:
    """What a field holds, in the words of its choices."""
    return _shown(bound.field, as_sent(bound))


def one_text(text: str) -> str:
    """By which two texts are the same: browsers send line ends of their own, and spaces around a text are not kept."""
    return text.replace("\r\n", "\n").strip()


def _values(carried: str) -> Values:
    """What a hidden field carries. Anything but our own list is one text."""
    try:
        values = json.loads(carried)
    except ValueError:
        return [carried]
    return [str(value) for value in values] if isinstance(values, list) else [carried]


def _plain(values: Values) -> tuple[str, ...]:
    return tuple(sorted(one_text(value) for value in values if value.strip()))


def _shown(asked: forms.Field, values: Values) -> str:
    if isinstance(asked, forms.BooleanField):
        return "Yes" if values else "No"
    if not isinstance(asked, forms.ChoiceField):
        return "\n".join(values)
    choices = cast(Iterable[tuple[Any, Any]], asked.choices)
    return ", ".join(str(label) for key, label in choices if str(key) in values)
