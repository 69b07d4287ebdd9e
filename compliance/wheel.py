"""The statutory year as a wheel of seven stations, for the strategy in force and for the one being prepared. Pure.

How a station stands is the worst of its duties' findings, so that the wheel and the duties cannot disagree; the day on which
something happened comes from the records.
"""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, StrategyFacts
from compliance.finding import Finding, NextStep, Status
from compliance.position import urgency
from compliance.requirements.requirement import listed
from compliance.requirements.versions import Judged, areas_of, areas_on, judged_versions
from compliance.todo import degree, standing
from compliance.wheel_days import Day, Subject
from compliance.wheel_places import PLACES, Place

DONE = (Status.MET, Status.MET_LATE)
IN_FORCE, BEING_PREPARED = "In force", "Being prepared"
NOT_YET = "Not yet"
TO_REVISE = "Held, revision to come"  # the review, where what it decided is still to be done


@dataclasses.dataclass(frozen=True)
class Station:
    """How one part of the year stands. `findings` are all that bear on it, worst first; `deciding` is the first of them, if any.

    `day` is when it happened, by the records, whether or not that was enough. `is_next`: the first of its ring that is overdue, or else not
    done; of a ring without a version the first not done.
    """

    place: Place
    status: Status
    findings: tuple[Finding, ...]
    day: Day | None
    stands: str
    is_next: bool = False

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def done(self) -> bool:
        return self.status in DONE

    @property
    def deciding(self) -> Finding | None:
        return self.findings[0] if self.findings else None

    @property
    def why(self) -> str:
        """The sentence of what decides, where it is not simply done."""
        if self.stands == NOT_YET and (not self.deciding or self.status == Status.NOT_APPLICABLE):
            return self.place.waits
        return "" if self.done or not self.deciding else self.deciding.why

    @property
    def next_step(self) -> NextStep | None:
        return self.deciding.next_step if self.deciding and not self.done else None

    @property
    def said(self) -> str:
        """How it stands, to read on after "next is definition:"."""
        if self.stands == NOT_YET:
            return "not done yet"
        return "a fact is missing" if self.status == Status.CANNOT_TELL else self.stands[0].lower() + self.stands[1:]

    @property
    def short(self) -> str:
        """For beside the drawing: `16 Nov 2026`, `Late, 18 Nov 2026`, `Overdue by 2 days`, `Not yet`."""
        if self.done and self.day:
            return f"Late, {self.day.short}" if self.status == Status.MET_LATE else self.day.short
        return self.stands


@dataclasses.dataclass(frozen=True)
class Ring:
    """One strategy's year. `name` is what it is for us, `subject` which strategy and version; `judged` None: no version recorded yet."""

    name: str
    subject: str
    strategy: StrategyFacts | None
    judged: Judged | None
    stations: tuple[Station, ...]

    @property
    def done(self) -> int:
        return sum(station.done for station in self.stations)

    @property
    def overdue(self) -> str:
        """The names of what is overdue besides what comes next, `sending and review`."""
        late = [station.name.lower() for station in self.stations if station.status == Status.OVERDUE and not station.is_next]
        return listed(late or [""])

    @property
    def next(self) -> Station | None:
        return next((station for station in self.stations if station.is_next), None)


@dataclasses.dataclass(frozen=True)
class Wheel:
    """A strategy in force and the one that will follow it, or one of the two; at most two rings, the one in force first."""

    rings: tuple[Ring, ...]

    @property
    def strategy_pk(self) -> int | None:
        """Of the strategy in force, or of the one prepared where none is; None where no strategy is recorded."""
        return self.rings[0].strategy.pk if self.rings[0].strategy else None

    @property
    def leading(self) -> Ring:
        """The ring in which something comes before the next review, if any does."""
        return next((ring for ring in self.rings if ring.next and ring.next.name != PLACES[-1].name), self.rings[0])


