"""A needs assessment arranged for its page. Pure: rows in, lines out."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.directory import is_over
from partnerships.models import DutyHolder, LocalGovernmentArea, Organisation
from strategies.models import AssessedArea, DataSource, NeedsAssessment
from strategies.standing import DUTY_BEGAN
from svduty.vague_dates import Truth


@dataclasses.dataclass(frozen=True)
class AreaLine:
    """An area and what was found there, None while nothing is recorded."""

    area: LocalGovernmentArea
    found: AssessedArea | None


@dataclasses.dataclass(frozen=True)
class BodyLine:
    """A body that gave data, or should have: `source` is None while nothing is recorded. `capacities`: as what it is specified."""

    name: str
    capacities: str
    organisation_pk: int | None
    source: DataSource | None


def area_lines(assessment: NeedsAssessment, areas: Iterable[LocalGovernmentArea]) -> list[AreaLine]:
    """The partnership's areas by name, then any other of which something is recorded."""
    found = {row.area_id: row for row in assessment.assessed_areas.all() if not row.withdrawn_on}
    lines = [AreaLine(area, found.pop(area.pk, None)) for area in areas]
    return lines + [AreaLine(row.area, row) for row in found.values()]


def body_lines(assessment: NeedsAssessment, holders: Iterable[DutyHolder], on: datetime.date) -> list[BodyLine]:
    """The specified authorities of the register that took part when the assessment was made, then everybody else who gave data.

    An assessment that is not completed is being made on the day `on`.
    """
    made = max(assessment.completed_on.latest if assessment.completed_on else on, DUTY_BEGAN)
    bodies: dict[Organisation, list[str]] = {}
    for holder in holders:
        begun = holder.starts is None or holder.starts.by(made) is not Truth.NO
        if begun and not is_over(holder, made):
            bodies.setdefault(holder.organisation, []).append(holder.capacity.name)
    sources = list(assessment.data_sources.all())
    lines: list[BodyLine] = []
    for body in sorted(bodies, key=lambda body: body.name):
        theirs = [source for source in sources if source.organisation_id == body.pk]
        standing = [source for source in theirs if not source.withdrawn_on]
        capacities = ", ".join(dict.fromkeys(bodies[body]))
        lines += [BodyLine(body.name, capacities, body.pk, source) for source in theirs]
        if not standing:
            lines.append(BodyLine(body.name, capacities, body.pk, None))
    known = {body.pk for body in bodies}
    others = [source for source in sources if source.organisation_id not in known]
    return lines + [BodyLine(source.body, "", source.organisation_id, source) for source in others]


@dataclasses.dataclass(frozen=True)
class AssessmentLine:
    """One assessment in a list. `found`: "4 kinds and 5 causes in 1 area", empty when nothing is recorded."""

    assessment: NeedsAssessment
    looks_at: str
    approved: str
    found: str


def line_of(assessment: NeedsAssessment) -> AssessmentLine:
    standing = [row for row in assessment.assessed_areas.all() if not row.withdrawn_on]
    kinds, causes = sum(len(row.kind_lines) for row in standing), sum(len(row.cause_lines) for row in standing)
    found = f"{_count(kinds, 'kind')} and {_count(causes, 'cause')} in {_count(len(standing), 'area')}" if standing else ""
    approved = ", ".join(str(part) for part in (assessment.approved_by, assessment.approved_on) if part)
    return AssessmentLine(assessment, time_of(assessment), approved, found)


def time_of(assessment: NeedsAssessment) -> str:
    """The time it looks at, in words."""
    start, end = assessment.period_from, assessment.period_to
    return f"{start} to {end}" if start and end else f"From {start}" if start else f"Up to {end}" if end else ""


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
