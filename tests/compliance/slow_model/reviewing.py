"""Whether a strategy is kept under review, and whether somebody looked at it again within the year."""

import dataclasses
import datetime

from compliance.facts import ArrangementFacts, PartnershipFacts, ReviewFacts, StrategyFacts
from tests.compliance.slow_model.days import A_DAY, Answer, Place, count_days, days_of, placed_against, possibly, surely, window
from tests.compliance.slow_model.versions import approvals_of, judged, replaced, starts_of


@dataclasses.dataclass(frozen=True)
class Range:
    """A day that may be any from first to last."""

    first: datetime.date
    last: datetime.date


def reviewing(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for strategy in facts.strategies:
        if judged(strategy, on):
            if strategy.section_8:
                found["SVD-REV-01", f"strategy:{strategy.pk}"] = (kept_under_review(strategy, on), None, 0)
            found |= {("SVD-REV-02", key): answer for key, answer in yearly(facts, strategy, on).items()}
    for code in ("SVD-REV-01", "SVD-REV-02"):
        if not any(place[0] == code for place in found):
            found[code, "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def known_reviews(strategy: StrategyFacts, on: datetime.date) -> list[ReviewFacts]:
    """Those that possibly happened, in their order."""
    there = [one for one in strategy.reviews if possibly(one.held_on, lambda day: day <= on)]
    return sorted(there, key=lambda one: (days_of(one.held_on)[-1], one.pk))


def whole(review: ReviewFacts) -> bool:
    """Of the strategy and of the assessment behind it, with what it found and decided."""
    return review.found and review.decision != "" and review.assessment in ("newer", "still-right")


def arranged(strategy: StrategyFacts, on: datetime.date) -> ArrangementFacts | None:
    """The newest arrangement that may stand; one without a date is the oldest."""
    there = [one for one in strategy.arrangements if one.agreed_on is None or possibly(one.agreed_on, lambda day: day <= on)]
    return max(there, key=lambda one: (days_of(one.agreed_on)[-1] if one.agreed_on else datetime.date.min, one.pk), default=None)


def kept_under_review(strategy: StrategyFacts, on: datetime.date) -> str:
    reviews, newest = known_reviews(strategy, on), arranged(strategy, on)
    if any(surely(one.held_on, lambda day: day <= on) for one in reviews):
        return "MET"
    if newest:
        stands = newest.agreed_on is None or surely(newest.agreed_on, lambda day: day <= on)
        return "MET" if stands and newest.who and newest.every_months and newest.next_on else "CANNOT_TELL"
    if reviews:
        return "CANNOT_TELL"
    versions = judged(strategy, on)
    return "NOT_MET" if approvals_of(versions, on) or any(starts_of(version, on) for version in versions) else "DUE_LATER"


# The yearly review


def yearly(facts: PartnershipFacts, strategy: StrategyFacts, on: datetime.date) -> dict[str, Answer]:
    key = f"strategy:{strategy.pk}"
    published = [Range(starts[0], starts[-1]) for version in judged(strategy, on) if (starts := starts_of(version, on))]
    if not published:
        return {key: ("DUE_LATER", None, 0)}
    newest = arranged(strategy, on)
    counting = each_anniversary if newest and newest.counting == "anniversary" else each_year
    past, due, in_doubt_until = counting(facts, strategy, published, on)
    found = {f"{key}/review:{pk}": answer for pk, answer in past.items()}
    if not replaced(facts, strategy, on):
        doubtful = in_doubt_until is not None and on <= in_doubt_until
        found[key] = ("CANNOT_TELL", due.first, 0) if doubtful else still_to_come(due, window(facts, "DL-06"), on)
    elif not found:
        found[key] = ("NOT_APPLICABLE", None, 0)
    return found


Cycles = tuple[dict[int, Answer], Range, datetime.date | None]
"""The answer for each review that ended a year; when the next is due; and till when nobody can say, because a review may count or not."""


def sure(review: ReviewFacts, on: datetime.date) -> bool:
    """Does it surely count, as a whole review that surely was held?"""
    return whole(review) and surely(review.held_on, lambda day: day <= on)


def each_year(facts: PartnershipFacts, strategy: StrategyFacts, published: list[Range], on: datetime.date) -> Cycles:
    """A year from the last review or publication to the next review."""
    past: dict[int, Answer] = {}
    reviews = known_reviews(strategy, on)
    complete = [one for one in reviews if sure(one, on)]
    for place, review in enumerate(complete):
        before = [start for start in published if start.last <= held(review).last]
        if before:
            past[review.pk] = verdict(review, a_year_after(later_of(before + [held(one) for one in complete[:place]])), on)
    clock = later_of(published + [held(one) for one in complete])
    doubts = [held(one).last for one in reviews if not sure(one, on) and possibly(one.held_on, lambda day: day > clock.first)]
    return past, a_year_after(clock), anniversary(max(doubts), 1) if doubts else None


def each_anniversary(facts: PartnershipFacts, strategy: StrategyFacts, published: list[Range], on: datetime.date) -> Cycles:
    """On the day of first publication each year; a review a little before, or any time after, answers for it."""
    past: dict[int, Answer] = {}
    ahead = window(facts, "DL-06")
    start = Range(min(one.first for one in published), min(one.last for one in published))
    due = a_year_after(start)
    reviews = known_reviews(strategy, on)
    for review in reviews:
        if sure(review, on) and not surely(review.held_on, lambda day: too_early(day, due.first, ahead)):  # noqa: B023
            past[review.pk] = verdict(review, due, on)
            nexts = (
                max(due.first, next_anniversary(start.first, held(review).first, ahead)),
                max(due.last, next_anniversary(start.last, held(review).last, ahead)),
            )
            due = Range(min(nexts), max(nexts))
    doubts = [
        held(one).last for one in reviews if not sure(one, on) and possibly(one.held_on, lambda day: not too_early(day, due.first, ahead))
    ]
    return past, due, next_anniversary(start.last, max(doubts), ahead) if doubts else None


def too_early(day: datetime.date, due: datetime.date, ahead: int) -> bool:
    return day < due and count_days(day, due) > ahead


def next_anniversary(start: datetime.date, day: datetime.date, ahead: int) -> datetime.date:
    """The first anniversary that a review held on that day is too early for."""
    years = 1
    while not too_early(day, anniversary(start, years), ahead):
        years += 1
    return anniversary(start, years)


def anniversary(day: datetime.date, years: int) -> datetime.date:
    """The same day of a later year; the day before where a leap day is missing."""
    later = datetime.date(day.year + years, day.month, 1)
    while later.day < day.day and (later + A_DAY).month == day.month:
        later += A_DAY
    return later


def a_year_after(start: Range) -> Range:
    return Range(anniversary(start.first, 1), anniversary(start.last, 1))


def held(review: ReviewFacts) -> Range:
    return Range(days_of(review.held_on)[0], days_of(review.held_on)[-1])


def later_of(days: list[Range]) -> Range:
    return Range(max(day.first for day in days), max(day.last for day in days))


def verdict(review: ReviewFacts, due: Range, on: datetime.date) -> Answer:
    every_day = [due.first]
    while every_day[-1] < due.last:
        every_day.append(every_day[-1] + A_DAY)
    status, late_by = placed_against(review.held_on, every_day, on)
    return status, due.first, late_by


def still_to_come(due: Range, ahead: int, on: datetime.date) -> Answer:
    if on > due.first:
        return ("OVERDUE" if on > due.last else "CANNOT_TELL"), due.first, 0
    return ("DUE_SOON" if count_days(on, due.first) <= ahead else "DUE_LATER"), due.first, 0
