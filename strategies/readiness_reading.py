"""Readiness assessments beside each other: each theme's level and what it was the time before. Pure."""

import dataclasses
from collections.abc import Sequence

from strategies.models import ReadinessAssessment


@dataclasses.dataclass(frozen=True)
class ThemeLine:
    """`before` is None where the one before did not look at this theme; `changed` only where both named a level."""

    theme: str
    level: str
    note: str
    before: str | None

    @property
    def changed(self) -> bool:
        return bool(self.before and self.level) and _plain(self.before or "") != _plain(self.level)


@dataclasses.dataclass(frozen=True)
class Beside:
    """`before`: the assessment before this one, if there is one; `left_out`: themes that only that one looked at."""

    assessment: ReadinessAssessment
    before: ReadinessAssessment | None
    lines: list[ThemeLine]
    left_out: list[str]


def beside_each_other(assessments: Sequence[ReadinessAssessment]) -> list[Beside]:
    """The newest first, by the last day each can have been made on."""
    ordered = sorted(assessments, key=lambda one: (one.assessed_on.latest, one.pk), reverse=True)
    befores = [*ordered[1:], None]
    return [_one(assessment, befores[place]) for place, assessment in enumerate(ordered)]


def _one(assessment: ReadinessAssessment, before: ReadinessAssessment | None) -> Beside:
    earlier = {_plain(row.theme): row for row in before.themes.all()} if before else {}
    lines = []
    for row in assessment.themes.all():
        was = earlier.pop(_plain(row.theme), None)
        lines.append(ThemeLine(row.theme, row.level, row.note, was.level if was else None))
    return Beside(assessment, before, lines, [row.theme for row in earlier.values()])


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
