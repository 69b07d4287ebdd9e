from django.http import HttpRequest

from partnerships.access.roles import Permission
from partnerships.models import Partnership, RoleGrant, User
from partnerships.models.person import Role


class SignedInRequest(HttpRequest):
    """What a request carries after the middleware, for signed-in pages."""

    user: User
    grants: list[RoleGrant]
    roles: frozenset[Role]
    permissions: frozenset[Permission]


class PartnershipRequest(SignedInRequest):
    """A signed-in request below /p/<slug>/."""

    partnership: Partnership
