from django.db import transaction

from partnerships.access.lock_out import LOCKED_AT
from partnerships.audit.record import record
from partnerships.links.keeping import make_link
from partnerships.models import User
from partnerships.outbox.post import post


@transaction.atomic
def lock_password(person: User) -> None:
    """Write down that the last try of a password was wrong, and mail the person the way out: a link to set a new one."""
    record("user.locked", actor=None, partnership=None, target=person, changes={"Wrong passwords": ["", str(LOCKED_AT)]})
    link = make_link("password", person, address=person.email, user=person)
    post("sign-in-locked", to=person, key=f"link/{link.pk}", link=link, context={"tries": LOCKED_AT})


@transaction.atomic
def lock_codes(person: User) -> None:
    """The same for security codes. Whoever tried them knows the password, and the person is told so."""
    record("user.locked", actor=None, partnership=None, target=person, changes={"Wrong security codes": ["", str(LOCKED_AT)]})
    post("codes-locked", to=person, key="", context={"tries": LOCKED_AT})
