import datetime

from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Handover, User


@transaction.atomic
def settle_handover(handover: Handover, *, on: datetime.date, actor: User) -> None:
    """Whoever follows has read the note, or a coordinator has seen to what nobody held. A second time changes nothing."""
    held = Handover.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=handover.pk)
    if held.settled_on:
        return
    held.settled_on = on
    held.save()
    event = "handover.read" if held.taker_id else "handover.settled"
    record(event, actor=actor, partnership=held.partnership, target=held)
