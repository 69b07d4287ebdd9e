"""The list of duties: families of rows, and what does not apply. Pure."""

import dataclasses
from collections import defaultdict

from compliance.finding import Finding, Status
from compliance.position import Position
from compliance.requirements import CATALOGUE
from compliance.requirements.requirement import Requirement
from compliance.todo import subjects


@dataclasses.dataclass(frozen=True)
class Row:
    """One duty: its headline, and which subjects stand as badly as that."""

    requirement: Requirement
    headline: Finding
    subject: str


def families(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """By family, in the catalogue's order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.requirement.family, []).append(row)
    return list(found.items())


def rows_of(position: Position, findings: list[Finding], whole: str) -> list[Row]:
    """A row for every requirement that has an answer, in the catalogue's order. `whole` is the partnership's name."""
    of_code = defaultdict(list)
    for finding in findings:
        if finding.current:
            of_code[finding.code].append(finding)
    return [
        Row(requirement, headline, _subject(headline, of_code[requirement.code], whole))
        for requirement in CATALOGUE
        if (headline := position.headlines.get(requirement.code))
    ]


def _subject(headline: Finding, current: list[Finding], whole: str) -> str:
    """Whom or what the headline is about: `Anyborough and Otherton, of 5`; nothing for the whole partnership."""
    alike = [finding for finding in current if finding.status == headline.status]
    names = subjects(alike or [headline])
    if names == whole:
        return ""
    applying = [finding for finding in current if finding.status != Status.NOT_APPLICABLE]
    return names if len(alike) >= len(applying) else f"{names}, of {len(applying)}"
