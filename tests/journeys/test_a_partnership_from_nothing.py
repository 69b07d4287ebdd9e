"""A partnership set up from nothing in less than ten minutes: who they are, where they meet, and what they agreed to share.

Saltmere in Reedshire is invented, and so are its bodies. Nobody types an address here: every page is reached by what is on the page before.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import BrowserContext, expect

from partnerships.models.person import Role
from tests.journeys.conftest import Enter
from tests.journeys.hands import Hands
from tests.journeys.people import banner, statuses

OFFICER, PASSWORD = "officer@saltmere.example", "otter lantern quarry"
NAME, SALTMERE = "Saltmere Safer Together", "/p/saltmere/"
BODIES = {
    "Local authority": "Saltmere Council",
    "Chief officer of police": "Reedshire Police",
    "Provider of probation services": "Reedshire Probation",
    "Youth offending team": "Saltmere Youth Justice",
    "Fire and rescue authority": "Reedshire Fire Authority",
    "Integrated care board": "NHS Reedshire",
}
SEATS = """Leader of the Council; Saltmere Council; chair
Director of Communities; Saltmere Council; voting; Head of Community Safety
Borough Commander; Reedshire Police; voting; Chief Inspector
Head of Probation; Reedshire Probation; voting
Head of Youth Justice; Saltmere Youth Justice; voting
Area Manager; Reedshire Fire Authority; voting
Director of Nursing; NHS Reedshire; voting; Head of Safeguarding
Head of Children's Charity; Saltmere Children's Trust; non-voting
"""
LEFT_OUT = ["Does_it_leave_out_patient", "Does_it_leave_out_personal", "Does_it_keep_to_data", "Does_it_keep_to_the_Investigatory"]
# More than this, and somebody has put a page or a question in the way.
MOST_CLICKS, MOST_FIELDS, MOST_CHARACTERS = 105, 62, 750


def test_a_partnership_stands_from_nothing_in_under_ten_minutes(
    enter: Enter, new_context: Callable[..., BrowserContext], watch: Callable[[BrowserContext], None]
) -> None:
    administrator = Hands(enter(Role.ADMINISTRATOR))
    add_the_partnership(administrator)
    context = new_context()
    watch(context)
    officer = Hands(context.new_page())
    accept(officer, link_of_the_mail())
    set_it_up(officer)
    shown = statuses(officer.page, SALTMERE)
    assert shown["All duty holders taking part"] == "Met"
    assert shown["Lead partnership agreed"] == "Met"
    assert shown["Governance written down and reviewed"] == "Met"
    assert shown["Sharing arrangement in force"] == "Met"
    # Twelve months of meeting together cannot be shown on the first day, and are not claimed.
    assert shown["Planning together"] == "Due later"
    assert shown["Local definition agreed"] == "Not met"

    both = [administrator, officer]
    assert sum(hands.clicks for hands in both) <= MOST_CLICKS
    assert sum(hands.fields for hands in both) <= MOST_FIELDS
    assert sum(hands.characters for hands in both) <= MOST_CHARACTERS
    assert sum(hands.minutes for hands in both) < 10


def link_of_the_mail() -> str:
    [message] = [message for message in mail.outbox if OFFICER in message.to]
    [link] = re.findall(r"https?://\S+/link/\S+/", message.body)
    return urlsplit(link).path


def add_the_partnership(hands: Hands) -> None:
    page = hands.page
    page.goto("/installation/")
    hands.press("Areas")
    hands.press("Add an area")
    hands.answer(Name="Saltmere", Kind_of_area="Unitary authority area", Police_area="Anyshire")
    hands.press("Save")
    banner(page)
    hands.press("Partnerships")
    hands.press("Add a partnership")
    hands.answer(Name=NAME, Short_name="saltmere", Records_complete_from="today", **{"E-mail address": OFFICER})
    hands.answer(Name_or_post="Community safety officer")
    hands.press("Save")
    banner(page)
    assert page.goto(SALTMERE).status == 404


def accept(hands: Hands, link: str) -> None:
    """Straight from the mail to the partnership."""
    page = hands.page
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
        hands.clicks, hands.fields, hands.characters = hands.clicks + 1, hands.fields + 1, hands.characters + len(PASSWORD)
    hands.press("Accept and set the password")
    hands.answer(**{"E-mail address": OFFICER, "Password": PASSWORD})
    hands.press("Sign in")
    expect(page.locator("h1")).to_have_text(NAME)


def set_it_up(hands: Hands) -> None:
    page = hands.page
    cover_the_area(hands)
    fill_the_places(hands)
    agree_who_leads(hands)
    make_the_board(hands)
    plan_its_year(hands)
    agree_to_share(hands)
    hands.go("Overview")
    expect(page.locator("h1")).to_have_text(NAME)
    expect(page.locator(".svd-counts__link").filter(has_text=re.compile(r"^\s*4\s+met\s*$", re.IGNORECASE))).to_be_visible()


def cover_the_area(hands: Hands) -> None:
    hands.go("Who")
    hands.press("Add areas")
    hands.tick("Saltmere")
    hands.answer(Covered_since="today")
    hands.press("Save")
    banner(hands.page)


def fill_the_places(hands: Hands) -> None:
    """The page says itself which places the area wants filled; each has its own link."""
    page = hands.page
    for place, body in BODIES.items():
        row = page.locator(".svd-place--empty").filter(has_text=place)
        row.get_by_role("link", name="Add the body").click()
        hands.clicks += 1
        hands.answer(Or_type_its_name=body, Named_senior_lead="Director", Since="today")
        hands.press("Save")
        banner(page)
    assert "“All duty holders taking part” (Saltmere) is now met" in banner(page)
    expect(page.locator(".svd-place--empty")).to_have_count(0)


def agree_who_leads(hands: Hands) -> None:
    hands.press("Record who leads")
    hands.answer(Lead_body="Saltmere Council", Agreed_on="today")
    hands.press("Save")
    assert "“Lead partnership agreed”" in banner(hands.page)


def make_the_board(hands: Hands) -> None:
    """Terms, quorum and seats; the pasted list is shown line by line before anything is kept."""
    page = hands.page
    hands.go("Who", "Boards")
    hands.press("Add a board")
    hands.answer(Name="Saltmere Safety Board", Terms_of_reference="To plan and watch over the work on serious violence.")
    hands.tick("This board leads")
    hands.answer(Terms_agreed_on="today", How_often="At least once in each quarter", **{"Reports to, if not": "Cabinet"})
    hands.answer(How_many_members="A third of the members")
    hands.tick("The chair must be there")
    hands.press("Save")
    banner(page)
    hands.press("Paste many seats")
    hands.paste("Seats, one a line", SEATS)
    hands.press("Look at")
    expect(page.get_by_role("table")).to_contain_text("Saltmere Children's Trust")
    hands.press("Add these 8 seats")
    assert "“Governance written down and reviewed” (Saltmere Safety Board) is now met" in banner(page)
    expect(page.get_by_role("main")).to_contain_text("3 of 7 members and the chair")


def plan_its_year(hands: Hands) -> None:
    hands.press("Plan the year")
    hands.press("Save these meetings")
    banner(hands.page)


def agree_to_share(hands: Hands) -> None:
    page = hands.page
    hands.go("Who", "Sharing")
    hands.press("Add an agreement")
    hands.answer(Title="Information sharing agreement", What_it_is_for="Counts of violence, to find out where it happens.")
    hands.tick(*BODIES.values())
    hands.answer(**dict.fromkeys(LEFT_OUT, "Yes"), In_force_since="today")
    hands.press("Save")
    assert "is now met" in banner(page)
