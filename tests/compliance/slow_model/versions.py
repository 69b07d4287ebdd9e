"""Areas, bodies, and which versions of a strategy are judged on a day."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, PartnershipFacts, PublicationFacts, StrategyFacts, VersionFacts
from svduty.vague_dates import VagueDate
from tests.compliance.slow_model.days import DUTY_BEGAN, FIRST_STRATEGIES_BY, Days, days_of, first_days, possibly, stands

APPROVING = ("approved", "conditions")


def areas_on(facts: PartnershipFacts, on: datetime.date) -> list[AreaFacts]:
    """The areas of the partnership on this day, each once however often it joined."""
    found: dict[int, AreaFacts] = {}
    for area in facts.areas:
        if stands(area.starts, area.ends, on) and stands(area.joined, area.left, on):
            found[area.pk] = area
    return list(found.values())


def areas_of(facts: PartnershipFacts, strategy: StrategyFacts) -> list[AreaFacts]:
    """The areas of the strategy that are known to the partnership, each once."""
    return list({area.pk: area for area in facts.areas if area.pk in strategy.area_pks}.values())


def in_wales(facts: PartnershipFacts, strategy: StrategyFacts) -> bool:
    return any(area.in_wales for area in facts.areas if area.pk in strategy.area_pks)


def on_record(strategy: StrategyFacts, on: datetime.date) -> list[VersionFacts]:
    return [version for version in strategy.versions if possibly(version.dated, lambda day: day <= on)]


def publications(version: VersionFacts, on: datetime.date) -> list[PublicationFacts]:
    """Those that have possibly happened."""
    return [one for one in version.publications if possibly(one.published_on, lambda day: day <= on)]


def judged(strategy: StrategyFacts, on: datetime.date) -> list[VersionFacts]:
    there = on_record(strategy, on)
    newest = max(there, key=lambda version: version.number, default=None)
    return [version for version in there if version is newest or publications(version, on)]


def all_judged(facts: PartnershipFacts, on: datetime.date) -> list[tuple[StrategyFacts, VersionFacts]]:
    return [(strategy, version) for strategy in facts.strategies for version in judged(strategy, on)]


def starts_of(version: VersionFacts, on: datetime.date) -> Days:
    """Every day on which the version could first have been published: one publication on that day, no other before it."""
    return first_days(one.published_on for one in publications(version, on))


def replaced(facts: PartnershipFacts, strategy: StrategyFacts, on: datetime.date) -> bool:
    """Is a strategy that follows this one published?"""
    followers = [other for other in facts.strategies if other.follows_pk == strategy.pk]
    return any(publications(version, on) for other in followers for version in on_record(other, on))


def led_to(strategy: StrategyFacts, version: VersionFacts, on: datetime.date) -> list[VersionFacts]:
    """The version and the drafts before it, back to the version published before it: what is said of them bears on it."""
    return [
        draft
        for draft in on_record(strategy, on)
        if draft.number <= version.number
        and not any(draft.number <= other.number < version.number and publications(other, on) for other in on_record(strategy, on))
    ]


def approvals_of(versions: Iterable[VersionFacts], on: datetime.date) -> Days:
    """Every day on which one of these versions could first have been approved."""
    return first_days(
        one.decided_on
        for version in versions
        for one in version.approvals
        if one.outcome in APPROVING and possibly(one.decided_on, lambda day: day <= on)
    )


def existed_for_the_first(area: AreaFacts) -> bool:
    """An area created after 31 January 2024, or abolished before, never had that day to publish by."""
    return stands(area.starts, area.ends, FIRST_STRATEGIES_BY)


def judged_as_first(facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, area_pk: int, on: datetime.date) -> bool:
    """Is this the first section 8 strategy of this area, due by 31 January 2024?

    First is what could have been out first, then what surely was out first; of equals the lower number.
    """
    if not strategy.section_8 or strategy.follows_pk is not None or strategy.earlier_not_held:
        return False
    if not all(existed_for_the_first(area) for area in facts.areas if area.pk == area_pk):
        return False
    published = {
        (starts[0], starts[-1], other.pk, each.number): each
        for other in facts.strategies
        if other.section_8 and area_pk in other.area_pks
        for each in on_record(other, on)
        if (starts := starts_of(each, on))
    }
    return published[min(published)] is version if published else True


def in_the_duty(date: VagueDate) -> set[datetime.date]:
    """Every day it could be, those before the duty counted as its first."""
    return {max(day, DUTY_BEGAN) for day in days_of(date)}


def specified_for(facts: PartnershipFacts, organisation: int | None, areas: Iterable[int], date: VagueDate, *, body_too: bool) -> bool:
    """Could this organisation have been a specified authority for one of the areas (or, `body_too`, its policing body) that day?"""
    for one in facts.holders:
        kind = next((each for each in facts.authority_types if each.code == one.capacity), None)
        if one.organisation_pk != organisation or one.area_pk not in areas or kind is None:
            continue
        policing = body_too and kind.code == "policing-body"
        if kind.standing != "specified" and not policing:
            continue
        if policing and possibly(date, lambda day: stands(one.starts, one.ends, day)):  # noqa: B023
            return True
        if not policing and any(stands(one.starts, one.ends, day) and stands(kind.starts, kind.ends, day) for day in in_the_duty(date)):
            return True
    return False
