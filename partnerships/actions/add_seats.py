from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Board, Organisation, Partnership, Seat, User
from partnerships.models.body import OrganisationKind
from partnerships.queries_boards import next_position


@transaction.atomic
def add_seats(board: Board, seats: Iterable[Seat], *, actor: User, partnership: Partnership) -> list[Seat]:
    """Add seats to a board in the order given; bodies in no list yet are added once each. Raises IntegrityError, writing nothing."""
    lock_row(board)
    position, new = next_position(board), dict[str, Organisation]()
    added = []
    for number, seat in enumerate(seats):
        body = seat.organisation
        if body and not body.pk:
            known = new.get(body.name.casefold())
            new[body.name.casefold()] = body = known or new_body(body.name, actor=actor, partnership=partnership)
        seat.board, seat.organisation, seat.position = board, body, position + number
        seat.save()
        record("seat.added", actor=actor, partnership=partnership, target=seat, changes=differences({}, in_words(seat)))
        added.append(seat)
    return added


def new_body(name: str, *, actor: User, partnership: Partnership) -> Organisation:
    """A body of which only the name is known, in the partnership's own list. Its kind is put right on its own page."""
    body = Organisation.objects.create(partnership=partnership, name=name, kind=OrganisationKind.OTHER)
    record("organisation.added", actor=actor, partnership=partnership, target=body, changes={"Name": ["", name]})
    return body
