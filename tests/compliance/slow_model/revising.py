"""Whether a strategy was revised when a review decided to, and whether all that a strategy needs was done anew for the revised one."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator

from compliance.facts import PartnershipFacts, ReviewFacts, StrategyFacts, VersionFacts
from tests.compliance.slow_model.days import ANY_DAY, Answer, Place, days_of, possibly, surely
from tests.compliance.slow_model.publishing import publishing
from tests.compliance.slow_model.reviewing import known_reviews
from tests.compliance.slow_model.versions import on_record, starts_of

InItsTime = Callable[[PartnershipFacts, datetime.date, str, Answer], Answer]
ANEW = [
    *("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04"),
    *("SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-03", "SVD-PUB-04", "SVD-PUB-05"),
]
PUBLISHED = ("SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-04")
WORST_FIRST = ["OVERDUE", "NOT_MET", "CANNOT_TELL", "DUE_SOON", "NOT_HELD", "DUE_LATER", "MET_LATE", "MET"]
NOT_ASKED: Answer = ("NOT_APPLICABLE", None, 0)
LATER: Answer = ("DUE_LATER", None, 0)
IN_DOUBT: Answer = ("CANNOT_TELL", None, 0)


def revising(facts: PartnershipFacts, on: datetime.date, plain: dict[Place, Answer], in_its_time: InItsTime) -> dict[Place, Answer]:
    """`plain`: what was found of consulting, publishing and sending, not yet set in the time of the records."""
    found: dict[Place, Answer] = {}
    for strategy in facts.strategies:
        if not on_record(strategy, on):
            continue  # only what was prepared can be revised
        key = f"strategy:{strategy.pk}"
        found["SVD-REV-03", key] = NOT_ASKED
        decisions = [one for one in known_reviews(strategy, on) if one.decision == "revise"]
        for review in decisions:
            place = key if review is decisions[-1] else f"{key}/review:{review.pk}"
            found["SVD-REV-03", place] = revised(facts, strategy, review, on, plain, in_its_time)
    return found or {("SVD-REV-03", "partnership"): NOT_ASKED}


def revised(
    facts: PartnershipFacts,
    strategy: StrategyFacts,
    review: ReviewFacts,
    on: datetime.date,
    plain: dict[Place, Answer],
    in_its_time: InItsTime,
) -> Answer:
    """The answer to one decision to revise."""
    if not surely(review.held_on, lambda day: day <= on):
        return IN_DOUBT
    if any(ends(facts, strategy, review, later, on) for later in kept_or_revised_later(strategy, review, on)):
        return NOT_ASKED
    out = [version for version in versions_since(facts, strategy, on) if surely_out_after(version, review, on)]
    if out:
        return anew(facts, min(out, key=lambda version: when_out(version, on)), on, plain, in_its_time)
    if any(possibly_out_after(version, review, on) for version in versions_since(facts, strategy, on)):
        return IN_DOUBT
    kept = [one for one in known_reviews(strategy, on) if one.decision == "keep"]
    if any(possibly(one.held_on, lambda day: day > days_of(review.held_on)[0]) for one in kept):
        return IN_DOUBT
    return LATER


def kept_or_revised_later(strategy: StrategyFacts, review: ReviewFacts, on: datetime.date) -> list[ReviewFacts]:
    """Those that surely came later and kept it, and those later in order that decided the same: whichever was last speaks for both."""
    known = known_reviews(strategy, on)
    kept = [one for one in known if one.decision == "keep" and surely_later(one, review)]
    return kept + [one for one in known[known.index(review) + 1 :] if one.decision == "revise"]


def surely_later(one: ReviewFacts, other: ReviewFacts) -> bool:
    return all(day > earlier for day in days_of(one.held_on) for earlier in days_of(other.held_on))


def ends(facts: PartnershipFacts, strategy: StrategyFacts, review: ReviewFacts, later: ReviewFacts, on: datetime.date) -> bool:
    """Was the decision surely taken back, or taken again, before anything revised could have been out?"""
    return surely(later.held_on, lambda day: day <= on) and all(
        start > day
        for version in versions_since(facts, strategy, on)
        if possibly_out_after(version, review, on)
        for start in starts_of(version, on)
        for day in days_of(later.held_on)
    )


def versions_since(facts: PartnershipFacts, strategy: StrategyFacts, on: datetime.date) -> Iterator[VersionFacts]:
    """The versions of the strategy and of those that follow it, one after the other."""
    family, before = [strategy], 0
    while len(family) > before:
        before = len(family)
        known = {one.pk for one in family}
        family += [one for one in facts.strategies if one.follows_pk in known and one.pk not in known]
    for one in sorted(family, key=lambda each: each.pk):
        yield from sorted(on_record(one, on), key=lambda version: version.number)


def possibly_out_after(version: VersionFacts, review: ReviewFacts, on: datetime.date) -> bool:
    """Could it first have been published after a day on which the review could have been held?"""
    return any(start > day for start in starts_of(version, on) for day in days_of(review.held_on))


def surely_out_after(version: VersionFacts, review: ReviewFacts, on: datetime.date) -> bool:
    """Was it surely published, and surely first after every day on which the review could have been held?"""
    if not any(surely(one.published_on, lambda day: day <= on) for one in version.publications):
        return False
    return all(start > day for start in starts_of(version, on) for day in days_of(review.held_on))


def when_out(version: VersionFacts, on: datetime.date) -> tuple[datetime.date, datetime.date]:
    """What could have been out first, then what surely was."""
    starts = starts_of(version, on)
    return starts[0], starts[-1]


# What a revised version needs, like the first one


def anew(facts: PartnershipFacts, version: VersionFacts, on: datetime.date, plain: dict[Place, Answer], in_its_time: InItsTime) -> Answer:
    """The worst of what is found about the version, each in the time of the records. Of equals one with a day in law speaks: what is
    most days late, then what is due first."""
    without_target = publishing(without_our_target(facts), on)
    there = []
    for place, answer in plain.items():
        if place[0] in ANEW and place[1].split("/")[0] == f"version:{version.pk}":
            in_law = answer[1] not in (None, ANY_DAY) and (place[0] not in PUBLISHED or without_target[place][1] is not None)
            if place[0] in PUBLISHED and not in_law:
                answer = by_the_law_alone(answer, without_target[place])
            there.append((not in_law, in_its_time(facts, on, place[0], answer)))
    asked = [(local, answer) for local, answer in there if answer[0] != "NOT_APPLICABLE"]
    return min(asked, key=lambda one: (WORST_FIRST.index(one[1][0]), one[0], -one[1][2], one[1][1] or ANY_DAY), default=(True, NOT_ASKED))[
        1
    ]


def without_our_target(facts: PartnershipFacts) -> PartnershipFacts:
    """Nobody set a number of days for publishing where the law sets none."""
    deadlines = tuple(dataclasses.replace(one, target_days=None) if one.code == "DL-02" else one for one in facts.deadlines)
    return dataclasses.replace(facts, deadlines=deadlines)


def by_the_law_alone(answer: Answer, without_target: Answer) -> Answer:
    """Our own target makes nothing late or pressing: what came is met whenever it came, and what did not is still to come."""
    status = "MET" if without_target[0] == "MET" else "DUE_LATER" if answer[0] in ("OVERDUE", "DUE_SOON") else answer[0]
    return status, ANY_DAY, 0