def wheels_of(facts: PartnershipFacts, findings: Iterable[Finding], on: datetime.date) -> list[Wheel]:
    """A wheel for each strategy in force, the newest first, and for each in preparation that follows none; never an empty list."""
    every = [finding for finding in findings if finding.current]
    judged = [one for one in judged_versions(facts, on) if one.current]
    out = sorted((one for one in judged if one.start_first), key=lambda one: one.start_first or on, reverse=True)
    in_force = [_ring(facts, every, on, IN_FORCE, one.strategy, one) for one in out]
    waiting = [(one.strategy, one) for one in judged if not one.published]
    waiting += [(strategy, None) for strategy in facts.strategies if not strategy.versions]  # type: ignore[misc]  # None: no version
    prepared = [_ring(facts, every, on, BEING_PREPARED, strategy, one) for strategy, one in waiting]
    wheels = []
    for ring in in_force:
        following = next((other for other in prepared if _follows(other, ring)), None)
        if following:
            prepared.remove(following)
        wheels.append(Wheel((ring, following) if following else (ring,)))
    wheels += [Wheel((ring,)) for ring in prepared]
    return wheels or [Wheel((_ring(facts, every, on, BEING_PREPARED, None, None),))]


def _follows(later: Ring, ring: Ring) -> bool:
    """Is it the next version of the same strategy, the strategy said to follow it, or one for an area of it that follows nothing?"""
    if later.strategy is None or ring.strategy is None:
        return False
    if later.strategy.pk == ring.strategy.pk or later.strategy.follows_pk == ring.strategy.pk:
        return True
    return later.strategy.follows_pk is None and bool(set(later.strategy.area_pks) & set(ring.strategy.area_pks))


def _ring(
    facts: PartnershipFacts, findings: list[Finding], on: datetime.date, name: str, strategy: StrategyFacts | None, judged: Judged | None
) -> Ring:
    keys = _keys(facts, strategy, judged, on)
    about = [finding for finding in findings if finding.key in keys]
    revises = judged is not None and not judged.published and any(version.publications for version in judged.strategy.versions)
    stations: list[Station] = []
    for place in PLACES:
        bearing = [finding for finding in about if finding.code in place.codes]
        if place is PLACES[-1] and revises:
            # The strategy's review is that of its version in force; this one's year begins when it is published.
            stations.append(Station(place, Status.DUE_LATER, (), None, NOT_YET))
            continue
        stations.append(_station(facts, place, bearing, (strategy, judged), on))
    skipped = (*DONE, Status.NOT_HELD)
    waiting = [s for s in stations if s.status not in skipped and (s.status != Status.NOT_APPLICABLE or s.stands == NOT_YET)]
    # Where nothing is prepared yet, what is overdue can only be done after what comes before it.
    late = [station for station in waiting if judged and station.status == Status.OVERDUE]
    first = next(iter(late + waiting), None)
    marked = tuple(dataclasses.replace(station, is_next=station is first) for station in stations)
    subject = judged.name if judged else strategy.title if strategy else "No strategy is recorded yet"
    return Ring(name, subject, strategy, judged, marked)


def _keys(facts: PartnershipFacts, strategy: StrategyFacts | None, judged: Judged | None, on: datetime.date) -> set[str]:
    """The subjects of findings that are about this ring."""
    areas = areas_of(facts, strategy) if strategy else areas_on(facts, on)
    keys = {"partnership", *(f"area:{area.pk}" for area in areas)}
    if strategy:
        keys.add(f"strategy:{strategy.pk}")
    if judged:
        keys |= {judged.key, *(f"{judged.key}/area:{area.pk}" for area in areas)}
    return keys


def _station(facts: PartnershipFacts, place: Place, bearing: list[Finding], subject: Subject, on: datetime.date) -> Station:
    applying = sorted((finding for finding in bearing if finding.status != Status.NOT_APPLICABLE), key=urgency)
    day = place.day(facts, subject, on)
    if applying:
        stands = _stands(applying[0], on)
        if place is PLACES[-1] and stands == NOT_YET and day:
            stands = TO_REVISE
        return Station(place, applying[0].status, tuple(applying), day, stands)
    if bearing and subject[1]:
        return Station(place, Status.NOT_APPLICABLE, tuple(bearing), day, Status.NOT_APPLICABLE.words)
    return Station(place, Status.DUE_LATER, (), day, NOT_YET)


def _stands(finding: Finding, on: datetime.date) -> str:
    """`Met`, `Met late, by 2 days`, `Overdue by 2 days`, `Due in 70 days`; without a date what is due later is not yet."""
    if finding.status == Status.DUE_LATER and not (finding.due and finding.due.on):
        return NOT_YET
    if finding.status == Status.MET_LATE:
        return f"{finding.status.words}, {degree(finding, on)}"
    return standing(finding, on)
