"""Ending one's own sessions in other browsers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from partnerships import queries_sign_in
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.end_sessions import end_sessions
from partnerships.views.letting_in import session_key


@require_POST
@needs(Permission.SIGNED_IN)
def session_end(request: SignedInRequest, mark: str) -> HttpResponse:
    """Sign out of one browser. One that has ended meanwhile is as good as ended."""
    others = queries_sign_in.browsers_of(request.user, session_key(request))
    meant = next((one for one in others if one.mark == mark and not one.current), None)
    if meant:
        end_sessions(request.user, only=meant.key, actor=request.user)
    messages.success(request, "You are signed out there." if meant else "You are not signed in there any more.")
    return redirect("account")


@require_POST
@needs(Permission.SIGNED_IN)
def sessions_end(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    ended = end_sessions(request.user, but=session_key(request), actor=request.user)
    messages.success(request, "You are signed out everywhere but here." if ended else "You are signed in nowhere but here.")
    return redirect("account")
