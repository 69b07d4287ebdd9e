"""An officer waits for a report that a worker makes, in a process of its own, as in production."""

import os
import re
import signal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from compliance.models import IssuedReport
from partnerships.models.person import Role
from svduty.tasks.models import State, Task
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, press
from tests.workers import Workers, state_of, wait_for

LONG = 120_000  # milliseconds; a report takes seconds, and two browsers and a worker may share two cores


def ask_for_a_report(page: Page) -> None:
    page.goto(f"{ANYBOROUGH}reports/make/")
    page.get_by_label("Signed off by").fill("Director of Communities")
    press(page, "Issue the report")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report is being made")
    expect(page.get_by_role("status")).to_contain_text("It waits for its turn.")


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["with scripts", "without scripts"])
def test_report_opens_by_itself_once_a_worker_has_made_it(enter: Enter, workers: Workers, options: dict[str, Any]) -> None:
    page = enter(Role.COORDINATOR, **options)
    ask_for_a_report(page)
    workers.start(lease=60)
    page.wait_for_url(re.compile(r"/reports/\d+/$"), timeout=LONG)
    assert "is issued" in banner(page)


def test_worker_killed_while_it_sets_the_report_in_type_costs_nothing_but_time(enter: Enter, workers: Workers) -> None:
    issued = IssuedReport.objects.count()
    page = enter(Role.COORDINATOR)
    ask_for_a_report(page)
    task = Task.objects.get()
    first = workers.start(lease=3)
    wait_for(lambda: state_of(task) == State.RUNNING)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    expect(page.get_by_role("status")).to_contain_text("It is being set in type.")
    workers.start(lease=60)
    page.wait_for_url(re.compile(r"/reports/\d+/$"), timeout=LONG)
    assert "is issued" in banner(page)
    assert state_of(task) == State.DONE
    assert task.tries == 2
    assert IssuedReport.objects.count() == issued + 1
