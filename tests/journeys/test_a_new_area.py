"""A whole new area, entered from nothing: by the administrator first, then by its own officer, as from a paper on the desk.

Fenmarsh in Reedshire is invented. It has two councils, so both of them bear the duty there.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from partnerships.models.person import Role
from tests.journeys.conftest import Enter
from tests.journeys.people import banner, fill_in, press, sign_in_as, statuses

FENMARSH = "/p/fenmarsh/"
OFFICER, PASSWORD = "officer@fenmarsh.example", "otter lantern quarry"
DISTRICT, COUNTY = "Fenmarsh District Council", "Reedshire County Council"
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
SCOPE = {
    "Domestic_abuse": "Covered",
    "Sexual_offences": "Covered",
    "Violence_against_property": "Covered",
    "Threats_of_violence": "Covered",
    "Terrorism": "Left out",
    "Does_it_cover_becoming": "Yes",
}
CLEAR = {
    "Nothing in it might jeopardise": "Yes",
    "Nothing in it might prejudice the prevention": "Yes",
    "Nothing in it might prejudice an investigation": "Yes",
    "Nothing in it might compromise": "Yes",
    "No victim": "Yes",
}


def test_administrator_opens_a_partnership_and_its_officer_enters_all_of_it(enter: Enter, new_context, watch) -> None:
    invite_the_first_officer(enter(Role.ADMINISTRATOR))
    page = officers_browser(new_context, watch)
    set_a_password(page)
    enter_the_bodies(page)
    agree_lead_and_definition(page)
    prepare_and_publish(page)
    send_and_correct_the_day(page)
    assert statuses(page, FENMARSH) == {
        "All duty holders taking part": "Met",
        "Lead partnership agreed": "Met",
        "Four factors considered": "Met",
        "Scope follows the Act": "Met",
        "Local definition agreed": "Met",
        "Strategy prepared": "Met",
        "Sensitive material kept out": "Met",
        "Published on a website": "Met",
        "Published in another form": "Overdue",
        "Sent to the Home Office": "Met",
    }


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


def set_a_password(page: Page) -> None:
    [message] = [message for message in mail.outbox if OFFICER in message.to]
    [link] = re.findall(r"https?://\S+/password/\S+/\S+/", message.body)
    page.goto(urlsplit(link).path)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    press(page, "Set password")
    sign_in_as(page, OFFICER, PASSWORD)
    expect(page.locator("h1")).to_have_text("Fenmarsh Safer Together")
    page.goto(urlsplit(link).path)
    expect(page.locator("h1")).to_have_text("This link no longer works")


def enter_the_bodies(page: Page) -> None:
    """Six kinds of body, and only then the county council: in a district of two tiers it bears the duty too."""
    page.goto(f"{FENMARSH}who/areas/add/")
    fill_in(page, Area="Fenmarsh", Since="31 1 2023")
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


def prepare_and_publish(page: Page) -> None:
    page.goto(f"{FENMARSH}strategies/add/")
    fill_in(page, Title="Fenmarsh Serious Violence Strategy", Made_under="Section 8: one local government area", Areas_it_covers="Fenmarsh")
    fill_in(page, Period_from="2024", Period_to="2027")
    press(page, "Save")
    press(page, "Record a document or a link")
    press(page, "A link")
    fill_in(page, Address_of="https://www.fenmarsh.example/strategy.pdf", Date_of="12/12/23")
    press(page, "Record this version")
    version = page.url
    page.goto(f"{version}check/")
    for question, answer in CLEAR.items():
        page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
    fill_in(page, Result="Nothing barred was found", Checked_by="Head of Legal Services", Checked_on="10 1 2024")
    press(page, "Save")
    page.goto(f"{version}equality/")
    fill_in(page, Title="Equality impact assessment", Made_on="12 1 2024", Made_by="Equalities team")
    press(page, "Save")
    page.goto(f"{version}approve/")
    fill_in(page, Decided_by="Fenmarsh cabinet", Decided_on="16 1 2024", Decision="Approved")
    press(page, "Save")
    page.goto(f"{version}publish/website/")
    fill_in(page, For_the_area="Fenmarsh", Whose_website=DISTRICT, Published_on="31 January 2024")
    press(page, "Save")
    assert "“Published on a website”" in banner(page)


def send_and_correct_the_day(page: Page) -> None:
    """The seventh day, counting the day of publication, was 6 February 2024: a sending on the next is a day late."""
    page.goto(f"{FENMARSH}duties/SVD-PUB-03/")
    expect(page.get_by_role("main")).to_contain_text("6 February 2024")
    press(page, "Record the sending")
    fill_in(page, Sent_by=DISTRICT, Sent_on="7 2 2024")
    press(page, "Save")
    assert "is now met late, by 1 day." in banner(page)
    page.get_by_role("main").locator("a[href*='/sendings/'][href$='/change/']").click()
    fill_in(page, Sent_on="6 2 2024")
    press(page, "Save")
    assert "is now met." in banner(page)
