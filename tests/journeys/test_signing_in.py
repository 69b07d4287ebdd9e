"""Signing in as people do: with a second factor from the first day, and by the account of their organisation."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from compliance.examples.accounts import ACCOUNTS, PASS_PHRASE
from partnerships.models.person import Role
from tests import oidc_stub
from tests.journeys.people import press
from tests.oidc_stub import Stub
from tests.partnerships.passing_time import Later, Phone, later

__all__ = ["later"]
COORDINATOR = ACCOUNTS[Role.COORDINATOR][0]


def well_made(page: Page) -> None:
    """These pages stand in the middle of something, so the walk over all pages does not come to them."""
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [violation["id"] for violation in violations] == [], page.title()


def enter_password(page: Page) -> None:
    page.goto("/p/anyborough/who/")
    page.get_by_label("E-mail address").fill(COORDINATOR)
    page.get_by_label("Password", exact=True).fill(PASS_PHRASE)
    page.get_by_role("button", name="Sign in", exact=True).click()


def enter_code(page: Page, code: str) -> None:
    page.get_by_label("Security code").fill(code)
    press(page, "Continue")


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, {"width": 375, "height": 800}], ids=["wide", "phone"])
def test_coordinator_sets_up_the_second_factor_that_is_asked_and_signs_in_with_it(
    example_data: None, page: Page, later: Later, settings: Any, viewport: dict[str, int]
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    page.set_viewport_size(viewport)
    enter_password(page)
    expect(page.locator("h1")).to_have_text("Set up a second factor")
    page.goto("/p/anyborough/duties/")
    expect(page.locator("h1")).to_have_text("Set up a second factor")
    picture = page.get_by_role("img", name=re.compile("square code"))
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    phone = Phone(page.locator(".svd-scan__key").inner_text().replace(" ", ""))
    enter_code(page, phone.code())
    expect(page.locator("h1")).to_have_text("Keep your recovery codes")
    well_made(page)
    codes = page.locator(".svd-codes li").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download them as text").click()
    assert codes[0].replace(" ", "") in download.value.path().read_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    press(page, "I have kept them")
    expect(page).to_have_url(re.compile("/p/anyborough/who/$"))

    page.locator(".svd-menu--end summary").click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    enter_password(page)
    expect(page.locator("h1")).to_have_text("Enter your security code")
    well_made(page)
    enter_code(page, phone.code())
    expect(page.locator(".govuk-error-summary")).to_contain_text("That code has been used")
    later(seconds=60)
    enter_code(page, phone.code())
    expect(page).to_have_url(re.compile("/p/anyborough/who/$"))

    page.goto("/account/")
    expect(page.get_by_role("main")).to_contain_text("10 left")
    well_made(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.fixture
def provider(example_data: None, live_server: Any, settings: Any) -> Iterator[Stub]:
    with oidc_stub.serving() as stub:
        settings.SITE_URL = live_server.url
        settings.OIDC_SERVER_URL, settings.OIDC_NAME = stub.address, "Anyborough Council"
        settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = oidc_stub.CLIENT_ID, oidc_stub.CLIENT_SECRET
        yield stub


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_coordinator_signs_in_by_the_account_of_the_council_and_a_stranger_is_told_whom_to_ask(
    provider: Stub, new_context: Any, javascript: bool
) -> None:
    blocked: list[str] = []
    page = new_context(java_script_enabled=javascript).new_page()
    page.on("console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None)
    provider.person("nobody-here", "somebody@elsewhere.example")
    page.goto("/p/anyborough/who/")
    page.get_by_role("button", name="Sign in with Anyborough Council").click()
    expect(page.locator("h1")).to_have_text("You are not signed in")
    expect(page.get_by_role("main")).to_contain_text("Ask the coordinator of your partnership to invite you")
    if javascript:
        well_made(page)

    provider.person("c-1", COORDINATOR)
    page.goto("/p/anyborough/who/")
    page.get_by_role("button", name="Sign in with Anyborough Council").click()
    expect(page).to_have_url(re.compile("/p/anyborough/who/$"))
    page.goto("/account/")
    expect(page.get_by_role("main")).to_contain_text("With Anyborough Council, since")
    assert blocked == []
