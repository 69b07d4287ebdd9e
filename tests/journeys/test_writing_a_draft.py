"""An officer writes a strategy's draft: from a template, through lost connections and ended sign-ins, beside a colleague."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from partnerships.models import Partnership
from partnerships.models.person import Role
from strategies.models import Section, Strategy
from tests.browser import account_of, sign_in
from tests.cast import make_person
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, press

SAVED = re.compile(r"^Saved \d\d:\d\d$")
FROM_WORD = (
    "<html><body><!--StartFragment--><h2>What we know<o:p></o:p></h2><p class=MsoNormal>It is <b>falling</b>.</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Robbery</p>"
    "<table><tr><td>Year</td><td>Count</td></tr><tr><td>2025</td><td>412</td></tr></table><!--EndFragment--></body></html>"
)
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain words");
  document.querySelector("#id_text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def strategy(example_data: None) -> Strategy:
    return Strategy.objects.create(partnership=Partnership.objects.get(slug="anyborough"), title="Strategy 2029 to 2032")


@pytest.fixture
def section(strategy: Strategy) -> Section:
    return Section.objects.create(strategy=strategy, position=1, heading="Purpose", text="Fewer people hurt.")


@pytest.fixture
def officer(enter: Enter) -> Page:
    page = enter(Role.COORDINATOR)
    page.clock.install()
    return page


def open_section(page: Page, section: Section) -> None:
    page.goto(f"{ANYBOROUGH}sections/{section.pk}/change/")
    expect(page.locator("[data-count]")).to_be_visible()


def write(page: Page, words: str) -> None:
    """At the end of the text, and wait as long as saving by itself does."""
    page.locator("#id_text").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    page.clock.run_for(21_000)


def said(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("[data-trouble]")).to_contain_text(words)


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text(SAVED)


def text_of(section: Section) -> str:
    section.refresh_from_db()
    return section.text


def test_officer_begins_from_the_elements_and_writes_through_a_lost_connection(officer: Page, strategy: Strategy) -> None:
    officer.goto(f"{ANYBOROUGH}strategies/{strategy.pk}/")
    press(officer, "Begin the draft")
    officer.get_by_label("What a strategy is expected to contain").check()
    press(officer, "Begin the draft")
    expect(officer.get_by_text("14 sections, all still to write")).to_be_visible()
    officer.get_by_role("link", name="The agreed definition of serious violence", exact=True).click()

    write(officer, "We mean harm that lasts.")
    saved(officer)
    definition = strategy.sections.get(element="definition")
    assert (definition.text, definition.state) == ("We mean harm that lasts.", "writing")
    expect(officer.get_by_label("Being written")).to_be_checked()
    expect(officer.locator("[data-live]")).to_contain_text("We mean harm that lasts.")

    officer.context.set_offline(True)
    write(officer, " And fear.")
    said(officer, "No connection. Your words are kept in this browser")
    write(officer, " And loss.")
    officer.context.set_offline(False)
    officer.clock.run_for(21_000)
    saved(officer)
    assert text_of(definition) == "We mean harm that lasts. And fear. And loss."
    press(officer, "Save section")
    expect(officer.get_by_text("9 words in 14 sections: 1 minute to read.")).to_be_visible()


def test_words_left_behind_without_a_connection_are_offered_again(officer: Page, section: Section) -> None:
    open_section(officer, section)
    officer.context.set_offline(True)
    write(officer, " Unsaved words.")
    said(officer, "No connection")
    context = officer.context
    officer.close()  # as when a browser is closed by force
    context.set_offline(False)
    page = context.new_page()
    page.clock.install()
    open_section(page, section)
    expect(page.get_by_text("that were not saved")).to_be_visible()
    page.get_by_role("button", name="Put them back").click()
    page.clock.run_for(21_000)
    saved(page)
    assert text_of(section) == "Fewer people hurt. Unsaved words."
    open_section(page, section)
    expect(page.get_by_text("that were not saved")).to_be_hidden()


def test_sign_in_that_ends_costs_no_word(officer: Page, section: Section, live_server) -> None:
    open_section(officer, section)
    officer.context.clear_cookies()
    write(officer, " Written signed out.")
    said(officer, "You are no longer signed in.")
    expect(officer.get_by_role("link", name="Sign in in a new tab")).to_be_visible()
    assert text_of(section) == "Fewer people hurt."
    sign_in(officer.context, live_server.url, account_of(Role.COORDINATOR))
    officer.clock.run_for(21_000)
    saved(officer)
    assert text_of(section) == "Fewer people hurt. Written signed out."


def test_colleague_who_saves_the_same_section_is_told_of_and_both_texts_are_shown(
    officer: Page, enter: Enter, section: Section, base_url: str
) -> None:
    open_section(officer, section)
    colleague = enter(Role.COORDINATOR)
    somebody_else = make_person("colleague@anyborough.example", Role.COORDINATOR, section.strategy.partnership)
    sign_in(colleague.context, base_url, somebody_else)
    open_section(colleague, section)
    colleague.locator("#id_text").fill("Their words.")
    press(colleague, "Save section")
    expect(colleague.get_by_text("Saved the section.")).to_be_visible()
    write(officer, " My words.")
    said(officer, "Press “Save section” to see both texts.")
    press(officer, "Save section")
    expect(officer.get_by_role("heading", name="What the other person saved")).to_be_visible()
    assert text_of(section) == "Their words."


def test_saving_by_itself_and_by_the_button_are_one_writer(officer: Page, section: Section) -> None:
    open_section(officer, section)
    for words in (" One.", " Two."):
        write(officer, words)
        saved(officer)
    officer.keyboard.type(" Three.")
    press(officer, "Save section")
    expect(officer.get_by_text("Saved the section.")).to_be_visible()
    assert text_of(section) == "Fewer people hurt. One. Two. Three."


@pytest.mark.parametrize("arrives", [True, False])
def test_page_loaded_again_while_its_words_are_being_saved_has_them_and_meets_nobody(
    officer: Page, section: Section, arrives: bool
) -> None:
    def answer_lost(route: Route) -> None:
        if "x-saved-by-itself" not in route.request.headers:
            return route.fallback()
        if arrives:
            route.fetch()
        return route.abort()

    open_section(officer, section)
    officer.route("**/change/", answer_lost)
    write(officer, " New words. ")
    said(officer, "No connection")
    officer.unroute("**/change/")
    officer.on("dialog", lambda dialog: dialog.accept())
    officer.reload()
    expect(officer.locator("#id_text")).to_have_value(re.compile(r"New words\. ?$"))
    expect(officer.get_by_text("that were not saved")).to_be_hidden()
    officer.get_by_label("Who writes it").fill("Analyst")
    press(officer, "Save section")
    expect(officer.get_by_text("Saved the section.")).to_be_visible()
    assert text_of(section) == "Fewer people hurt. New words."
    assert section.owner == "Analyst"


def test_list_is_begun_gone_on_with_and_ended_from_the_keyboard(officer: Page, section: Section) -> None:
    open_section(officer, section)
    text = officer.locator("#id_text")
    text.fill("")
    officer.get_by_role("button", name="List", exact=True).click()
    for key in ("one", "Enter", "two", "Enter", "Enter", "after"):
        officer.keyboard.press(key) if key == "Enter" else officer.keyboard.type(key)
    expect(text).to_have_value("- one\n- two\nafter")
    text.fill("")
    officer.get_by_role("button", name="Heading", exact=True).click()
    officer.keyboard.type("Aim")
    expect(text).to_have_value("## Aim")


def test_text_pasted_from_word_keeps_its_order_and_plain_words_come_when_the_server_is_silent(officer: Page, section: Section) -> None:
    open_section(officer, section)
    officer.locator("#id_text").fill("")
    officer.evaluate(PASTE, FROM_WORD)
    markdown = "## What we know\n\nIt is **falling**.\n\n- Robbery\n\n| Year | Count |\n| --- | --- |\n| 2025 | 412 |"
    expect(officer.locator("#id_text")).to_have_value(markdown)
    officer.clock.run_for(21_000)
    saved(officer)
    expect(officer.locator("[data-live]").get_by_role("cell", name="412")).to_be_visible()
    officer.keyboard.press("Control+z")
    expect(officer.locator("#id_text")).to_have_value("")
    officer.context.set_offline(True)
    officer.evaluate(PASTE, FROM_WORD)
    expect(officer.locator("#id_text")).to_have_value("plain words")
    said(officer, "Pasted without its formatting")


def test_marks_are_put_by_button_and_by_key(officer: Page, section: Section) -> None:
    open_section(officer, section)
    text = officer.locator("#id_text")
    text.fill("words")
    text.select_text()
    officer.keyboard.press("Control+b")
    expect(text).to_have_value("**words**")
    text.fill("one\ntwo")
    text.select_text()
    officer.get_by_role("button", name="List", exact=True).click()
    expect(text).to_have_value("- one\n- two")
    officer.get_by_role("button", name="List", exact=True).click()
    expect(text).to_have_value("one\ntwo")
    officer.keyboard.press("Control+End")
    officer.get_by_role("button", name="Footnote").click()
    expect(text).to_have_value("one\ntwo[^1]\n\n[^1]: Note")
