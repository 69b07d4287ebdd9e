from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.add_seats import new_body
from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, Seat, User
from partnerships.queries_boards import next_position
from svduty.editing.forms import RecordForm


@transaction.atomic
def save_seat(form: RecordForm[Seat], body_name: str, *, actor: User, partnership: Partnership, comment: str) -> Seat:
    """Save a valid form as a seat, the last of its board if it is new. `body_name`: a body to add to the partnership's own for it, or "".

    Raises StaleRecord and IntegrityError, having written nothing.
    """
    seat = form.instance
    lock_row(seat.board)
    if body_name:
        seat.organisation = new_body(body_name, actor=actor, partnership=partnership)
    if not seat.pk:
        seat.position = next_position(seat.board)
    return save_record(form, actor=actor, partnership=partnership, comment=comment)
