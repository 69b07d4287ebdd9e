"""SVD-IMP-02, as far as actions go: what a strategy names for schools, prisons and youth custody is followed."""

import datetime
from collections.abc import Iterable

from compliance.facts import ActionFacts, PartnershipFacts
from compliance.finding import NextStep, Status
from compliance.requirements.carried_out import IN_WORDS, STOPPED, action_ref, actions_on, current_strategies, last_said
from compliance.requirements.requirement import Answer
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth


def named_actions_followed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Of each action that the strategy names for a relevant authority (s.8(5)) it is known how it stands; of one that was stopped, why,
    since section 15(4) binds the authority to it unless a ground of section 15(7) holds."""
    current = current_strategies(everything)
    for action in actions_on(facts, everything):
        if action.named:
            yield _judged(action, on, action.strategy_pk in current)


def _judged(action: ActionFacts, on: datetime.date, current: bool) -> Answer:
    said = last_said(action, on)
    status, how = Status.MET, ""
    if not said and action.starts and action.starts.by(on) is Truth.NO:
        status, how = Status.DUE_LATER, f"It is to begin in or after {action.starts}, and no news is recorded yet."
    elif not said:
        status, how = Status.CANNOT_TELL, "No news of it is recorded. Record how it stands."
    elif said[-1].state == STOPPED and not any(news.reasoned for news in said):
        status = Status.CANNOT_TELL
        how = f"It was stopped on {dates.say_short(said[0].on)}. Record why: section 15(4) binds to it unless a ground of 15(7) holds."
    else:
        how = f"On {dates.say_short(said[-1].on)} it was {IN_WORDS[said[-1].state]}."
    who = action.owner or action.named
    log = NextStep("Log progress", "progress_add", query=(("action", action.pk),), who=who, for_body=action.owner_pk)
    why = f"The strategy names {action.named} for it. {how}"
    done = None if status == Status.MET else log
    return Answer(f"action:{action.pk}", action.title, status, why, None, (action_ref(action),), done, current=current)
