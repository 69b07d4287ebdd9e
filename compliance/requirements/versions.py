"""Which versions are judged on a day, which of them is current, and when a version's clocks start."""

import dataclasses
import datetime

from compliance.facts import ApprovalFacts, AreaFacts, PartnershipFacts, PublicationFacts, StrategyFacts, VersionFacts, lasts_on
from compliance.finding import RecordRef
from compliance.requirements.law_dates import FIRST_STRATEGY_DUE
from svduty import dates
from svduty.vague_dates import Truth


@dataclasses.dataclass(frozen=True)
class Judged:
    """A version on record on the day. `start_first`..`start_last` is the range of its first publication; None: not published."""

    strategy: StrategyFacts
    version: VersionFacts
    current: bool
    start_first: datetime.date | None
    start_last: datetime.date | None

    @property
    def key(self) -> str:
        return f"version:{self.version.pk}"

    @property
    def name(self) -> str:
        return f"{self.version.title}, version {self.version.number}"

    @property
    def published(self) -> bool:
        """Surely or possibly published by the day."""
        return self.start_first is not None

    @property
    def started(self) -> str:
        """When it was first published, for a sentence; empty for a version that is not."""
        if self.start_first is None or self.start_last is None:
            return ""
        if self.start_first == self.start_last:
            return f"on {dates.say(self.start_first)}"
        return f"between {dates.say(self.start_first)} and {dates.say(self.start_last)} (the exact day is not recorded)"

    @property
    def record(self) -> RecordRef:
        return RecordRef("version", self.version.pk, self.name)


Versions = tuple[Judged, ...]
APPROVING = ("approved", "conditions")


def judged_versions(facts: PartnershipFacts, on: datetime.date) -> Versions:
    """Every version published by `on`, and the newest of each strategy though unpublished; none dated surely after `on`.

    Current are the newest version and the newest published one, so that a new draft hides no duty of the version in force,
    until a later strategy that follows this one is published.
    """
    found = []
    followed = set()
    for strategy in facts.strategies:
        known = [(version, published_by(version, on)) for version in known_versions(strategy, on)]
        newest = max((version.number for version, _ in known), default=0)
        in_force = max((version.number for version, publications in known if publications), default=0)
        found += [(strategy, version, newest, in_force, published) for version, published in known if published or version.number == newest]
        if in_force:
            followed.add(strategy.follows_pk)
    return tuple(
        Judged(
            strategy,
            version,
            version.number in (newest, in_force) and strategy.pk not in followed,
            min((publication.published_on.earliest for publication in published), default=None),
            min((publication.published_on.latest for publication in published), default=None),
        )
        for strategy, version, newest, in_force, published in found
    )


def published_by(version: VersionFacts, on: datetime.date) -> list[PublicationFacts]:
    """Publications that surely or possibly happened by `on`."""
    return [publication for publication in version.publications if publication.published_on.by(on) is not Truth.NO]


def known_versions(strategy: StrategyFacts, on: datetime.date) -> list[VersionFacts]:
    """Those not dated surely after `on`."""
    return [version for version in strategy.versions if version.dated.by(on) is not Truth.NO]


def came_before(facts: PartnershipFacts, earlier: Judged, later: Judged) -> bool:
    """Is it of the same strategy, or of one that this one follows, one after another?"""
    follows = {strategy.pk: strategy.follows_pk for strategy in facts.strategies}
    line: list[int] = []
    pk: int | None = later.strategy.pk
    while pk is not None and pk not in line:
        line.append(pk)
        pk = follows.get(pk)
    return earlier.strategy.pk in line


def drafts_of(judged: Judged, on: datetime.date) -> list[VersionFacts]:
    """The versions that led to this one, itself included: all since the last one of the strategy that was published before it.

    A draft is consulted on and assessed, and then changed; what was done on it was done in preparing this version. A version
    published in between begins a revision, for which everything is asked anew (s.8(11)).
    """
    number, known = judged.version.number, known_versions(judged.strategy, on)
    since = max((version.number for version in known if version.number < number and published_by(version, on)), default=0)
    return [version for version in known if since < version.number <= number]


def approved_by(version: VersionFacts, on: datetime.date) -> list[ApprovalFacts]:
    """Approvals, with conditions or without, and no other decisions, that surely or possibly happened by `on`."""
    return [approval for approval in version.approvals if approval.outcome in APPROVING and approval.decided_on.by(on) is not Truth.NO]


def first_approval(approvals: list[ApprovalFacts]) -> tuple[datetime.date, datetime.date] | None:
    """The range of the first of these decisions; None without any."""
    if not approvals:
        return None
    return min(a.decided_on.earliest for a in approvals), min(a.decided_on.latest for a in approvals)


def by_strategy(everything: Versions) -> dict[int, list[Judged]]:
    """The judged versions of each strategy, by the strategy's key, in the order of the versions."""
    found: dict[int, list[Judged]] = {}
    for judged in everything:
        found.setdefault(judged.strategy.pk, []).append(judged)
    return found


def areas_on(facts: PartnershipFacts, on: datetime.date) -> list[AreaFacts]:
    """The areas that the partnership covers on `on`."""
    here = [area for area in facts.areas if lasts_on(area.joined, area.left, on) and lasts_on(area.starts, area.ends, on)]
    return list({area.pk: area for area in here}.values())


def areas_of(facts: PartnershipFacts, strategy: StrategyFacts) -> list[AreaFacts]:
    """The areas of a strategy, each once though it left the partnership and came back."""
    return list({area.pk: area for area in facts.areas if area.pk in strategy.area_pks}.values())


def had_the_first_deadline(area: AreaFacts) -> bool:
    """Did the area exist on 31 January 2024? One created later, or abolished before, never had that date (DL-01)."""
    return lasts_on(area.starts, area.ends, FIRST_STRATEGY_DUE)


def is_first(judged: Judged, area: AreaFacts, everything: Versions) -> bool:
    """Is this the area's first section 8 strategy, whose last day for publication was 31 January 2024 (reg 3(1))?"""
    strategy = judged.strategy
    if not strategy.section_8 or strategy.follows_pk or strategy.earlier_not_held or not had_the_first_deadline(area):
        return False
    return not any(_came_before(other, judged) for other in everything if other.strategy.section_8 and area.pk in other.strategy.area_pks)


def _came_before(other: Judged, judged: Judged) -> bool:
    if other.version.pk == judged.version.pk or other.start_first is None or other.start_last is None:
        return False
    if judged.start_first is None or judged.start_last is None:
        return True
    return (other.start_first, other.start_last, other.strategy.pk, other.version.number) < (
        judged.start_first,
        judged.start_last,
        judged.strategy.pk,
        judged.version.number,
    )
