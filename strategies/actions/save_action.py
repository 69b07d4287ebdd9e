from django.db import IntegrityError, transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, User
from strategies import queries_delivery as queries
from strategies.forms.action import ActionForm
from strategies.models import Action
from strategies.waiting_circle import circle_through


@transaction.atomic
def save_action(form: ActionForm, *, actor: User, partnership: Partnership) -> Action:
    """Save a valid form of an action that is there already.

    Raises StaleRecord, and IntegrityError where somebody else made it a circle of actions that wait for one another since the form was
    checked; both having written nothing.
    """
    lock_row(partnership)
    needs = [need.pk for need in form.cleaned_data.get("needs") or []]
    if circle_through(form.instance.pk, needs, queries.waits_in(partnership)):
        raise IntegrityError("These actions would wait for one another.")
    return save_record(form, actor=actor, partnership=partnership, comment=form.comment)
