"""The year of Fenmarsh as its officer enters it, page by page: evidence, drafts, consultation, decision, publication, review."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.people import banner, fill_in, press

FENMARSH = "/p/fenmarsh/"
DISTRICT = "Fenmarsh District Council"
ASSESSMENT = "Fenmarsh Strategic Needs Assessment 2023"
STRATEGY = "Fenmarsh Serious Violence Strategy"
SCHOOLS = ["Alder Primary School", "Beck Lane Primary School", "Fenmarsh Academy", "Mere College", "St Botolph's School"]
CLEAR = {
    "Nothing in it might jeopardise": "Yes",
    "Nothing in it might prejudice the prevention": "Yes",
    "Nothing in it might prejudice an investigation": "Yes",
    "Nothing in it might compromise": "Yes",
    "No victim": "Yes",
}


def told(page: Page, sentence: str) -> None:
    """The green banner says it; waits for the page that does."""
    expect(page.locator(".govuk-notification-banner--success").first).to_contain_text(sentence)


def find_out_what_happens_and_why(page: Page) -> None:
    """One body gave data and another did not: such a gap is written down, and is no fault."""
    page.goto(f"{FENMARSH}assessments/")
    press(page, "Add a needs assessment")
    fill_in(page, Title=ASSESSMENT, Looks_at_the_time_from="April 2020", Looks_at_the_time_up_to="March 2023")
    fill_in(page, Completed_on="29 9 2023", Approved_by="Fenmarsh board", Approved_on="12 10 2023")
    press(page, "Save")
    press(page, "Add what was found in Fenmarsh")
    fill_in(page, Kinds_of="Robbery with a knife\nAbuse at home", Causes="Exclusion from school")
    press(page, "Save")
    told(page, "“Kinds of serious violence identified” (Fenmarsh) is now met.")
    told(page, "“Causes identified” (Fenmarsh) is now met.")
    press(page, f"Record data from {DISTRICT}")
    fill_in(page, What_data="Exclusions from school", Received_on="June 2023")
    press(page, "Save")
    told(page, "“Needs assessment completed and approved” (Fenmarsh Safer Together) is now met.")
    press(page, "Record data from NHS Reedshire")
    fill_in(page, What_data="Assaults seen in hospital", What_is_missing="No agreement to share them was signed in time.")
    press(page, "Save")
    banner(page)


def prepare_a_draft(page: Page) -> None:
    page.goto(f"{FENMARSH}strategies/add/")
    fill_in(page, Title=STRATEGY, Made_under="Section 8: one local government area", Areas_it_covers="Fenmarsh")
    fill_in(page, Period_from="2024", Period_to="2027", The_needs_assessment=ASSESSMENT)
    press(page, "Save")
    expect(page.get_by_role("main").get_by_role("link", name=ASSESSMENT)).to_be_visible()
    press(page, "Record a document or a link")
    record_a_version(page, "draft", "2 10 2023")


def record_a_version(page: Page, name: str, dated: str) -> None:
    press(page, "A link")
    fill_in(page, Address_of=f"https://www.fenmarsh.example/{name}.pdf", Date_of=dated)
    press(page, "Record this version")
    banner(page)


def consult_for_four_weeks(page: Page) -> None:
    """From Monday 9 October 2023 four weeks run to Monday 6 November. One school stands twice in the list that is pasted in."""
    page.goto(f"{FENMARSH}consultation/")
    press(page, "Record how many there are")
    fill_in(page, How_many="5", Counted_on="1 9 2023", Where_the_number="The council's list of schools", Confirmed_by="Head of Education")
    press(page, "Save")
    banner(page)
    for duty in ("Prisons consulted", "Youth custody consulted"):
        press(page, "There is none here")
        fill_in(page, Counted_on="1 9 2023", Confirmed_by="Head of Legal Services", If_there_is_none="The national list names none here.")
        press(page, "Save")
        told(page, f"“{duty}” ({STRATEGY}, version 1) is now met: there is nobody to consult.")
    press(page, "Record a consultation of schools")
    fill_in(page, Opens_on="9 10 2023", Open_for="4", How_they_were_asked="By letter, with a survey")
    press(page, "Save")
    told(page, "The closing day is 6 November 2023 (Monday)")
    press(page, "List who was asked")
    fill_in(page, Who_was_asked="\n".join([*SCHOOLS, "  fenmarsh   ACADEMY\tSecondary"]))
    press(page, "Add them to the list")
    told(page, f"“Education consulted” ({STRATEGY}, version 1) is now met.")
    expect(page.get_by_role("main")).to_contain_text("5 asked, listed below")
    press(page, "Record an answer")
    fill_in(page, Answered_by="Fenmarsh Schools Forum", Received_on="31 10 2023", What_they_said="Begin in primary schools.")
    fill_in(page, What_became="The strategy was changed", What_was_changed="The work in schools begins in year 5.")
    press(page, "Save")
    banner(page)


def decide_on_the_revised_text(page: Page) -> None:
    """What was asked about the draft counts for the text that was made of it."""
    page.goto(f"{FENMARSH}strategies/")
    page.get_by_role("main").get_by_role("link", name=STRATEGY, exact=True).click()
    press(page, "Record a version")
    record_a_version(page, "strategy", "12/12/23")
    version = page.url
    press(page, "Record a sensitivity check")
    fill_in(page, **CLEAR, Result="Nothing barred was found", Checked_by="Head of Legal Services", Checked_on="10 1 2024")
    press(page, "Save")
    press(page, "Check the contents")
    check_the_contents(page)
    page.goto(version)
    press(page, "Record an equality assessment")
    fill_in(page, Title="Equality impact assessment", Made_on="12 1 2024", Made_by="Equalities team")
    press(page, "Save")
    press(page, "Record an approval")
    fill_in(page, Decided_by="Fenmarsh cabinet", Decided_on="16 1 2024", Decision="Approved")
    press(page, "Save")
    told(page, f"“Approved” ({STRATEGY}, version 2) is now met.")


def check_the_contents(page: Page) -> None:
    """It names other strategies, and which is not recorded: until it is, nobody can tell."""
    for row in page.locator(".svd-contents").all():
        row.get_by_label("Yes", exact=True).check()
    actions = page.get_by_role("group", name=re.compile("Actions for schools"))
    actions.get_by_label("Not needed here", exact=True).check()
    actions.get_by_role("textbox").fill("No action is asked of them.")
    fill_in(page, Checked_by="Policy officer", Checked_on="11 1 2024")
    press(page, "Save")
    banner(page)
    page.goto(f"{FENMARSH}duties/SVD-STR-02/")
    expect(page.locator(".svd-verdict .svd-status")).to_have_text("Cannot tell")
    page.goto(f"{FENMARSH}strategies/")
    page.get_by_role("main").get_by_role("link", name=STRATEGY, exact=True).click()
    press(page, "Add an aligned strategy")
    fill_in(page, Name_of="Reedshire Police and Crime Plan", Whose="Police and Crime Commissioner for Reedshire")
    press(page, "Save")
    told(page, f"“Strategy contents complete” ({STRATEGY}, version 2) is now met.")


def publish_in_both_ways(page: Page) -> None:
    press(page, "Record publication on a website")
    fill_in(page, For_the_area="Fenmarsh", Whose_website=DISTRICT, Published_on="31 January 2024")
    press(page, "Save")
    told(page, f"“Published on a website” ({STRATEGY}, version 2, for Fenmarsh) is now met.")
    press(page, "Record publication in another form")
    fill_in(page, In_what_form="A leaflet in libraries", For_whom="Those who do not use the internet", Published_on="31 1 2024")
    press(page, "Save")
    told(page, f"“Published in another form” ({STRATEGY}, version 2) is now met.")


def send_and_correct_the_day(page: Page) -> None:
    """The seventh day, counting the day of publication, was 6 February 2024: a sending on the next is a day late."""
    page.goto(f"{FENMARSH}duties/SVD-PUB-03/")
    expect(page.get_by_role("main")).to_contain_text("6 February 2024")
    press(page, "Record the sending")
    fill_in(page, Sent_by=DISTRICT, Sent_on="7 2 2024")
    press(page, "Save")
    told(page, "is now met late, by 1 day.")
    page.get_by_role("main").locator("a[href*='/sendings/'][href$='/change/']").click()
    fill_in(page, Sent_on="6 2 2024")
    press(page, "Save")
    told(page, "is now met.")


def say_how_it_is_kept_under_review(page: Page) -> None:
    page.goto(f"{FENMARSH}reviews/")
    press(page, "Record how it is kept under review")
    fill_in(page, Who_looks="Fenmarsh board", Every="12", Next_on="January 2027", Agreed_on="16 1 2024")
    press(page, "Save")
    told(page, f"“Kept under review” ({STRATEGY}) is now met.")
