"""The strategy stands, nothing barred is in it, it is published, and it is sent in seven days."""

import datetime

from compliance.facts import PartnershipFacts, StrategyFacts, SubmissionFacts, VersionFacts
from tests.compliance.slow_model.days import (
    DUTY_BEGAN,
    FIRST_STRATEGIES_BY,
    Answer,
    Days,
    best,
    by_the_event,
    count_days,
    days_of,
    judge,
    on_or_after,
    outcome,
    placed_against,
    possibly,
    seventh_day,
    surely,
    waiting,
)
from tests.compliance.slow_model.versions import (
    APPROVING,
    all_judged,
    areas_of,
    areas_on,
    existed_for_the_first,
    in_wales,
    judged_as_first,
    publications,
    specified_for,
    starts_of,
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
    return by_the_event(
        starts,
        on,
        [
            ("CANNOT_TELL", 0) if not one.complete else placed_against(one.checked_on, starts, on)
            for one in there
            if one.result != "still-there"
        ],
    )


# Publishing


def target(facts: PartnershipFacts, version: VersionFacts, on: datetime.date) -> datetime.date | None:
    """Our own target for a strategy without a date in law: so many days after the day by which it was surely approved."""
    approved = [
        days_of(one.decided_on)[-1]
        for one in version.approvals
        if one.outcome in APPROVING and possibly(one.decided_on, lambda day: day <= on)
    ]
    days = next(deadline.target_days for deadline in facts.deadlines if deadline.code == "DL-02")
    return on_or_after(min(approved), days) if approved and days is not None else None


def waits_for_a_board(facts: PartnershipFacts, version: VersionFacts, on: datetime.date) -> bool:
    """Is it known that nobody approved it yet: one of the boards was asked and has not answered, or answered something else?"""
    boards = {board.pk for board in facts.boards}
    for one in version.rounds:
        if one.board_pk in boards and one.opened_on <= on:
            if one.ended_on is None or one.ended_on > on:
                return True
            if one.part == "decides" and one.outcome not in APPROVING:
                return True
    return False


def unpublished_yet(facts: PartnershipFacts, version: VersionFacts, answer: Answer, on: datetime.date) -> Answer:
    """What waits for a board is due later; only without one nobody can tell whether it should be out."""
    if answer == ("CANNOT_TELL", None, 0) and not starts_of(version, on) and waits_for_a_board(facts, version, on):
        return "DUE_LATER", None, 0
    return answer


def publishing(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    found: dict[tuple[str, str], Answer] = {}
    there = all_judged(facts, on)
    covered = {area_pk for strategy, _ in there for area_pk in strategy.area_pks}
    for area in areas_on(facts, on):
        if area.pk not in covered and existed_for_the_first(area) and (there or on >= DUTY_BEGAN):
            for code in ("SVD-PUB-01", "SVD-PUB-02"):
                found[code, f"area:{area.pk}"] = waiting(facts, "DL-01", FIRST_STRATEGIES_BY, on)
    if not there and not found:
        found["SVD-PUB-01", "partnership"] = ("NOT_APPLICABLE", None, 0)
        found["SVD-PUB-02", "partnership"] = ("NOT_APPLICABLE", None, 0)
    for strategy, version in there:
        area_pks = [area.pk for area in areas_of(facts, strategy)]
        first_for = [area for area in area_pks if judged_as_first(facts, strategy, version, area, on)]
        later = target(facts, version, on)
        if not area_pks:
            found["SVD-PUB-01", f"version:{version.pk}"] = ("CANNOT_TELL", None, 0)
        for area_pk in area_pks:
            rule, due = ("DL-01", FIRST_STRATEGIES_BY) if area_pk in first_for else ("DL-02", later)
            stands = judge(facts, rule, due, on, on_a_website(facts, version, area_pk, due, on))
            found["SVD-PUB-01", f"version:{version.pk}/area:{area_pk}"] = unpublished_yet(facts, version, stands, on)
        rule, due = ("DL-01", FIRST_STRATEGIES_BY) if first_for else ("DL-02", later)
        forms = [one for one in version.publications if one.way == "other"]
        made_known = [outcome(one.published_on, due, on, counts=bool(one.other_form and one.audience)) for one in forms]
        found["SVD-PUB-02", f"version:{version.pk}"] = unpublished_yet(facts, version, judge(facts, rule, due, on, made_known), on)
        if in_wales(facts, strategy):
            stands = in_both_languages(facts, version, rule, due, on)
            found["SVD-PUB-04", f"version:{version.pk}"] = unpublished_yet(facts, version, stands, on)
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
