"""The demonstration accounts: one a role, all with one well-known password. They exist only where DEBUG is on."""

import datetime
import functools

from django.contrib.auth.hashers import make_password

from partnerships.audit.record import record
from partnerships.models import Organisation, Partnership, PoliceArea, RoleGrant, Seat, User
from partnerships.models.person import Role

PASS_PHRASE = "seven days from publication"  # noqa: S105  # meant to be known, and refused where DEBUG is off

# Role -> address to sign in with, post, and what it shows.
ACCOUNTS: dict[Role, tuple[str, str, str]] = {
    Role.COORDINATOR: (
        "coordinator@anyborough.example",
        "Community safety officer",
        "keeps the records of all examples",
    ),
    Role.CONTRIBUTOR: ("contributor@anyborough.example", "Police partnership superintendent", "reads Anyborough and adds evidence"),
    Role.BOARD_MEMBER: ("board@anyborough.example", "Director of public protection", "sits on Anyborough's board"),
    Role.VIEWER: ("viewer@anyborough.example", "Scrutiny officer", "reads Anyborough"),
    Role.OVERSEER: ("overseer@anyborough.example", "Policing body's partnership manager", "reads every partnership of two police areas"),
    Role.ADMINISTRATOR: ("administrator@anyborough.example", "Service administrator", "runs the installation, without its content"),
}

CHAIR = ("chair@anyborough.example", "chairs Anyborough's board, and has not decided about its strategy yet")


@functools.cache
def _hashed() -> str:
    return make_password(PASS_PHRASE)


def give(
    role: Role,
    on: datetime.date,
    *,
    partnership: Partnership | None = None,
    police_area: PoliceArea | None = None,
    body: Organisation | None = None,
) -> None:
    """Let the account of this role hold it here from `on`; a grant that was ever made, ended or not, is not made again."""
    address, post, _ = ACCOUNTS[role]
    person = _person(address, post)
    scope = {"role": role, "partnership": partnership, "police_area": police_area}
    if not RoleGrant.objects.filter(user=person, **scope).exists():
        grant = RoleGrant(user=person, body=body, starts=on, **scope)
        grant.full_clean()
        grant.save()
        record("example.loaded", actor=None, partnership=partnership, target=grant, comment="Demonstration account.")


def seat(address: str, post: str, seats: list[Seat], partnership: Partnership, on: datetime.date) -> User:
    """An account of a board member that holds these seats from `on`; its password is the same as the others'."""
    person = _person(address, post)
    body = next((one.organisation for one in seats if one.organisation), None)
    grant = RoleGrant(user=person, role=Role.BOARD_MEMBER, partnership=partnership, body=body, starts=on)
    grant.full_clean()
    grant.save()
    grant.seats.set(seats)
    record("example.loaded", actor=None, partnership=partnership, target=grant, comment="Demonstration account.")
    return person


def person_of(role: Role) -> User:
    """The account of this role; it is there."""
    return User.objects.get(email=ACCOUNTS[role][0])


def _person(address: str, post: str) -> User:
    person = User.objects.filter(email=address).first()
    if person is None:
        person = User(email=address, name=post, password=_hashed())
        person.full_clean()
        person.save()
    return person


def sign_ins() -> list[str]:
    """Lines that tell who may sign in here and how; none when there are no demonstration accounts."""
    here = set(User.objects.filter(email__in=[address for address, _, _ in ACCOUNTS.values()]).values_list("email", flat=True))
    lines = [f"  {address:<34}{role.label}: {what}" for role, (address, _, what) in ACCOUNTS.items() if address in here]
    if User.objects.filter(email=CHAIR[0]).exists():
        lines.append(f"  {CHAIR[0]:<34}{Role.BOARD_MEMBER.label}: {CHAIR[1]}")
    return ["Sign in with one of these addresses:", *lines, f"The password is the same for all: {PASS_PHRASE}"] if lines else []
