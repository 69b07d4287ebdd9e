"""What somebody may do for the body they work for, and for no other."""

from django.core.exceptions import PermissionDenied

from partnerships import queries
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission, permissions_of
from partnerships.models.person import Role


def acts_for(request: PartnershipRequest, organisation_pk: int) -> bool:
    """May this person act here for that body? Who may edit, for any; else whoever may update their own, for the body of that role."""
    if Permission.EDIT in request.permissions:
        return True
    here = [grant for grant in request.grants if grant.partnership_id == request.partnership.pk and grant.body_id == organisation_pk]
    return any(Permission.UPDATE_OWN in permissions_of(frozenset({Role(grant.role)})) for grant in here)


def only_for(request: PartnershipRequest, organisation_pk: int) -> None:
    """Refuse, telling who can help, whoever may not act for that body. The view itself needs UPDATE_OWN."""
    if not acts_for(request, organisation_pk):
        request.helpers = queries.coordinators_of(request.partnership)  # type: ignore[attr-defined]  # read by the page that refuses
        raise PermissionDenied
