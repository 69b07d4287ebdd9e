"""What changed between two texts of a strategy, section by section. Pure: sections in, what happened to each out."""

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from django.utils.safestring import SafeString

from strategies.kept import KeptSection
from svduty.text.differences import Change, Part, compare
from svduty.text.marked_changes import marked_html, without_marks
from svduty.text.words import count_words

# Of two sections without a common key or heading: they are one that was renamed if they share at least this part of their words.
ALIKE = 0.5
MOST_GUESSES = 2500
SAME, CHANGED, NEW, REMOVED = "same", "changed", "new", "removed"


@dataclasses.dataclass(frozen=True)
class ComparedSection:
    """`state`: same, changed, new or removed, by its words. `before`: its heading in the earlier text, if it had another.

    `moved`: it stands elsewhere among the sections that both texts have.
    """

    key: str
    anchor: str
    heading: str
    state: str
    parts: list[Part]
    before: str = ""
    moved: bool = False

    @property
    def same(self) -> bool:
        """Did nothing at all happen to it?"""
        return self.state == SAME and not self.before and not self.moved

    @property
    def words(self) -> str:
        """What happened to it, for a tag: "Changed, moved"."""
        said = [{SAME: "", CHANGED: "Changed", NEW: "Added", REMOVED: "Removed"}[self.state]]
        said += ["renamed"] if self.before else []
        said += ["moved"] if self.moved else []
        return ", ".join(word for word in said if word).capitalize() or "Unchanged"

    @property
    def html(self) -> SafeString:
        """Its text with what came and went marked; headings begin at level 4."""
        return marked_html(self.parts, heading_from=4)

    @property
    def length(self) -> int:
        """How many words there are to read in it."""
        return sum(count_words(part.text) for part in self.parts)


@dataclasses.dataclass(frozen=True)
class Comparison:
    """`sections`: those of the later text in order, each removed one where it stood."""

    sections: list[ComparedSection]

    @property
    def differing(self) -> list[ComparedSection]:
        return [section for section in self.sections if not section.same]

    @property
    def unchanged(self) -> list[ComparedSection]:
        return [section for section in self.sections if section.same]

    @property
    def summary(self) -> str:
        """In words: "3 sections changed, 1 added, 1 moved"."""
        counts = {
            "changed": sum(section.state == CHANGED for section in self.sections),
            "added": sum(section.state == NEW for section in self.sections),
            "removed": sum(section.state == REMOVED for section in self.sections),
            "renamed": sum(bool(section.before) for section in self.sections),
            "moved": sum(section.moved for section in self.sections),
        }
        said = [(number, word) for word, number in counts.items() if number]
        if not said:
            return "Nothing changed"
        (first, word), *more = said
        begin = f"{first} section{'' if first == 1 else 's'} {word}"
        return ", ".join([begin, *(f"{number} {word}" for number, word in more)])

    @property
    def length(self) -> int:
        """How many words there are to read for somebody who reads what changed."""
        return sum(section.length for section in self.sections if section.state != SAME)


def compare_sections(before: Sequence[KeptSection], after: Sequence[KeptSection]) -> Comparison:
    """Pair the sections of two texts by key, else by heading, else by likeness, and compare the words of each pair."""
    pairs = _pairs(before, after)
    moved = _moved(pairs)
    kept = {old: place for place, old in pairs.items()}
    # A removed section stands behind the one that it stood behind, as far as that is still there.
    gone: dict[int, list[ComparedSection]] = defaultdict(list)
    behind = -1
    for at, section in enumerate(before):
        if at in kept:
            behind = kept[at]
        else:
            parts = compare(without_marks(section.text), "")
            gone[behind].append(ComparedSection(section.key, f"removed-{at + 1}", section.heading, REMOVED, parts))
    found = gone[-1]
    for place, section in enumerate(after):
        old = before[pairs[place]] if place in pairs else None
        parts = compare(without_marks(old.text if old else ""), without_marks(section.text))
        changed = any(part.change is not Change.SAME for part in parts)
        state = NEW if old is None else CHANGED if changed else SAME
        renamed = old.heading if old and _plain(old.heading) != _plain(section.heading) else ""
        found.append(ComparedSection(section.key, f"section-{place + 1}", section.heading, state, parts, renamed, place in moved))
        found += gone[place]
    return Comparison(found)


def _pairs(before: Sequence[KeptSection], after: Sequence[KeptSection]) -> dict[int, int]:
    """Place in `after` -> place in `before`, for what is one section."""
    pairs: dict[int, int] = {}
    # Sections kept without keys are named by their place, which says nothing about which section it was.
    for name_of in (lambda section: section.key if section.known else "", lambda section: _plain(section.heading)):
        taken = set(pairs.values())
        names = {name_of(section): place for place, section in reversed(list(enumerate(before))) if place not in taken}
        for place, section in enumerate(after):
            name = name_of(section)
            if name and place not in pairs and name in names:
                pairs[place] = names.pop(name)
    return pairs | _guessed(before, after, pairs)


def _guessed(before: Sequence[KeptSection], after: Sequence[KeptSection], pairs: dict[int, int]) -> dict[int, int]:
    """Of the sections that are left, those whose words are alike, the most alike first."""
    taken = set(pairs.values())
    left = [(place, set(after[place].text.split())) for place in range(len(after)) if place not in pairs]
    old = [(place, set(before[place].text.split())) for place in range(len(before)) if place not in taken]
    if len(left) * len(old) > MOST_GUESSES:
        return {}
    guesses = [
        (2 * len(words & others) / (len(words) + len(others)), place, other)
        for place, words in left
        for other, others in old
        if words and others
    ]
    found: dict[int, int] = {}
    for alike, place, other in sorted(guesses, key=lambda guess: (-guess[0], guess[1], guess[2])):
        if alike >= ALIKE and place not in found and other not in found.values():
            found[place] = other
    return found


def _moved(pairs: dict[int, int]) -> set[int]:
    """Which places of the later text hold a section that changed its order: all that are not in the longest run kept in order."""
    places = sorted(pairs)
    olds = [pairs[place] for place in places]
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, old in enumerate(olds):
        at = bisect_left(ends, old)
        previous.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(old)
            last.append(number)
        else:
            ends[at], last[at] = old, number
    kept = set()
    number = last[-1] if last else -1
    while number >= 0:
        kept.add(number)
        number = previous[number]
    return {places[number] for number in range(len(places)) if number not in kept}


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
