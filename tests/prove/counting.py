"""A pytest plugin that says how many requests the tests sent."""

from typing import Any

import pytest
from django.test import Client

WORDS = "requests sent: "
sent = 0


def pytest_configure() -> None:
    """Count in Django's test client, through which all of them go."""
    inner = Client.request

    def counted(self: Client, **request: Any) -> Any:
        global sent
        sent += 1
        return inner(self, **request)

    Client.request = counted  # type: ignore[method-assign]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.write_line(f"{WORDS}{sent}")
