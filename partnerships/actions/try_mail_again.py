from django.db import transaction

from partnerships.audit.record import record
from partnerships.links.keeping import replace_link
from partnerships.models import Mail, User
from partnerships.models.mail import MailState
from partnerships.outbox.kinds import MAIL_KINDS
from partnerships.outbox.post import being_tried, new_message_id, send_soon
from svduty import clock

AGAIN = (MailState.GIVEN_UP, MailState.REFUSED, MailState.PERHAPS, MailState.WAITING)


@transaction.atomic
def try_mail_again(mail: Mail, *, actor: User) -> Mail:
    """Try at once, for another 24 hours, what was not sent or perhaps sent. Any other mail is left as it is.

    A mail that may have come once has another link the second time; then it is another message, and the first link says so.
    """
    held = Mail.objects.select_for_update(of=["self"]).select_related("link").get(pk=mail.pk)
    if held.state not in AGAIN or being_tried(held):
        return held
    words = MAIL_KINDS[held.kind].words if held.kind in MAIL_KINDS else held.kind
    record("mail.tried-again", actor=actor, partnership=None, target=held, comment=words)
    if held.state == MailState.PERHAPS and held.link:
        held.link, held.message_id = replace_link(held.link), new_message_id()
    held.state, held.since, held.reason, held.first_tried_at = MailState.WAITING, clock.now(), "", None
    held.save()
    send_soon(held)
    held.refresh_from_db()
    return held
