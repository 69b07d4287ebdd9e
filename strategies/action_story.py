"""The history of an action as a story: what was said of it and what was changed in it, day by day, newest first."""

import dataclasses
import datetime
import itertools
from collections.abc import Iterable, Mapping

from partnerships.audit.reading import ERASED, Shown
from strategies.action_lines import COLOURS
from strategies.delivery import state_words
from strategies.models import ProgressUpdate

LONG_TEXTS = {"More about it"}
LOADED = "example.loaded"
# Label of a field -> what to say of its new value, and what where it was emptied.
SENTENCES = {
    "The objective it serves": ("It now serves objective {new}.", "It no longer serves objective {old}."),
    "Which post": ("The {new} answers for it now.", "No post answers for it any more."),
    "Where to ask for news": ("News is asked for at {new} now.", "There is no address any more at which to ask for news."),
    "Has to wait for": ("It now waits for: {new}.", "It no longer waits for anything."),
    "The money behind it": ("It is now paid from {new}.", "It is no longer paid from {old}."),
    "Theme of the regional plan": (
        "It now stands under “{new}” in the regional plan.",
        "It no longer stands under “{old}” in the regional plan.",
    ),
    "The finding it answers": ("It now answers finding {new}.", "It no longer answers finding {old}."),
}


@dataclasses.dataclass(frozen=True)
class Happening:
    """`title` says in a sentence what happened; `colour` that of the state it speaks of. `withdrawn`: why it no longer counts."""

    day: datetime.date
    title: str
    who: str = ""
    colour: str = ""
    words: str = ""
    reason: str = ""
    update: ProgressUpdate | None = None
    withdrawn: str = ""
    lines: tuple[str, ...] = ()


Days = list[tuple[datetime.date, list[Happening]]]


def story_of(news: Iterable[ProgressUpdate], changes: Iterable[tuple[str, str, Shown]], names: Mapping[int, str]) -> Days:
    """Both under their days, the newest first; on one day the news before the changes.

    `changes`: entries of the history with their event and the kind of record, newest first. `names`: person -> how to call them.
    """
    told = _told(news, names)
    changed = [happening for event, kind, entry in changes if (happening := _change(event, kind, entry))]
    whole = sorted([*told, *changed], key=lambda one: one.day, reverse=True)
    return [(day, list(group)) for day, group in itertools.groupby(whole, key=lambda one: one.day)]


def _told(news: Iterable[ProgressUpdate], names: Mapping[int, str]) -> list[Happening]:
    """Newest first, each with how the state changed by it."""
    found, before = [], ""
    for update in sorted(news, key=lambda one: (one.on.earliest, one.pk)):
        stands = update.withdrawn_on is None
        found.append(
            Happening(
                update.on.earliest,
                _said(update, before if stands else ""),
                who=update.by_label or (names.get(update.said_by_id) or ERASED if update.said_by_id else ""),
                colour=COLOURS[update.state],
                words=update.words,
                reason=update.reason,
                update=update,
                withdrawn="" if stands else update.withdrawn_reason or "No reason is kept.",
            )
        )
        before = update.state if stands else before
    return found[::-1]


def _said(update: ProgressUpdate, before: str) -> str:
    now = state_words(update.state)
    if update.no_change and before in ("", update.state):
        return f"No change: still {now.lower()}"
    if before and before != update.state:
        return f"From {state_words(before).lower()} to {now.lower()}"
    return f"Still {now.lower()}" if before else now


def _change(event: str, kind: str, entry: Shown) -> Happening | None:
    """What an entry of the history says, in sentences; None for one that says nothing to a reader."""
    verb = event.rpartition(".")[2]
    if event == LOADED:
        return None
    if kind == "milestone":
        lines = _of_step(verb, entry)
    elif verb == "added":
        lines = ["Added to the plan."]
    elif verb == "withdrawn":
        lines = ["Withdrawn."]
    else:
        lines = [_of_action(label, old, new) for label, old, new in entry.changes]
    if not lines:
        return None
    return Happening(entry.day, lines[0], who=entry.who, reason=entry.comment, lines=tuple(lines[1:]))


def _of_action(label: str, old: str, new: str) -> str:
    if label == "To be done by":
        return _moved("It is to be done by", "The day by which it is to be done moved", old, new)
    if label == "From":
        return _moved("It begins in or on", "Its beginning moved", old, new)
    if label == "Which body does it":
        return f"It passed from {old} to {new}." if old and new else f"{new} took it on." if new else f"{old} no longer does it."
    if label == "What will be done":
        return f"It was called “{old}” until then."
    if label in LONG_TEXTS:
        return f"“{label}” was rewritten." if old and new else f"“{label}” was {'written' if new else 'emptied'}."
    if label in SENTENCES:
        return SENTENCES[label][0 if new else 1].format(old=old, new=new)
    if old and new:
        return f"{label}: from “{old}” to “{new}”."
    return f"{label}: “{new}”." if new else f"{label}: no longer “{old}”."


def _moved(set_to: str, moved: str, old: str, new: str) -> str:
    if old and new:
        return f"{moved} from {old} to {new}."
    return f"{set_to} {new}." if new else f"Its date, {old}, was taken out."


def _of_step(verb: str, entry: Shown) -> list[str]:
    step = f"“{entry.label}”"
    if verb == "added":
        return [f"Step added: {step}."]
    if verb == "withdrawn":
        return [f"Step withdrawn: {step}."]
    found = []
    for label, old, new in entry.changes:
        if label == "Reached on":
            found.append(f"Step reached on {new}: {step}." if new else f"Step not reached after all: {step}.")
        elif label == "By":
            found.append(_moved(f"Step {step} is to be reached by", f"Step {step} moved", old, new))
        else:
            found.append(f"A step was called “{old}” until then. It is now {step}.")
    return found
