from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.end_grant import AlreadyEnded
from partnerships.audit.record import record
from partnerships.models import RoleGrant, User
from partnerships.queries_boards import open_seats_in


@transaction.atomic
def change_seats(grant: RoleGrant, chosen: Iterable[int], *, actor: User) -> None:
    """Give the role exactly these of the seats that can be given; those that have ended stay with it. Raises AlreadyEnded."""
    current = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    if current.ended_on or not current.partnership:
        raise AlreadyEnded
    before = list(current.seats.select_related("board", "organisation"))
    ended = [seat for seat in before if seat.ends or seat.board.ends]
    after = [*ended, *open_seats_in(current.partnership).filter(pk__in=chosen)]
    if {seat.pk for seat in before} == {seat.pk for seat in after}:
        return
    current.seats.set(after)
    changes = {"Seats": [", ".join(f"{seat}, {seat.board}" for seat in seats) for seats in (before, after)]}
    record("rolegrant.changed", actor=actor, partnership=current.partnership, target=current, changes=changes)
