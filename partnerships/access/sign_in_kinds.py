"""What signing in writes to the history, and the mails it sends; told to the registries when the service starts."""

from partnerships.audit.events import register_events
from partnerships.outbox.kinds import MailKind, register_mail

EVENTS = {
    "user.signed-in": "Signed in",
    "user.signed-out": "Signed out",
    "user.locked": "Locked the sign-in of a person",
    "user.second-factor-added": "Set up a second factor",
    "user.second-factor-removed": "Switched off a second factor",
    "user.second-factor-reset": "Reset how a person signs in",
    "user.recovery-codes-made": "Made new recovery codes",
    "user.recovery-code-used": "Signed in with a recovery code",
    "user.session-ended": "Signed a person out elsewhere",
    "user.linked": "Linked a person with their account for single sign-on",
}
MAILS = [
    MailKind("sign-in-locked", "Signing in is locked", "Signing in is locked for a day", "partnerships/mail/sign_in_locked.txt"),
    MailKind("codes-locked", "Security codes are locked", "Wrong security codes for your account", "partnerships/mail/codes_locked.txt"),
    MailKind("sign-in-changed", "A way to sign in has changed", "How you sign in has changed", "partnerships/mail/sign_in_changed.txt"),
]


def register() -> None:
    register_events(EVENTS, alter_records=False)
    for mail in MAILS:
        register_mail(mail)
