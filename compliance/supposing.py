"""Facts with something added that has not happened: a publication, an approval or a review that somebody thinks of. Pure.

Supposed records have negative keys, which no record has, so that nothing can take them for one.
"""

import dataclasses
import datetime

from compliance.facts import ApprovalFacts, AreaFacts, PartnershipFacts, PublicationFacts, ReviewFacts, StrategyFacts, VersionFacts
from compliance.requirements.bodies import is_specified
from compliance.requirements.versions import areas_of, areas_on, judged_versions
from svduty.vague_dates import Truth, VagueDate

NEW_STRATEGY, NEW_VERSION, APPROVAL, REVIEW, PUBLICATION = -1, -2, -3, -4, -5
LANGUAGES = {False: ("en",), True: ("en", "cy")}
ANYTHING = ("Supposed",) * 2


@dataclasses.dataclass(frozen=True)
class Supposed:
    """What is thought of, each of which may be left out. `weeks`: how long a consultation is to be open."""

    publish: datetime.date | None = None
    approve: datetime.date | None = None
    review: datetime.date | None = None
    weeks: int = 4

    @property
    def days(self) -> list[datetime.date]:
        return [day for day in (self.approve, self.publish, self.review) if day]


@dataclasses.dataclass(frozen=True)
class About:
    """What it is supposed of: a version, or the next one of a strategy, or, with neither, the first there will be."""

    key: str
    label: str
    strategy_pk: int | None = None
    version_pk: int | None = None


@dataclasses.dataclass(frozen=True)
class World:
    """The facts as they would be, and the strategy and version of which it is supposed."""

    facts: PartnershipFacts
    strategy: StrategyFacts
    version: VersionFacts


def what_it_may_be_about(facts: PartnershipFacts, on: datetime.date) -> list[About]:
    """Versions not published yet first, then what has no version, then the next versions of strategies in force."""
    current = [judged for judged in judged_versions(facts, on) if judged.current]
    waiting = [judged for judged in current if not judged.published]
    found = [About(f"version-{one.version.pk}", one.name, one.strategy.pk, one.version.pk) for one in waiting]
    empty = [strategy for strategy in facts.strategies if not strategy.versions]
    found += [About(f"strategy-{strategy.pk}", f"{strategy.title}, first version", strategy.pk) for strategy in empty]
    revised = {one.strategy.pk for one in waiting}
    in_force = [one.strategy for one in current if one.published and one.strategy.pk not in revised]
    found += [About(f"strategy-{strategy.pk}", f"{strategy.title}, next version", strategy.pk) for strategy in in_force]
    return found or [About("first", "The first strategy")]


def suppose(facts: PartnershipFacts, about: About, supposed: Supposed) -> World:
    """The facts with the supposed records added, and without an end, so that days to come are judged like any other."""
    strategy = next((one for one in facts.strategies if one.pk == about.strategy_pk), None) or _new_strategy(facts, supposed)
    version = next((one for one in strategy.versions if one.pk == about.version_pk), None) or _new_version(strategy, supposed)
    version = _with_happenings(facts, strategy, version, supposed)
    if version.dated.by(min(supposed.days)) is Truth.NO:
        version = dataclasses.replace(version, dated=VagueDate.of(min(supposed.days)))
    versions = sorted([*(one for one in strategy.versions if one.pk != version.pk), version], key=lambda one: one.number)
    reviews = strategy.reviews + ((_review(supposed.review),) if supposed.review else ())
    strategy = dataclasses.replace(strategy, versions=tuple(versions), reviews=reviews)
    strategies = tuple(strategy if one.pk == strategy.pk else one for one in facts.strategies)
    if about.strategy_pk is None:
        strategies += (strategy,)
    return World(dataclasses.replace(facts, strategies=strategies, records_to=None), strategy, version)


def _with_happenings(facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, supposed: Supposed) -> VersionFacts:
    if supposed.approve:
        approval = ApprovalFacts(APPROVAL, "Those who decide", VagueDate.of(supposed.approve), "approved")
        version = dataclasses.replace(version, approvals=(*version.approvals, approval))
    if supposed.publish:
        publications = _publications(facts, areas_of(facts, strategy), supposed.publish)
        version = dataclasses.replace(version, publications=(*version.publications, *publications))
    return version


def _publications(facts: PartnershipFacts, areas: list[AreaFacts], day: datetime.date) -> list[PublicationFacts]:
    """On a website that counts for each area, and in another form; in Wales in both languages."""
    on = VagueDate.of(day)
    languages = LANGUAGES[any(area.in_wales for area in areas)]
    sites = [
        PublicationFacts(PUBLICATION - place, "website", on, languages, area.pk, _an_owner(facts, area, on), "", "", "", "", "")
        for place, area in enumerate(areas, start=1)
    ]
    return [*sites, PublicationFacts(PUBLICATION, "other", on, languages, None, None, "", "", *ANYTHING, "")]


def _an_owner(facts: PartnershipFacts, area: AreaFacts, on: VagueDate) -> int | None:
    """A body whose website counts for the area, if any is on the register."""
    here = [holder.organisation_pk for holder in facts.holders if holder.area_pk == area.pk]
    return next((pk for pk in here if is_specified(facts, pk, [area.pk], on)), None)


def _new_strategy(facts: PartnershipFacts, supposed: Supposed) -> StrategyFacts:
    areas = tuple(area.pk for area in areas_on(facts, min(supposed.days)))
    return StrategyFacts(NEW_STRATEGY, "The first strategy", True, False, areas, None, None, None, False, ())


def _new_version(strategy: StrategyFacts, supposed: Supposed) -> VersionFacts:
    number = max((version.number for version in strategy.versions), default=0) + 1
    return VersionFacts(NEW_VERSION, number, strategy.title, VagueDate.of(min(supposed.days)))


def _review(day: datetime.date) -> ReviewFacts:
    return ReviewFacts(REVIEW, VagueDate.of(day), "keep", True, "still-right")
