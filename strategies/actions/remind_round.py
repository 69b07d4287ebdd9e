import datetime

from django.db import transaction

from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import ApprovalRound
from strategies.rounds.over import RoundOver, why_over
from strategies.rounds.reminding import remind_silent


@transaction.atomic
def remind_round(asked: ApprovalRound, *, on: datetime.date, actor: User, partnership: Partnership) -> int:
    """Mail whoever can answer and has not; how many. Nobody is mailed twice on one day. Raises RoundOver when the round is over."""
    current = lock(asked)
    current.strategy_version, current.board = asked.strategy_version, asked.board
    if why := why_over(current):
        raise RoundOver(f"{why} Nobody was reminded.")
    told = remind_silent(current, on, asked_by=actor)
    if told:
        record("approvalround.reminded", actor=actor, partnership=partnership, target=current, comment=f"To {told} who had not answered.")
    return told
