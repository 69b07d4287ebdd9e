"""Closing an approval round: what it came to is counted, kept, and becomes part of the version."""

import datetime

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.audit.record import record
from partnerships.meeting_quorum import RULE_LENGTH
from partnerships.models import Partnership, User
from partnerships.quorum import QuorumRule
from strategies.models import Approval, ApprovalRound, Vote
from strategies.models.round import Choice, RoundOutcome, RoundState
from strategies.models.version import Outcome
from strategies.queries_rounds import seats_asked, votes_of
from strategies.rounds.over import RoundOver, why_over
from strategies.rounds.tally import Tally, decides, tally
from svduty import clock, dates
from svduty.vague_dates import VagueDate

OUTCOMES = {
    RoundOutcome.APPROVED: Outcome.APPROVED,
    RoundOutcome.CONDITIONS: Outcome.CONDITIONS,
    RoundOutcome.SENT_BACK: Outcome.SENT_BACK,
    RoundOutcome.NOTED: Outcome.NOTED,
}


@transaction.atomic
def close_round(
    asked: ApprovalRound,
    *,
    seen_version: int,
    reason: str,
    at: datetime.datetime,
    on: datetime.date,
    actor: User,
    partnership: Partnership,
    early: bool,
) -> ApprovalRound:
    """Count the round on that day and close it; a round that came to something makes the version's approval, bound to it for ever.

    `early`: the actor may close it before its day though answers are missing. Raises RoundOver, having written nothing, when it is
    over, or when it may not be closed yet; StaleRecord when somebody changed it meanwhile.
    """
    version = asked.strategy_version
    current = lock(asked)
    current.strategy_version = version
    if why := why_over(current):
        raise RoundOver(f"{why} Nothing was done a second time.")
    if current.version != seen_version:
        raise StaleRecord(current)
    votes = votes_of(current)
    counted = count(current, votes, on)
    if not (early or may_close(current, counted, on)):
        raise RoundOver("Not all have answered and its day has not passed, so only the chair can close it now.")
    _keep(current, counted)
    current.state, current.outcome, current.closing_words = RoundState.CLOSED, counted.outcome, reason
    current.closed_at, current.closed_by = at, actor
    current.version += 1
    current.save()
    if counted.outcome in OUTCOMES:
        _approve(current, counted, votes, on, actor, partnership)
    changes = {
        "State": ["Open", "Closed"],
        "Outcome": ["", current.get_outcome_display()],
        "Quorum": ["", counted.quorum.words],
        "Answers": ["", counted.votes],
    }
    record("approvalround.closed", actor=actor, partnership=partnership, target=current, changes=changes, comment=reason)
    return current


def count(asked: ApprovalRound, votes: list[Vote], on: datetime.date) -> Tally:
    """What the round comes to on that day."""
    seats = seats_asked(asked.board, on)
    return tally(QuorumRule.of(asked.board), asked.part, seats, {vote.seat_id: vote.choice for vote in votes}, on)


def may_close(asked: ApprovalRound, counted: Tally, on: datetime.date) -> bool:
    """Has its day passed, or has everybody answered? Before that only the chair closes it."""
    return on > asked.answer_by or counted.all_answered


def conditions_of(votes: list[Vote]) -> str:
    """The conditions of those who decide, a seat a paragraph."""
    return "\n\n".join(f"{vote.seat}: {vote.words}" for vote in votes if vote.choice == Choice.CONDITIONS and decides(vote.seat))


def _keep(asked: ApprovalRound, counted: Tally) -> None:
    quorum = counted.quorum
    asked.quorum_base, asked.quorum_needed, asked.quorum_present = quorum.base, quorum.needed, quorum.present
    asked.quorum_chair, asked.quorate = quorum.chair_there, quorum.quorate
    asked.quorum_rule = (quorum.rule_words or quorum.needed_words)[:RULE_LENGTH]


def _approve(asked: ApprovalRound, counted: Tally, votes: list[Vote], on: datetime.date, actor: User, partnership: Partnership) -> None:
    outcome = OUTCOMES[counted.outcome]
    approval = Approval.objects.create(
        strategy_version=asked.strategy_version,
        decided_by=asked.board.name,
        decided_on=VagueDate.of(on),
        outcome=outcome,
        conditions=conditions_of(votes) if outcome == Outcome.CONDITIONS else "",
        reference=f"Approval round of {dates.say_short(clock.day_of(asked.opened_at))}",
        round=asked,
    )
    changes = {
        "Decided by": ["", approval.decided_by],
        "Decided on": ["", str(approval.decided_on)],
        "Decision": ["", approval.get_outcome_display()],
        "Conditions": ["", approval.conditions],
    }
    record("approval.added", actor=actor, partnership=partnership, target=approval, changes=changes, comment=f"{asked} was closed.")
