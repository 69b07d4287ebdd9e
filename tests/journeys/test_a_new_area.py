"""A whole new area, entered from nothing: by the administrator first, then by its own officer, as from a paper on the desk.

Fenmarsh in Reedshire is invented. It has two councils, so both of them bear the duty there.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from partnerships.models.person import Role
from tests.journeys.a_new_areas_year import (
    DISTRICT,
    FENMARSH,
    consult_for_four_weeks,
    decide_on_the_revised_text,
    find_out_what_happens_and_why,
    prepare_a_draft,
    publish_in_both_ways,
    say_how_it_is_kept_under_review,
    send_and_correct_the_day,
)
from tests.journeys.conftest import Enter
from tests.journeys.people import banner, fill_in, press, sign_in_as, statuses

OFFICER, PASSWORD = "officer@fenmarsh.example", "otter lantern quarry"
COUNTY = "Reedshire County Council"
BODIES = {
    DISTRICT: "Local authority (district, borough, unitary or Welsh council)",
    "Reedshire Police": "Chief officer of police",
    "Reedshire Probation": "Provider of probation services",
    "Reedshire Youth Justice Service": "Youth offending team",
    "Reedshire Fire Authority": "Fire and rescue authority",
    "NHS Reedshire Integrated Care Board": "Integrated care board or Local Health Board",
}
FACTORS = {
    "Was_the_maximum_penalty": "Yes",
    "Note_on_the_maximum_penalty": "The longest sentences were listed.",
    "Was_the_impact_on_victims": "Yes",
    "Note_on_the_impact_on_victims": "A service for victims was heard.",
    "Was_the_prevalence": "Yes",
    "Note_on_prevalence": "Three years of counts were read.",
    "Was_the_impact_on_the_community": "Yes",
    "Note_on_the_impact_on_the_community": "Two panels of residents were asked.",
}
# A paper of what was done says nothing of the board's terms and meetings, nor of what may be shared: nothing is made up.
NOT_IN_THE_PAPER = [
    "Planning together",
    "Governance written down and reviewed",
    "Board meets as agreed, and quorate",
    "Sharing arrangement in force",
    "Actions with owners",
    "CSP strategy covers serious violence",
    "Measures reported",
    "Risks held",
    "Frontline staff trained",
]
STATIONS = ["Definition", "Assessment", "Consultation", "Approval", "Publication", "Sending", "Review"]
SCOPE = {
    "Domestic_abuse": "Covered",
    "Sexual_offences": "Covered",
    "Violence_against_property": "Covered",
    "Threats_of_violence": "Covered",
    "Terrorism": "Left out",
    "Does_it_cover_becoming": "Yes",
}


def test_administrator_opens_a_partnership_and_its_officer_enters_all_of_it(enter: Enter, new_context, watch) -> None:
    invite_the_first_officer(enter(Role.ADMINISTRATOR))
    page = officers_browser(new_context, watch)
    accept_the_invitation(page)
    enter_the_bodies(page)
    agree_lead_and_definition(page)
    find_out_what_happens_and_why(page)
    prepare_a_draft(page)
    consult_for_four_weeks(page)
    decide_on_the_revised_text(page)
    publish_in_both_ways(page)
    send_and_correct_the_day(page)
    say_how_it_is_kept_under_review(page)
    shown = statuses(page, FENMARSH)
    assert {duty: shown.pop(duty) for duty in NOT_IN_THE_PAPER} == dict.fromkeys(NOT_IN_THE_PAPER, "Not met")
    assert shown == {
        "All duty holders taking part": "Met",
        "Lead partnership agreed": "Met",
        "Four factors considered": "Met",
        "Scope follows the Act": "Met",
        "Local definition agreed": "Met",
        "Kinds of serious violence identified": "Met",
        "Causes identified": "Met",
        "Needs assessment completed and approved": "Met",
        "Education consulted": "Met",
        "Prisons consulted": "Met",
        "Youth custody consulted": "Met",
        "Strategy prepared": "Met",
        "Strategy contents complete": "Met",
        "Sensitive material kept out": "Met",
        "Approved": "Met",
        "Equality considered": "Met",
        "Published on a website": "Met",
        "Published in another form": "Met",
        "Sent to the Home Office": "Met",
        "Kept under review": "Met",
        "Yearly review done": "Overdue",
        "Scrutiny at least yearly": "Overdue",
    }
    the_year_lacks_only_its_review(page)


def the_year_lacks_only_its_review(page: Page) -> None:
    """By the guidance it was due a year after publication on 31 January 2024, and none was held."""
    page.goto(f"{FENMARSH}year/")
    done = page.locator(".svd-station--done th > span")
    assert [name.evaluate("name => name.firstChild.textContent").strip() for name in done.all()] == STATIONS[:-1]
    review = page.locator(".svd-station--next")
    expect(review).to_contain_text(STATIONS[-1])
    expect(review).to_contain_text("By the guidance: 31 January 2025 (Friday)")


def invite_the_first_officer(page: Page) -> None:
    page.goto("/installation/police-areas/add/")
    fill_in(page, Name="Reedshire")
    press(page, "Save")
    page.goto("/installation/areas/add/")
    fill_in(page, Name="Fenmarsh", Police_area="Reedshire", County="Reedshire")
    fill_in(page, Kind_of_area="District in a county with two councils (two-tier)")
    press(page, "Save")
    page.goto("/installation/partnerships/add/")
    fill_in(page, Name="Fenmarsh Safer Together", Short_name="fenmarsh", Records_complete_from="31 1 2023")
    page.get_by_label("E-mail address of the first coordinator").fill(OFFICER)
    page.get_by_label("Name or post of the first coordinator").fill("Community safety officer")
    press(page, "Save")
    banner(page)
    assert page.goto(FENMARSH).status == 404


def officers_browser(new_context: Callable[[], BrowserContext], watch: Callable[[BrowserContext], None]) -> Page:
    context = new_context()
    watch(context)
    return context.new_page()


def accept_the_invitation(page: Page) -> None:
    [message] = [message for message in mail.outbox if OFFICER in message.to]
    [link] = re.findall(r"https?://\S+/link/\S+/", message.body)
    page.goto(urlsplit(link).path)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    press(page, "Accept and set the password")
    sign_in_as(page, OFFICER, PASSWORD)
    expect(page.locator("h1")).to_have_text("Fenmarsh Safer Together")
    page.goto(urlsplit(link).path)
    expect(page.locator("h1")).to_have_text("This link no longer works")


def enter_the_bodies(page: Page) -> None:
    """Six kinds of body, and only then the county council: in a district of two tiers it bears the duty too."""
    page.goto(f"{FENMARSH}who/areas/add/")
    page.get_by_role("group", name="Areas").get_by_label("Fenmarsh").check()
    fill_in(page, Covered_since="31 1 2023")
    press(page, "Save")
    page.goto(f"{FENMARSH}who/bodies/add/")
    for name, capacity in BODIES.items():
        enter_a_body(page, name, capacity, "Save and add another")
    page.goto(f"{FENMARSH}duties/SVD-PART-01/")
    expect(page.locator(".svd-verdict .svd-status")).to_have_text("Not met")
    expect(page.get_by_role("main")).to_contain_text(re.compile("county council", re.IGNORECASE))
    page.goto(f"{FENMARSH}who/bodies/add/")
    enter_a_body(page, COUNTY, "County council of a two-tier area", "Save")
    assert "is now met." in banner(page)


def enter_a_body(page: Page, name: str, capacity: str, button: str) -> None:
    fill_in(page, Takes_part_as=capacity, Or_type_its_name=name, Named_senior_lead="Director", Since="31 1 2023")
    page.get_by_role("group", name="For these areas").get_by_label("Fenmarsh").check()
    page.get_by_role("button", name=button, exact=True).click()
    banner(page)


def agree_lead_and_definition(page: Page) -> None:
    page.goto(f"{FENMARSH}who/lead/add/")
    fill_in(page, Lead_body=DISTRICT, Agreed_on="14 3 2023", Minute="Board minutes, item 2")
    press(page, "Save")
    assert "“Lead partnership agreed”" in banner(page)
    page.goto(f"{FENMARSH}definition/add/")
    fill_in(page, The_definition="Violence with a weapon, and violence that leaves lasting harm.", **FACTORS, **SCOPE)
    fill_in(page, Is_the_focus="Yes", The_focus="Young people in public places come first.")
    fill_in(page, Agreed_by="Fenmarsh board", Agreed_on="12 September 2023", Minute="Board minutes, item 5")
    press(page, "Save")
    banner(page)
