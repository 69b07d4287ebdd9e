"""Every component in a real browser, at a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.urls("tests.svduty.components_urls"), pytest.mark.django_db(transaction=True)]
WIDTHS = [1280, 375, 320]


@pytest.fixture
def quiet_page(page, live_server):
    """A page that must not complain, and must not ask anybody but us for anything."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith(live_server.url) or complaints.append(request.url))
    yield page
    assert complaints == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["/components/", "/components/?errors=1"])
def test_no_component_fails_axe_or_needs_sideways_scrolling(quiet_page, live_server, width, address):
    quiet_page.set_viewport_size({"width": width, "height": 800})
    assert quiet_page.goto(live_server.url + address).status == 200
    assert quiet_page.locator("h1").all_inner_texts() == ["Components"]
    quiet_page.wait_for_selector("body.govuk-frontend-supported")
    assert Axe().run(quiet_page).response["violations"] == []
    assert quiet_page.evaluate("document.documentElement.scrollWidth") <= width


def test_error_summary_takes_the_focus_and_leads_to_the_field(quiet_page, live_server):
    quiet_page.goto(live_server.url + "/components/?errors=1")
    expect(quiet_page.locator(".govuk-error-summary")).to_be_focused()
    quiet_page.get_by_role("link", name="“Title of the strategy”").click()
    assert quiet_page.evaluate("document.activeElement.id") == "id_title"


def test_places_fold_behind_a_button_on_a_phone_and_stay_open_without_scripts(quiet_page, live_server, browser):
    quiet_page.set_viewport_size({"width": 375, "height": 800})
    quiet_page.goto(live_server.url + "/components/")
    calendar = quiet_page.get_by_role("link", name="Calendar")
    toggle = quiet_page.get_by_role("button", name="Duties Menu")
    toggle.wait_for()
    assert not calendar.is_visible()
    toggle.click()
    assert calendar.is_visible()

    plain = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}).new_page()
    plain.goto(live_server.url + "/components/")
    assert plain.get_by_role("link", name="Calendar").is_visible()
    plain.context.close()


def test_escape_closes_a_menu_and_gives_the_focus_back(quiet_page, live_server):
    quiet_page.goto(live_server.url + "/components/")
    switcher = quiet_page.locator(".svd-switcher")
    switcher.locator("summary").click()
    assert quiet_page.get_by_role("link", name="Otherborough Safer Together Board").is_visible()
    quiet_page.keyboard.press("Escape")
    assert switcher.get_attribute("open") is None
    assert quiet_page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_form_pressed_twice_is_sent_once(quiet_page, live_server):
    quiet_page.goto(live_server.url + "/components/")
    quiet_page.wait_for_selector("body.govuk-frontend-supported")
    sent = quiet_page.evaluate(
        """() => {
          let sent = 0;
          document.addEventListener("submit", (event) => { if (!event.defaultPrevented) sent += 1; event.preventDefault(); });
          const form = document.querySelector("form.svd-form");
          form.requestSubmit(); form.requestSubmit();
          return sent;
        }"""
    )
    assert sent == 1


def test_leaving_with_unsaved_text_asks_first(quiet_page, live_server):
    quiet_page.goto(live_server.url + "/components/")
    quiet_page.get_by_label("What has changed since last time").press_sequentially("Hospital data")
    asked: list[str] = []
    quiet_page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    quiet_page.goto(live_server.url + "/components/")
    assert asked == ["beforeunload"]
