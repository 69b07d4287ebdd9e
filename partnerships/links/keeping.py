"""Making, finding and ending mailed links. Tokens are 128 random bits; the database holds the SHA-256 of each."""

import datetime
import enum
import hashlib
import secrets

from django.db import models, transaction
from django.db.models import QuerySet

from partnerships.links.purposes import PURPOSES
from partnerships.models import MailedLink, Partnership, User
from svduty import clock

TOKEN_BYTES = 16
REPLACED = "A newer link was sent to the same address. Look for the newest message."


class End(enum.StrEnum):
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


class LinkIsOver(Exception):
    """It was used or revoked, or its time is over."""


@transaction.atomic
def make_link(
    purpose: str, thing: models.Model, *, address: str, user: User | None = None, partnership: Partnership | None = None
) -> MailedLink:
    """A link for one thing; older ones of the same purpose and thing end. It opens nothing until its mail goes out."""
    revoke_links(purpose, thing, because=REPLACED)
    now = clock.now()
    return MailedLink.objects.create(
        purpose=purpose,
        thing_kind=str(thing._meta.model_name),
        thing_pk=thing.pk,
        partnership=partnership,
        user=user,
        address=address.strip().lower(),
        made_at=now,
        expires_at=_end_from(purpose, now),
    )


def mint(link: MailedLink) -> str:
    """Give the link a new token, counting its days from now, and return the token; an earlier one opens nothing any more.

    Raises LinkIsOver when the link was used or revoked.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    changes = {"sha256": digest(token), "expires_at": _end_from(link.purpose, clock.now())}
    if not MailedLink.objects.filter(pk=link.pk, used_at__isnull=True, revoked_at__isnull=True).update(**changes):
        raise LinkIsOver
    return token


@transaction.atomic
def replace_link(link: MailedLink) -> MailedLink:
    """Another link for the same, in place of one that somebody may have. Gives the old one back when it was used or revoked."""
    held = MailedLink.objects.select_for_update().get(pk=link.pk)
    if not is_open(held):
        return held
    now = clock.now()
    MailedLink.objects.filter(pk=held.pk).update(revoked_at=now, revoked_because=REPLACED)
    held.pk, held.sha256, held.made_at, held.expires_at = None, None, now, _end_from(held.purpose, now)
    held.save(force_insert=True)
    return held


def find(token: str) -> MailedLink | None:
    """The link of that token, whether or not it still opens anything."""
    return MailedLink.objects.select_related("user", "partnership").filter(sha256=digest(token)).first()


def end_of(link: MailedLink) -> End | None:
    """Why it opens nothing any more, or None while it does."""
    if link.used_at:
        return End.USED
    if link.revoked_at:
        return End.REVOKED
    return End.EXPIRED if clock.now() >= link.expires_at else None


def is_open(link: MailedLink) -> bool:
    """Was it neither used nor revoked? One that has expired is open in this sense: sent again, it is good again."""
    return not (link.used_at or link.revoked_at)


def hold(link: MailedLink) -> None:
    """Let nobody end it or use it until the transaction of what it is used for is over; it stays good. Raises LinkIsOver."""
    if end_of(MailedLink.objects.select_for_update(of=("self",)).get(pk=link.pk)):
        raise LinkIsOver


def use(link: MailedLink) -> None:
    """Use it up, inside the transaction of what it is used for. Raises LinkIsOver, also for the slower of two."""
    hold(link)
    MailedLink.objects.filter(pk=link.pk).update(used_at=clock.now())


def revoke_links(purpose: str, thing: models.Model, *, because: str) -> None:
    """End what is open of this purpose for this thing. `because`: a sentence for whoever opens such a link."""
    _open_links(purpose, thing).update(revoked_at=clock.now(), revoked_because=because)


def _open_links(purpose: str, thing: models.Model) -> QuerySet[MailedLink]:
    of_thing = MailedLink.objects.filter(purpose=purpose, thing_kind=thing._meta.model_name, thing_pk=thing.pk)
    return of_thing.filter(used_at__isnull=True, revoked_at__isnull=True)


def _end_from(purpose: str, moment: datetime.datetime) -> datetime.datetime:
    return moment + datetime.timedelta(days=PURPOSES[purpose].days)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
