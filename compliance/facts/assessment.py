"""What the needs assessments found, and how many authorities there are to consult."""

import dataclasses

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class AssessedAreaFacts:
    """How many kinds and causes of serious violence were found in an area; `why_no_causes`: why none could be."""

    pk: int
    area_pk: int
    kinds: int
    causes: int
    why_no_causes: str


@dataclasses.dataclass(frozen=True)
class AssessmentFacts:
    """A needs assessment. `sources`: how many sources of data are recorded, missing ones included."""

    pk: int
    title: str
    period_from: VagueDate | None
    period_to: VagueDate | None
    completed_on: VagueDate | None
    approved_by: str
    approved_on: VagueDate | None
    sources: int
    areas: tuple[AssessedAreaFacts, ...] = ()


@dataclasses.dataclass(frozen=True)
class NumberFacts:
    """How many authorities of a `kind` (education, prison, youth-custody) an area has. `reason`: how one knows that there is none."""

    pk: int
    area_pk: int
    kind: str
    number: int
    counted_on: VagueDate
    source: str
    confirmed_by: str
    reason: str
