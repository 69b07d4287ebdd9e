"""Which actions of the list to show, by an address that people can keep."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from strategies.action_lines import ActionLine
from strategies.delivery import NO_NEWS_WORDS
from strategies.models.delivery import Prevention
from strategies.models.progress import Progress
from svduty.editing.forms import KindForm

OPEN, NO_NEWS, NONE = "open", "no-news", "none"
EARLIER, EVERY = "earlier", "all"
ALL = ("", "All")
STATES = [ALL, (OPEN, "Open: neither done nor stopped"), *Progress.choices, (NO_NEWS, NO_NEWS_WORDS)]
PREVENTION = [ALL, *((kind.value, kind.label.split(":")[0]) for kind in Prevention)]


class DeliveryFilter(KindForm):
    """An empty choice leaves nothing out, except that of the strategy: it leaves those out whose time is `over`. The choices are those
    that some action has."""

    mark_optional = False
    words = forms.CharField(label="Words in the title", required=False, max_length=100)
    objective = forms.ChoiceField(label="Objective", required=False)
    owner = forms.ChoiceField(label="Body", required=False)
    state = forms.ChoiceField(label="How it is going", required=False, choices=STATES)
    strategy = forms.ChoiceField(label="Strategy", required=False)
    prevention = forms.ChoiceField(label="Prevention", required=False, choices=PREVENTION)
    theme = forms.ChoiceField(label="Theme of the regional plan", required=False)
    late = forms.BooleanField(label="Late ones only", required=False)
    named = forms.BooleanField(label="Schools and prisons only (section 8(5))", required=False)

    def __init__(self, *args: Any, lines: Iterable[ActionLine], shown_as: str = "", over: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actions = [line.action for line in lines]
        objectives = [action.objective for action in actions if action.objective]
        self._choose("objective", {one.pk: str(one) for one in objectives}, any(action.objective_id is None for action in actions))
        owners = {action.owner.pk: action.owner.name for action in actions if action.owner}
        self._choose("owner", dict(sorted(owners.items(), key=lambda one: one[1])), any(action.owner_id is None for action in actions))
        self._choose("theme", {action.theme.pk: action.theme.title for action in actions if action.theme})
        strategies = {one.strategy_id: one.strategy.title for one in objectives}
        self.over = set(over) & set(strategies)
        self._choose("strategy", strategies, least=1 if self.over else 2)
        if self.over:
            field: Any = self.fields["strategy"]
            ways = [("", "In force or being prepared"), (EARLIER, "Earlier strategies"), (EVERY, "All")]
            field.choices = [*ways, *(choice for choice in field.choices if choice != ALL)]
        if not any(action.prevention for action in actions):
            self._leave_out("prevention")
        if not any(action.relevant_authority_id for action in actions):
            self._leave_out("named")
        if shown_as:
            self.fields["as"] = forms.CharField(required=False, widget=forms.HiddenInput)
            self.helper.layout.fields.append("as")  # type: ignore[attr-defined]  # put there by the base

    def _choose(self, name: str, found: dict[int, str], or_none: bool = False, least: int = 1) -> None:
        if len(found) < least:
            self._leave_out(name)
            return
        field: Any = self.fields[name]
        none = [(NONE, "None")] if or_none else []
        field.choices = [ALL, *((str(pk), text if len(text) <= 80 else f"{text[:79]}…") for pk, text in found.items()), *none]

    def _leave_out(self, name: str) -> None:
        del self.fields[name]
        self.helper.layout.fields.remove(name)  # type: ignore[attr-defined]  # put there by the base

    @property
    def narrows(self) -> bool:
        """Does it leave anything out?"""
        self.full_clean()
        return any(value for name, value in self.cleaned_data.items() if name != "as")

    def chosen(self, lines: Iterable[ActionLine]) -> list[ActionLine]:
        """Those that fit what was asked for. What was asked for wrongly leaves nothing out."""
        self.full_clean()
        asked = {name: value for name, value in self.cleaned_data.items() if value and name != "as"}
        strategy = asked.pop("strategy", "")
        meant = [line for line in lines if self._of_strategy(line, strategy)]
        return [line for line in meant if all(_fits(line, name, value) for name, value in asked.items())]

    def _of_strategy(self, line: ActionLine, asked: str) -> bool:
        pk = line.action.objective.strategy_id if line.action.objective else None
        if asked in ("", EARLIER, EVERY):
            return asked == EVERY or (pk in self.over) == (asked == EARLIER)
        return str(pk) == asked


def _fits(line: ActionLine, name: str, asked: Any) -> bool:
    action, standing = line.action, line.standing
    if name == "words":
        return all(word in action.title.casefold() for word in asked.casefold().split())
    if name == "state":
        return standing.open if asked == OPEN else standing.state == ("" if asked == NO_NEWS else asked)
    if name == "prevention":
        return action.prevention == asked
    if name == "late":
        return standing.behind
    if name == "named":
        return action.relevant_authority_id is not None
    held = getattr(action, f"{name}_id")
    return held is None if asked == NONE else str(held) == asked
