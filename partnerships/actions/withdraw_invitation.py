import datetime

from django.db import transaction

from partnerships.audit.record import record
from partnerships.links.keeping import revoke_links
from partnerships.links.purposes import INVITATION
from partnerships.models import Invitation, User
from svduty import dates


class InvitationIsOver(Exception):
    """It was accepted or withdrawn meanwhile."""


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, on: datetime.date, reason: str, actor: User) -> None:
    """End an open invitation; its link says so to whoever opens it. Raises InvitationIsOver."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if held.accepted_on or held.withdrawn_on:
        raise InvitationIsOver
    held.withdrawn_on, held.withdrawn_reason = on, reason
    held.save()
    ask = f"the coordinator of {held.partnership}" if held.partnership else "whoever runs this service"
    because = f"The invitation was withdrawn on {dates.say_short(on)}. If you think that this is a mistake, ask {ask}."
    revoke_links(INVITATION, held, because=because[:300])
    record("invitation.withdrawn", actor=actor, partnership=held.partnership, target=held, comment=reason)
