from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.queries_invitations import open_invitations_of
from partnerships.views.inviting import send_again, withdraw_invitation_page


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def person_invitation_again(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    invitation = get_object_or_404(open_invitations_of(request.partnership), pk=pk)
    return send_again(request, invitation, reverse("people", args=[slug]))


@needs(Permission.MANAGE_PEOPLE)
def person_invitation_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    invitation = get_object_or_404(open_invitations_of(request.partnership), pk=pk)
    return withdraw_invitation_page(request, invitation, crumbs=[("People", reverse("people", args=[slug]))])
