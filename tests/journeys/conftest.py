"""Journeys walk through the service in a real browser, with the example data, and must find it well-behaved."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from partnerships.models.person import Role
from tests.browser import account_of, sign_in

# Two browsers and two servers may share two cores.
expect.set_options(timeout=15_000)

Enter = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys/" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """Let journeys name pages by their path alone: page.goto("/sign-in/")."""
    return live_server.url


@pytest.fixture
def watch(live_server) -> Iterator[Callable[[BrowserContext], None]]:
    """Fail a journey in which anything was asked of another host, a script broke, or our own policy blocked us."""
    complaints: list[str] = []

    def note_request(address: str) -> None:
        if not address.startswith((live_server.url + "/", "data:", "blob:", "about:")):
            complaints.append(f"asked another host: {address}")

    def note_message(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    def watch(context: BrowserContext) -> None:
        context.on("request", lambda request: note_request(request.url))
        context.on("console", note_message)
        context.on("weberror", lambda failure: complaints.append(f"a script broke: {failure.error}"))

    yield watch
    assert complaints == []


@pytest.fixture(autouse=True)
def _well_behaved(context: BrowserContext, watch: Callable[[BrowserContext], None]) -> None:
    watch(context)


@pytest.fixture
def enter(example_data: None, new_context: Any, base_url: str, watch: Callable[[BrowserContext], None]) -> Enter:
    """`enter(Role.VIEWER, viewport=...)`: a browser of their own in which the example's person of that role is signed in."""

    def enter(role: Role, **options: Any) -> Page:
        context = new_context(**options)
        watch(context)
        sign_in(context, base_url, account_of(role))
        return context.new_page()

    return enter
