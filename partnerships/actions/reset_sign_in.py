from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from partnerships.access import lock_out, second_factor
from partnerships.actions.end_sessions import end_sessions
from partnerships.actions.second_factor import tell
from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def reset_sign_in(person: User, *, reason: str, actor: User | None) -> None:
    """For somebody who lost their phone, or whose account at the identity provider was made anew.

    Second factor, recovery codes and the link to that account go, waits and locks are lifted, and they are signed out everywhere.
    """
    had = second_factor.remove(person)
    linked = bool(SocialAccount.objects.filter(user=person).delete()[0])
    lock_out.forget(lock_out.code_of(person))
    lock_out.forget(lock_out.password_of(person.email))
    taken = {"Second factor": ["Set up", "None"]} if had else {}
    if linked:
        taken["Single sign-on"] = ["Linked", "Not linked"]
    record("user.second-factor-reset", actor=actor, partnership=None, target=person, changes=taken, comment=reason)
    end_sessions(person, actor=actor)
    tell(
        person,
        "Somebody who looks after people here has reset how you sign in: sign in with your password and set up a second factor anew.",
    )
