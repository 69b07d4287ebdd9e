"""Every page in a real browser, at a desk and on a phone: axe, valid HTML, one heading, a title of its own, no sideways scroll."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Response
from pytest_django.live_server_helper import LiveServer

from partnerships.models.person import Role
from tests.browser import account_of, sign_in
from tests.guards.browser_pages import Look, forms_sent_empty, pages
from tests.guards.levels import ANONYMOUS

pytestmark = pytest.mark.journey

DESK, PHONE = 1280, 375
LARGEST = 100_000  # bytes of HTML
HTML_VALIDATE = settings.BASE_DIR / "node_modules/.bin/html-validate"
RULES = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:a11y"],
    # A link that starts something is drawn and spoken as a button in the GOV.UK pattern; the page itself is asked
    # whether anything but a link does so.
    "rules": {"doctype-style": "off", "form-dup-name": "off", "prefer-native-element": ["error", {"exclude": ["button"]}]},
}


class Visitor:
    """Looks at pages in one browser, signed in as whoever a page is for, and notes all that is wrong."""

    def __init__(self, browser: Browser, origin: str, kept_in: Path, titles: Path) -> None:
        self.browser, self.origin, self.kept_in, self.titles = browser, origin, kept_in, titles
        self.pages: dict[str, Page] = {}
        self.wrong: list[str] = []
        self.now = ""

    def complain(self, what: str) -> None:
        self.wrong.append(f"{self.now}: {what}")

    def page_of(self, who: str) -> Page:
        if who not in self.pages:
            context = self.browser.new_context(viewport={"width": DESK, "height": 900})
            if who != ANONYMOUS:
                sign_in(context, self.origin, account_of(Role(who)))
            self.pages[who] = page = context.new_page()
            page.on("request", lambda request: request.url.startswith(self.origin) or self.complain(f"asked {request.url}"))
            page.on("console", self._heard)
            page.on("pageerror", lambda error: self.complain(f"a script broke: {error}"))
        return self.pages[who]

    def _heard(self, message: ConsoleMessage) -> None:
        # The browser itself reports a page that is not to be had; whether it should be is in the page's own row.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complain(message.text)

    def look_at(self, look: Look) -> None:
        self.now = look.name
        page = self.page_of(look.who)
        page.set_viewport_size({"width": DESK, "height": 900})
        answer = page.goto(self.origin + look.address)
        if look.send:
            answer = press_empty_handed(page)
        html = answer.text()
        if answer.status != look.status:
            self.complain(f"answers {answer.status}")
            return
        (self.kept_in / f"{look.name}.html").write_text(html)
        if len(html.encode()) > LARGEST:
            self.complain(f"is {len(html.encode())} bytes long")
        self._title(page, look)
        if len(page.locator("h1").all_inner_texts()) != 1:
            self.complain(f"has these first headings: {page.locator('h1').all_inner_texts()}")
        if page.locator("[role=button]:not(a)").count():
            self.complain("speaks of something as a button that is neither a button nor a link")
        if look.send and not page.locator(".govuk-error-summary").evaluate("box => box === document.activeElement"):
            self.complain("leaves the focus elsewhere than on what is wrong")
        page.evaluate(Axe().axe_script)
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 900})
            self._at_width(page, width)

    def _title(self, page: Page, look: Look) -> None:
        title = page.title()
        if not title.endswith(" - Serious Violence Duty") or title.startswith(" - "):
            self.complain(f"is titled {title}")
        if title.startswith("Error: ") != look.wrong:
            self.complain(f"is titled {title}, which says wrongly whether there is an error")
        taken = self.titles / quote(title, safe="")
        try:
            with taken.open("x") as own:
                own.write(look.name)
        except FileExistsError:
            self.complain(f"has the title of {taken.read_text()}: {title}")

    def _at_width(self, page: Page, width: int) -> None:
        # All that axe found in order is as long as the page, and takes longer to carry over than to find.
        for violation in page.evaluate("axe.run({ resultTypes: ['violations'] }).then(results => results.violations)"):
            places = [(node["target"], node["any"][0]["message"] if node["any"] else "") for node in violation["nodes"][:3]]
            self.complain(f"at {width} px: {violation['id']} ({violation['impact']}): {places}")
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            self.complain(f"needs {needed} px where there are {width}")


def press_empty_handed(page: Page) -> Response:
    """Empty every box of the page's form, choose nothing, and press its button."""
    form = page.locator("main form[method=post]").last
    form.evaluate(
        """form => { for (const field of form.elements) {
            if (field.type === "hidden" || field.type === "submit") continue;
            if ("checked" in field && ["checkbox", "radio"].includes(field.type)) field.checked = false;
            else if (field.tagName !== "FIELDSET") field.value = "";
        } }"""
    )
    with page.expect_navigation() as navigation:
        form.locator("button[type=submit]").first.click()
    return navigation.value


# The pages are looked at in so many parts, for a second processor to take its share.
PARTS = 6


@pytest.fixture
def visitor(example_data: None, live_server: LiveServer, browser: Browser, tmp_path: Path, folder_of_this_run: Path) -> Iterator[Visitor]:
    visitor = Visitor(browser, live_server.url, tmp_path, folder_of_this_run / "titles")
    yield visitor
    for page in visitor.pages.values():
        page.context.close()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("looks", [pages, forms_sent_empty])
def test_every_page_is_well_made_at_a_desk_and_on_a_phone(visitor: Visitor, looks: Callable[[], list[Look]], part: int) -> None:
    visitor.titles /= looks.__name__
    visitor.titles.mkdir(parents=True, exist_ok=True)
    for look in looks()[part::PARTS]:
        visitor.look_at(look)
    if wrong := visitor.wrong + invalid_html(visitor.kept_in):
        pytest.fail("\n".join(wrong))


def invalid_html(folder: Path) -> list[str]:
    """Have html-validate read all saved pages at once; what it finds, a line each."""
    (folder / ".htmlvalidate.json").write_text(json.dumps(RULES))
    command = [HTML_VALIDATE, "--formatter", "text", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    return (done.stdout + done.stderr).replace(f"{folder}/", "").splitlines() or ["html-validate failed"] * (done.returncode != 0)
