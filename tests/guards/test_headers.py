"""What every address refuses: a form without its token, a forged host, a way out to another site."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from partnerships.models.person import Role
from tests.cast import PASSWORD
from tests.guards.access_table import TABLE
from tests.guards.database_state import changed, state
from tests.guards.headers import wrong_headers
from tests.guards.levels import ANONYMOUS, rightful
from tests.guards.test_access import World, world

__all__ = ["world"]
WORDS = "Marigold & <b>meadow</b>"


def test_every_post_without_a_token_is_refused_and_the_words_come_back(world: World) -> None:
    before, wrong = state(), []
    for name, row in TABLE.items():
        if not row.posts:
            continue
        address = world.address(name, row, world.ours, world.cast.ours.slug)
        for who in dict.fromkeys((ANONYMOUS, rightful(row).value, Role.ADMINISTRATOR.value)):
            if who not in row.level.may:
                continue
            client = Client(enforce_csrf_checks=True)
            if person := world.person(who):
                client.force_login(person)
            for token in ({}, {"csrfmiddlewaretoken": "x" * 64}):
                answer = client.post(address, {"note": WORDS, "password": PASSWORD, **token})
                page = answer.content.decode()
                if answer.status_code != 403 or "Marigold &amp; &lt;b&gt;meadow&lt;/b&gt;" not in page or PASSWORD in page:
                    wrong.append(f"{name} as {who}: {answer.status_code}")
                wrong += [f"{name} refused to {who}: {what}" for what in wrong_headers(answer)]
    assert wrong == []
    assert changed(before, state()) == {}


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "evil.example:80", ""])
def test_a_forged_host_is_answered_with_400_everywhere(world: World, host: str) -> None:
    client = world.client(Role.COORDINATOR)
    for name in ("home", "overview", "sign_in", "password_reset", "strategy"):
        address = world.address(name, TABLE[name], world.ours, world.cast.ours.slug)
        answer = client.get(address, headers={"host": host})
        assert answer.status_code == 400, name
        assert b"evil.example" not in answer.content


@pytest.mark.parametrize(
    "away",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "http:evil.example",
        "javascript:alert(1)",
        "\\\\evil.example",
        "/\\evil.example",
        "https://testserver@evil.example/",
        "%2F%2Fevil.example",
        " //evil.example",
    ],
)
def test_no_address_leads_to_another_site(world: World, away: str) -> None:
    person = {"username": world.cast.coordinator.email, "password": PASSWORD}
    for sent, where in (({"next": away}, ""), ({}, f"?next={away}")):
        assert_stays_here(Client().post(f"/sign-in/{where}", person | sent)["Location"])
    signed_in = world.client(Role.COORDINATOR)
    assert_stays_here(signed_in.get("/sign-in/", {"next": away})["Location"])
    assert_stays_here(signed_in.post("/sign-out/", {"next": away})["Location"])


def assert_stays_here(location: str) -> None:
    """As a browser reads it, to which a backslash is a slash."""
    assert urlsplit(urljoin("http://testserver/sign-in/", location.strip().replace("\\", "/"))).netloc == "testserver"


def test_a_cookie_of_ours_is_kept_from_scripts_and_from_other_sites(world: World) -> None:
    client = Client()
    client.get("/sign-in/")
    client.post("/sign-in/", {"username": world.cast.coordinator.email, "password": PASSWORD})
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} <= set(client.cookies)
    for name, cookie in client.cookies.items():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", ""), name
