from django.db import transaction

from partnerships.actions.invite import mail_invitation
from partnerships.actions.withdraw_invitation import InvitationIsOver
from partnerships.audit.record import record
from partnerships.models import Invitation, Mail, User


@transaction.atomic
def send_invitation_again(invitation: Invitation, *, actor: User) -> Mail | None:
    """Mail another link; the one sent before ends. None when that was done too often lately. Raises InvitationIsOver."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if held.accepted_on or held.withdrawn_on:
        raise InvitationIsOver
    mail = mail_invitation(held, asked_by=actor)
    if mail:
        record("invitation.sent-again", actor=actor, partnership=held.partnership, target=held)
    return mail
