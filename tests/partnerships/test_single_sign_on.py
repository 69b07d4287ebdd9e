"""Signing in by the account one's organisation gives: whom we believe, what we refuse, and what a provider that fails leads to."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings as service
from django.test import Client
from django.urls import reverse

from partnerships.access import second_factor, single_sign_on
from partnerships.models import AuditEntry, User
from partnerships.models.person import Role
from tests import oidc_stub
from tests.cast import PASSWORD, Cast
from tests.oidc_stub import Stub
from tests.partnerships.conftest import words
from tests.partnerships.passing_time import Later, later, set_up_phone

__all__ = ["later"]
BACK = "/sign-in/single/back/"


@pytest.fixture(scope="module")
def running() -> Iterator[Stub]:
    with oidc_stub.serving() as stub:
        yield stub


@pytest.fixture
def provider(running: Stub, cast: Cast, settings: Any) -> Stub:
    """A provider where the viewer is signed in as subject "v-1"."""
    fresh = Stub(address=running.address, key=running.key)
    running.__dict__.update(fresh.__dict__)
    running.person("v-1", cast.viewer.email)
    settings.OIDC_SERVER_URL, settings.OIDC_NAME = running.address, "Anyborough Council"
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = oidc_stub.CLIENT_ID, oidc_stub.CLIENT_SECRET
    return running


def begin(client: Client, **sent: str) -> str:
    """Press the button; the provider's address that the browser goes on to."""
    page = client.post(reverse("single_sign_on"), sent)
    assert page.status_code == 200, words(page)
    seconds, _, address = page["Refresh"].partition("; url=")
    assert seconds == "0"
    assert address.replace("&", "&amp;") in page.content.decode()
    return str(address)


def at_the_provider(address: str) -> str:
    """Sign in there; the address of ours that the browser is sent back to."""
    answer = requests.get(address, allow_redirects=False, timeout=5)
    back = answer.headers["Location"]
    assert back.startswith(f"{service.SITE_URL}{BACK}?")
    return back.removeprefix(service.SITE_URL)


def sign_in(client: Client, **sent: str) -> Any:
    return client.get(at_the_provider(begin(client, **sent)))


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


def assert_refused(client: Client, answer: Any, status: int, sentence: str) -> None:
    assert answer.status_code == status, words(answer)
    assert sentence in words(answer)
    assert not is_in(client)
    assert not AuditEntry.objects.filter(event="user.signed-in").exists()


def test_first_sign_in_links_the_person_and_later_the_subject_decides(cast: Cast, client: Client, provider: Stub) -> None:
    assert sign_in(client, next="/p/anyborough/who/").url == "/p/anyborough/who/"
    assert is_in(client)
    linked = SocialAccount.objects.get()
    assert (linked.provider, linked.uid, linked.user_id, linked.extra_data) == (provider.address, "v-1", cast.viewer.pk, {})
    assert AuditEntry.objects.get(event="user.linked").target_pk == cast.viewer.pk
    assert AuditEntry.objects.get(event="user.signed-in").changes == {"By": ["", "Single sign-on"]}
    provider.person("v-1", cast.coordinator.email, verified=False)
    again = Client()
    sign_in(again)
    assert f"{cast.viewer.email}" in words(again.get(reverse("account")))
    assert SocialAccount.objects.count() == 1


def test_browser_is_sent_with_state_nonce_and_pkce_to_the_provider_alone(cast: Cast, client: Client, provider: Stub) -> None:
    address = urlsplit(begin(client))
    assert f"{address.scheme}://{address.netloc}" == provider.address
    asked = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert asked["redirect_uri"] == f"{service.SITE_URL}{BACK}"
    assert asked["code_challenge_method"] == "S256"
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 16
    again = parse_qs(urlsplit(begin(client)).query)
    assert all(again[name][0] != asked[name] for name in ("state", "nonce", "code_challenge"))
    assert parse_qs(urlsplit(begin(client, scope="admin", auth_params="prompt=none")).query)["scope"] == again["scope"]


def test_button_is_on_the_page_only_when_there_is_a_provider_and_starts_by_post(
    cast: Cast, client: Client, provider: Stub, settings: Any
) -> None:
    assert "Sign in with Anyborough Council" in words(client.get(reverse("sign_in")))
    assert client.get(reverse("single_sign_on")).status_code == 405
    assert Client(enforce_csrf_checks=True).post(reverse("single_sign_on")).status_code == 403
    assert provider.asked == []
    settings.OIDC_SERVER_URL = ""
    assert "Sign in with" not in words(client.get(reverse("sign_in")))
    assert client.post(reverse("single_sign_on")).url == "/"
    assert client.get(BACK).url == reverse("sign_in")


def test_new_key_after_single_sign_on_and_the_old_one_is_dead(cast: Cast, client: Client, provider: Stub) -> None:
    back = at_the_provider(begin(client))
    before = client.cookies[service.SESSION_COOKIE_NAME].value
    client.get(back)
    assert client.cookies[service.SESSION_COOKIE_NAME].value != before
    stolen = Client()
    stolen.cookies[service.SESSION_COOKIE_NAME] = before
    assert not is_in(stolen)


