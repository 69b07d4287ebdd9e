"""SVD-IMP-01: the strategy is carried out. Its actions have an owner and a day, and are not long past it."""

import datetime
from collections.abc import Callable, Iterable

from compliance.facts import ActionFacts, PartnershipFacts
from compliance.finding import Due, NextStep, Status, Strength
from compliance.requirements.carried_out import (
    DONE,
    STOPPED,
    action_ref,
    as_they_go_on,
    current_strategies,
    last_said,
    state_on,
    surely_out,
)
from compliance.requirements.judging import Deadline, Happening, judge, pending
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Judged, Versions, by_strategy
from svduty import dates
from svduty.vague_dates import VagueDate

AS_ENTERED = "the day that was entered"
TOLERANCE = "local tolerance"
Pairs = list[tuple[ActionFacts, ActionFacts]]  # each action with the one by which it is judged


def strategy_carried_out(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The strategy is implemented (s.8(3)(c)): each open action has a body and a day, which is the law's part, and none is overdue by more
    days than we let pass, which is ours (DL-15). No actions at all, or all of them overdue, is no carrying out. To stop an action and
    carry it over carries nothing out: while the strategy is in force the action counts as it stands in the next one."""
    actions = as_they_go_on(facts, everything, on)
    still_current = current_strategies(everything)
    current = {pk: versions for pk, versions in by_strategy(everything).items() if pk in still_current}
    if not current:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "There is no strategy to carry out yet.")
    for versions in current.values():
        yield _of_strategy(facts, versions, actions, on)
    for action, stands in actions:
        yield _of_action(facts, action, stands, on, action.strategy_pk in still_current)


# The strategy as a whole


def _of_strategy(facts: PartnershipFacts, versions: list[Judged], actions: Pairs, on: datetime.date) -> Answer:
    strategy = versions[0].strategy
    meant = [stands for one, stands in actions if one.strategy_pk in (None, strategy.pk) and state_on(stands, on) != STOPPED]
    late = [action for action in meant if _overdue(facts, action, on)]
    # Section 8(3)(c) speaks of section 8 strategies; what section 9 only allows is the bodies' own.
    strength = None if strategy.section_8 else Strength.LOCAL

    def answer(status: Status, why: str, step: NextStep | None = None) -> Answer:
        return Answer(f"strategy:{strategy.pk}", strategy.title, status, why, None, (), step, strength=strength)

    add = NextStep("Add an action", "action_add")
    if not meant and surely_out(versions, on):
        return answer(Status.NOT_MET, "It is published, and no action to carry it out is recorded.", add)
    if not meant:
        return answer(Status.DUE_LATER, "It has to be carried out once it is prepared. No action is recorded yet.", add)
    if len(late) == len(meant):
        all_of_them = "Its one action is" if len(late) == 1 else f"All of its {len(late)} actions are"
        look = NextStep("Look at the actions", "delivery")
        return answer(Status.NOT_MET, f"{all_of_them} overdue, so nothing shows that it is carried out.", look)
    done = sum(state_on(action, on) == DONE for action in meant)
    counted = ((done, "done"), (len(meant) - done - len(late), "under way"), (len(late), "overdue"))
    parts = listed(f"{number} {'is' if number == 1 else 'are'} {words}" for number, words in counted if number)
    return answer(Status.MET, f"Of its {len(meant)} actions {parts}." if len(meant) > 1 else f"Its one action {parts[2:]}.")


def _overdue(facts: PartnershipFacts, action: ActionFacts, on: datetime.date) -> bool:
    owned = bool(action.owner or action.named)
    return state_on(action, on) != DONE and owned and action.due is not None and on > _let_pass_until(facts, action.due)


def _let_pass_until(facts: PartnershipFacts, due: VagueDate) -> datetime.date:
    return dates.days_after(due.latest, facts.deadline("DL-15").target_days or 0)


# One action


def _of_action(facts: PartnershipFacts, judged: ActionFacts, action: ActionFacts, on: datetime.date, current: bool) -> Answer:
    goes_on = "" if action is judged else "It was stopped here and goes on in the next strategy. "
    ref, said = action_ref(action), last_said(action, on)

    def answer(
        status: Status, why: str, due: Due | None, step: NextStep | None, *, late_by: int = 0, strength: Strength | None = Strength.LOCAL
    ) -> Answer:
        open_now = current and state_on(action, on) not in (DONE, STOPPED)
        return Answer(f"action:{judged.pk}", judged.title, status, goes_on + why, due, (ref,), step, late_by, open_now, strength)

    if said and said[-1].state == STOPPED:
        return answer(Status.NOT_APPLICABLE, f"It was stopped on {dates.say_short(said[0].on)}.", None, None)
    due = Due("DL-15", action.due.latest, _worked_out(action.due), in_law=False, standing=AS_ENTERED) if action.due else None
    if said and said[-1].state == DONE:
        return _done(answer, said[0].on, due, Happening(VagueDate.of(said[0].on), ref), on)
    if due is None or due.on is None or not (action.owner or action.named):
        missing = [] if action.owner or action.named else ["which body does it"]
        missing += [] if due else ["by when"]
        step = NextStep("Complete the action", "action_change", (("pk", action.pk),))
        return answer(Status.NOT_MET, f"It is not recorded {listed(missing)}.", due, step, strength=None)
    who = action.owner or action.named
    log = NextStep(
        "Log progress", "progress_add", query=(("action", action.pk),), who=who, for_body=action.owner_pk if action.owner else None
    )
    if on <= due.on:
        status = pending(Deadline.on(due.on, facts.deadline("DL-15").window_days), on).status
        return answer(status, f"{who} is to do it by {dates.say(due.on)}.", due, log)
    days, until = facts.deadline("DL-15").target_days or 0, _let_pass_until(facts, action.due or VagueDate.of(due.on))
    was = f"{who} was to do it by {dates.say(due.on)}, {dates.say_days((on - due.on).days)} ago, and it is not recorded as done."
    if on <= until:
        worked_out = f"{dates.say_days(days)} after {dates.say_short(due.on)}, {AS_ENTERED}"
        passing = Due("DL-15", until, worked_out, in_law=False, standing=TOLERANCE)
        return answer(Status.DUE_SOON, f"{was} It counts as overdue after {dates.say(until)}.", passing, log)
    return answer(Status.OVERDUE, was, due, log)


def _done(answer: Callable[..., Answer], done_on: datetime.date, due: Due | None, happening: Happening, on: datetime.date) -> Answer:
    verdict = judge([happening], Deadline.on(due.on, 0) if due and due.on else None, on)
    by = f"; it was to be done by {dates.say(due.on)}" if due and due.on else ""
    return answer(verdict.status, f"It was done by {dates.say(done_on)}{by}.", due, None, late_by=verdict.late_by)


def _worked_out(due: VagueDate) -> str:
    return AS_ENTERED if due.exact else f"the last day of {due}, as it was entered"


REQUIREMENTS = (
    Requirement(
        code="SVD-IMP-01",
        family="Carrying it out",
        title="Actions with owners",
        plain="The strategy must be carried out: its actions have a body that does them and a day by which they are done.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(3)(c)",
        strength=Strength.STATUTORY,
        task="Carry the strategy out",
        shortfall="actions of the strategy lack an owner or a day, or were not done",
        evidence="Each open action with the body that does it and its day. That none is overdue by more than 30 days is our own test, and "
        "the number may be changed.",
        rule=strategy_carried_out,
        deadline="DL-15",
    ),
)
