"""What has become of the words that a comment is about, in a later text. Pure: sections in, a sentence out."""

import dataclasses
import enum
from collections.abc import Iterable, Sequence

from strategies.kept import KeptSection, kept_sections
from strategies.models import Comment, Version
from svduty.text.plain import normal, stands_in


class Standing(enum.StrEnum):
    STANDS = "stands"
    ELSEWHERE = "elsewhere"
    CHANGED = "changed"
    GONE = "gone"


@dataclasses.dataclass(frozen=True)
class LaterText:
    """A text that came after the one commented on. `name` as in "these words still stand in ...": "version 3", "the draft"."""

    name: str
    sections: Sequence[KeptSection]


def standing(comment: Comment, then: Iterable[KeptSection], now: Sequence[KeptSection]) -> Standing | None:
    """What became of the words (or, without a quote, of the section) between the text commented on and a later one; None for a comment
    on the whole, which says nothing about particular words."""
    if not comment.section_key:
        return None
    before = next((section for section in then if section.key == comment.section_key), None)
    after = _same_section(comment, now)
    if comment.quote:
        if after and ((before and before.text == after.text) or stands_in(comment.quote, after.text)):
            return Standing.STANDS
        if any(normal(comment.quote) in normal(section.text) for section in now):
            return Standing.ELSEWHERE
    elif after and before and before.text == after.text:
        return Standing.STANDS
    return Standing.CHANGED if after else Standing.GONE


def in_words(comment: Comment, then: Sequence[KeptSection], later: Iterable[LaterText]) -> list[str]:
    """A sentence for each thing that became of the words: "These words still stand in version 3 and in the draft."."""
    found: dict[Standing, list[str]] = {}
    for text in () if comment.withdrawn_on else later:
        if result := standing(comment, then, text.sections):
            found.setdefault(result, []).append(text.name)
    return [_sentence(result, names, quoted=bool(comment.quote)) for result, names in found.items()]


def _same_section(comment: Comment, sections: Sequence[KeptSection]) -> KeptSection | None:
    by_key = next((section for section in sections if section.known and section.key == comment.section_key), None)
    heading = comment.section_heading.strip().casefold()
    return by_key or next((section for section in sections if section.heading.strip().casefold() == heading), None)


def _sentence(result: Standing, names: list[str], *, quoted: bool) -> str:
    if result is Standing.GONE:
        return f"The section is gone {_each('from', names)}."
    where = _each("in", names)
    if result is Standing.ELSEWHERE:
        return f"These words stand in another section {where}."
    if result is Standing.STANDS:
        return f"These words still stand {where}." if quoted else f"This section is the same {where}."
    return f"These words have changed {where}." if quoted else f"This section has changed {where}."


def _each(preposition: str, names: list[str]) -> str:
    return " and ".join(f"{preposition} {name}" for name in names)


def later_texts(version: Version, typed: Sequence[Version], draft: Sequence[KeptSection]) -> list[LaterText]:
    """The texts that came after a version: the newest one kept, of `typed` (newest first), and the draft where it says anything else."""
    texts = []
    newest = kept_sections(typed[0]) if typed else []
    if typed and typed[0].number > version.number:
        texts.append(LaterText(f"version {typed[0].number}", newest))
    if draft and _texts(draft) != _texts(newest):
        texts.append(LaterText("the draft", draft))
    return texts


def _texts(sections: Iterable[KeptSection]) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in sections]
