"""A strategy, its versions and its reviews."""

import dataclasses

from compliance.facts.version import VersionFacts
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class ElementFacts:
    """One of the things that a strategy is expected to contain."""

    code: str
    name: str


@dataclasses.dataclass(frozen=True)
class ReviewFacts:
    """`decision`: keep, refresh, revise or "" (not recorded). `found`: are findings recorded? `assessment`: newer, still-right, no, ""."""

    pk: int
    held_on: VagueDate
    decision: str
    found: bool
    assessment: str


@dataclasses.dataclass(frozen=True)
class ArrangementFacts:
    """`counting`: rolling or anniversary."""

    pk: int
    who: str
    every_months: int | None
    next_on: VagueDate | None
    counting: str
    agreed_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class StrategyFacts:
    """`section_8`/`section_9`: the basis. `follows_pk`: the earlier strategy here; `earlier_not_held`: there is one, not recorded here.

    `made_by_pks`: the bodies that made it together. `aligned`: how many other strategies it is recorded to work with. `review_open_pk`:
    its yearly review on its way.
    """

    pk: int
    title: str
    section_8: bool
    section_9: bool
    area_pks: tuple[int, ...]
    period_from: VagueDate | None
    period_to: VagueDate | None
    follows_pk: int | None
    earlier_not_held: bool
    versions: tuple[VersionFacts, ...]
    made_by_pks: tuple[int, ...] = ()
    assessment_pk: int | None = None
    aligned: int = 0
    reviews: tuple[ReviewFacts, ...] = ()
    arrangements: tuple[ArrangementFacts, ...] = ()
    review_open_pk: int | None = None
