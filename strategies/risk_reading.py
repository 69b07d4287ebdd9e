"""Risks as lists and grids show them: rated before and after what is done, the worst first. Pure: no database."""

import dataclasses
import datetime
from collections.abc import Iterable

from strategies.models import Risk
from svduty import dates
from svduty.charts.heat import band_of


@dataclasses.dataclass(frozen=True)
class Rating:
    """How likely times how bad, 1 to 25, and what that is called."""

    likelihood: int
    impact: int

    @property
    def score(self) -> int:
        return self.likelihood * self.impact

    @property
    def band(self) -> str:
        return band_of(self.score)

    @property
    def words(self) -> str:
        return f"{self.score} {self.band.lower()}"


@dataclasses.dataclass(frozen=True)
class RiskLine:
    """`number`: its place in the list, by which the grids name it. `overdue`: since when it was to be looked at again, in words."""

    number: int
    risk: Risk
    before: Rating | None
    after: Rating | None
    overdue: str


def rating(likelihood: int | None, impact: int | None) -> Rating | None:
    return Rating(likelihood, impact) if likelihood and impact else None


def before(risk: Risk) -> Rating | None:
    return rating(risk.likelihood, risk.impact)


def after(risk: Risk) -> Rating | None:
    return rating(risk.likelihood_after, risk.impact_after)


def lines_of(risks: Iterable[Risk], on: datetime.date) -> list[RiskLine]:
    """The worst first, by what remains after all that is done, or as it was before where that is not rated; the unrated last."""
    ordered = sorted(risks, key=lambda risk: (-_score(after(risk) or before(risk)), -_score(before(risk)), risk.title.casefold(), risk.pk))
    return [RiskLine(number, risk, before(risk), after(risk), overdue_words(risk, on)) for number, risk in enumerate(ordered, start=1)]


def places(lines: Iterable[RiskLine], *, treated: bool) -> dict[int, tuple[int, int]]:
    """Where each stands in the grid, by its number: as it is when `treated`, else as it was before."""
    found = {line.number: (line.after if treated else line.before) for line in lines}
    return {number: (one.likelihood, one.impact) for number, one in found.items() if one}


def overdue_words(risk: Risk, on: datetime.date) -> str:
    """`12 days overdue`, by the last day that its review date can mean."""
    days = (on - risk.review_on.latest).days if risk.review_on else 0
    return f"{dates.say_days(days)} overdue" if days > 0 else ""


def _score(found: Rating | None) -> int:
    return found.score if found else 0
