"""What the pages of approval rounds share: how one is found, the way back, and who may do what in it."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from partnerships import queries as people
from partnerships.access.guards import may
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.models import Seat
from partnerships.views.pages import Trail, address
from strategies import queries_rounds as queries
from strategies.models import ApprovalRound, Version
from strategies.views.pages import trail_to_version
from svduty import clock


def round_or_404(request: PartnershipRequest, pk: int) -> ApprovalRound:
    return get_object_or_404(queries.rounds_in(request.partnership), pk=pk)


def trail_to_round(request: PartnershipRequest, asked: ApprovalRound) -> Trail:
    return [*trail_to_version(request, asked.strategy_version), (str(asked.board), address(request, "round", asked.pk))]


def chairing(request: PartnershipRequest, boards: Iterable[int]) -> list[Seat]:
    """The seats of chairs of these boards that the person holds; their deputy holds the seat as well."""
    if not may(request, Permission.DECIDE):
        return []
    chairs = queries.chairs_of(boards, clock.today())
    return [seat for seat in chairs if any(grant.user_id == request.user.pk for grant in seat.accounts)]  # type: ignore[attr-defined]  # prefetched


def refuse(request: PartnershipRequest) -> PermissionDenied:
    """For `raise`: the page then names who can help."""
    request.helpers = people.coordinators_of(request.partnership)  # type: ignore[attr-defined]  # read by the error page
    return PermissionDenied()


def reading_address(request: PartnershipRequest, version: Version) -> str:
    """Where the version is read."""
    return address(request, "version_read", version.pk)
