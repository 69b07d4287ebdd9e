"""The exchange with the organisation's OpenID Connect provider: what we ask it, and what we believe of its answer.

allauth keeps the state of each exchange in the session and makes the PKCE pair; here the answer's signature, issuer, audience, age
and nonce are checked. We talk to the configured provider and the addresses that it names, follow no redirects, and wait seconds.
"""

import contextlib
import dataclasses
import functools
import logging
import secrets
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

logger = logging.getLogger(__name__)
PROVIDER = "provider"
SIGNATURES = ["RS256", "PS256", "ES256"]
CLOCKS_DIFFER_SECONDS = 60
PATIENCE_SECONDS = 5
# Entra ID says by xms_edov that the domain of the address belongs to the organisation; others say email_verified.
VOUCHES = ("email_verified", "xms_edov")
NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


class Refused(Exception):
    """There was no sign-in: a sentence for the person, and the status of the page that says it."""

    def __init__(self, sentence: str, status: int, reason: str = "") -> None:
        super().__init__(sentence)
        self.sentence, self.status, self.reason = sentence, status, reason


@dataclasses.dataclass(frozen=True)
class Identity:
    """Who the provider says is there. `email` may be empty; `verified`: the provider vouches for it."""

    issuer: str
    subject: str
    email: str
    verified: bool


@dataclasses.dataclass(frozen=True)
class Answer:
    """A good answer, and where the person wanted to go."""

    identity: Identity
    where: str


def is_on() -> bool:
    return bool(settings.OIDC_SERVER_URL)


def name() -> str:
    """What the button calls the provider; nothing when there is none."""
    return settings.OIDC_NAME if is_on() else ""


def begin(request: HttpRequest, where: str) -> str:
    """The provider's address to send the browser to. Raises Refused when the provider cannot be asked."""
    nonce = secrets.token_urlsafe(16)
    provider = _Exchange(request).get_provider()
    with _clearly_told():
        going = provider.redirect(request, process="login", next_url=where, auth_params={"nonce": nonce}, nonce=nonce)
    return str(going.url)


def finish(request: HttpRequest) -> Answer:
    """Read the answer that the browser brings back, once. Raises Refused for whatever is not a good one."""
    state = statekit.unstash_state(request, provider_id=PROVIDER, state_id=request.GET.get("state", ""))
    if state is None:
        raise Refused("This sign-in was not begun in this browser, is too old, or was used before. Begin again.", 400)
    if "code" not in request.GET:
        stopped = request.GET.get("error") == "access_denied"
        raise Refused(
            "You stopped the sign-in, or you may not use this service. Begin again, or ask those who run your account."
            if stopped
            else f"{settings.OIDC_NAME} answered that it could not sign you in. Begin again in a moment.",
            400,
            "" if stopped else f"error {request.GET.get('error', 'without a name')[:60]!r}",
        )
    exchange = _Exchange(request)
    app = exchange.get_provider().app
    with _clearly_told():
        if request.GET.get("iss", exchange.openid_config["issuer"]) != exchange.openid_config["issuer"]:
            raise ValueError("the answer names another issuer")
        client = exchange.get_client(request, app)
        tokens = exchange.get_access_token_data(request, app, client, pkce_code_verifier=state["pkce_code_verifier"])
        claims = exchange.checked(tokens["id_token"], state["nonce"])
        if not claims.get("email") and "userinfo_endpoint" in exchange.openid_config:
            claims = exchange.with_user_info(claims, tokens["access_token"])
        return Answer(_identity(claims), state.get("next") or "")


def _identity(claims: dict[str, Any]) -> Identity:
    verified = any(str(claims.get(name, "")).lower() in ("true", "1") for name in VOUCHES)
    return Identity(str(claims["iss"]), str(claims["sub"]), str(claims.get("email") or "").strip(), verified)


