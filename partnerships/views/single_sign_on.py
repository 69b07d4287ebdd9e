"""Signing in by the account that a person's organisation gives them."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from partnerships.access import single_sign_on as provider
from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from partnerships.actions.link_identity import AnotherIdentity, NotVerified, UnknownPerson, link_identity
from partnerships.views.letting_in import let_in, where_to

logger = logging.getLogger(__name__)


@require_POST
@needs(Permission.PUBLIC)
@never_cache
def single_sign_on(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider, by a page that goes on by itself.

    No redirect: our policy lets forms lead to our own pages only, and a browser holds that against every further redirect too.
    """
    where = where_to(request)
    if not provider.is_on() or request.user.is_authenticated:
        return redirect(where)
    try:
        address = provider.begin(request, where)
    except provider.Refused as refused:
        return _refused(request, refused)
    response = render(request, "partnerships/single_sign_on_go.html", {"name": settings.OIDC_NAME, "address": address})
    response.headers["Refresh"] = f"0; url={address}"
    return response


@require_GET
@needs(Permission.PUBLIC)
@never_cache
def single_sign_on_back(request: HttpRequest) -> HttpResponse:
    """Where the provider sends the browser back to."""
    if not provider.is_on():
        return redirect("sign_in")
    try:
        answer = provider.finish(request)
        person = link_identity(answer.identity)
    except provider.Refused as refused:
        return _refused(request, refused)
    except UnknownPerson:
        sentence = (
            f"{settings.OIDC_NAME} says that you are {answer.identity.email or 'somebody without an e-mail address'}. "
            "Nobody with that address may sign in here. Ask the coordinator of your partnership to invite you by that address."
        )
        return _refused(request, provider.Refused(sentence, 403, "nobody here"))
    except NotVerified:
        sentence = (
            f"{settings.OIDC_NAME} does not vouch for your e-mail address, so we cannot tell who you are. "
            "Ask those who run your account to confirm the address, or sign in with a password."
        )
        return _refused(request, provider.Refused(sentence, 403, "address not verified"))
    except AnotherIdentity:
        sentence = (
            "Your account there is another one than that which has signed in here before. "
            "Ask your coordinator, or an administrator, to reset how you sign in, then try again."
        )
        return _refused(request, provider.Refused(sentence, 403, "another subject for a person who is linked"))
    return let_in(
        request, person, way="Single sign-on", where=answer.where or "/", second_factor_shown=settings.OIDC_COUNTS_AS_SECOND_FACTOR
    )


def _refused(request: HttpRequest, refused: provider.Refused) -> HttpResponse:
    if refused.reason:
        logger.warning("Single sign-on failed: %s", refused.reason)
    context = {"sentence": refused.sentence, "name": settings.OIDC_NAME}
    return render(request, "partnerships/single_sign_on_refused.html", context, status=refused.status)
