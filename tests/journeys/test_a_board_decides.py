"""A board decides about a strategy on its members' phones: it is sent back, reworked, and the next version is approved."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from partnerships.models import Board, Partnership, RoleGrant, Seat, User
from partnerships.models.person import Role
from strategies.models import Comment, Strategy
from svduty import clock, dates
from tests.browser import sign_in
from tests.cast import make_person
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, fill_in, press, typed

PHONE: dict[str, Any] = {"viewport": {"width": 375, "height": 667}}
BOARD = "Reading Board"
REASON = "It does not say who pays for the navigators."
Member = Callable[..., Page]


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"])


@pytest.fixture
def member(example_data: None, new_context: Any, base_url: str, watch: Callable[[BrowserContext], None]) -> Member:
    """A board of three with accounts; gives the phone of who holds the seat of that post."""
    ours = Partnership.objects.get(slug="anyborough")
    board = Board.objects.create(partnership=ours, name=BOARD, quorum_part=1, quorum_whole=2, quorum_chair=True)
    people: dict[str, User] = {}
    for position, post in enumerate(("Chair of it", "Station Commander", "Head of Nursing")):
        seat = Seat.objects.create(board=board, post=post, kind="voting" if position else "chair", position=position)
        people[post] = make_person(f"reading-{position}@anyborough.example", Role.BOARD_MEMBER, ours)
        RoleGrant.objects.get(user=people[post]).seats.add(seat)
    now = clock.now()
    Comment.objects.filter(answer="", replies_to=None).update(answer="accepted", answer_reason="Done.", answered_at=now)

    def phone(post: str, **options: Any) -> Page:
        context = new_context(**PHONE, **options)
        watch(context)
        sign_in(context, base_url, people[post])
        return context.new_page()

    return phone


def record_and_ask(page: Page, strategy: Strategy, words: str) -> str:
    """The coordinator records a version of these words and asks the board; gives the address of its round."""
    section = strategy.sections.order_by("position")[0]
    page.goto(f"{ANYBOROUGH}sections/{section.pk}/change/")
    page.get_by_label("Text", exact=True).fill(words)
    press(page, "Save")
    page.goto(f"{ANYBOROUGH}strategies/{strategy.pk}/versions/add/")
    fill_in(page, Date_of_this_version="today")
    press(page, "Record this version")
    # One section of the draft has no text yet.
    page.get_by_label("I have read the warning").check()
    press(page, "Record this version")
    page.get_by_role("link", name="Ask boards about this version").click()
    assert fits(page)
    for not_asked in page.get_by_label("Is not asked").all():
        not_asked.check()
    page.get_by_role("group", name=BOARD).get_by_label("Decides").check()
    fill_in(page, Answers_by=typed(dates.days_after(clock.today(), 11)))
    press(page, "Ask the boards")
    expect(page.locator("h1")).to_contain_text(f"{BOARD} on version")
    assert "The boards are asked." in banner(page)
    assert fits(page)
    return page.url


def read_and_choose(page: Page, strategy: Strategy, choice: str, words: str = "") -> None:
    """A member opens the version, chooses at its foot, and records it on the page that follows."""
    version = strategy.versions.order_by("-number")[0]
    page.goto(f"{ANYBOROUGH}versions/{version.pk}/read/")
    expect(page.get_by_text("You are asked to decide:")).to_be_visible()
    page.get_by_role("region", name=f"Your decision for {BOARD}").get_by_text(choice, exact=True).click()
    expect(page.get_by_label(choice, exact=True)).to_be_checked()
    assert fits(page)
    if words:
        fill_in(page, Why=words)
    press(page, "Record my decision")
    assert "Recorded for" in banner(page)


def test_a_version_is_sent_back_and_the_next_one_approved(enter: Enter, member: Member) -> None:
    strategy = Strategy.objects.filter(partnership__slug="anyborough", sections__isnull=False).latest("pk")
    officer = enter(Role.COORDINATOR, **PHONE)
    asked = record_and_ask(officer, strategy, "What we promised, for the board to see.")
    chair = member("Chair of it")
    read_and_choose(member("Station Commander", java_script_enabled=False), strategy, "Approve")
    read_and_choose(member("Head of Nursing"), strategy, "Send back", REASON)
    read_and_choose(chair, strategy, "Send back", "I agree with the Head of Nursing.")
    press(chair, "Close the round")
    expect(chair.get_by_role("main")).to_contain_text("1 approves and 2 send it back.")
    press(chair, "Close it")
    main = chair.get_by_role("main")
    expect(main).to_contain_text("Sent back")
    expect(main).to_contain_text(REASON)
    officer.goto(asked)
    expect(officer.get_by_role("link", name="rework the draft")).to_be_visible()

    asked = record_and_ask(officer, strategy, "What we promised, and the county council pays for the navigators.")
    read_and_choose(member("Station Commander", java_script_enabled=False), strategy, "Approve")
    read_and_choose(member("Head of Nursing"), strategy, "Approve with conditions", "The sum is named.")
    read_and_choose(chair, strategy, "Approve")
    officer.goto(asked)
    press(officer, "Close the round")
    press(officer, "Close it")
    expect(officer.get_by_role("main")).to_contain_text("Approved with conditions")
    officer.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Version").click()
    approvals = officer.get_by_role("table", name="Approvals")
    expect(approvals).to_contain_text(BOARD)
    expect(approvals).to_contain_text("Head of Nursing: The sum is named.")
    assert fits(officer)
