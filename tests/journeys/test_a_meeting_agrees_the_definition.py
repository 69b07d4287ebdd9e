"""A board meets and agrees the definition: once with too few there, then with a deputy; by script and without.

Shirebrook Board has a chair, four voting seats and one without a vote. Its quorum is half of all members, and the chair.
"""

import datetime
import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Locator, Page, expect

from partnerships.models import LocalDefinition, Meeting, Partnership, PoliceArea, User
from partnerships.models.person import Role
from svduty import clock, dates
from tests.browser import sign_in
from tests.cast import make_holder, make_partnership, make_person
from tests.journeys.people import banner, fill_in, press, statuses
from tests.partnerships.meeting_of import make_board, make_meeting

SHIREBROOK, NAME = "/p/shirebrook/", "Shirebrook Safer Together"
FACTORS = ["penalty", "victim", "prevalence", "community"]
KINDS = ["domestic_abuse", "sexual_offences", "property_violence", "threats", "terrorism"]
OFFICER, TITLE = "officer@shirebrook.example", "The local definition"
DUTIES = ["Local definition agreed", "Planning together", "Board meets as agreed, and quorate"]


@pytest.fixture
def meeting(example_data: None) -> Meeting:
    """Planned for today, of a board that leads and is to meet once a year; two bodies with the duty sit on it."""
    ours, area = make_partnership("shirebrook", NAME, PoliceArea.objects.get(name="Anyshire"))
    make_person(OFFICER, Role.COORDINATOR, ours)
    write_a_definition(ours)
    board = make_board(ours, meets="times", times_a_year=1, year_begins=1, reports_to="Cabinet", terms="To agree.")
    make_holder(ours, area, "local-authority", "Shirebrook Council")
    make_holder(ours, area, "police", "Shire Police")
    return make_meeting(board, day=clock.today().isoformat(), begins_at=datetime.time(14), place="Council chamber")


