"""How often one may be wrong: growing waits for whoever is asked about, then a lock, and a limit for where the tries come from.

A try is counted before it is checked and forgotten when it was right, so that a thousand at once get no more than five. What is
counted is counted in the database, for all processes alike, and whether or not anybody has the address that was typed.
"""

import dataclasses
import datetime
import hashlib

from django.db import transaction
from django.db.models import F

from partnerships.access import tally
from partnerships.models import Tally, User
from svduty import clock

WAITS_FROM, LOCKED_AT = 5, 20
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(seconds=30), datetime.timedelta(minutes=15)
LOCKED_FOR = datetime.timedelta(hours=24)
# Many people may share one address of their council, so this is a wide gate.
TRIES_PER_CLIENT, CLIENT_SECONDS = 50, 3600


@dataclasses.dataclass(eq=False)
class TooMany(Exception):
    """No try is taken before `until`. `locked`: it is for long, and there is another way in."""

    until: datetime.datetime
    locked: bool = False


@dataclasses.dataclass(frozen=True)
class Try:
    """A try that may go ahead: end it by `was_right`, or leave it counted. `locks`: if it is wrong, it was the last."""

    key: str
    client_key: str
    locks: bool

    def was_right(self) -> None:
        forget(self.key)
        Tally.objects.filter(key=self.client_key, count__gt=0).update(count=F("count") - 1)


def password_of(address: str) -> str:
    """What the tries of a password are counted under. The address itself is not kept: it may be nobody's."""
    return f"password/{hashlib.sha256(address.strip().lower().encode()).hexdigest()}"


def code_of(person: User) -> str:
    """What the tries of a security code are counted under."""
    return f"code/{person.pk}"


def take(key: str, client: str) -> Try:
    """Count a try under `key` from the address `client`. Raises TooMany when none may be made now."""
    client_key = f"tries-from/{client}"
    if tally.count(client_key, seconds=CLIENT_SECONDS) > TRIES_PER_CLIENT:
        raise TooMany(Tally.objects.get(key=client_key).until)
    now = clock.now()
    try:
        with transaction.atomic():
            counted = tally.locked(key, until=now + LOCKED_FOR)
            if counted.until <= now:
                counted.count = 0
            _refuse_while_waiting(counted, now)
            # `until` is when the last try will be forgotten, and by that tells when it was.
            counted.count, counted.until = counted.count + 1, now + LOCKED_FOR
            counted.save()
    except TooMany:
        Tally.objects.filter(key=client_key, count__gt=0).update(count=F("count") - 1)
        raise
    return Try(key, client_key, locks=counted.count >= LOCKED_AT)


def forget(key: str) -> None:
    """Begin anew: the person was right, or has another way to show who they are."""
    Tally.objects.filter(key=key).delete()


def _refuse_while_waiting(counted: Tally, now: datetime.datetime) -> None:
    if counted.count >= LOCKED_AT:
        raise TooMany(counted.until, locked=True)
    if counted.count >= WAITS_FROM:
        wait = min(FIRST_WAIT * 2 ** (counted.count - WAITS_FROM), LONGEST_WAIT)
        if now < counted.until - LOCKED_FOR + wait:
            raise TooMany(counted.until - LOCKED_FOR + wait)


def in_words(refused: TooMany) -> str:
    """When to try again: "in about 2 minutes"."""
    seconds = max(1, (refused.until - clock.now()).total_seconds())
    if seconds <= 60:
        return "in about a minute"
    minutes = -(-int(seconds) // 60)
    return f"in about {minutes} minutes" if minutes <= 90 else f"in about {round(minutes / 60)} hours"
