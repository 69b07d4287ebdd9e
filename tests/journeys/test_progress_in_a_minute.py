"""On a phone: an officer logs progress with a photo in at most four steps; who is late is asked by mail and answers with one press."""

import datetime
import re
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from django.core import mail
from playwright.sync_api import BrowserContext, Locator, Page, expect

from partnerships.models import Organisation, Partnership, RoleGrant
from partnerships.models.person import Role
from strategies.models import Action, ProgressUpdate
from svduty import clock, dates
from svduty.vague_dates import VagueDate
from tests.browser import account_of
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, press, sign_in

PHONE = {"viewport": {"width": 375, "height": 812}}
MOST_STEPS = 4
ADDRESS = "wardens@anyborough.example"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"


def test_contributor_logs_progress_with_a_photo_in_four_steps(
    example_data: None, new_context: Callable[..., BrowserContext], watch: Callable[[BrowserContext], None]
) -> None:
    action = late_action("Train the wardens")
    context = new_context(**PHONE)
    watch(context)
    page, began, steps = context.new_page(), time.monotonic(), 0

    sign_in(page, Role.CONTRIBUTOR)
    steps += 1
    expect(page.locator("h1")).to_have_text("My actions")
    fits(page)

    card(page, action).get_by_role("button", name="Log progress").click()
    steps += 1
    expect(page.locator("h1")).to_contain_text("Train the wardens")
    fits(page)

    page.get_by_label("What happened?").fill("The first course was held.")
    page.locator("input[type=file]").set_input_files({"name": "course.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    page.get_by_label("On track", exact=True).check()
    press(page, "Save")
    steps += 1
    assert "“Train the wardens” is on track; it was at risk." in banner(page)
    print(f"figure: progress logged in {steps} steps, {time.monotonic() - began:.1f} s with a machine's hands")
    assert steps <= MOST_STEPS
    fits(page)

    update = action.updates.get(words="The first course was held.")
    assert update.file is not None
    page.goto(f"{ANYBOROUGH}delivery/actions/{action.pk}/")
    expect(page.get_by_role("link", name="course.jpg")).to_be_visible()


def test_late_owner_is_asked_by_mail_and_answers_with_one_press(
    enter: Enter, new_context: Callable[..., BrowserContext], watch: Callable[[BrowserContext], None]
) -> None:
    action = late_action("Train the wardens", contact=ADDRESS)
    coordinator = enter(Role.COORDINATOR, **PHONE)
    coordinator.goto(f"{ANYBOROUGH}my-actions/")
    press(coordinator, "Ask for news")
    expect(coordinator.get_by_label("Train the wardens")).to_be_checked()
    fits(coordinator)
    press(coordinator, "Send the mails")
    assert "on the way" in banner(coordinator)
    expect(coordinator.get_by_label("Train the wardens")).not_to_be_checked()

    [message] = [message for message in mail.outbox if ADDRESS in message.to]
    [link] = re.findall(r"https?://\S+/link/\S+/", message.body)
    context = new_context(**PHONE)
    watch(context)
    page, began = context.new_page(), time.monotonic()
    page.goto(urlsplit(link).path)
    expect(page.locator("h1")).to_have_text("How is this action going?")
    fits(page)
    press(page, "No change")
    assert "no change on “Train the wardens”" in banner(page)
    print(f"figure: “no change” from the mail in one press, {time.monotonic() - began:.1f} s")
    fits(page)
    assert ProgressUpdate.objects.filter(actions=action, no_change=True).count() == 1

    coordinator.goto(f"{ANYBOROUGH}delivery/actions/{action.pk}/")
    story = coordinator.locator(".svd-history__entry", has_text="No change: still at risk")
    expect(story).to_contain_text("Head of Wardens, Anyshire Police, by a personal link")


def late_action(title: str, contact: str = "") -> Action:
    """Of the contributor's body, due ten days ago, at risk when it was last told of."""
    partnership, today = Partnership.objects.get(slug="anyborough"), clock.today()
    owner = Organisation.objects.get(pk=RoleGrant.objects.get(user=account_of(Role.CONTRIBUTOR)).body_id)
    due = VagueDate.of(dates.days_after(today, -10))
    action = Action.objects.create(partnership=partnership, owner=owner, title=title, post="Head of Wardens", contact=contact, due=due)
    told = VagueDate.of(today - datetime.timedelta(days=50))
    update = ProgressUpdate.objects.create(partnership=partnership, on=told, state="at-risk", reason="No trainer yet.")
    update.actions.add(action)
    return action


def card(page: Page, action: Action) -> Locator:
    return page.locator(".svd-act", has_text=action.title)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