def test_answer_begun_elsewhere_changed_or_brought_twice_is_refused(cast: Cast, client: Client, provider: Stub) -> None:
    assert_refused(client, client.get(at_the_provider(begin(Client()))), 400, "was not begun in this browser")
    back = at_the_provider(begin(client))
    assert_refused(client, client.get(back.replace("state=", "state=x")), 400, "was not begun in this browser")
    assert_refused(client, client.get(BACK), 400, "was not begun in this browser")
    assert client.get(back).status_code == 302
    assert Client().get(back).status_code == 400


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"nonce": "of another exchange"}, "nonce"),
        ({"nonce": None}, "no nonce"),
        ({"exp": int(time.time()) - 120, "iat": int(time.time()) - 600}, "expired"),
        ({"exp": None}, "never expires"),
        ({"iss": "https://evil.example"}, "issuer"),
        ({"aud": "another-service"}, "audience"),
        ({"aud": [oidc_stub.CLIENT_ID, "another-service"], "azp": "another-service"}, "authorised party"),
        ({"sub": None}, "no subject"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_token_that_is_not_ours_and_fresh_is_refused(cast: Cast, client: Client, provider: Stub, claims: dict[str, Any], why: str) -> None:
    provider.claims |= claims
    assert_refused(client, sign_in(client), 502, "The answer of Anyborough Council could not be trusted")
    assert not SocialAccount.objects.exists()


def test_token_signed_by_somebody_else_or_not_at_all_is_refused(cast: Cast, client: Client, provider: Stub) -> None:
    provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert_refused(client, sign_in(client), 502, "could not be trusted")
    provider.signs_with, provider.key_id = None, "a key that is not named"
    assert_refused(client, sign_in(client), 502, "could not be trusted")
    provider.key_id = oidc_stub.KEY_ID
    provider.signs_with, provider.algorithm = oidc_stub.CLIENT_SECRET * 3, "HS256"
    assert_refused(client, sign_in(client), 502, "could not be trusted")
    provider.algorithm = "none"
    assert_refused(client, sign_in(client), 502, "could not be trusted")


def test_stolen_code_is_worthless_without_the_verifier_of_its_browser(cast: Cast, client: Client, provider: Stub) -> None:
    """Somebody puts the code of a victim's exchange into an answer to their own."""
    victims = parse_qs(urlsplit(at_the_provider(begin(Client()))).query)["code"][0]
    own = urlsplit(at_the_provider(begin(client)))
    state = parse_qs(own.query)["state"][0]
    assert_refused(client, client.get(BACK, {"code": victims, "state": state}), 502, "could not be trusted")


def test_provider_that_calls_itself_otherwise_is_not_believed(cast: Cast, client: Client, provider: Stub) -> None:
    provider.discovery = {"issuer": provider.address.replace("127.0.0.1", "localhost")}
    assert client.post(reverse("single_sign_on")).status_code == 502
    provider.discovery = {"token_endpoint": "ftp://127.0.0.1/token"}
    assert client.post(reverse("single_sign_on")).status_code == 502
    provider.discovery = {}
    back = at_the_provider(begin(client))
    assert_refused(client, client.get(f"{back}&iss=https://evil.example"), 502, "could not be trusted")


def test_no_redirect_of_the_provider_is_followed(cast: Cast, client: Client, provider: Stub) -> None:
    provider.discovery = {"jwks_uri": f"{provider.address}/elsewhere"}
    assert_refused(client, sign_in(client), 502, "could not be trusted")


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/keys"])
def test_provider_that_answers_with_errors_leads_to_a_page_and_not_to_500(cast: Cast, client: Client, provider: Stub, path: str) -> None:
    back = at_the_provider(begin(client))
    provider.down = {path}
    assert_refused(client, client.get(back), 502, "could not be trusted")


def test_provider_that_is_away_leads_to_a_page_that_says_so(cast: Cast, client: Client, provider: Stub, settings: Any) -> None:
    back = at_the_provider(begin(client))
    settings.OIDC_SERVER_URL = "http://127.0.0.1:9"
    assert_refused(client, client.post(reverse("single_sign_on")), 503, "Anyborough Council does not answer")
    assert_refused(client, client.get(back), 503, "Anyborough Council does not answer")


def test_provider_that_is_slow_is_not_waited_for(cast: Cast, client: Client, provider: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_sign_on, "PATIENCE_SECONDS", 0.2)
    provider.slow_seconds = 1
    assert_refused(client, client.post(reverse("single_sign_on")), 503, "Anyborough Council does not answer")


def test_whoever_stops_there_is_told_how_to_go_on(cast: Cast, client: Client, provider: Stub) -> None:
    provider.refuses = "access_denied"
    assert_refused(client, sign_in(client), 400, "You stopped the sign-in")
    provider.refuses = "server_error"
    assert_refused(client, sign_in(client), 400, "could not sign you in")


def test_address_that_the_provider_does_not_vouch_for_is_refused(cast: Cast, client: Client, provider: Stub) -> None:
    provider.person("v-1", cast.viewer.email, verified=False)
    assert_refused(client, sign_in(client), 403, "does not vouch for your e-mail address")
    provider.claims["email_verified"] = None
    assert_refused(client, sign_in(client), 403, "does not vouch for your e-mail address")
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    "claim", [{"email_verified": "true"}, {"email_verified": None, "xms_edov": True}, {"email_verified": None, "xms_edov": "1"}]
)
def test_ways_in_which_providers_vouch_for_an_address(cast: Cast, client: Client, provider: Stub, claim: dict[str, Any]) -> None:
    provider.claims |= claim
    sign_in(client)
    assert is_in(client)


