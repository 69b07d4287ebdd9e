from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.queries_invitations import open_invitations_by_administrators
from partnerships.views.installation_people import crumbs
from partnerships.views.inviting import send_again, withdraw_invitation_page


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_invitation_again(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(open_invitations_by_administrators(), pk=pk)
    return send_again(request, invitation, reverse("installation_people"))


@needs(Permission.RUN_INSTALLATION)
def installation_invitation_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(open_invitations_by_administrators(), pk=pk)
    return withdraw_invitation_page(request, invitation, crumbs=crumbs())
