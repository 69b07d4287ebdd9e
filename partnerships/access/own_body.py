"""What somebody may do for the body they work for, and for no other."""

from django.core.exceptions import PermissionDenied

from partnerships import queries
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission, permissions_of
from partnerships.models.person import Role


def bodies_of(request: PartnershipRequest) -> set[int]:
    """The keys of the bodies whose own matters this person may bring up to date here, by the roles that name a body."""
    here = [grant for grant in request.grants if grant.partnership_id == request.partnership.pk]
    return {grant.body_id for grant in here if grant.body_id and Permission.UPDATE_OWN in permissions_of(frozenset({Role(grant.role)}))}


def acts_for(request: PartnershipRequest, organisation_pk: int) -> bool:
    """May this person act here for that body? Who may edit, for any; else whoever may update their own, for the body of that role."""
    if Permission.EDIT in request.permissions:
        return True
    return organisation_pk in bodies_of(request)


def only_for(request: PartnershipRequest, organisation_pk: int) -> None:
    """Refuse, telling who can help, whoever may not act for that body. The view itself needs UPDATE_OWN."""
    if not acts_for(request, organisation_pk):
        request.helpers = queries.coordinators_of(request.partnership)  # type: ignore[attr-defined]  # read by the page that refuses
        raise PermissionDenied