class _Exchange(OpenIDConnectOAuth2Adapter):
    """allauth's part of the exchange, set up from our settings instead of its tables."""

    def __init__(self, request: HttpRequest, provider_id: str = PROVIDER) -> None:
        super().__init__(request, provider_id)

    def get_provider(self) -> "_Provider":
        asked = {"server_url": settings.OIDC_SERVER_URL, "oauth_pkce_enabled": True}
        app = SocialApp(
            provider="openid_connect",
            provider_id=PROVIDER,
            name=settings.OIDC_NAME,
            client_id=settings.OIDC_CLIENT_ID,
            secret=settings.OIDC_CLIENT_SECRET,
            settings=asked,
        )
        return _Provider(self.request, app=app)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """By the SITE_URL setting, never by what a browser says the host is."""
        return settings.SITE_URL + reverse("single_sign_on_back")

    @functools.cached_property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself; it must speak of the address we were given, and name addresses as safe as that."""
        with get_adapter().get_requests_session() as session:
            response = session.get(self.get_provider().server_url)
            response.raise_for_status()
            told: dict[str, Any] = response.json()
        expected = settings.OIDC_SERVER_URL.partition("/.well-known/")[0]
        if told["issuer"].rstrip("/") != expected:
            raise ValueError(f"the provider calls itself {told['issuer']}")
        if any(urlsplit(told[name]).scheme != urlsplit(settings.OIDC_SERVER_URL).scheme for name in NEEDED):
            raise ValueError("the provider names an address that is not https")
        return told

    def checked(self, id_token: str, nonce: str) -> dict[str, Any]:
        """The claims of a token that the provider signed, for us, in this exchange, a moment ago."""
        with get_adapter().get_requests_session() as session:
            response = session.get(self.openid_config["jwks_uri"])
            response.raise_for_status()
            keys = jwt.PyJWKSet.from_dict(response.json()).keys
        named = jwt.get_unverified_header(id_token).get("kid")
        key = next((key for key in keys if key.key_id == named), None)
        if key is None:
            raise ValueError("the token is signed with a key that the provider does not name")
        claims: dict[str, Any] = jwt.decode(
            id_token,
            key,
            algorithms=SIGNATURES,
            audience=settings.OIDC_CLIENT_ID,
            issuer=self.openid_config["issuer"],
            leeway=CLOCKS_DIFFER_SECONDS,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
        if not secrets.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
            raise ValueError("the token belongs to another exchange")
        if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != settings.OIDC_CLIENT_ID:
            raise ValueError("the token was made for another service")
        return claims

    def with_user_info(self, claims: dict[str, Any], access_token: str) -> dict[str, Any]:
        """The claims with what the provider tells only when asked for it."""
        told = self._fetch_user_info(access_token)
        if told.get("sub") != claims["sub"]:
            raise ValueError("the provider tells of another person than the token")
        return claims | {name: told.get(name) for name in ("email", *VOUCHES)}


class _Provider(OpenIDConnectProvider):
    oauth2_adapter_class = _Exchange


class OnlyTheProvider(DefaultSocialAccountAdapter):
    """How allauth asks other services, by the setting SOCIALACCOUNT_ADAPTER."""

    def get_requests_session(self) -> requests.Session:
        session = requests.Session()
        session.max_redirects = 0
        session.request = functools.partial(session.request, timeout=PATIENCE_SECONDS)  # type: ignore[method-assign]  # as allauth does
        return session


@contextlib.contextmanager
def _clearly_told() -> Iterator[None]:
    """Turn whatever goes wrong with the provider into a sentence for the person and a reason for the log."""
    name = settings.OIDC_NAME
    try:
        yield
    except (requests.ConnectionError, requests.Timeout) as error:
        raise Refused(f"{name} does not answer. Try again in a few minutes.", 503, type(error).__name__) from error
    # A shape that is not as the standard says comes as KeyError, TypeError or AttributeError.
    except (requests.RequestException, OAuth2Error, jwt.PyJWTError, ValueError, KeyError, TypeError, AttributeError) as error:
        sentence = f"The answer of {name} could not be trusted, so you are not signed in. Begin again."
        raise Refused(sentence, 502, f"{type(error).__name__}: {str(error)[:200]}") from error