def write_a_definition(partnership: Partnership) -> None:
    """Everything that section 13 asks is answered; nobody has agreed it."""
    answers = {**dict.fromkeys(FACTORS, "yes"), **dict.fromkeys(KINDS, "covered"), "victims_covered": "yes", "focus_stated": "yes"}
    notes = {f"{factor}_note": "It was read." for factor in FACTORS}
    LocalDefinition.objects.create(
        partnership=partnership, number=1, wording="Violence with a weapon, and violence that leaves lasting harm.", **answers, **notes
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_the_board_agrees_the_definition_once_enough_of_it_are_there(
    meeting: Meeting, new_context: Any, base_url: str, watch: Any, tmp_path: Path, scripts: bool
) -> None:
    context = new_context(java_script_enabled=scripts)
    context.set_default_timeout(15_000)
    watch(context)
    sign_in(context, base_url, User.objects.get(email=OFFICER))
    page = context.new_page()
    before = statuses(page, SHIREBROOK)
    assert [before[duty] for duty in DUTIES] == ["Cannot tell", "Not met", "Due later"]
    put_it_on_the_agenda(page)
    make_the_pack(page, tmp_path)
    too_few_come(page, scripts)
    the_deputy_makes_it_quorate(page, scripts)
    agree(page)
    the_definition_says_who_agreed_it(page)
    write_the_minutes(page, meeting)
    after = statuses(page, SHIREBROOK)
    assert [after[duty] for duty in DUTIES] == ["Met", "Met", "Met"]


def to_the_meeting(page: Page) -> None:
    """From the board's page, as one comes to it."""
    page.goto(f"{SHIREBROOK}boards/")
    page.get_by_role("table").get_by_role("link", name="Shirebrook Board").click()
    page.get_by_role("link", name=dates.say_short(clock.today())).first.click()
    expect(page.locator(".govuk-caption-l")).to_have_text("Meeting of Shirebrook Board")


def put_it_on_the_agenda(page: Page) -> None:
    """The page of the definition offers the meetings to come, and the item then points at exactly this version."""
    to_the_meeting(page)
    press(page, "Add an item")
    fill_in(page, Item="Apologies", What_for="To note")
    press(page, "Save")
    banner(page)
    page.goto(f"{SHIREBROOK}definition/")
    page.get_by_role("main").get_by_role("link", name=re.compile("^Version 1")).first.click()
    page.get_by_text("Put it on an agenda").click()
    page.get_by_role("link", name=f"Shirebrook Board, {dates.say_short(clock.today())}").click()
    expect(page.get_by_label("What is it about")).to_have_value(re.compile("^localdefinition:"))
    fill_in(page, Item=TITLE, What_for="For decision", What_is_asked="Agree these words.")
    press(page, "Save")
    banner(page)


def make_the_pack(page: Page, folder: Path) -> None:
    """Its page numbers are those of the service: on its own page, on the agenda, and on the sheets."""
    press(page, "Make the board pack")
    page.wait_for_url(re.compile(r"/packs/\d+/$"))
    row = page.get_by_role("row").filter(has_text=TITLE)
    shown = row.locator("td").last.inner_text()
    begins = int(re.match(r"\d+", shown.strip())[0])
    with page.expect_download() as download:
        press(page, "Download the PDF")
    pdf = pypdf.PdfReader(io.BytesIO(Path(download.value.path()).read_bytes()))
    sheets = [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]
    for number, text in enumerate(sheets[1:], start=2):
        assert f"Page {number} of {len(sheets)}" in text
    assert TITLE in sheets[begins - 1]
    assert "Violence with a weapon" in sheets[begins - 1]
    expect(page.get_by_role("main")).to_contain_text(f"The whole pack has {len(sheets)} pages.")
    press(page, "The meeting")
    expect(page.locator(".svd-agenda__item").filter(has_text=TITLE)).to_contain_text(f"Page {begins} of pack 1")


def seat(page: Page, post: str) -> Locator:
    return page.get_by_role("group", name=post)


def mark(page: Page, post: str, how: str) -> None:
    seat(page, post).get_by_label(how, exact=True).check()


def quorum(page: Page, scripts: bool) -> Locator:
    """The quorum as the sheet shows it; without scripts a button counts."""
    if not scripts:
        press(page, "Count")
    return page.locator(".svd-quorum__now")


def too_few_come(page: Page, scripts: bool) -> None:
    """The chair and two of five: half of five is three."""
    press(page, "Record who came")
    for post in ("Leader", "Chief Executive", "Scrutiny Officer"):
        mark(page, post, "Came")
    expect(quorum(page, scripts)).to_contain_text("Cannot tell yet")
    press(page, "Mark the rest as not there")
    expect(quorum(page, scripts)).to_contain_text("Not quorate")
    expect(quorum(page, scripts)).to_contain_text("2 there and the chair")
    press(page, "Save")
    banner(page)
    decisions = page.get_by_role("main")
    expect(decisions).to_contain_text("The meeting was not quorate, so it could decide nothing.")
    expect(page.get_by_role("link", name="Record a decision")).to_have_count(0)
    address = page.url.partition("#")[0]
    page.goto(f"{address}decisions/add/")
    expect(page.locator("h1")).to_have_text("This meeting cannot decide")
    press(page, "Who came")


def the_deputy_makes_it_quorate(page: Page, scripts: bool) -> None:
    """The Chief Inspector was there for the Borough Commander after all, and had it in writing."""
    mark(page, "Borough Commander", "A deputy came")
    more = seat(page, "Borough Commander")
    if not scripts and not more.get_by_label("Who came instead").is_visible():
        more.locator("summary").click()
    expect(more.get_by_label("Who came instead")).to_have_value("Chief Inspector")
    expect(more.get_by_label("By what authority")).to_have_value("Letter of 3 May 2026")
    expect(quorum(page, scripts)).to_contain_text(re.compile("^Quorate"))
    press(page, "Save")
    assert "“Board meets as agreed, and quorate”" in banner(page)


def agree(page: Page) -> None:
    press(page, "Record what was decided")
    fill_in(page, What_was_decided="That these words are the local definition.", Outcome="Agreed")
    fill_in(page, Votes_in_favour="3", Votes_against="0", Number_in_the_minutes="Item 2")
    press(page, "Save")
    assert f"“Local definition agreed” ({NAME}) is now met" in banner(page)


def the_definition_says_who_agreed_it(page: Page) -> None:
    page.get_by_role("main").get_by_role("link", name=re.compile("efinition, version 1")).first.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("Shirebrook Board")
    expect(main).to_contain_text(dates.say_short(clock.today()))


def write_the_minutes(page: Page, meeting: Meeting) -> None:
    """Drafted of what is recorded: nobody writes down twice who came and what was decided."""
    to_the_meeting(page)
    press(page, "Draft the minutes")
    draft = page.get_by_label(re.compile(r"^\s*Minutes")).first.input_value()
    for words in ("Chief Inspector", "Letter of 3 May 2026", TITLE, "That these words are the local definition."):
        assert words in draft
    press(page, "Save")
    assert "“Planning together”" in banner(page)
    meeting.refresh_from_db()
    assert meeting.quorate
    expect(page.get_by_role("main")).to_contain_text("That these words are the local definition.")
