"""Other ways to use it: without scripts, by keyboard alone, as at another day, on a narrow screen, and magnified."""

import pytest
from playwright.sync_api import Page, expect

from partnerships.models.person import Role
from svduty import dates
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, PASS_PHRASE, banner, loaded_on, press, sign_in, typed

MOST_TABS = 60
NARROW = 320
PLACES = ["", "duties/", "duties/SVD-PUB-03/", "who/", "definition/", "strategies/", "reports/", "reports/make/", "people/", "history/"]


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what bears these words."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent").strip().startswith(words):
            return
    pytest.fail(f"{MOST_TABS} presses of Tab do not lead to “{words}”")


def test_sending_is_recorded_without_any_script(new_context, example_data: None, watch) -> None:
    context = new_context(java_script_enabled=False)
    watch(context)
    page = context.new_page()
    sign_in(page, Role.COORDINATOR)
    page.goto(ANYBOROUGH)
    press(page, "Record the sending")
    press(page, "Save")
    page.locator(".govuk-error-summary").get_by_role("link").first.click()
    page.get_by_label("Sent by").select_option(label="Anyborough District Council")
    page.get_by_label("Sent on").fill(typed(loaded_on()))
    press(page, "Save")
    assert "is now met late, by 2 days." in banner(page)


def test_sign_in_and_the_sending_need_no_mouse(page: Page, example_data: None) -> None:
    page.goto("/sign-in/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    tab_to(page, "E-mail address")
    page.keyboard.type("coordinator@anyborough.example")
    tab_to(page, "Password")
    page.keyboard.type(PASS_PHRASE)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Your partnerships")
    tab_to(page, "Anyborough Community Safety Partnership")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{ANYBOROUGH}")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "Record the sending")
    page.keyboard.press("Enter")
    page.wait_for_url("**/send/")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sent by")).to_be_focused()
    page.keyboard.type("Anyborough D")
    tab_to(page, "Sent on")
    page.keyboard.type(typed(dates.days_after(loaded_on(), -2)))
    page.keyboard.press("Enter")
    assert "is now met." in banner(page)


def test_barnet_is_shown_as_at_the_day_a_person_types_and_a_wrong_day_gets_a_sentence(enter: Enter) -> None:
    page = enter(Role.COORDINATOR)
    page.goto("/p/barnet/")
    box = page.get_by_label("As at")
    expect(box).to_have_value("16 January 2024")
    box.fill("1 2 2024")
    press(page, "Show")
    expect(page.get_by_role("main")).to_contain_text("This is the position as at 1 February 2024")
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Duties").click()
    box.fill("16 1 2024")
    press(page, "Show")
    expect(box).to_have_value("16 January 2024")
    box.fill("the day after")
    press(page, "Show")
    expect(page.get_by_role("main")).to_contain_text("Enter a day in full, for example 20 2 2024.")
    expect(box).to_have_value("the day after")


# A page of 1280 px magnified four times is 320 px wide and shows a fifth of its height.
@pytest.mark.parametrize(
    "screen", [{"viewport": {"width": 320, "height": 568}}, {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}]
)
def test_nothing_scrolls_sideways_on_a_narrow_screen_or_magnified_four_times(enter: Enter, screen: dict) -> None:
    page = enter(Role.COORDINATOR, **screen)
    for place in [
        "",
        "duties/",
        "duties/SVD-PUB-03/",
        "who/",
        "definition/",
        "strategies/",
        "reports/",
        "reports/make/",
        "people/",
        "history/",
    ]:
        assert page.goto(ANYBOROUGH + place).status == 200
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, f"on {place or 'the overview'}"
        shown = page.locator("h1").bounding_box()
        assert shown
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= NARROW
