"""Setting up a second factor, new recovery codes, and switching it off. The person is mailed, in case it was not them."""

from django.db import transaction

from partnerships.access import second_factor
from partnerships.actions.end_sessions import end_sessions
from partnerships.audit.record import record
from partnerships.models import User
from partnerships.outbox.post import post


@transaction.atomic
def add_second_factor(person: User, secret: str, counter: int, *, this_session: str | None) -> None:
    """Take the secret, confirmed by the code of `counter`, for the person's second factor, and end their other sessions."""
    replaced = second_factor.has_one(person)
    second_factor.activate(person, secret, counter)
    what = "A second factor was replaced" if replaced else "A second factor was set up"
    record("user.second-factor-added", actor=person, partnership=None, target=person, changes={"Replaced": ["", "Yes"]} if replaced else {})
    tell(person, f"{what} for your account.")
    end_sessions(person, but=this_session, actor=person)


@transaction.atomic
def make_recovery_codes(person: User) -> None:
    """New recovery codes; the old ones open nothing any more."""
    second_factor.new_codes(person)
    record("user.recovery-codes-made", actor=person, partnership=None, target=person)
    tell(person, "New recovery codes were made for your account. The earlier ones no longer work.")


@transaction.atomic
def remove_second_factor(person: User, *, reason: str) -> None:
    second_factor.remove(person)
    record("user.second-factor-removed", actor=person, partnership=None, target=person, comment=reason)
    tell(person, "The second factor of your account was switched off.")


def tell(person: User, what: str) -> None:
    """Mail a person that the way they sign in has changed."""
    post("sign-in-changed", to=person, key="", context={"what": what})
