"""A contents check in words. Pure."""

import dataclasses
from collections.abc import Iterable

from strategies.models import ContentsCheck, ContentsElement
from strategies.models.contents import Covered

# As they are told, what is done first.
TOLD = {
    Covered.YES: "covered",
    Covered.NOT_NEEDED: "not needed here",
    Covered.PARTLY: "partly covered",
    Covered.NO: "not covered",
}


@dataclasses.dataclass(frozen=True)
class ElementLine:
    """What a check says of one element; `covered` and `where` are empty for what was not looked at."""

    element: ContentsElement
    covered: str
    where: str

    @property
    def words(self) -> str:
        return str(Covered(self.covered).label) if self.covered else ""

    @property
    def short(self) -> bool:
        """Is something missing?"""
        return self.covered in (Covered.PARTLY, Covered.NO)


def lines_of_check(check: ContentsCheck, elements: Iterable[ContentsElement]) -> list[ElementLine]:
    """The check, element by element."""
    found = []
    for element in elements:
        answer = check.answers.get(element.code, {})
        found.append(ElementLine(element, answer.get("covered", ""), answer.get("where", "")))
    return found


def tally(lines: list[ElementLine]) -> str:
    """`13 of 16 covered, 2 partly covered, 1 not answered`."""
    counts = [(sum(line.covered == answer for line in lines), words) for answer, words in TOLD.items()]
    (yes, covered), *others = [*counts, (sum(not line.covered for line in lines), "not answered")]
    said = [f"All {len(lines)} {covered}" if yes == len(lines) else f"{yes} of {len(lines)} {covered}"]
    return ", ".join(said + [f"{number} {words}" for number, words in others if number])
