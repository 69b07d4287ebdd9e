"""SVD-MON-01: the measures of success have their figures, as often as was agreed."""

import datetime
from collections.abc import Iterable

from compliance.facts import MeasureFacts, PartnershipFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.carried_out import nothing_recorded
from compliance.requirements.requirement import Answer, Requirement
from compliance.requirements.versions import Versions
from svduty import dates

OWN_RHYTHM = "the measure's own rhythm"
EVERY = {1: "month", 3: "quarter", 6: "half year", 12: "year"}


def measures_reported(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each measure has a figure for each of its times, due so many days after that time has ended (guidance). A time that was left out
    before a later figure is history."""
    measures = [measure for measure in facts.measures if lasts_on(measure.starts, measure.ends, on)]
    if not measures:
        step = NextStep("Add a measure", "measure_add")
        yield nothing_recorded(facts, on, everything, "No measure of success", step)
    for measure in measures:
        known = sorted((reading.first, reading.last) for reading in measure.readings if reading.last <= on)
        yield from _gaps(facts, measure, known)
        yield _next(measure, max(last for _, last in known), on) if known else _first(measure, on)


def _answer(measure: MeasureFacts, status: Status, why: str, due: Due | None, step: NextStep | None) -> Answer:
    ref = RecordRef("measure", measure.pk, measure.name)
    return Answer(f"measure:{measure.pk}", measure.name, status, why, due, (ref,), step)


def _next(measure: MeasureFacts, newest: datetime.date, on: datetime.date) -> Answer:
    ends = _last_day(measure, dates.days_after(newest, 1))
    day = dates.days_after(ends, measure.days_to_report)
    due = Due("", day, _worked_out(measure, ends), in_law=False, standing=OWN_RHYTHM)
    there = f"The figures reach to {dates.say_short(newest)}; the next, to {dates.say_short(ends)},"
    if on <= ends:
        return _answer(measure, Status.MET, f"{there} is expected by {dates.say(day)}.", due, None)
    if on <= day:
        return _answer(measure, Status.DUE_SOON, f"{there} is to be there by {dates.say(day)}.", due, _add(measure))
    return _answer(measure, Status.OVERDUE, f"{there} was to be there by {dates.say(day)}.", due, _add(measure))


def _first(measure: MeasureFacts, on: datetime.date) -> Answer:
    if measure.starts is None:
        why = "No figure is recorded, nor since when it is measured. Record the first figure, or since when."
        return _answer(measure, Status.CANNOT_TELL, why, None, _add(measure))
    ends = [_last_day(measure, day) for day in (measure.starts.earliest, measure.starts.latest)]
    first, last = (dates.days_after(day, measure.days_to_report) for day in ends)
    due = Due("", first, _worked_out(measure, ends[0]), in_law=False, standing=OWN_RHYTHM)
    none = f"It is measured since {measure.starts}, and no figure is recorded yet"
    if on > last:
        return _answer(measure, Status.OVERDUE, f"{none}; the first was to be there by {dates.say(last)}.", due, _add(measure))
    if on > first:
        give = NextStep("Give the exact day", "measure_change", (("pk", measure.pk),))
        return _answer(measure, Status.CANNOT_TELL, f"{none}. Give the exact day from which it is measured.", due, give)
    status = Status.DUE_SOON if on > ends[0] else Status.DUE_LATER
    return _answer(measure, status, f"{none}; the first is due by {dates.say(first)}.", due, _add(measure))


def _gaps(facts: PartnershipFacts, measure: MeasureFacts, known: list[tuple[datetime.date, datetime.date]]) -> Iterable[Answer]:
    """The times into which a whole figure would have gone, in the time of the records."""
    until = known[0][1] if known else datetime.date.max
    for first, last in known[1:]:
        gap = dates.days_after(until, 1)
        if gap < first and _last_day(measure, gap) < first and gap >= facts.records_from:
            days = f"from {dates.say_short(gap)} to {dates.say_short(dates.days_after(first, -1))}"
            ref = RecordRef("measure", measure.pk, measure.name)
            why = f"There is no figure for the time {days}."
            key = f"measure:{measure.pk}/gap:{gap}"
            yield Answer(key, measure.name, Status.NOT_MET, why, None, (ref,), _add(measure), current=False)
        until = max(until, last)


def _last_day(measure: MeasureFacts, first: datetime.date) -> datetime.date:
    """The last day of one of its times."""
    return dates.days_after(dates.months_on(first, measure.every_months), -1)


def _worked_out(measure: MeasureFacts, ends: datetime.date) -> str:
    every = EVERY.get(measure.every_months, f"{measure.every_months} months")
    return f"{dates.say_days(measure.days_to_report)} after the end of its {every}, {dates.say_short(ends)}"


def _add(measure: MeasureFacts) -> NextStep:
    who = measure.source or "Coordinator"
    return NextStep("Add the figure", "reading_add", (("measure_pk", measure.pk),), who, for_body=measure.source_pk)


REQUIREMENTS = (
    Requirement(
        code="SVD-MON-01",
        family="Watching over it",
        title="Measures reported",
        plain="What the strategy sets out to change should be measured, with figures as often as was agreed.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        task="Add the figures of the measures",
        shortfall="figures of a measure were not added",
        evidence="Each measure with how often it is measured, and its figures up to date.",
        rule=measures_reported,
    ),
)
