"""What people do in many journeys: sign in, read the duties, write down days."""

import datetime
import re

from playwright.sync_api import Page, expect

from compliance.examples.accounts import ACCOUNTS, PASS_PHRASE
from compliance.examples.anyborough import RECORDS_BEGAN
from partnerships.models import Partnership
from partnerships.models.person import Role
from svduty import dates

ANYBOROUGH = "/p/anyborough/"


def sign_in(page: Page, role: Role) -> None:
    """By the form, as people do."""
    sign_in_as(page, ACCOUNTS[role][0], PASS_PHRASE)


def sign_in_as(page: Page, address: str, password: str) -> None:
    page.goto("/")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def loaded_on() -> datetime.date:
    """The day from which Anyborough's dates were counted."""
    records_from = Partnership.objects.get(slug="anyborough").records_from
    assert records_from
    return dates.days_after(records_from, RECORDS_BEGAN)


def typed(day: datetime.date) -> str:
    """A day as people type it: 22 11 2026."""
    return f"{day.day} {day.month} {day.year}"


def press(page: Page, words: str) -> None:
    """Press the button of these words, or the link that is drawn as one."""
    named = re.compile(f"^{re.escape(words)}")
    main = page.get_by_role("main")
    main.get_by_role("button", name=named).or_(main.get_by_role("link", name=named)).first.click()


def fill_in(page: Page, **answers: str) -> None:
    """Answer the questions of a form by the beginning of their words, with _ for a space: a text, an entry of a list, or a choice."""
    for question, answer in answers.items():
        words = re.compile(rf"^\s*{question.replace('_', ' ')}", re.IGNORECASE)
        group = page.get_by_role("group", name=words)
        if group.count():
            group.get_by_label(answer, exact=True).check()
            continue
        field = page.get_by_label(words).first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)


def banner(page: Page) -> str:
    """What the green banners say."""
    done = page.locator(".govuk-notification-banner--success")
    expect(done.first).to_be_visible()
    return "\n".join(done.all_inner_texts())


def statuses(page: Page, partnership: str) -> dict[str, str]:
    """Each duty's words -> the status it shows, from the list of duties."""
    page.goto(f"{partnership}duties/")
    rows = page.locator(".svd-duties__row").all()
    return {row.locator(".svd-duties__title").inner_text(): row.locator(".svd-status").inner_text().strip() for row in rows}
