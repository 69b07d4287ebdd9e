"""A member's answer in an approval round: personal, with its moment, bound to the version by its seal."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock, save_record
from partnerships.models import Partnership, User
from partnerships.quorum import lasts
from strategies.actions.mark_read import mark_read
from strategies.models import Vote
from strategies.queries_rounds import seats_held, vote_of
from strategies.rounds.over import RoundOver, why_over
from svduty.editing.forms import RecordForm


@transaction.atomic
def give_vote(form: RecordForm[Any], *, at: datetime.datetime, on: datetime.date, actor: User, partnership: Partnership) -> Vote:
    """Save a valid form as the answer of its seat, or as a changed one; the same sent twice is recorded once.

    The round's row is locked, so that no answer arrives while it closes. Raises RoundOver when it is over, PermissionDenied when the
    person no longer holds the seat, and StaleRecord when somebody answered for the seat meanwhile: nothing is written then.
    """
    vote: Vote = form.instance
    asked = lock(vote.round)
    asked.strategy_version = vote.round.strategy_version
    if why := why_over(asked):
        raise RoundOver(f"{why} Your answer was not recorded; your words are still below. Speak to the coordinator or the chair.")
    held = {seat.pk for seat in seats_held(actor, partnership, on) if seat.board_id == asked.board_id}
    if vote.seat_id not in held or not lasts(vote.seat, on):
        raise PermissionDenied
    there = vote_of(asked, vote.seat)
    if there and _says_the_same(there, vote, actor):
        return there
    if there and not vote.pk:
        # The form was opened before anybody had answered for the seat.
        vote.pk, vote._state.adding = there.pk, False
        raise StaleRecord(there)
    vote.given_by, vote.given_at, vote.sha256 = actor, at, asked.strategy_version.sha256
    saved: Vote = save_record(form, actor=actor, partnership=partnership)
    mark_read(asked.strategy_version, at=at, actor=actor, partnership=partnership)
    return saved


def _says_the_same(there: Vote, vote: Vote, actor: User) -> bool:
    names = ("choice", "words", "as_deputy", "authority")
    return there.given_by_id == actor.pk and all(getattr(there, name) == getattr(vote, name) for name in names)
