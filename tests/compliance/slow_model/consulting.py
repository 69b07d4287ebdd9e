"""Who was asked about the strategy: schools, prisons, youth custody, and for a wider area the other specified authorities."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, ConsultationFacts, NumberFacts, PartnershipFacts, StrategyFacts, VersionFacts
from tests.compliance.slow_model.days import (
    ANY_DAY,
    DUTY_BEGAN,
    FIRST_STRATEGIES_BY,
    Answer,
    Days,
    Place,
    count_days,
    days_of,
    possibly,
    stands,
    surely,
    waiting,
    window,
)
from tests.compliance.slow_model.versions import all_judged, areas_of, judged_as_first, led_to, starts_of

KINDS = {"SVD-CONS-01": "education", "SVD-CONS-02": "prison", "SVD-CONS-03": "youth-custody"}
WORST_FIRST = ["OVERDUE", "NOT_MET", "CANNOT_TELL", "DUE_SOON", "DUE_LATER", "MET"]
SATISFIED, IN_DOUBT, FAILS = ("MET", ANY_DAY, 0), ("CANNOT_TELL", ANY_DAY, 0), ("NOT_MET", ANY_DAY, 0)


def consulting(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for strategy, version in all_judged(facts, on):
        key = f"version:{version.pk}"
        for code, kind in KINDS.items():
            found[code, key] = since_the_duty(version, everywhere_consulted(facts, strategy, version, kind, on), on)
        if strategy.section_9:
            found["SVD-CONS-04", key] = since_the_duty(version, other_authorities_consulted(facts, strategy, version, on), on)
    for code in (*KINDS, "SVD-CONS-04"):
        if not any(place[0] == code for place in found):
            found[code, "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def since_the_duty(version: VersionFacts, answer: Answer, on: datetime.date) -> Answer:
    """Nobody had to consult on what was out before the duty began."""
    starts = starts_of(version, on)
    before = starts and all(day < DUTY_BEGAN for day in starts)
    return ("NOT_APPLICABLE", None, 0) if before and answer[0] != "MET" else answer


def worst(answers: Iterable[Answer]) -> Answer:
    """The worst of several, and of equals the one due first."""
    return min(answers, key=lambda answer: (WORST_FIRST.index(answer[0]), answer[1] or datetime.date.max))


def bearing(strategy: StrategyFacts, version: VersionFacts, kind: str, area_pk: int, on: datetime.date) -> list[ConsultationFacts]:
    """The consultations of that kind in that area on the drafts that led to the version, without those that ended after it was out."""
    starts = starts_of(version, on)
    return [
        one
        for draft in led_to(strategy, version, on)
        for one in draft.consultations
        if one.kind == kind
        and one.area_pk in (area_pk, None)
        and possibly(one.opens_on, lambda day: day <= on)
        and not (starts and surely(one.closes_on or one.opens_on, lambda day: all(day > start for start in starts)))
    ]


def over(one: ConsultationFacts, starts: Days, facts: PartnershipFacts, on: datetime.date) -> Answer:
    """Whether a consultation that asked all it should is over: before publication, or for a draft by now. It is open on its last day."""
    if one.closes_on is None or not surely(one.opens_on, lambda day: day <= on):
        return IN_DOUBT
    if starts:
        return SATISFIED if surely(one.closes_on, lambda day: all(day <= start for start in starts)) else IN_DOUBT
    if surely(one.closes_on, lambda day: day < on):
        return SATISFIED
    if possibly(one.closes_on, lambda day: day < on):
        return IN_DOUBT
    closes = days_of(one.closes_on)[0]
    return ("DUE_SOON" if count_days(on, closes) <= window(facts, "DL-14") else "DUE_LATER"), closes, 0


# Schools, prisons, youth custody


def everywhere_consulted(facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, kind: str, on: datetime.date) -> Answer:
    areas = areas_of(facts, strategy)
    if not areas:
        return IN_DOUBT
    return worst(consulted_in(facts, strategy, version, kind, area, on) for area in areas)


def consulted_in(
    facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, kind: str, area: AreaFacts, on: datetime.date
) -> Answer:
    starts = starts_of(version, on)
    otherwise = starts[-1] if starts else on
    judged = [
        all_were_asked(facts, strategy, one, kind, area.pk, starts, otherwise, on) for one in bearing(strategy, version, kind, area.pk, on)
    ]
    asked = [answer for answer in judged if answer]
    there = number_in(facts, area.pk, kind, otherwise, on)
    if there and there.number == 0:
        stated = bool(there.reason and there.confirmed_by)
        return SATISFIED if stated or SATISFIED in asked else IN_DOUBT
    found = best_of(asked or [FAILS])
    if starts or found != FAILS:
        return found
    if any(judged_as_first(facts, strategy, version, one.pk, on) for one in areas_of(facts, strategy)):
        return waiting(facts, "DL-01", FIRST_STRATEGIES_BY, on)
    return "DUE_LATER", None, 0


def best_of(answers: list[Answer]) -> Answer:
    """Satisfied by one, or soon to be, counts before a doubt about another, and a doubt before a failure."""
    for statuses in (("MET",), ("DUE_SOON", "DUE_LATER"), ("CANNOT_TELL",), ("NOT_MET",)):
        some = [answer for answer in answers if answer[0] in statuses]
        if some:
            return worst(some)
    raise AssertionError(answers)


def all_were_asked(
    facts: PartnershipFacts,
    strategy: StrategyFacts,
    one: ConsultationFacts,
    kind: str,
    area_pk: int,
    starts: Days,
    otherwise: datetime.date,
    on: datetime.date,
) -> Answer | None:
    """None for a consultation of nobody, because none was there."""
    counted_by = days_of(one.closes_on)[-1] if one.closes_on else otherwise
    area_pks = [area_pk] if one.area_pk is not None else [area.pk for area in areas_of(facts, strategy)]
    numbers = [number_in(facts, pk, kind, counted_by, on) for pk in area_pks]
    if not all(number and number.source and number.confirmed_by for number in numbers):
        return IN_DOUBT
    total = sum(number.number for number in numbers if number)
    if total == 0:
        return None
    if one.asked is None or one.asked > total:
        return IN_DOUBT
    return FAILS if one.asked < total else over(one, starts, facts, on)


def number_in(facts: PartnershipFacts, area_pk: int, kind: str, day: datetime.date, on: datetime.date) -> NumberFacts | None:
    """The newest count that may have been made by that day, else the oldest later one."""
    known = [
        one for one in facts.numbers if one.area_pk == area_pk and one.kind == kind and possibly(one.counted_on, lambda each: each <= on)
    ]
    in_time = [one for one in known if possibly(one.counted_on, lambda each: each <= day)]
    if in_time:
        return max(in_time, key=lambda one: (days_of(one.counted_on)[-1], one.pk))
    return min(known, key=lambda one: (days_of(one.counted_on)[0], one.pk), default=None)


# The other specified authorities of a wider area


def other_authorities_consulted(facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, on: datetime.date) -> Answer:
    areas = areas_of(facts, strategy)
    if not areas:
        return IN_DOUBT
    return worst(others_consulted_in(facts, strategy, version, area, on) for area in areas)


def others_consulted_in(
    facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, area: AreaFacts, on: datetime.date
) -> Answer:
    """Of the bodies that made the strategy nobody needs to be asked. Days before the duty count as its first."""
    starts = starts_of(version, on)
    that_day = sorted({max(day, DUTY_BEGAN) for day in starts or [on]})
    bodies = authorities(facts, area.pk, that_day)
    asked = bearing(strategy, version, "specified", area.pk, on)
    others = {body: [over(one, starts, facts, on) for one in asked if body in one.body_pks] for body in bodies - set(strategy.made_by_pks)}
    if not all(others.values()):
        return FAILS if starts else ("DUE_LATER", ANY_DAY, 0)
    if not bodies or lacks_a_kind(facts, area, that_day):
        return IN_DOUBT
    return worst([SATISFIED, *(best_of(answers) for answers in others.values())])


def authorities(facts: PartnershipFacts, area_pk: int, that_day: Days) -> set[int]:
    """The organisations that could have been specified authorities for the area then."""
    specified = {kind.code: kind for kind in facts.authority_types if kind.standing == "specified"}
    return {
        one.organisation_pk
        for one in facts.holders
        if one.area_pk == area_pk
        and (kind := specified.get(one.capacity))
        and any(stands(one.starts, one.ends, day) and stands(kind.starts, kind.ends, day) for day in that_day)
    }


def lacks_a_kind(facts: PartnershipFacts, area: AreaFacts, that_day: Days) -> bool:
    """Is a kind of body that each such area has missing from the register?"""
    return any(
        not any(
            one.capacity == kind.code and one.area_pk == area.pk and any(stands(one.starts, one.ends, day) for day in that_day)
            for one in facts.holders
        )
        for kind in facts.authority_types
        if kind.standing == "specified" and (kind.needed_in == "every" or (kind.needed_in == "two-tier" and area.two_tier))
        if any(stands(kind.starts, kind.ends, day) for day in that_day)
    )
