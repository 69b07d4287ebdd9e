"""Whether the strategy is carried out: its actions, those it names for schools and prisons, and the figures by which it is measured."""

import datetime
from collections.abc import Iterable

from compliance.facts import ActionFacts, MeasureFacts, NewsFacts, PartnershipFacts, StrategyFacts
from tests.compliance.slow_model.days import A_DAY, ANY_DAY, Answer, Days, Place, count_days, days_of, on_or_after, possibly, stands, surely
from tests.compliance.slow_model.days import window as days_before
from tests.compliance.slow_model.versions import on_record, replaced

NO_FIGURE: Answer = ("NOT_MET", None, 0)


def carrying_out(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for action in in_the_plan(facts, on):
        found["SVD-IMP-01", f"action:{action.pk}"] = one_action(facts, judged_by(facts, action, on), on)
    for strategy in in_force(facts, on):
        found["SVD-IMP-01", f"strategy:{strategy.pk}"] = all_its_actions(facts, strategy, on)
    for measure in facts.measures:
        found |= measured(facts, measure, on) if stands(measure.starts, measure.ends, on) else {}
    if not in_force(facts, on):
        found["SVD-IMP-01", "partnership"] = ("NOT_APPLICABLE", None, 0)
    for code in ("SVD-MON-01", "SVD-MON-02", "SVD-MON-04"):
        if not any(place[0] == code for place in found):
            found[code, "partnership"] = (nothing_yet(facts.strategies, on), None, 0)
    return found


def history(facts: PartnershipFacts, on: datetime.date) -> set[Place]:
    """What is over: actions that ended, or belong to a strategy whose place another took; and the gaps in a measure."""
    living = {strategy.pk for strategy in in_force(facts, on)}
    over: set[Place] = set()
    for action in in_the_plan(facts, on):
        past = action.strategy_pk is not None and action.strategy_pk not in living
        if past or state_of(judged_by(facts, action, on), on) in ("done", "stopped"):
            over.add(("SVD-IMP-01", f"action:{action.pk}"))
        if past:
            over.add(("SVD-IMP-02", f"action:{action.pk}"))
    for measure in facts.measures:
        over |= {place for place in measured(facts, measure, on) if "/gap:" in place[1]}
    return over


# Which actions and strategies there are on a day


def in_force(facts: PartnershipFacts, on: datetime.date) -> list[StrategyFacts]:
    return [strategy for strategy in facts.strategies if on_record(strategy, on) and not replaced(facts, strategy, on)]


def in_the_plan(facts: PartnershipFacts, on: datetime.date) -> list[ActionFacts]:
    """Those of a strategy that is on record, and those that serve no objective of any."""
    there = [None, *(strategy.pk for strategy in facts.strategies if on_record(strategy, on))]
    return [action for action in facts.actions if action.strategy_pk in there]


def nothing_yet(strategies: Iterable[StrategyFacts], on: datetime.date) -> str:
    """A strategy that is out has to be carried out; before, nothing can be missed."""
    published = [one.published_on for strategy in strategies for version in on_record(strategy, on) for one in version.publications]
    return "NOT_MET" if any(surely(date, lambda day: day <= on) for date in published) else "DUE_LATER"


# Actions


def told(action: ActionFacts, on: datetime.date) -> list[NewsFacts]:
    """What had been said by the day, oldest first; of two things said on one day the one written later is newer."""
    return sorted((news for news in action.news if news.on <= on), key=lambda news: (news.on, news.pk))


def state_of(action: ActionFacts, on: datetime.date) -> str:
    return told(action, on)[-1].state if told(action, on) else "no news"


def judged_by(facts: PartnershipFacts, action: ActionFacts, on: datetime.date) -> ActionFacts:
    """What was stopped in a strategy in force and carried over into another still has to be done: it stands as it does there."""
    in_time = action.strategy_pk in [None, *(strategy.pk for strategy in in_force(facts, on))]
    held = [None, *(strategy.pk for strategy in facts.strategies)]
    copies = [one for one in facts.actions if one.carried_from == action.pk and one.strategy_pk in held]
    if not in_time or state_of(action, on) != "stopped" or not copies:
        return action
    return to_the_end(facts, copies[-1], on, held)


def to_the_end(facts: PartnershipFacts, action: ActionFacts, on: datetime.date, held: list[int | None]) -> ActionFacts:
    copies = [one for one in facts.actions if one.carried_from == action.pk and one.strategy_pk in held]
    return to_the_end(facts, copies[-1], on, held) if copies and state_of(action, on) == "stopped" else action


def since_it_is_so(action: ActionFacts, on: datetime.date) -> list[NewsFacts]:
    """The last news, and what was said before it without a break that was the same."""
    same: list[NewsFacts] = []
    for news in reversed(told(action, on)):
        if news.state != state_of(action, on):
            break
        same.insert(0, news)
    return same


def let_pass(facts: PartnershipFacts) -> int:
    """How many days after its date an action is let pass: our own number, none where nobody set one."""
    return next(deadline.target_days for deadline in facts.deadlines if deadline.code == "DL-15") or 0


def one_action(facts: PartnershipFacts, action: ActionFacts, on: datetime.date) -> Answer:
    last = days_of(action.due)[-1] if action.due else None
    state = state_of(action, on)
    if state == "stopped":
        return "NOT_APPLICABLE", None, 0
    if state == "done":
        done = since_it_is_so(action, on)[0].on
        if last is None or done <= last:
            return "MET", last, 0
        return "MET_LATE", last, count_days(last, done)
    if last is None or not (action.owner or action.named):
        return "NOT_MET", ANY_DAY, 0
    if on <= last:
        return ("DUE_SOON" if count_days(on, last) <= days_before(facts, "DL-15") else "DUE_LATER"), last, 0
    latest = on_or_after(last, let_pass(facts))
    return ("DUE_SOON", latest, 0) if on <= latest else ("OVERDUE", last, 0)


def all_its_actions(facts: PartnershipFacts, strategy: StrategyFacts, on: datetime.date) -> Answer:
    """No actions at all, or none that is not long past its day, is no carrying out."""
    states = [
        (state_of(stands, on), one_action(facts, stands, on)[0])
        for action in in_the_plan(facts, on)
        if action.strategy_pk in (None, strategy.pk)
        for stands in [judged_by(facts, action, on)]
    ]
    meant = [answer for state, answer in states if state != "stopped"]
    if not meant:
        return nothing_yet([strategy], on), None, 0
    return ("NOT_MET" if all(answer == "OVERDUE" for answer in meant) else "MET"), None, 0


def named_for_others(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    """Of an action that the strategy names for a school or a prison it is known how it stands; of one that was stopped, why."""
    found: dict[Place, Answer] = {}
    for action in in_the_plan(facts, on):
        if action.named:
            found["SVD-IMP-02", f"action:{action.pk}"] = (how_it_stands(action, on), None, 0)
    return found


def how_it_stands(action: ActionFacts, on: datetime.date) -> str:
    state = state_of(action, on)
    if state == "no news":
        to_begin = action.starts is not None and not possibly(action.starts, lambda day: day <= on)
        return "DUE_LATER" if to_begin else "CANNOT_TELL"
    if state == "stopped" and not any(news.reasoned for news in since_it_is_so(action, on)):
        return "CANNOT_TELL"
    return "MET"


# Measures


def measured(facts: PartnershipFacts, measure: MeasureFacts, on: datetime.date) -> dict[Place, Answer]:
    """Where the next figure stands; and each time between two figures into which a whole one would have gone."""
    key = f"measure:{measure.pk}"
    covered = [(reading.first, reading.last) for reading in measure.readings if reading.last <= on]
    if not covered:
        return {("SVD-MON-01", key): first_figure(measure, on)}
    newest = max(last for _, last in covered)
    found = {("SVD-MON-01", f"{key}/gap:{gap[0]}"): NO_FIGURE for gap in gaps(covered) if holds_a_figure(facts, measure, gap)}
    ends = last_day(newest + A_DAY, measure.every_months)
    due = on_or_after(ends, measure.days_to_report)
    status = "MET" if on <= ends else "DUE_SOON" if on <= due else "OVERDUE"
    found["SVD-MON-01", key] = (status, due, 0)
    return found


def gaps(covered: list[tuple[datetime.date, datetime.date]]) -> list[Days]:
    """The days between the first figure and the newest that none covers, those that follow each other together."""
    told_of = {day for first, last in covered for day in days_between(first, last)}
    runs: list[Days] = []
    for day in days_between(min(told_of), max(told_of)):
        if day in told_of:
            continue
        if runs and runs[-1][-1] + A_DAY == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def holds_a_figure(facts: PartnershipFacts, measure: MeasureFacts, gap: Days) -> bool:
    """Would a whole figure have gone into it, in the time that is recorded here?"""
    return gap[0] >= facts.records_from and last_day(gap[0], measure.every_months) in gap


def days_between(first: datetime.date, last: datetime.date) -> Days:
    found = [first]
    while found[-1] < last:
        found.append(found[-1] + A_DAY)
    return found


def first_figure(measure: MeasureFacts, on: datetime.date) -> Answer:
    """No figure yet: the first covers the time from the day since when it is measured."""
    if measure.starts is None:
        return "CANNOT_TELL", ANY_DAY, 0
    ends: Days = [last_day(day, measure.every_months) for day in days_of(measure.starts)]
    dues = [on_or_after(day, measure.days_to_report) for day in ends]
    if on > max(dues):
        return "OVERDUE", min(dues), 0
    if on > min(dues):
        return "CANNOT_TELL", min(dues), 0
    return ("DUE_SOON" if on > min(ends) else "DUE_LATER"), min(dues), 0


def last_day(first: datetime.date, months: int) -> datetime.date:
    """The last day of so many months that begin on a day: the day before that number; where the month has none, before its last."""
    year, month = first.year, first.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    number = first.day
    while True:
        try:
            return datetime.date(year, month, number) - A_DAY
        except ValueError:
            number -= 1
