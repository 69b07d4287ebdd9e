"""The only coordinator leaves and hands over to somebody who is new: nothing is lost on the way."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import BrowserContext, Page, expect

from partnerships.models.person import Role
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, fill_in, press, sign_in_as

SUCCESSOR, PASSWORD = "next.officer@anyborough.example", "otter lantern quarry"
NOTE = "The board's papers wait for the hospital's figures. Ask the Data officer."


def test_coordinator_hands_over_to_somebody_new_who_finds_everything(
    enter: Enter, new_context: Callable[..., BrowserContext], watch: Callable[[BrowserContext], None]
) -> None:
    leaver = enter(Role.COORDINATOR)
    hand_over(leaver)
    assert leaver.goto(ANYBOROUGH).status == 404
    assert leaver.goto("/").status == 200

    context = new_context(viewport={"width": 375, "height": 812})
    watch(context)
    page = context.new_page()
    accept(page)
    sign_in_as(page, SUCCESSOR, PASSWORD)
    expect(page.locator("h1")).to_have_text("Anyborough Community Safety Partnership")
    notice = page.get_by_role("region", name="Handed over to you")
    expect(notice).to_contain_text(NOTE)
    expect(notice).to_contain_text("Coordinator")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.goto(f"{ANYBOROUGH}who/bodies/add/")
    expect(page.locator("h1")).to_have_text("Add a body")

    page.goto(ANYBOROUGH)
    notice.get_by_role("button", name="I have read this").click()
    expect(notice).to_have_count(0)
    page.goto(f"{ANYBOROUGH}history/")
    entry = page.locator(".svd-history__entry", has_text="Offered a handover to somebody who is invited")
    expect(entry).to_contain_text("Community safety officer")
    expect(entry).to_contain_text(NOTE)
    press(page, "Verify that nobody has rewritten it")
    assert "The history is whole" in banner(page)


def hand_over(page: Page) -> None:
    page.goto("/account/")
    page.get_by_role("link", name=re.compile("Leave and hand over.*Anyborough")).click()
    expect(page.get_by_role("table", name="What Community safety officer holds")).to_contain_text("Passes to whoever follows")
    fill_in(page, Who_follows="Nobody for now", What_whoever="Somebody will turn up")
    press(page, "Hand over and leave")
    expect(page.get_by_role("alert")).to_contain_text("Nobody else coordinates this partnership")
    fill_in(page, Who_follows="Somebody who is not here yet", Work_e="Next.Officer@Anyborough.example", Their_name="Next officer")
    fill_in(page, What_whoever=NOTE)
    press(page, "Hand over and leave")
    assert "Next officer is invited" in banner(page)


def accept(page: Page) -> None:
    [message] = [message for message in mail.outbox if SUCCESSOR in message.to]
    [link] = re.findall(r"https?://\S+/link/\S+/", message.body)
    page.goto(urlsplit(link).path)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    press(page, "Accept and set the password")
