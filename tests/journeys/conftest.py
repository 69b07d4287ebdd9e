"""Journeys walk through the service in a real browser, with the example data, and must find it well-behaved."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

# Two browsers and two servers may share two cores.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys/" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """Let journeys name pages by their path alone: page.goto("/sign-in/")."""
    return live_server.url


@pytest.fixture(autouse=True)
def _well_behaved(context: BrowserContext, live_server) -> Iterator[None]:
    """Fail a journey in which anything was asked of another host, a script broke, or our own policy blocked us."""
    complaints: list[str] = []

    def note_request(address: str) -> None:
        if not address.startswith((live_server.url + "/", "data:", "blob:", "about:")):
            complaints.append(f"asked another host: {address}")

    def note_message(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(message.text)

    context.on("request", lambda request: note_request(request.url))
    context.on("console", note_message)
    context.on("weberror", lambda failure: complaints.append(f"a script broke: {failure.error}"))
    yield
    assert complaints == []
