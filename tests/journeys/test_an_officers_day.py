"""A coordinator's day: the sending, evidence, a response, the report, and a colleague in the same section."""

import hashlib
from pathlib import Path

from playwright.sync_api import Page, expect

from compliance.examples.anyborough_evidence import paper
from partnerships.models.person import Role
from strategies.models import Section
from svduty import dates
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, loaded_on, press, sign_in, statuses, typed

SEND = "Send the strategy to the Home Office"


def count_of(page: Page, status: str) -> int:
    """How many duties the overview says are in this state."""
    found = page.locator(".svd-counts__link").filter(has_text=status)
    return int(found.locator(".svd-counts__number").inner_text()) if found.count() else 0


def test_officer_records_the_sending_and_is_told_what_it_did_to_the_duties(page: Page, example_data: None) -> None:
    sign_in(page, Role.COORDINATOR)
    page.get_by_role("main").get_by_role("link", name="Anyborough Community Safety Partnership").click()
    expect(page.locator("h1")).to_have_text("Anyborough Community Safety Partnership")
    overdue = count_of(page, "overdue")
    assert overdue > 0
    expect(page.locator(".svd-todo__row").first).to_contain_text(SEND)

    press(page, "Record the sending")
    page.get_by_label("Sent by").select_option(label="Anyborough District Council")
    page.get_by_label("Sent on").fill("30 2 26")
    press(page, "Save")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.get_by_label("Sent on")).to_have_value("30 2 26")
    page.get_by_label("Sent on").fill(typed(dates.days_after(loaded_on(), -1)))
    press(page, "Save")

    said = banner(page)
    assert "Recorded the sending." in said
    assert "is now met late, by 1 day." in said
    page.goto(ANYBOROUGH)
    assert count_of(page, "overdue") == overdue - 1
    expect(page.get_by_role("link", name=SEND)).to_have_count(0)
    page.goto(f"{ANYBOROUGH}duties/SVD-PUB-03/")
    first = page.get_by_role("row").filter(has_text="2026 to 2029, version 1")
    expect(first).to_contain_text("Met late")
    # Version 2 is before the boards: its own seven days are still to come.
    assert statuses(page, ANYBOROUGH)["Sent to the Home Office"] == "Due later"


def test_officer_adds_a_paper_with_its_own_date_and_the_partnerships_response(enter: Enter, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(paper("Receipt", ["The strategy was received."], loaded_on()))
    page = enter(Role.COORDINATOR)
    page.goto(f"{ANYBOROUGH}duties/SVD-PUB-03/")
    press(page, "Add a file or a link")
    page.get_by_label("What it is").fill("Receipt from the Home Office")
    page.get_by_label("Its own date").fill("16 11 2024")
    page.locator("input[type=file]").set_input_files(receipt)
    press(page, "Save")
    banner(page)
    page.goto(f"{ANYBOROUGH}duties/SVD-PUB-03/")
    kept = page.locator(".svd-files li").filter(has_text="Receipt from the Home Office")
    expect(kept).to_contain_text("16 November 2024")
    with page.expect_download() as download:
        kept.get_by_role("link", name="Receipt from the Home Office", exact=True).click()
    assert Path(download.value.path()).read_bytes() == receipt.read_bytes()

    press(page, "Add a response")
    page.get_by_label("Our response").fill("It was sent by post on the last day; the receipt took a week.")
    page.get_by_label("Dated").fill("today")
    page.get_by_label("On behalf of the partnership").fill("Chair of the board")
    press(page, "Save")
    banner(page)
    expect(page.get_by_role("main")).to_contain_text("It was sent by post on the last day; the receipt took a week.")
    expect(page.locator(".svd-verdict .svd-status")).to_have_text("Overdue")


def test_officer_issues_the_report_and_every_download_is_the_same_to_the_last_byte(enter: Enter) -> None:
    page = enter(Role.COORDINATOR)
    page.goto(ANYBOROUGH)
    press(page, "Make a report")
    page.get_by_label("Signed off by").fill("Director of Communities")
    press(page, "Issue the report")
    assert "is issued" in banner(page)
    shown = page.locator(".govuk-summary-list__row").filter(has_text="SHA-256 of the PDF").locator("dd").first.inner_text().strip()
    copies = []
    for _ in range(2):
        with page.expect_download() as download:
            press(page, "Download the PDF")
        copies.append(Path(download.value.path()).read_bytes())
    assert copies[0][:4] == b"%PDF"
    assert copies[0] == copies[1]
    assert hashlib.sha256(copies[0]).hexdigest() == shown


def test_two_officers_in_one_section_see_both_texts_and_lose_nothing(enter: Enter) -> None:
    section = Section.objects.filter(strategy__partnership__slug="anyborough").order_by("pk")[0]
    address = f"{ANYBOROUGH}sections/{section.pk}/change/"
    first, second = enter(Role.COORDINATOR), enter(Role.COORDINATOR)
    for page in (first, second):
        page.goto(address)
    first.get_by_label("Text").fill("What the first officer wrote.")
    press(first, "Save section")
    banner(first)
    second.get_by_label("Text").fill("What the second officer wrote.")
    press(second, "Save section")
    both = second.locator(".svd-conflict")
    expect(both).to_contain_text("What the first officer wrote.")
    expect(both).to_contain_text("What the second officer wrote.")
    expect(second.get_by_label("Text")).to_have_value("What the second officer wrote.")
    section.refresh_from_db()
    assert section.text == "What the first officer wrote."

    second.get_by_label("Text").fill("What the first officer wrote. What the second officer wrote.")
    press(second, "Save section")
    banner(second)
    section.refresh_from_db()
    assert section.text == "What the first officer wrote. What the second officer wrote."


def test_going_back_to_old_words_does_not_overwrite_what_a_colleague_saved_meanwhile(enter: Enter) -> None:
    section = Section.objects.filter(strategy__partnership__slug="anyborough").order_by("pk")[0]
    address = f"{ANYBOROUGH}sections/{section.pk}/change/"
    first, second = enter(Role.COORDINATOR), enter(Role.COORDINATOR)
    first.goto(address)
    first.get_by_label("Text").fill("What the first officer wrote.")
    press(first, "Save section")
    banner(first)
    second.goto(address)
    second.get_by_label("Text").fill("What the second officer wrote.")
    press(second, "Save section")
    banner(second)

    first.go_back()
    expect(first.get_by_label("Text")).to_have_value("What the first officer wrote.")
    press(first, "Save section")
    both = first.locator(".svd-conflict")
    expect(both).to_contain_text("What the second officer wrote.")
    section.refresh_from_db()
    assert section.text == "What the second officer wrote."
