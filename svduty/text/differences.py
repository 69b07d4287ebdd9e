"""What changed between two texts, in pieces that a person can read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")
WORD = re.compile(r"\S+\s*")
# Two paragraphs that share less than this part of their words are two paragraphs, not one that was changed.
ALIKE = 0.4
LOOK_AHEAD = 20
LINE_END = mark_safe("<br>")
# A paragraph of more words than this is compared by sentence first, then by word inside sentences that were changed.
LONG = 400
SENTENCE = re.compile(r".*?(?:[.!?][\"')\]]*\s+|$)", re.DOTALL)
# difflib's work grows with the product of the two lengths, and with how often the same things stand in both. Beyond this a stretch
# that was changed is shown as removed and put in anew.
MOST_PAIRS = 4_000_000
MOST_EQUAL = 200_000


class Change(StrEnum):
    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True)
class Part:
    """Some words of one paragraph (counted from 0 in the merged text) and what became of them."""

    change: Change
    text: str
    paragraph: int


def compare(before: str, after: str) -> list[Part]:
    """Compare two texts by paragraph, then by word inside paragraphs that were changed.

    The parts that are not DELETED are the words of `after` in order; those not INSERTED are the words of `before`.
    Differences of white space alone are not changes.
    """
    parts: list[Part] = []
    for paragraph, pieces in enumerate(_paragraphs(_split(before), _split(after))):
        parts.extend(Part(change, text, paragraph) for change, text in pieces)
    return parts


def to_html(parts: list[Part]) -> SafeString:
    """The merged text as paragraphs with `<ins>` and `<del>`, each saying in hidden words which it is."""
    return format_html_join(
        "\n",
        "<p>{}</p>",
        ((format_html_join("", "{}", ((_mark(part),) for part in group)),) for _, group in groupby(parts, _place)),
    )


def _place(part: Part) -> int:
    return part.paragraph


def _mark(part: Part) -> SafeString:
    text = format_html_join(LINE_END, "{}", ((line,) for line in part.text.split("\n")))
    if part.change is Change.INSERTED:
        return format_html('<ins><span class="govuk-visually-hidden">Inserted: </span>{}</ins> ', text)
    if part.change is Change.DELETED:
        return format_html('<del><span class="govuk-visually-hidden">Deleted: </span>{}</del> ', text)
    return format_html("{} ", text)


def _split(text: str) -> list[str]:
    blocks = PARAGRAPH_END.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    return [block.strip() for block in blocks if block.strip()]


Pieces = list[tuple[Change, str]]


def _paragraphs(before: list[str], after: list[str]) -> Iterator[Pieces]:
    keys_before, keys_after = ([" ".join(text.split()) for text in side] for side in (before, after))
    for kind, i1, i2, j1, j2 in _steps(keys_before, keys_after):
        if kind == "equal":
            yield from ([(Change.SAME, text)] for text in after[j1:j2])
        else:
            yield from _changed(before[i1:i2], after[j1:j2])


def _changed(before: list[str], after: list[str]) -> Iterator[Pieces]:
    """Pair each new paragraph with the old one it most resembles, in order; the rest went or came."""
    words_before = [set(text.split()) for text in before]
    at = 0
    for text in after:
        words = set(text.split())
        window = range(at, min(at + LOOK_AHEAD, len(before)))
        best = max(window, key=lambda i: _alike(words_before[i], words), default=None)
        if best is None or _alike(words_before[best], words) < ALIKE:
            yield [(Change.INSERTED, text)]
            continue
        yield from ([(Change.DELETED, gone)] for gone in before[at:best])
        yield _words(before[best], text)
        at = best + 1
    yield from ([(Change.DELETED, gone)] for gone in before[at:])


def _alike(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _words(before: str, after: str) -> Pieces:
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) <= LONG:
        return _by_word(old, new)
    sides = [[piece for piece in SENTENCE.findall(text) if piece] for text in (before, after)]
    keys = [[" ".join(sentence.split()) for sentence in sentences] for sentences in sides]
    pieces: Pieces = []
    for kind, i1, i2, j1, j2 in _steps(*keys):
        kept = "".join(sides[1][j1:j2])
        if kind == "equal":
            pieces.append((Change.SAME, kept.strip()))
        else:
            pieces += _by_word(WORD.findall("".join(sides[0][i1:i2])), WORD.findall(kept))
    return pieces


def _by_word(old: list[str], new: list[str]) -> Pieces:
    pieces: Pieces = []
    gone, came = "", ""
    steps = _steps([word.strip() for word in old], [word.strip() for word in new])
    for number, (kind, i1, i2, j1, j2) in enumerate(steps):
        kept = "".join(new[j1:j2])
        # One small word left standing between two changes is harder to read than one larger change.
        between = 0 < number < len(steps) - 1
        if kind == "equal" and not (between and j2 - j1 == 1 and len(kept.strip()) < 4):
            pieces += _pair(gone, came)
            gone, came = "", ""
            pieces.append((Change.SAME, kept.strip()))
        else:
            gone += "".join(old[i1:i2])
            came += kept
    return pieces + _pair(gone, came)


def _steps(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """difflib's steps from one list to the other, in a time that stays bounded whatever the lists hold."""
    start = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    rest = min(len(before), len(after)) - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    counts, often = Counter(old), Counter(new)
    pairs = sum(number * often[word] for word, number in counts.items())
    if len(old) * len(new) <= MOST_PAIRS and pairs <= MOST_EQUAL:
        return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    old_end, new_end = len(before) - end, len(after) - end
    steps = [
        ("equal", 0, start, 0, start),
        ("replace", start, old_end, start, new_end),
        ("equal", old_end, len(before), new_end, len(after)),
    ]
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _pair(gone: str, came: str) -> Pieces:
    pairs = ((Change.DELETED, gone.strip()), (Change.INSERTED, came.strip()))
    return [(change, text) for change, text in pairs if text]
