"""One table: which role may do what."""

import enum

from partnerships.models.person import Role


class Permission(enum.StrEnum):
    PUBLIC = "public"
    SIGNED_IN = "signed-in"
    READ = "read"
    ADD_EVIDENCE = "add-evidence"
    COMMENT = "comment"
    DECIDE = "decide"
    RUN_ROUNDS = "run-rounds"  # coordinators; and board members as far as they chair a board
    UPDATE_OWN = "update-own"
    LOG_REQUESTS = "log-requests"
    EDIT = "edit"
    ISSUE_REPORT = "issue-report"
    MANAGE_PEOPLE = "manage-people"
    RUN_INSTALLATION = "run-installation"


READS = {Permission.READ}

ROLE_PERMISSIONS: dict[Role, set[Permission]] = {
    Role.COORDINATOR: {
        Permission.READ,
        Permission.ADD_EVIDENCE,
        Permission.COMMENT,
        Permission.RUN_ROUNDS,
        Permission.UPDATE_OWN,
        Permission.LOG_REQUESTS,
        Permission.EDIT,
        Permission.ISSUE_REPORT,
        Permission.MANAGE_PEOPLE,
    },
    Role.CONTRIBUTOR: READS | {Permission.ADD_EVIDENCE, Permission.COMMENT, Permission.UPDATE_OWN},
    Role.BOARD_MEMBER: READS | {Permission.COMMENT, Permission.DECIDE, Permission.RUN_ROUNDS},
    Role.VIEWER: READS,
    Role.OVERSEER: READS | {Permission.LOG_REQUESTS},
    Role.ADMINISTRATOR: {Permission.RUN_INSTALLATION},
}

# Roles whose permissions hold for the whole installation; all others hold only inside a partnership.
INSTALLATION_ROLES = {Role.ADMINISTRATOR}

# Of whom SECOND_FACTOR_REQUIRED asks a second factor.
NEED_SECOND_FACTOR = {Role.COORDINATOR, Role.OVERSEER, Role.ADMINISTRATOR}


def permissions_of(roles: frozenset[Role]) -> frozenset[Permission]:
    """Everything that these roles may do together."""
    return frozenset().union(*(ROLE_PERMISSIONS[role] for role in roles))
