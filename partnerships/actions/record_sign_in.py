from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def record_sign_in(person: User, *, way: str) -> None:
    """Somebody signed in; `way` says in words how."""
    record("user.signed-in", actor=person, partnership=None, target=person, changes={"By": ["", way]})


@transaction.atomic
def record_sign_out(person: User) -> None:
    record("user.signed-out", actor=person, partnership=None, target=person)


@transaction.atomic
def record_recovery_code(person: User) -> None:
    record("user.recovery-code-used", actor=person, partnership=None, target=person)
