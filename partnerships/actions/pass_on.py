"""How what is held passes to another body or person. Each way writes the history; none deletes anything."""

import datetime
from collections.abc import Iterable
from typing import Any, cast

from django.db import models, transaction

from partnerships.actions.save_record import differences, in_words, lock
from partnerships.audit.record import record
from partnerships.holdings import Held, Move, Passing
from partnerships.models import Invitation, RoleGrant, Seat
from partnerships.models.invitation import OPEN
from svduty.editing.records import Lasting, Record
from svduty.vague_dates import VagueDate

SET_ANEW = {"id", "version", "starts", "ends", "agreed_on"}


@transaction.atomic
def pass_on(held: Iterable[Held], passing: Passing) -> list[list[str]]:
    """Give the taker all of it that moves. Returns a line (kind, what it is) for each thing that they hold now."""
    lines = []
    for one in held:
        if move := one.holding.move:
            lines += [[one.holding.words, one.holding.label(move(row, passing))] for row in one.records]
    return lines


def reassign(field: str) -> Move:
    """For open work: the same record, held by the taker from now on."""

    def move(row: models.Model, passing: Passing) -> models.Model:
        with transaction.atomic():
            current = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
            label = str(current._meta.get_field(field).verbose_name)  # type: ignore[union-attr]  # a field of ours has a name
            change = [_in_chain(getattr(current, field)), _in_chain(passing.taker)]
            setattr(current, field, passing.taker)
            _save(current)
            _record(current, "changed", passing, {label[0].upper() + label[1:]: change})
        return current

    return move


def join(field: str) -> Move:
    """For what several bodies share: the taker is added, and who was there before stays named."""

    def move(row: Record, passing: Passing) -> Record:
        with transaction.atomic():
            current = lock(row)
            before = in_words(current)
            getattr(current, field).add(passing.taker)
            if changes := differences(before, in_words(current)):
                _save(current)
                _record(current, "changed", passing, changes)
        return current

    return move


def renew(field: str) -> Move:
    """For what lasts: it ends the day before, and the same begins with the taker, who may have it already."""

    def move(row: Lasting, passing: Passing) -> Lasting:
        with transaction.atomic():
            current = lock(row)
            if _begins(current) >= passing.on:
                return reassign(field)(current, passing)  # type: ignore[return-value]  # gives back what it was given
            _end(current, passing)
            return _same_of(current, field, passing.taker) or _begin(current, field, passing)

    return move


def renew_seat(row: Seat, passing: Passing) -> Seat:
    """As `renew`; whoever holds the seat by their role holds the new one too, and whoever is invited to it will."""
    with transaction.atomic():
        grants = list(RoleGrant.objects.filter(seats=row, ended_on__isnull=True))
        seat = cast(Seat, renew("organisation")(row, passing))
        for grant in grants:
            grant.seats.add(seat)
        Invitation.objects.filter(OPEN, seat=row).update(seat=seat)
    return seat


def _end(current: Lasting, passing: Passing) -> None:
    ends = VagueDate.of(passing.on - datetime.timedelta(days=1))
    changes = {"Until": [str(current.ends or ""), str(ends)]}
    current.ends = ends
    _save(current)
    _record(current, "ended", passing, changes)


def _same_of(current: Lasting, field: str, taker: Any) -> Lasting | None:
    """What the taker has of the same already, by the rule that says it is there once."""
    for constraint in current._meta.constraints:
        names = getattr(constraint, "fields", ())
        if field in names:
            same = {name: taker if name == field else getattr(current, name) for name in names}
            return type(current)._default_manager.filter(**same, ends__isnull=True).first()
    return None


def _begin(current: Lasting, field: str, passing: Passing) -> Lasting:
    names = [one.attname for one in current._meta.concrete_fields if one.attname not in SET_ANEW]
    new = type(current)(**{name: getattr(current, name) for name in names})
    setattr(new, field, passing.taker)
    setattr(new, "agreed_on" if new.starts is None and hasattr(new, "agreed_on") else "starts", VagueDate.of(passing.on))
    new.save()
    _record(new, "added", passing, differences({}, in_words(new)))
    return new


def _begins(row: Lasting) -> datetime.date:
    starts = row.starts or getattr(row, "agreed_on", None)
    return starts.earliest if starts else datetime.date.min


def _in_chain(holder: Any) -> str:
    """How the history calls a body or a person: a person by number."""
    return str(getattr(holder, "audit_label", holder or ""))


def _save(current: models.Model) -> None:
    if isinstance(current, Record):
        current.version += 1
    current.save()


def _record(row: models.Model, verb: str, passing: Passing, changes: dict[str, list[str]]) -> None:
    event = f"{row._meta.model_name}.{verb}"
    record(event, actor=passing.actor, partnership=passing.partnership, target=row, changes=changes, comment=passing.why)
