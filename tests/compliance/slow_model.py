"""A slow second opinion on every finding, written from the law and not from the engine.

A vague date is the list of all days it could be, one by one; a sentence is sure when it is true of every such day and possible when it
is true of one. Nothing here is clever, quick or shared with the code it judges.
"""

import datetime
from collections.abc import Callable, Iterable

from compliance.facts import (
    AreaFacts,
    DefinitionFacts,
    HolderFacts,
    PartnershipFacts,
    PublicationFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from svduty.vague_dates import VagueDate

Answer = tuple[str, datetime.date | None, int]
"""Status, the day it is or was due, and by how many days it was met late."""

Days = list[datetime.date]
A_DAY = datetime.timedelta(days=1)
DUTY_BEGAN = datetime.date(2023, 1, 31)
COUNTED_FROM_PUBLICATION = ("SVD-STR-03", "SVD-PUB-03", "SVD-PUB-05")
FIRST_STRATEGIES_BY = datetime.date(2024, 1, 31)
GUIDANCE = ("SVD-PART-03", "SVD-DEF-03")
_listed: dict[VagueDate, Days] = {}


def answers(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    """The answer for each requirement and subject, by code and key."""
    plain: dict[tuple[str, str], Answer] = {}
    plain |= taking_part(facts, on)
    plain |= defining(facts, on)
    plain |= preparing(facts, on)
    plain |= publishing(facts, on)
    plain |= sending(facts, on)
    return {place: in_its_time(facts, on, place[0], answer) for place, answer in plain.items()}


def current_pks(facts: PartnershipFacts, on: datetime.date) -> set[int]:
    """The versions that are not history: of each strategy the newest and the newest published one, so that a draft hides no duty.

    A strategy is history altogether once one that follows it is published.
    """
    current = set()
    for strategy in facts.strategies:
        followers = [other for other in facts.strategies if other.follows_pk == strategy.pk]
        if any(publications(version, on) for other in followers for version in on_record(other, on)):
            continue
        there = on_record(strategy, on)
        for some in (there, [version for version in there if publications(version, on)]):
            current |= {max(some, key=lambda version: version.number).pk} if some else set()
    return current


def in_its_time(facts: PartnershipFacts, on: datetime.date, code: str, answer: Answer) -> Answer:
    """Before the duty there was nothing to breach; outside complete records nothing can be held against anyone."""
    status, due, late_by = answer
    if on < DUTY_BEGAN and code not in GUIDANCE and status != "MET":
        return "NOT_APPLICABLE", None, 0
    if code in COUNTED_FROM_PUBLICATION and due is not None and due < DUTY_BEGAN and status != "MET":
        return "NOT_APPLICABLE", None, 0
    if status in ("MET", "MET_LATE", "NOT_APPLICABLE"):
        return status, due, late_by
    if on < facts.records_from or (facts.records_to is not None and on > facts.records_to):
        return "NOT_HELD", due, 0
    if status == "OVERDUE" and due is not None and due < facts.records_from:
        return "NOT_HELD", due, 0
    return status, due, late_by


# Days


def days_of(date: VagueDate) -> Days:
    """Every day it could be."""
    if date not in _listed:
        day, found = date.earliest, [date.earliest]
        while day < date.latest:
            day += A_DAY
            found.append(day)
        _listed[date] = found
    return _listed[date]


def surely(date: VagueDate, sentence: Callable[[datetime.date], bool]) -> bool:
    return all(sentence(day) for day in days_of(date))


def possibly(date: VagueDate, sentence: Callable[[datetime.date], bool]) -> bool:
    return any(sentence(day) for day in days_of(date))


def stands(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Could it stand on this day? The day it ends still belongs to it; what nobody wrote down is open."""
    return (starts is None or possibly(starts, lambda first: first <= day)) and (ends is None or possibly(ends, lambda last: last >= day))


def surely_stands(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Must it stand on this day? Not when nobody wrote down since when."""
    return starts is not None and surely(starts, lambda first: first <= day) and (ends is None or surely(ends, lambda last: last >= day))


def count_days(start: datetime.date, end: datetime.date) -> int:
    days = 0
    while start < end:
        start += A_DAY
        days += 1
    return days


def seventh_day(published: datetime.date) -> datetime.date:
    """The last of seven days of which the day of publication is the first."""
    day, number = published, 1
    while number < 7:
        day += A_DAY
        number += 1
    return day


def on_or_after(day: datetime.date, days: int) -> datetime.date:
    for _ in range(days):
        day += A_DAY
    return day


# Judging what happened


def best(outcomes: Iterable[tuple[str, int]]) -> tuple[str, int] | None:
    """Of several happenings the best one counts: in time, then one we cannot place, then the least late."""
    outcomes = list(outcomes)
    for status in ("MET", "CANNOT_TELL"):
        if any(found == status for found, _ in outcomes):
            return status, 0
    return ("MET_LATE", min(late_by for _, late_by in outcomes)) if outcomes else None


def outcome(date: VagueDate, due: datetime.date | None, on: datetime.date, *, counts: bool = True) -> tuple[str, int] | None:
    """What one happening makes of a duty with this due date; None when it had not happened yet."""
    if not possibly(date, lambda day: day <= on):
        return None
    if not counts or not surely(date, lambda day: day <= on):
        return "CANNOT_TELL", 0
    if due is None or surely(date, lambda day: day <= due):
        return "MET", 0
    if surely(date, lambda day: day > due):
        return "MET_LATE", min(count_days(due, day) for day in days_of(date))
    return "CANNOT_TELL", 0


def waiting(facts: PartnershipFacts, rule: str, due: datetime.date | None, on: datetime.date) -> Answer:
    """Nothing happened yet."""
    if due is None:
        return "CANNOT_TELL", None, 0
    if on > due:
        return "OVERDUE", due, 0
    window = next(deadline.window_days for deadline in facts.deadlines if deadline.code == rule)
    return ("DUE_SOON" if count_days(on, due) <= window else "DUE_LATER"), due, 0


def judge(
    facts: PartnershipFacts, rule: str, due: datetime.date | None, on: datetime.date, outcomes: Iterable[tuple[str, int] | None]
) -> Answer:
    found = best(each for each in outcomes if each is not None)
    return (found[0], due, found[1]) if found else waiting(facts, rule, due, on)


# Who takes part


def areas_on(facts: PartnershipFacts, on: datetime.date) -> list[AreaFacts]:
    """The areas of the partnership on this day, each once however often it joined."""
    found: dict[int, AreaFacts] = {}
    for area in facts.areas:
        if stands(area.starts, area.ends, on) and stands(area.joined, area.left, on):
            found[area.pk] = area
    return list(found.values())


def taking_part(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    for area in areas_on(facts, on):
        statuses = []
        for kind in facts.authority_types:
            needed = kind.needed_in == "every" or (kind.needed_in == "two-tier" and area.two_tier)
            if kind.standing == "specified" and needed and stands(kind.starts, kind.ends, on):
                statuses.append(represented([one for one in facts.holders if one.capacity == kind.code and one.area_pk == area.pk], on))
        status = next((worst for worst in ("NOT_MET", "CANNOT_TELL") if worst in statuses), "MET")
        found["SVD-PART-01", f"area:{area.pk}"] = (status, None, 0)
    if not areas_on(facts, on):
        found["SVD-PART-01", "partnership"] = ("CANNOT_TELL", None, 0)
    found["SVD-PART-03", "partnership"] = (leading(facts, on), None, 0)
    return found


def represented(holders: list[HolderFacts], on: datetime.date) -> str:
    there = [one for one in holders if stands(one.starts, one.ends, on)]
    if not there:
        return "NOT_MET"
    return "MET" if any(one.senior_lead and surely_stands(one.starts, one.ends, on) for one in there) else "CANNOT_TELL"


def leading(facts: PartnershipFacts, on: datetime.date) -> str:
    there = [lead for lead in facts.leads if stands(lead.agreed_on, lead.ends, on)]
    if not there:
        return "NOT_MET"
    return "MET" if any(surely_stands(lead.agreed_on, lead.ends, on) for lead in there) else "CANNOT_TELL"


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


# What serious violence means here


def defining(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    there = [one for one in facts.definitions if one.agreed_on is None or possibly(one.agreed_on, lambda day: day <= on)]
    current = max(there, key=lambda one: one.number) if there else None
    rules = {"SVD-DEF-01": factors_considered, "SVD-DEF-02": scope_follows, "SVD-DEF-03": agreed}
    return {(code, "partnership"): ("NOT_MET" if current is None else rule(current, on), None, 0) for code, rule in rules.items()}


def factors_considered(definition: DefinitionFacts, on: datetime.date) -> str:
    if any(factor.considered == "no" for factor in definition.factors):
        return "NOT_MET"
    return "MET" if all(factor.considered == "yes" and factor.note for factor in definition.factors) else "CANNOT_TELL"


def scope_follows(definition: DefinitionFacts, on: datetime.date) -> str:
    if definition.terrorism == "in":
        return "NOT_MET"
    answered = all(kind.answer == "in" or (kind.answer == "out" and definition.scope_reason) for kind in definition.scope)
    return "MET" if answered and definition.terrorism == "out" else "CANNOT_TELL"


def agreed(definition: DefinitionFacts, on: datetime.date) -> str:
    if definition.focus_stated == "no" and not definition.focus_note:
        return "NOT_MET"
    dated = definition.agreed_on is not None and surely(definition.agreed_on, lambda day: day <= on)
    return "MET" if definition.agreed_by and dated and definition.focus_stated else "CANNOT_TELL"


# Strategies and their versions


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
    dates = [one.published_on for one in publications(version, on)]
    return sorted(
        {day for date in dates for day in days_of(date) if all(possibly(other, lambda later: later >= day) for other in dates)}  # noqa: B023
    )


def preparing(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    for area in areas_on(facts, on):
        running = [
            strategy
            for strategy, _ in all_judged(facts, on)
            if area.pk in strategy.area_pks and (strategy.period_to is None or possibly(strategy.period_to, lambda day: day >= on))
        ]
        found["SVD-STR-01", f"area:{area.pk}"] = ("MET" if running else "NOT_MET", None, 0)
    if not areas_on(facts, on):
        found["SVD-STR-01", "partnership"] = ("CANNOT_TELL", None, 0)
    for _, version in all_judged(facts, on):
        found["SVD-STR-03", f"version:{version.pk}"] = checked(version, on)
    if not all_judged(facts, on):
        found["SVD-STR-03", "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def checked(version: VersionFacts, on: datetime.date) -> Answer:
    """Whether somebody looked for barred material on or before the day of publication, and the last who looked found none left."""
    starts = starts_of(version, on)
    due = starts[0] if starts else None
    there = [one for one in version.checks if possibly(one.checked_on, lambda day: day <= on)]
    last = max(there, key=lambda one: (days_of(one.checked_on)[-1], one.pk), default=None)
    if last and last.result == "still-there":
        return "NOT_MET", due, 0
    found = best(
        ("CANNOT_TELL", 0) if not one.complete else placed_against(one.checked_on, starts, on)
        for one in there
        if one.result != "still-there"
    )
    if found:
        return found[0], due, found[1]
    if due is None:
        return "DUE_LATER", None, 0
    if on <= due:
        return "DUE_SOON", due, 0
    return ("OVERDUE" if on > starts[-1] else "CANNOT_TELL"), due, 0


def placed_against(date: VagueDate, starts: Days, on: datetime.date) -> tuple[str, int]:
    """A check against each day the version could first have been published; before publication any day will do."""
    if not surely(date, lambda day: day <= on):
        return "CANNOT_TELL", 0
    if all(day <= start for start in starts for day in days_of(date)):
        return "MET", 0
    if all(day > start for start in starts for day in days_of(date)):
        return "MET_LATE", count_days(starts[-1], days_of(date)[0])
    return "CANNOT_TELL", 0


# Publishing


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


def target(facts: PartnershipFacts, version: VersionFacts, on: datetime.date) -> datetime.date | None:
    """Our own target for a strategy without a date in law: so many days after the day by which it was surely approved."""
    approved = [
        days_of(one.decided_on)[-1]
        for one in version.approvals
        if one.outcome == "approved" and possibly(one.decided_on, lambda day: day <= on)
    ]
    days = next(deadline.target_days for deadline in facts.deadlines if deadline.code == "DL-02")
    return on_or_after(min(approved), days) if approved and days is not None else None


def publishing(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    covered = {area_pk for strategy, _ in all_judged(facts, on) for area_pk in strategy.area_pks}
    for area in areas_on(facts, on):
        if area.pk not in covered and existed_for_the_first(area) and (covered or on >= DUTY_BEGAN):
            for code in ("SVD-PUB-01", "SVD-PUB-02"):
                found[code, f"area:{area.pk}"] = waiting(facts, "DL-01", FIRST_STRATEGIES_BY, on)
    if not covered and not found:
        found["SVD-PUB-01", "partnership"] = ("NOT_APPLICABLE", None, 0)
        found["SVD-PUB-02", "partnership"] = ("NOT_APPLICABLE", None, 0)
    for strategy, version in all_judged(facts, on):
        first_for = [area for area in strategy.area_pks if judged_as_first(facts, strategy, version, area, on)]
        later = target(facts, version, on)
        for area_pk in strategy.area_pks:
            rule, due = ("DL-01", FIRST_STRATEGIES_BY) if area_pk in first_for else ("DL-02", later)
            found["SVD-PUB-01", f"version:{version.pk}/area:{area_pk}"] = judge(
                facts, rule, due, on, on_a_website(facts, version, area_pk, due, on)
            )
        rule, due = ("DL-01", FIRST_STRATEGIES_BY) if first_for else ("DL-02", later)
        found["SVD-PUB-02", f"version:{version.pk}"] = judge(
            facts,
            rule,
            due,
            on,
            [
                outcome(one.published_on, due, on, counts=bool(one.other_form and one.audience))
                for one in version.publications
                if one.way == "other"
            ],
        )
        if in_wales(facts, strategy):
            found["SVD-PUB-04", f"version:{version.pk}"] = in_both_languages(facts, version, rule, due, on)
    if not any(in_wales(facts, strategy) for strategy, _ in all_judged(facts, on)):
        found["SVD-PUB-04", "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def on_a_website(
    facts: PartnershipFacts, version: VersionFacts, area_pk: int, due: datetime.date | None, on: datetime.date
) -> list[tuple[str, int] | None]:
    found = []
    for one in version.publications:
        if one.way != "website" or one.area_pk != area_pk:
            continue
        if one.owner_pk is None or specified_for(facts, one.owner_pk, [area_pk], one.published_on, body_too=True):
            found.append(outcome(one.published_on, due, on, counts=one.owner_pk is not None))
    return found


def in_both_languages(facts: PartnershipFacts, version: VersionFacts, rule: str, due: datetime.date | None, on: datetime.date) -> Answer:
    """English and Welsh are each judged by themselves; both are out on the later day of the two."""
    there = {language: [one.published_on for one in publications(version, on) if language in one.languages] for language in ("en", "cy")}
    if not all(there.values()):
        return waiting(facts, rule, due, on)
    found = [best(each for date in dates if (each := outcome(date, due, on))) for dates in there.values()]
    late = [each[1] for each in found if each and each[0] == "MET_LATE"]
    if late and all(any(surely(date, lambda day: day <= on) for date in dates) for dates in there.values()):
        return "MET_LATE", due, max(late)
    return ("MET" if found == [("MET", 0), ("MET", 0)] else "CANNOT_TELL"), due, 0


def in_wales(facts: PartnershipFacts, strategy: StrategyFacts) -> bool:
    return any(area.in_wales for area in facts.areas if area.pk in strategy.area_pks)


# Sending


def sending(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    for strategy, version in all_judged(facts, on):
        found["SVD-PUB-03", f"version:{version.pk}"] = sent_in_seven_days(facts, strategy, version, "home-office", on)
        if in_wales(facts, strategy):
            found["SVD-PUB-05", f"version:{version.pk}"] = sent_in_seven_days(facts, strategy, version, "welsh-ministers", on)
    for code in ("SVD-PUB-03", "SVD-PUB-05"):
        if not any(place[0] == code for place in found):
            found[code, "partnership"] = ("NOT_APPLICABLE", None, 0)
    return found


def sent_in_seven_days(
    facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, recipient: str, on: datetime.date
) -> Answer:
    starts = starts_of(version, on)
    if not starts:
        return "DUE_LATER", None, 0
    due = seventh_day(starts[0])
    outcomes = [
        sent_against(one, starts, on)
        for one in version.submissions
        if one.recipient == recipient and specified_for(facts, one.sender_pk, strategy.area_pks, one.sent_on, body_too=False)
    ]
    found = best(each for each in outcomes if each is not None)
    if found:
        return found[0], due, found[1]
    if due < on <= seventh_day(starts[-1]):
        return "CANNOT_TELL", due, 0
    return waiting(facts, "DL-03", due, on)


def sent_against(submission: SubmissionFacts, starts: Days, on: datetime.date) -> tuple[str, int] | None:
    """One sending against each day the clock could have started; sent before publication it does not count."""
    if not possibly(submission.sent_on, lambda day: day <= on):
        return None
    outcomes = set()
    for day in days_of(submission.sent_on):
        for start in starts:
            outcomes.add("early" if day < start else "late" if day > seventh_day(start) else "in time")
        if len(outcomes) > 1:
            break
    if outcomes == {"early"}:
        return None
    if len(outcomes) > 1 or not surely(submission.sent_on, lambda day: day <= on):
        return "CANNOT_TELL", 0
    if outcomes == {"in time"}:
        return "MET", 0
    return "MET_LATE", count_days(seventh_day(starts[-1]), days_of(submission.sent_on)[0])
