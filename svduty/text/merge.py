"""Two texts that grew from one, put together so that no word that either person added is lost."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from svduty.text.differences import PARAGRAPH_END

PARAGRAPH_ENDS = re.compile(f"({PARAGRAPH_END.pattern})")
SENTENCE_ENDS = re.compile(r"((?<=[.!?])\s+)")
LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")


@dataclass(frozen=True)
class Clash:
    """A place that both changed, each in another way; empty for whoever took it out."""

    theirs: str
    mine: str


@dataclass(frozen=True)
class Merged:
    """The text put together. In each of the `clashes` both wordings stand in it one after the other, theirs first."""

    text: str
    clashes: list[Clash]


@dataclass(frozen=True)
class Unit:
    """A paragraph or a sentence and the white space before and behind it. Two are the same when their words are."""

    text: str
    gap: str
    before: str = ""

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


Units = list[Unit]
Place = tuple[Units, Units, Units]


def merge(base: str | None, theirs: str, mine: str) -> Merged:
    """Put together what two people made of `base`, by paragraphs and inside them by sentences.

    What one of them changed or took out is changed or gone; what both changed stands twice. Without a base (None) what
    one of them lacks counts as added by the other, so that nothing is left out.
    """
    split = [None if base is None else _units(base, PARAGRAPH_ENDS), _units(theirs, PARAGRAPH_ENDS), _units(mine, PARAGRAPH_ENDS)]
    clashes: list[Clash] = []
    merged = list(_three_ways(split[0], split[1] or [], split[2] or [], lambda place: _paragraphs(place, clashes)))
    return Merged(_join(merged, _gap_of_paragraphs), clashes)


def _units(text: str, ends: re.Pattern[str]) -> Units:
    pieces = ends.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    pieces = ["", *pieces, ""]
    return [Unit(pieces[i], pieces[i + 1], pieces[i - 1]) for i in range(1, len(pieces), 2) if pieces[i].strip()]


def _three_ways(base: Units | None, theirs: Units, mine: Units, both: Callable[[Place], Units]) -> Iterator[Unit]:
    """The units of both in order; `both` says what stands where each of them changed the same place."""
    if base is None:
        base = [theirs[i] for i, _ in _same(theirs, mine)]
    to_theirs, to_mine = dict(_same(base, theirs)), dict(_same(base, mine))
    at = (0, 0, 0)
    kept = [(i, to_theirs[i], to_mine[i]) for i in range(len(base)) if i in to_theirs and i in to_mine]
    for i, j, k in [*kept, (len(base), len(theirs), len(mine))]:
        yield from _settle((base[at[0] : i], theirs[at[1] : j], mine[at[2] : k]), both)
        yield from mine[k : k + 1] if i < len(base) else []
        at = (i + 1, j + 1, k + 1)


def _settle(place: Place, both: Callable[[Place], Units]) -> Units:
    was, theirs, mine = ([unit.words for unit in units] for units in place)
    if theirs in (was, mine):
        return place[2]
    if mine == was:
        return place[1]
    if len(was) == len(theirs) == len(mine) > 1:
        # Neighbours, one changed by each.
        return [unit for three in zip(*place, strict=True) for unit in _settle(([three[0]], [three[1]], [three[2]]), both)]
    return both(place)


def _paragraphs(place: Place, clashes: list[Clash]) -> Units:
    """Where both changed the same paragraphs: those that still share a sentence are put together sentence by sentence."""
    was, theirs, mine = place

    def both(rest: Place) -> Units:
        return _one_after_the_other(rest, clashes)

    together: Units = []
    at = (0, 0, 0)
    for i, j, k in _sharing_a_sentence(place):
        together += _settle((was[at[0] : at[0] if i is None else i], theirs[at[1] : j], mine[at[2] : k]), both)
        base = None if i is None else _sentences(was[i])
        text = _join(list(_three_ways(base, _sentences(theirs[j]), _sentences(mine[k]), both)), lambda unit, following: unit.gap or " ")
        together += [Unit(text, mine[k].gap, mine[k].before)] if text else []
        at = (at[0] if i is None else i + 1, j + 1, k + 1)
    return together + _settle((was[at[0] :], theirs[at[1] :], mine[at[2] :]), both)


def _sharing_a_sentence(place: Place) -> list[tuple[int | None, int, int]]:
    """Places of a paragraph of theirs and one of mine that have a sentence in common, and of the one both come from, in order."""
    was, theirs, mine = ([{sentence.words for sentence in _sentences(unit)} for unit in units] for units in place)
    where: dict[str, list[int]] = {}
    for k, sentences in enumerate(mine):
        for words in sentences:
            where.setdefault(words, []).append(k)
    found: list[tuple[int | None, int, int]] = []
    first, last = 0, -1
    for j, sentences in enumerate(theirs):
        k = min((k for words in sentences for k in where.get(words, []) if k > last), default=-1)
        if k >= 0:
            i = next((i for i in range(first, len(was)) if was[i] & sentences and was[i] & mine[k]), None)
            found.append((i, j, k))
            first, last = first if i is None else i + 1, k
    return found


def _sentences(unit: Unit) -> Units:
    return _units(unit.text, SENTENCE_ENDS)


def _one_after_the_other(place: Place, clashes: list[Clash]) -> Units:
    _, theirs, mine = place
    clashes.append(Clash(_join(theirs, _gap_of_paragraphs), _join(mine, _gap_of_paragraphs)))
    return [*theirs, *mine]


def _same(one: Units, other: Units) -> list[tuple[int, int]]:
    matcher = SequenceMatcher(None, [unit.words for unit in one], [unit.words for unit in other], autojunk=False)
    return [(block.a + step, block.b + step) for block in matcher.get_matching_blocks() for step in range(block.size)]


def _join(units: Units, gap: Callable[[Unit, Unit], str]) -> str:
    pieces = [unit.text + gap(unit, following) for unit, following in pairwise(units)]
    return "".join(pieces + [unit.text for unit in units[-1:]])


def _gap_of_paragraphs(unit: Unit, following: Unit) -> str:
    """The white space that stood there; a line break alone only before an item of a list."""
    if LIST_ITEM.match(following.text):
        near = next((gap for gap in (following.before, unit.gap) if gap.count("\n") == 1), "")
        return near or unit.gap or "\n\n"
    return unit.gap if unit.gap.count("\n") > 1 else "\n\n"
