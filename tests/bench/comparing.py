"""What it costs the processor to compare two texts of ten thousand words, and to mark what changed in them; printed as JSON.

Realistic: twenty sections of which eight changed, one was moved, one renamed, one new. Worst: texts that have nothing in common, and
texts made to make a comparison slow.
"""

import json
import random
import time
from collections.abc import Callable, Iterable

import django

django.setup()

from strategies.comparison import compare_sections  # noqa: E402 - what it imports can only be read once Django is set up
from strategies.kept import KeptSection  # noqa: E402

WORDS, SECTIONS, PARAGRAPHS = 10_000, 20, 8
REPEATS = 7
VOCABULARY = 2500
chance = random.Random(8)


def sentence(length: int) -> str:
    return " ".join(f"word{chance.randrange(VOCABULARY)}" for _ in range(length)).capitalize() + "."


def text() -> str:
    length = WORDS // SECTIONS // PARAGRAPHS
    return "\n\n".join(" ".join(sentence(length // 4) for _ in range(4)) for _ in range(PARAGRAPHS))


def strategy() -> list[KeptSection]:
    return [KeptSection(str(number), f"Section {number}", text()) for number in range(SECTIONS)]


def revised(sections: list[KeptSection]) -> list[KeptSection]:
    """As a board's comments change a draft: words here and there, a paragraph, a section moved, renamed, put in."""
    changed = []
    for number, section in enumerate(sections):
        paragraphs = section.text.split("\n\n")
        heading = "Another name" if number == 4 else section.heading
        if number % 5 in (0, 2):
            for at in chance.sample(range(PARAGRAPHS), 4):
                words = paragraphs[at].split(" ")
                words[chance.randrange(len(words))] = "another"
                words.insert(chance.randrange(len(words)), "and more")
                paragraphs[at] = " ".join(words)
            paragraphs.insert(3, sentence(40))
        changed.append(KeptSection(section.key, heading, "\n\n".join(paragraphs)))
    changed.insert(2, changed.pop(11))
    return [*changed, KeptSection("99", "New", text())]


def one(words: Iterable[str]) -> list[KeptSection]:
    return [KeptSection("1", "All of it", " ".join(words))]


def seconds(work: Callable[[], object]) -> float:
    """The least of several goes, of the processor's time."""
    found = []
    for _ in range(REPEATS):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


before = strategy()
after = revised(before)
numbered = range(WORDS)
AWKWARD = [
    (strategy(), strategy()),
    (one(f"a{number}" for number in numbered), one(f"a{number} b{number}" for number in numbered)),
    (one(f"\n- {chance.choice('xyz')}" for _ in numbered), one(f"\n- {chance.choice('xyz')}" for _ in numbered)),
    (one(chance.choice("xyz") for _ in numbered), one(chance.choice("xyz") for _ in numbered)),
]
worst = max(seconds(lambda pair=pair: compare_sections(*pair)) for pair in AWKWARD)  # type: ignore[misc]  # bound at once
marked = seconds(lambda: [section.html for section in compare_sections(before, after).sections if section.state != "same"])
print(json.dumps({"compare": seconds(lambda: compare_sections(before, after)), "marked": marked, "worst": worst}))
