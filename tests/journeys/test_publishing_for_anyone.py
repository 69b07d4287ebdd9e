"""An officer publishes the approved version through the list; anyone then reads it, on a telephone and on paper."""

import io
from typing import Any

import pypdf
from playwright.sync_api import expect

from partnerships.models.person import Role
from strategies.models import Approval, Publication, PublicPage, Strategy, Version
from svduty import clock, dates
from svduty.vague_dates import VagueDate
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, loaded_on, press, typed

PHONE = {"width": 375, "height": 800}


def approved_revision() -> Version:
    """The next version of Anyborough's newest strategy, approved two days ago."""
    published = PublicPage.objects.filter(strategy_version__form="typed").latest("pk").strategy_version
    strategy: Strategy = published.strategy
    number = strategy.versions.order_by("-number")[0].number + 1
    sections = [*published.sections, {"heading": "What is new", "text": "A second safe space opens[^1].\n\n[^1]: From the spring."}]
    day = VagueDate.of(dates.days_after(loaded_on(), -3))
    kept = {"form": "typed", "sections": sections, "sha256": "a1" * 32, "dated": day, "frozen_at": clock.now()}
    version = Version.objects.create(strategy=strategy, number=number, title=published.title, **kept)
    decided_on = VagueDate.of(dates.days_after(loaded_on(), -2))
    Approval.objects.create(strategy_version=version, decided_by="Board", decided_on=decided_on, outcome="approved")
    return version


def test_officer_publishes_through_the_list_and_anyone_reads_it(enter: Enter, new_context: Any, watch: Any) -> None:
    version = approved_revision()
    page = enter(Role.COORDINATOR)
    page.goto(f"{ANYBOROUGH}versions/{version.pk}/")
    press(page, "Publish")
    expect(page.locator("h1")).to_have_text(f"Publish version {version.number}")
    expect(page.locator(".govuk-task-list__item").filter(has_text="Have it approved")).to_contain_text("Done")
    press(page, "Publish")

    day = dates.days_after(loaded_on(), -1)
    page.get_by_label("Published on").fill(typed(day))
    send_by = dates.say(dates.last_day_of_period(day, 7))
    expect(page.locator("[data-send-by]")).to_contain_text(f"it has to be sent to the Home Office by {send_by}.")
    page.get_by_label("Whose website").select_option(label="Anyborough District Council")
    page.get_by_label("Address of the page").fill("https://www.anyborough.example/strategy")
    page.get_by_label("In what form", exact=True).fill("Easy read")
    page.get_by_label("For whom", exact=True).fill("Young people")
    press(page, "Publish")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page.locator(".svd-missing")).to_contain_text("No complete sensitivity check")
    assert not Publication.objects.filter(strategy_version=version).exists()
    page.get_by_label("Why it goes out all the same").fill("The check is made today.")
    page.wait_for_timeout(4100)  # a form sent twice within four seconds is a double click
    press(page, "Publish")
    assert f"Published. Next: record the sending to the Home Office by {send_by}." in banner(page)
    expect(page.get_by_role("button", name="Record the sending")).to_be_visible()

    context = new_context(viewport=PHONE)
    watch(context)
    anyone = context.new_page()
    anyone.goto("/sign-in/")
    anyone.get_by_role("link", name="published strategies").click()
    anyone.get_by_role("link", name=version.title).click()
    expect(anyone.locator("h1")).to_have_text(version.title)
    expect(anyone.locator(".svd-head__why")).to_contain_text(f"Version {version.number}, published on {dates.say_short(day)}")
    expect(anyone.get_by_role("heading", name="What is new")).to_be_visible()
    assert anyone.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert context.cookies() == [] or {cookie["name"] for cookie in context.cookies()} == {"csrftoken"}  # of the sign-in page
    anyone.get_by_role("navigation", name="Contents").get_by_role("link", name="Other versions").click()
    anyone.locator("section", has=anyone.locator("#other-versions")).get_by_role("link").first.click()
    expect(anyone.locator("main")).to_contain_text("A later version has been published.")
    expect(anyone.get_by_role("heading", name="What is new")).to_have_count(0)

    anyone.goto(f"/published/anyborough/{version.strategy_id}/")
    printed = pypdf.PdfReader(io.BytesIO(anyone.pdf(format="A4")))
    words = " ".join(sheet.extract_text() for sheet in printed.pages)
    assert "Sign in" not in words
    assert "From the spring." in words
    assert "Page 1 of" in words
