"""Levels of access, and a row of the access table."""

import dataclasses

from partnerships.models.person import Role

ANONYMOUS, STRANGER = "anonymous", "stranger"
WHO = [ANONYMOUS, STRANGER, *[role.value for role in Role]]
MEMBERS = {Role.COORDINATOR, Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER, Role.OVERSEER}


@dataclasses.dataclass(frozen=True)
class Level:
    """`may`: who gets in. `inside`: the address belongs to a partnership, so that outsiders are told nothing is there."""

    may: frozenset[str]
    inside: bool = True


def level(*roles: Role, inside: bool = True) -> Level:
    return Level(frozenset(role.value for role in roles), inside)


OPEN = Level(frozenset(WHO), inside=False)
SIGNED_IN = Level(frozenset(WHO) - {ANONYMOUS}, inside=False)
READ = level(*MEMBERS)
ADD_EVIDENCE = level(Role.COORDINATOR, Role.CONTRIBUTOR)
COORDINATE = level(Role.COORDINATOR)
HAS_A_ROLE = level(*MEMBERS - {Role.OVERSEER})
COMMENT = level(Role.COORDINATOR, Role.CONTRIBUTOR, Role.BOARD_MEMBER)
DECIDE = level(Role.BOARD_MEMBER)
RUN_ROUNDS = level(Role.COORDINATOR, Role.BOARD_MEMBER)
UPDATE_OWN = level(Role.COORDINATOR, Role.CONTRIBUTOR)
LOG_REQUESTS = level(Role.COORDINATOR, Role.OVERSEER)
INSTALLATION = level(Role.ADMINISTRATOR, inside=False)


@dataclasses.dataclass(frozen=True)
class Row:
    """`names` maps an argument of the address to the kind of record, or to a fixed value beginning with "="."""

    level: Level
    names: dict[str, str] = dataclasses.field(default_factory=dict)
    get: int = 200
    posts: bool = True
    get_signed_in: int = 0


def rightful(row: Row) -> Role:
    """Who usually does what the row is about."""
    return next(role for role in (Role.COORDINATOR, Role.BOARD_MEMBER, Role.ADMINISTRATOR) if role in row.level.may)


def pages_of(kind: str, level: Level = COORDINATE, *verbs: str) -> dict[str, Row]:
    return {f"{kind}_{verb}": Row(level, {"pk": kind}) for verb in verbs}
