"""Whether each council's committee meets in every twelve months and comes back when it said so, and is answered in 28 days."""

import datetime

from compliance.facts import PartnershipFacts, ScrutinyMeetingFacts
from svduty.vague_dates import VagueDate
from tests.compliance.slow_model.days import (
    DUTY_BEGAN,
    Answer,
    Days,
    Place,
    best,
    count_days,
    days_of,
    on_or_after,
    outcome,
    placed_against,
    possibly,
    stands,
    surely,
    window,
)
from tests.compliance.slow_model.sharing import not_yet

COUNCILS = ("local-authority", "county-council")


def scrutinising(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for council in councils(facts, on):
        held = [one for one in facts.scrutiny_meetings if one.council_pk == council and possibly(one.held_on, lambda day: day <= on)]
        found |= {("SVD-SCRU-01", f"council:{council}"): this_year(facts, council, held, on)}
        found |= {("SVD-SCRU-01", key): answer for key, answer in years_before(facts, council, held, on).items()}
        for meeting in held:
            if meeting.next_on:
                key = f"council:{council}/followup:{meeting.pk}"
                found["SVD-SCRU-01", key] = came_back(facts, meeting, meeting.next_on, held, on)
    if not found:
        found["SVD-SCRU-01", "partnership"] = ("CANNOT_TELL", None, 0)
    reports = [one for one in facts.scrutiny_reports if possibly(one.dated, lambda day: day <= on)]
    for report in reports:
        due = [on_or_after(day, 28) for day in days_of(report.dated)]
        found["SVD-SCRU-02", f"scrutinyreport:{report.pk}"] = replied(due, report.replied_on, window(facts, "DL-04"), on)
    if not reports:
        found["SVD-SCRU-02", "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def history(facts: PartnershipFacts, on: datetime.date) -> set[Place]:
    """Years that a meeting answered, and promises to come back that were kept."""
    found = scrutinising(facts, on)
    over = {place for place in found if "/meeting:" in place[1]}
    return over | {place for place, answer in found.items() if "/followup:" in place[1] and answer[0] in ("MET", "MET_LATE")}


def councils(facts: PartnershipFacts, on: datetime.date) -> set[int]:
    return {one.organisation_pk for one in facts.holders if one.capacity in COUNCILS and stands(one.starts, one.ends, on)}


# Each twelve months


def begun(facts: PartnershipFacts, council: int, on: datetime.date) -> datetime.date:
    """From when on its meetings are recorded: since it takes part, and never before the records are complete."""
    own = [one for one in facts.holders if one.organisation_pk == council and one.capacity in COUNCILS and stands(one.starts, one.ends, on)]
    return max(facts.records_from, min(days_of(one.starts)[-1] if one.starts else facts.records_from for one in own))


def year_after(first: datetime.date) -> datetime.date:
    try:
        return first.replace(year=first.year + 1)
    except ValueError:
        return first.replace(year=first.year + 1, day=28)


def due_after(facts: PartnershipFacts, council: int, meetings: list[ScrutinyMeetingFacts], on: datetime.date) -> Days:
    """The first and the last day that could be the last one for the next meeting; none of them is before the duty."""
    since = facts.records_from if meetings else begun(facts, council, on)
    first = max([since, *(days_of(one.held_on)[0] for one in meetings)])
    last = max([since, *(days_of(one.held_on)[-1] for one in meetings)])
    return [max(year_after(day), DUTY_BEGAN) for day in (first, last)]


def counting(held: list[ScrutinyMeetingFacts], on: datetime.date) -> list[ScrutinyMeetingFacts]:
    """Those that surely were, on crime and disorder functions, in their order."""
    sure = [one for one in held if one.functions and surely(one.held_on, lambda day: day <= on)]
    return sorted(sure, key=lambda one: (days_of(one.held_on)[-1], one.pk))


def years_before(facts: PartnershipFacts, council: int, held: list[ScrutinyMeetingFacts], on: datetime.date) -> dict[str, Answer]:
    met, found = counting(held, on), {}
    for place, meeting in enumerate(met):
        due = due_after(facts, council, met[:place], on)
        status, late_by = placed_against(meeting.held_on, due, on)
        found[f"council:{council}/meeting:{meeting.pk}"] = (status, due[0], late_by)
    return found


def this_year(facts: PartnershipFacts, council: int, held: list[ScrutinyMeetingFacts], on: datetime.date) -> Answer:
    met = counting(held, on)
    due = due_after(facts, council, met, on)
    status, day, late_by = not_yet(due, window(facts, "DL-05"), on)
    if status == "DUE_LATER" and any(on <= year_after(days_of(one.held_on)[0]) for one in met):
        return "MET", day, 0
    if status == "OVERDUE" and any(one.functions and one not in met for one in held):
        return "CANNOT_TELL", day, 0
    return status, day, late_by


def came_back(
    facts: PartnershipFacts, meeting: ScrutinyMeetingFacts, promised: VagueDate, held: list[ScrutinyMeetingFacts], on: datetime.date
) -> Answer:
    """A month is kept to its last day."""
    due = days_of(promised)[-1]
    later = [
        one for one in held if days_of(one.held_on)[0] > days_of(meeting.held_on)[-1] and days_of(one.held_on)[-1] >= days_of(promised)[0]
    ]
    found = best(each for one in later if (each := outcome(one.held_on, due, on)) is not None)
    if found:
        return found[0], due, found[1]
    if on > due:
        return "OVERDUE", due, 0
    return ("DUE_SOON" if count_days(on, due) <= window(facts, "DL-16") else "DUE_LATER"), due, 0


# Replies


def replied(due: Days, on_day: VagueDate | None, ahead: int, on: datetime.date) -> Answer:
    if on_day is None or not possibly(on_day, lambda day: day <= on):
        return not_yet(due, ahead, on)
    if not surely(on_day, lambda day: day <= on):
        return "CANNOT_TELL", due[0], 0
    status, late_by = placed_against(on_day, due, on)
    return status, due[0], late_by
