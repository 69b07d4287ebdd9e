"""One try to hand one mail to the mail server."""

import contextlib
import datetime
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse

from partnerships.links.keeping import is_open, mint
from partnerships.models import Mail
from partnerships.models.mail import MailState
from partnerships.outbox.kinds import LINK_PLACE
from svduty import clock

TRIED_FOR = datetime.timedelta(hours=24)
AWAY = "The mail server does not answer."
NOT_NOW = "The mail server answered that it cannot take this now ({code})."
NOT_OURS = "The mail server refuses what this service sends ({code}). Check EMAIL_URL and DEFAULT_FROM_EMAIL."
NO_SUCH_ADDRESS = "The mail server refuses this address ({code}). Check that it is right."
BROKE = "The mail could not be put together. It is written in the log under “mail {pk}”."
STOPPED = "The service stopped while it handed this to the mail server, so nobody can tell whether it went out."
CUT_OFF = "The mail server broke off before it said that it has this, so nobody can tell whether it went out."
NOT_NEEDED = "Its link was used, replaced or withdrawn before it went out."
log = logging.getLogger(__name__)


class NotSentYet(Exception):
    """It was surely not sent, and is tried again; the text is a sentence for people."""


def try_to_send(mail: Mail, *, last: bool) -> MailState:
    """Send a mail that waits, and note what became of it. Raises NotSentYet while it pays to try again, never on the `last` try.

    Call it outside a transaction: that it is being sent must be kept before it is.
    """
    if mail.state == MailState.SENDING:
        return _note(mail, MailState.PERHAPS, STOPPED)
    if mail.state != MailState.WAITING:
        return MailState(mail.state)
    if mail.link and not is_open(mail.link):
        return _note(mail, MailState.DROPPED, NOT_NEEDED)
    mail.first_tried_at = mail.first_tried_at or clock.now()
    mail.tries += 1
    try:
        message = _message(mail)
        connection = get_connection()
        connection.open()
    except Exception as problem:
        return _later(mail, _why_not(mail, problem), last=last)
    try:
        # Of two who try, one gets it.
        if not Mail.objects.filter(pk=mail.pk, state=MailState.WAITING).update(state=MailState.SENDING, since=clock.now()):
            mail.refresh_from_db()
            return MailState(mail.state)
        return _hand_over(mail, message, connection, last=last)
    finally:
        # What the mail server has to say after it took the mail changes nothing.
        with contextlib.suppress(Exception):
            connection.close()


def _message(mail: Mail) -> EmailMessage:
    """With the link in its place, if it has one: its token is made here and known to nobody afterwards."""
    text = mail.text
    if mail.link:
        address = settings.SITE_URL + reverse("mailed_link", args=[mint(mail.link)])
        text = text.replace(LINK_PLACE, address)
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    message = EmailMessage(subject=mail.subject, body=text, to=[mail.address], headers=headers)
    message.message()
    return message


def _hand_over(mail: Mail, message: EmailMessage, connection: BaseEmailBackend, *, last: bool) -> MailState:
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as problem:
        code = max((answer[0] for answer in problem.recipients.values()), default=0)
        if code >= 500:
            log.warning("Mail %d was refused for its address: %s", mail.pk, code)
            return _note(mail, MailState.REFUSED, NO_SUCH_ADDRESS.format(code=code))
        return _later(mail, NOT_NOW.format(code=code), last=last)
    except (smtplib.SMTPResponseException, ConnectionRefusedError) as problem:
        return _later(mail, _why_not(mail, problem), last=last)
    except Exception as problem:
        log.warning("Mail %d may or may not have been sent: %s", mail.pk, type(problem).__name__)
        return _note(mail, MailState.PERHAPS, CUT_OFF)
    return _note(mail, MailState.SENT, "")


def _why_not(mail: Mail, problem: Exception) -> str:
    if isinstance(problem, smtplib.SMTPResponseException):
        code = problem.smtp_code
        return (NOT_OURS if code >= 500 else NOT_NOW).format(code=code)
    if isinstance(problem, (OSError, smtplib.SMTPException)):
        return AWAY
    log.exception("Mail %d could not be put together", mail.pk)
    return BROKE.format(pk=mail.pk)


def _later(mail: Mail, why: str, *, last: bool) -> MailState:
    """It was surely not sent."""
    began = mail.first_tried_at
    if last or (began and clock.now() - began >= TRIED_FOR):
        log.error("Mail %d (%s) is given up after %d tries: %s", mail.pk, mail.kind, mail.tries, why)
        return _note(mail, MailState.GIVEN_UP, why)
    _note(mail, MailState.WAITING, why)
    raise NotSentYet(why)


def _note(mail: Mail, state: MailState, why: str) -> MailState:
    now = clock.now()
    changes = {"state": state, "reason": why, "since": now, "tries": mail.tries, "first_tried_at": mail.first_tried_at}
    if state == MailState.SENT:
        changes["sent_at"] = now
    Mail.objects.filter(pk=mail.pk).update(**changes)
    mail.refresh_from_db()
    return state
