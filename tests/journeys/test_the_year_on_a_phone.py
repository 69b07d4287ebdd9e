"""The chair looks at the year on a phone: what is done, what is next, by when."""

import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from partnerships.models.person import Role
from svduty import clock, dates
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, press, typed

PHONE = {"viewport": {"width": 375, "height": 667}}
STATIONS = ["Definition", "Assessment", "Consultation", "Approval", "Publication", "Sending", "Review"]


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_chair_sees_the_whole_year_as_a_line_and_finds_what_is_next(enter: Enter, scripts: bool) -> None:
    page = enter(Role.BOARD_MEMBER, java_script_enabled=scripts, **PHONE)
    page.goto(ANYBOROUGH)
    page.get_by_role("link", name="The whole year, with its dates and law").click()
    expect(page.locator("h1")).to_have_text("The year")
    expect(page.locator(".svd-year__drawing").first).to_be_hidden()

    rows = page.locator(".svd-station").all()
    assert [row.locator("th > span").evaluate("name => name.firstChild.textContent").strip() for row in rows] == STATIONS
    sides = [box for box in (row.bounding_box() for row in rows) if box]
    assert all(above["y"] + above["height"] <= below["y"] for above, below in itertools.pairwise(sides))
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 375 for box in sides)
    sending = rows[STATIONS.index("Sending")]
    expect(sending).to_contain_text("Overdue by 2 days")
    expect(sending).to_contain_text("The Regulations regs 4(2) and 5(2)")
    expect(sending.get_by_role("link", name="Record the sending")).to_have_count(0)
    expect(sending).to_contain_text("For: Coordinator")
    expect(page.locator(".svd-year__next").first).to_contain_text("Next is ")

    page.get_by_role("link", name="What follows if we publish on a certain day").click()
    day = dates.days_after(clock.today(), 90)
    page.get_by_label("If we publish on").fill(typed(day))
    press(page, "Show what follows")
    expect(page.get_by_role("main")).to_contain_text(f"the last day to send it to the Home Office is {dates.say(dates.days_after(day, 6))}")


def test_both_pages_fit_a_phone_and_can_be_used_by_everybody(enter: Enter) -> None:
    page = enter(Role.BOARD_MEMBER, **PHONE)
    for address in ("year/", "what-if/", "what-if/?publish=26+2+2027&approve=1+2+2027&review=1+2+2028", "what-if/?publish=soon"):
        assert page.goto(ANYBOROUGH + address).status == 200
        assert fits(page), address
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
