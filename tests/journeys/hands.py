"""A person at a page, and how much they had to do there: every press and choice, and every character that was typed."""

import dataclasses

from playwright.sync_api import Page

from tests.journeys.people import fill_in, press

# A pace that needs no practice: to look for a thing and press it, and to type one character of what lies on the desk.
SECONDS_A_CLICK = 2.0
SECONDS_A_CHARACTER = 0.3


@dataclasses.dataclass
class Hands:
    """What is done through them is counted; going into a box counts as a click, and a pasted list as two: copied and pasted."""

    page: Page
    clicks: int = 0
    fields: int = 0
    characters: int = 0

    def press(self, words: str) -> None:
        press(self.page, words)
        self.clicks += 1

    def go(self, place: str, below: str = "") -> None:
        """By the row of places at the top, and the row beneath it."""
        for name, row in ((place, "Places"), (below, place)):
            if name:
                self.page.get_by_role("navigation", name=row, exact=True).get_by_role("link", name=name, exact=True).click()
                self.clicks += 1

    def answer(self, **answers: str) -> None:
        """As fill_in: each answer is one click, and as many characters as are typed."""
        fill_in(self.page, **answers)
        self.clicks += len(answers)
        self.fields += len(answers)
        self.characters += sum(map(len, answers.values()))

    def tick(self, *labels: str) -> None:
        for label in labels:
            self.page.get_by_role("main").get_by_label(label).first.check()
        self.clicks += len(labels)
        self.fields += len(labels)

    def paste(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)
        self.clicks += 2
        self.fields += 1

    @property
    def minutes(self) -> float:
        """At that pace. An entry of a list is counted as if its words were typed, so this is more than it takes."""
        return (self.clicks * SECONDS_A_CLICK + self.characters * SECONDS_A_CHARACTER) / 60
