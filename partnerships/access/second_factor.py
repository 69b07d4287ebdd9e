"""The second factor: a code that an app on a phone shows for half a minute, or a recovery code that opens once."""

import base64
import enum
import logging

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt, encrypt
from cryptography.fernet import InvalidToken
from django.db import transaction

from partnerships.models import User
from svduty import clock

logger = logging.getLogger(__name__)
PERIOD_SECONDS = 30
# A phone's clock may be half a minute off either way.
TOLERANCE = 1
LAST_USED = "last_counter"
Kind = Authenticator.Type


class Checked(enum.Enum):
    """What became of a code."""

    RIGHT = "right"
    RECOVERY = "recovery"
    USED = "used"
    WRONG = "wrong"


def has_one(person: User) -> bool:
    return Authenticator.objects.filter(user=person, type=Kind.TOTP).exists()


def unused_codes(person: User) -> list[str]:
    """The recovery codes that the person has not used."""
    kept = Authenticator.objects.filter(user=person, type=Kind.RECOVERY_CODES).first()
    return RecoveryCodes(kept).get_unused_codes() if kept else []


def codes_left(person: User) -> int:
    """How many recovery codes the person has not used. Counted without opening what is sealed."""
    kept = Authenticator.objects.filter(user=person, type=Kind.RECOVERY_CODES).first()
    return app_settings.RECOVERY_CODE_COUNT - int(kept.data["used_mask"]).bit_count() if kept else 0


@transaction.atomic
def check(person: User, code: str) -> Checked:
    """Try a code of either kind. A right one is spent: of the app's codes neither it nor an earlier one is taken again."""
    kept = {one.type: one for one in Authenticator.objects.select_for_update().filter(user=person)}
    try:
        if Kind.TOTP in kept and (counter := counter_of(decrypt(kept[Kind.TOTP].data["secret"]), code)):
            return _spend(kept[Kind.TOTP], counter)
        if Kind.RECOVERY_CODES in kept and RecoveryCodes(kept[Kind.RECOVERY_CODES]).validate_code(code):
            return Checked.RECOVERY
    except InvalidToken:
        logger.error("The second factor of person %s was sealed with another SECRET_KEY. Give it in SECRET_KEY_FALLBACKS.", person.pk)
    return Checked.WRONG


def _spend(kept: Authenticator, counter: int) -> Checked:
    if counter <= kept.data.get(LAST_USED, 0):
        return Checked.USED
    kept.data[LAST_USED] = counter
    kept.last_used_at = clock.now()
    kept.save()
    return Checked.RIGHT


def counter_of(secret: str, code: str) -> int | None:
    """Which half minute, counted since 1970, a code of this secret belongs to; None if to none about now."""
    now = int(clock.now().timestamp()) // PERIOD_SECONDS
    for counter in range(now - TOLERANCE, now + TOLERANCE + 1):
        if totp.compare_user_code(actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, counter))):
            return counter
    return None


def new_secret() -> str:
    """A secret to be confirmed by its first code, sealed so that it may wait in a session."""
    return str(encrypt(totp.generate_totp_secret()))


def open_secret(sealed: str) -> str:
    return str(decrypt(sealed))


def activate(person: User, secret: str, counter: int) -> None:
    """Take the secret for the person's own, in place of any before it, with new recovery codes."""
    remove(person)
    kept = totp.TOTP.activate(person, secret).instance
    kept.data[LAST_USED] = counter
    kept.save()
    RecoveryCodes.activate(person)


def new_codes(person: User) -> None:
    """Recovery codes in place of those there are."""
    Authenticator.objects.filter(user=person, type=Kind.RECOVERY_CODES).delete()
    RecoveryCodes.activate(person)


def remove(person: User) -> bool:
    """Take the second factor and its recovery codes away; False when there was none."""
    return bool(Authenticator.objects.filter(user=person).delete()[0])


def picture(person: User, secret: str) -> str:
    """The secret as a square code to scan, for an image's address."""
    adapter = get_adapter()
    drawing = adapter.build_totp_svg(adapter.build_totp_url(person, secret))
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
