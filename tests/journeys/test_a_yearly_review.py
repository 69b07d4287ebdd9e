"""An officer goes on with a yearly review, takes it to the board, finishes it, and carries the strategy over into the next."""

from playwright.sync_api import expect

from partnerships.models.person import Role
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, press

NEXT = "Anyborough Serious Violence Strategy 2029 to 2032"


def test_a_review_is_written_finished_and_the_strategy_carried_over_on_a_phone(enter: Enter) -> None:
    page = enter(Role.COORDINATOR, viewport={"width": 375, "height": 812})
    page.goto(f"{ANYBOROUGH}reviews/")
    page.get_by_role("button", name="Go on with the yearly review").click()
    expect(page.locator("h1")).to_have_text("Yearly review")
    expect(page.get_by_role("heading", name="Actions done and not done")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375

    page.get_by_role("button", name="Go on writing").click()
    page.get_by_label("Are there new kinds of crime?").fill("None that we know of.")
    page.get_by_label("Revise the strategy").check()
    press(page, "Save")
    assert "Saved what was judged so far" in banner(page)

    page.get_by_role("button", name="Finish the review").click()
    expect(page.get_by_text("New kinds of crime: None that we know of.")).to_be_visible()
    expect(page.get_by_text("Proposed: Revise the strategy.")).to_be_visible()
    page.get_by_label("Revise the strategy").check()
    page.get_by_label("Completed on").fill("today")
    page.get_by_label("Approved by the board").select_option(label="Community Safety Partnership board")
    page.get_by_label("Approved on").fill("today")
    page.get_by_label("It was looked at and still holds").check()
    press(page, "Finish the review")
    expect(page.get_by_text("Nothing is written yet about: “Was the money enough, and well spent?”")).to_be_visible()
    page.get_by_label("I have read the warning above").check()
    press(page, "Finish the review")
    said = banner(page)
    assert "“Yearly review done”" in said
    assert "is now met" in said
    expect(page.get_by_role("table", name="From the review to the revised strategy")).to_contain_text("It is sent to the Home Office")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375

    page.get_by_role("button", name="Begin the next strategy from this one").click()
    expect(page.get_by_role("heading", name="What is not copied and why")).to_be_visible()
    page.get_by_label("Title of the new strategy").fill(NEXT)
    press(page, "Carry it over")
    assert NEXT in banner(page)
    expect(page.get_by_role("heading", name="What was not copied and why")).to_be_visible()
    page.get_by_role("link", name="Write the draft").click()
    expect(page.locator("h1")).to_have_text(NEXT)
    expect(page.get_by_text("To write").first).to_be_visible()
