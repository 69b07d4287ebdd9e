"""Each role as its person meets it: what they read, what they may do, and that nothing is shown that would be refused."""

import re
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Page, expect

from partnerships.models.person import Role
from tests.guards.access_table import TABLE
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, press

BARNET = "/p/barnet/"
TABLET = {"width": 768, "height": 1024}
PLACES = ["", "duties/", "duties/SVD-PUB-03/", "who/", "definition/", "evidence/", "strategies/", "reports/", "people/"]


def offered(page: Page, role: Role) -> list[str]:
    """The words of what the page's own part offers beyond what this role may open: links, and buttons that send something."""
    main = page.get_by_role("main")
    links = [(link.get_attribute("href"), link.inner_text()) for link in main.locator("a[href^='/']").all()]
    buttons = [
        (form.get_attribute("action") or urlsplit(page.url).path, words)
        for form in main.locator("form[method=post]").all()
        for words in form.locator("button").all_inner_texts()
    ]
    return [words for address, words in links + buttons if role not in TABLE[resolve(urlsplit(address).path).url_name].level.may]


def test_board_member_reads_everything_on_a_tablet_and_is_offered_nothing_to_change(enter: Enter) -> None:
    page = enter(Role.BOARD_MEMBER, viewport=TABLET, has_touch=True)
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Anyborough Community Safety Partnership")
    for place in PLACES:
        assert page.goto(ANYBOROUGH + place).status == 200
        assert offered(page, Role.BOARD_MEMBER) == [], f"on {place or 'the overview'}"
        assert page.evaluate("document.documentElement.scrollWidth") <= TABLET["width"], f"on {place or 'the overview'}"
    page.goto(f"{ANYBOROUGH}strategies/")
    page.get_by_role("main").get_by_role("link", name=re.compile("Serious Violence Strategy")).first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile("[Vv]ersion 2")).first.click()
    page.get_by_role("link", name=re.compile("typed sections")).click()
    expect(page.get_by_role("main")).to_contain_text("What we mean by serious violence")
    page.go_back()
    assert offered(page, Role.BOARD_MEMBER) == []

    assert page.goto(f"{ANYBOROUGH}strategies/add/").status == 403
    expect(page.get_by_role("main")).to_contain_text("Community safety officer")
    assert page.goto(f"{BARNET}").status == 404


def test_overseer_reads_both_partnerships_of_the_police_areas_and_changes_neither(enter: Enter) -> None:
    page = enter(Role.OVERSEER)
    page.goto("/")
    for name, address in (("Anyborough Community Safety Partnership", ANYBOROUGH), ("Barnet Safer Communities Partnership", BARNET)):
        page.goto("/")
        page.get_by_role("main").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(name)
        assert offered(page, Role.OVERSEER) == []
        assert page.goto(f"{address}who/bodies/add/").status == 403
    page.goto(BARNET)
    page.locator(".svd-switcher summary").click()
    page.get_by_role("link", name="All your partnerships").click()
    expect(page.locator("h1")).to_have_text("Your partnerships")


def test_administrator_runs_the_installation_and_sees_no_partnerships_content(enter: Enter) -> None:
    page = enter(Role.ADMINISTRATOR)
    page.goto("/")
    expect(page.locator("h1")).to_have_text("Partnerships")
    expect(page.get_by_role("main")).to_contain_text("Anyborough Community Safety Partnership")
    expect(page.locator(f'a[href^="{ANYBOROUGH}"]')).to_have_count(0)
    for place in PLACES:
        assert page.goto(ANYBOROUGH + place).status == 404, f"on {place or 'the overview'}"


def test_contributor_adds_evidence_and_changes_nothing_else(enter: Enter) -> None:
    page = enter(Role.CONTRIBUTOR)
    page.goto(f"{ANYBOROUGH}duties/SVD-PUB-02/")
    assert offered(page, Role.VIEWER) == ["Add a file or a link"]
    press(page, "Add a file or a link")
    page.get_by_label("What it is").fill("Leaflet handed out at schools")
    page.get_by_label("Its own date").fill("November 2026")
    page.get_by_label("Link", exact=False).fill("https://www.anyborough.example/leaflet")
    press(page, "Save")
    banner(page)
    expect(page.get_by_role("main")).to_contain_text("Leaflet handed out at schools")
    for place in ("strategies/add/", "duties/SVD-PUB-03/respond/", "reports/make/", "people/add/"):
        assert page.goto(ANYBOROUGH + place).status == 403, place
