"""Two wordings of what serious violence means, beside each other, with what differs in words. Pure: records in, text out."""

import dataclasses

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partnerships.models import DefinitionTemplate, LocalDefinition
from partnerships.section_13 import FACTORS, SCOPE, answered
from svduty.text.differences import LINE_END, Change, compare
from svduty.text.side_by_side import Pair, side_by_side

MOST_PHRASES = 12
# Wordings that share less than this part of their words are two texts, not one that was changed.
ALIKE = 0.4


@dataclasses.dataclass(frozen=True)
class Wording:
    """One text that can be compared: a version of a definition, or a wording that areas begin from.

    `value` is how an address names it, `definition` the version; None for a wording without a checklist.
    """

    value: str
    label: str
    text: str
    notes: str = ""
    definition: LocalDefinition | None = None

    @classmethod
    def of_version(cls, version: LocalDefinition, where: str = "") -> "Wording":
        """`where` names the partnership, if it is another's."""
        label = f"{where}, version {version.number}" if where else f"Version {version.number}"
        return cls(f"version-{version.pk}", label, version.wording, version.notes, version)

    @classmethod
    def of_template(cls, template: DefinitionTemplate) -> "Wording":
        return cls(f"wording-{template.pk}", template.name, template.wording)


@dataclasses.dataclass(frozen=True)
class AnswerPair:
    """One line of the checklist as either version answers it."""

    label: str
    one: str
    other: str
    differs: bool


@dataclasses.dataclass(frozen=True)
class Comparison:
    """`only_one` and `only_other`: the words that stand in one of them only. `apart`: these are two texts, not one that was changed, and
    `pairs` has them whole. `many`: there are too many differences to list. `notes`: empty unless both have notes."""

    same: bool
    apart: bool
    many: bool
    only_one: list[str]
    only_other: list[str]
    pairs: list[Pair]
    notes: list[Pair]
    answers: list[AnswerPair]


def compare_wordings(one: Wording, other: Wording) -> Comparison:
    """What differs between two wordings, their notes and, where both are versions, their checklists."""
    parts = compare(one.text, other.text)
    counts = {change: sum(len(part.text.split()) for part in parts if part.change is change) for change in Change}
    apart = 2 * counts[Change.SAME] < ALIKE * (2 * counts[Change.SAME] + counts[Change.INSERTED] + counts[Change.DELETED])
    gone = [part.text for part in parts if part.change is Change.DELETED]
    come = [part.text for part in parts if part.change is Change.INSERTED]
    return Comparison(
        same=not gone and not come,
        apart=apart,
        many=max(len(gone), len(come)) > MOST_PHRASES,
        only_one=gone,
        only_other=come,
        pairs=[Pair(linebreaks(one.text), linebreaks(other.text))] if apart else side_by_side(one.text, other.text),
        notes=side_by_side(one.notes, other.notes) if one.notes and other.notes else [],
        answers=_answers(one.definition, other.definition) if one.definition and other.definition else [],
    )


def linebreaks(text: str) -> SafeString:
    """A text with its lines kept, and nothing in it taken for HTML."""
    return format_html("{}", format_html_join(LINE_END, "{}", ((line,) for line in text.splitlines())))


def _answers(one: LocalDefinition, other: LocalDefinition) -> list[AnswerPair]:
    lines = (*FACTORS, *SCOPE)
    return [
        AnswerPair(mine.label, mine.answer, theirs.answer, mine.answer != theirs.answer)
        for mine, theirs in zip(answered(one, lines), answered(other, lines), strict=True)
    ]