def test_address_told_only_when_asked_for_is_taken_from_the_same_person_alone(cast: Cast, client: Client, provider: Stub) -> None:
    provider.claims = {"sub": "v-1"}
    provider.user_info = {"sub": "v-2", "email": cast.viewer.email, "email_verified": True}
    assert_refused(client, sign_in(client), 502, "could not be trusted")
    provider.user_info["sub"] = "v-1"
    sign_in(client)
    assert is_in(client)


def test_stranger_and_barred_get_the_same_page_and_no_account(cast: Cast, client: Client, provider: Stub) -> None:
    User.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    told = []
    for address in (cast.viewer.email, "somebody@elsewhere.example"):
        provider.person(f"of {address}", address)
        answer = sign_in(client)
        assert_refused(client, answer, 403, "Ask the coordinator of your partnership to invite you by that address")
        told.append(words(answer).replace(address, "ADDRESS"))
    assert told[0] == told[1]
    assert not User.objects.filter(email="somebody@elsewhere.example").exists()
    assert not SocialAccount.objects.exists()


def test_linked_person_who_is_barred_later_cannot_sign_in(cast: Cast, client: Client, provider: Stub) -> None:
    sign_in(Client())
    User.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "Nobody with that address may sign in here" in words(answer)
    assert not is_in(client)


def test_address_that_passed_to_somebody_else_does_not_open_the_first_ones_account(cast: Cast, client: Client, provider: Stub) -> None:
    sign_in(Client())
    provider.person("v-2", cast.viewer.email)
    answer = sign_in(client)
    assert answer.status_code == 403
    assert "another one than that which has signed in here before" in words(answer)
    assert not is_in(client)


def test_letters_that_only_look_alike_are_another_address(cast: Cast, client: Client, provider: Stub) -> None:
    User.objects.filter(pk=cast.viewer.pk).update(email="kate@anyborough.example")
    provider.person("k", "\u212aate@anyborough.example")
    assert_refused(client, sign_in(client), 403, "Nobody with that address")


def test_provider_answers_for_the_second_factor_unless_the_settings_say_otherwise(
    cast: Cast, client: Client, provider: Stub, viewer: Client, later: Later, settings: Any
) -> None:
    phone, _ = set_up_phone(viewer)
    later(seconds=60)
    sign_in(client)
    assert is_in(client)
    settings.OIDC_COUNTS_AS_SECOND_FACTOR = False
    again = Client()
    assert sign_in(again, next="/p/anyborough/who/").url == reverse("sign_in_code")
    assert not is_in(again)
    assert again.post(reverse("sign_in_code"), {"one_time_password": phone.code()}).url == "/p/anyborough/who/"
    assert is_in(again)


@pytest.mark.parametrize(("counts", "opens"), [(True, True), (False, False)])
def test_required_second_factor_is_met_by_the_provider_if_it_counts(
    cast: Cast, client: Client, provider: Stub, settings: Any, counts: bool, opens: bool
) -> None:
    settings.SECOND_FACTOR_REQUIRED, settings.OIDC_COUNTS_AS_SECOND_FACTOR = True, counts
    provider.person("c-1", cast.coordinator.email)
    sign_in(client)
    assert is_in(client) is opens
    assert second_factor.has_one(cast.coordinator) is False


def test_after_a_reset_the_person_can_be_linked_anew(cast: Cast, client: Client, provider: Stub, coordinator: Client) -> None:
    sign_in(Client())
    grant = cast.viewer.grants.get(role=Role.VIEWER)
    coordinator.post(reverse("person_reset", args=["anyborough", grant.pk]), {"reason": "Their account was made anew"})
    provider.person("v-2", cast.viewer.email)
    sign_in(client)
    assert is_in(client)
    assert SocialAccount.objects.get().uid == "v-2"


def test_goes_only_to_pages_of_ours_afterwards(cast: Cast, client: Client, provider: Stub) -> None:
    assert sign_in(client, next="https://evil.example/").url == "/"
    assert client.get(at_the_provider(begin(Client()))).status_code == 400


def test_password_still_opens_where_single_sign_on_is_used(cast: Cast, client: Client, provider: Stub) -> None:
    sign_in(Client())
    client.post(reverse("sign_in"), {"username": cast.viewer.email, "password": PASSWORD})
    assert is_in(client)
