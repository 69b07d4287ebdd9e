import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from partnerships.models import Mail, MailedLink, Partnership, User
from partnerships.outbox.kinds import LINK_PLACE, MAIL_KINDS
from partnerships.outbox.task import send_mail
from svduty import clock
from svduty.tasks.models import State
from svduty.tasks.queries import open_task
from svduty.tasks.queue import do_here, hurry, queue


def post(
    kind: str,
    *,
    to: User | str,
    key: str,
    context: Mapping[str, Any] | None = None,
    partnership: Partnership | None = None,
    asked_by: User | None = None,
    link: MailedLink | None = None,
) -> Mail:
    """Ask for one mail, in the caller's transaction; it goes out once that is kept. Raises KeyError for an unknown kind.

    `to`: a person, or an address. `key`: the same mail asked for again, however much later, is the mail that is there; "" for none.
    The template gets `context`, and by name `partnership`, `asked_by` and `site`; with a `link` also `link` and `days`, how long it
    is good. Words that somebody typed are brought to one line each, so that they cannot pass for ours.
    """
    told = MAIL_KINDS[kind]
    if key and (twin := _posted(key)):
        return twin
    shown = {"site": settings.SITE_URL, "partnership": str(partnership or ""), "asked_by": str(asked_by or ""), **(context or {})}
    if link:
        shown |= {"link": LINK_PLACE, "days": (link.expires_at - link.made_at).days}
    now = clock.now()
    try:
        with transaction.atomic():
            mail = Mail.objects.create(
                kind=kind,
                key=key,
                partnership=partnership,
                to_user=to if isinstance(to, User) else None,
                address=to.email if isinstance(to, User) else to.strip().lower(),
                asked_by=asked_by,
                subject=told.subject,
                text=render_to_string(told.template, {name: _one_line(value) for name, value in shown.items()}),
                link=link,
                message_id=new_message_id(),
                asked_at=now,
                since=now,
            )
            send_later(mail)
    except IntegrityError:
        # Somebody else asked for the same in the same moment.
        if twin := _posted(key):
            return twin
        raise
    mail.refresh_from_db()
    return mail


def send_later(mail: Mail) -> None:
    """Queue the sending; in the transaction that made the mail wait."""
    queue(send_mail, key=_task_key(mail), partnership_id=mail.partnership_id, asked_by_id=mail.asked_by_id, mail_pk=mail.pk)


def being_tried(mail: Mail) -> bool:
    """Is a worker at it just now?"""
    task = open_task(send_mail, _task_key(mail))
    return task is not None and task.state == State.RUNNING


def send_soon(mail: Mail) -> None:
    """Queue the sending, or do not wait for the next try where it is queued."""
    if task := open_task(send_mail, _task_key(mail)):
        hurry(task)
    else:
        send_later(mail)


def send_now(mail: Mail) -> Mail:
    """Try to send a mail here, for a command that has nobody to wait for; what is not sent stays with the workers."""
    if task := open_task(send_mail, _task_key(mail)):
        do_here(task)
    mail.refresh_from_db()
    return mail


def _task_key(mail: Mail) -> str:
    return f"mail/{mail.pk}"


def new_message_id() -> str:
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


def _posted(key: str) -> Mail | None:
    return Mail.objects.filter(key=key).first()


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value
