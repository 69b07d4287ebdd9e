"""R12: what people type stays words. Texts that try to be more stand in every field of drafting and reviewing, and a browser shows them."""

import pytest
from playwright.sync_api import Dialog, Page

from partnerships.models import Partnership
from partnerships.models.person import Role
from strategies.actions.freeze_version import seal_of
from strategies.models import Section, Strategy, Version
from strategies.models.version import Form
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.hostile import payloads
from tests.journeys.conftest import Enter

# What no page of ours has, and attributes by which a mark runs something or leads out of the web.
FOREIGN = """() => {
  const names = ["IFRAME", "OBJECT", "EMBED", "MARQUEE", "MATH", "BASE", "STYLE", "VIDEO", "AUDIO", "MGLYPH", "FRAME", "APPLET"];
  const leads = ["href", "src", "action", "formaction", "xlink:href", "data"];
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    if (names.includes(element.nodeName.toUpperCase())) found.push(element.nodeName);
    if (element.nodeName === "SCRIPT" && !(element.src || "").startsWith(location.origin)) found.push("SCRIPT");
    if (element.nodeName === "IMG" && !element.src.startsWith(location.origin)) found.push("IMG");
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "style") found.push(`${element.nodeName} ${name}`);
      if (leads.includes(name) && !/^(https?:|mailto:|#|\\/(?!\\/)|\\?|$)/i.test(value)) found.push(`${element.nodeName} ${name}=${value}`);
      if (leads.includes(name) && element.nodeName !== "A" && /evil\\.example/.test(value)) found.push(`${element.nodeName} ${value}`);
    }
  }
  if (window.owned) found.push("a script ran");
  return found;
}"""


@pytest.fixture
def attacked(example_data: None) -> Version:
    """A strategy whose draft and whose version are made of such texts."""
    partnership = Partnership.objects.get(slug="anyborough")
    strategy = Strategy.objects.create(partnership=partnership, title=payloads()[0], note=payloads()[1])
    strategy.areas.set(Strategy.objects.filter(partnership=partnership).exclude(pk=strategy.pk).first().areas.all())  # type: ignore[union-attr]  # the example has strategies
    sections = [
        Section.objects.create(strategy=strategy, position=place, heading=text[:200], text=text, owner=text[:200])
        for place, text in enumerate(payloads(), start=1)
    ]
    kept = [{"key": str(section.pk), "heading": section.heading, "text": section.text} for section in sections]
    return Version.objects.create(
        strategy=strategy,
        number=1,
        title=strategy.title,
        form=Form.TYPED,
        dated=VagueDate.of(clock.today()),
        note=payloads()[2],
        sections=kept,
        sha256=seal_of(kept),
        frozen_at=clock.now(),
    )


def addresses(version: Version) -> list[str]:
    here = f"/p/{version.strategy.partnership.slug}"
    section = version.strategy.sections.order_by("-position")[0]
    return [
        f"{here}/strategies/",
        f"{here}/strategies/{version.strategy_id}/",
        f"{here}/strategies/{version.strategy_id}/draft/",
        f"{here}/sections/{section.pk}/change/",
        f"{here}/sections/{section.pk}/remove/",
        f"{here}/versions/{version.pk}/",
    ]


def look(page: Page, address: str) -> list[str]:
    """What on the page is not ours."""
    opened = page.goto(address)
    assert opened is not None
    assert opened.status == 200, address
    assert page.locator("h1").count() == 1
    return [f"{address}: {what}" for what in page.evaluate(FOREIGN)]


def test_hostile_words_stay_words_wherever_they_are_shown(enter: Enter, attacked: Version) -> None:
    page = enter(Role.COORDINATOR)
    dialogs: list[Dialog] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
    found = [what for address in addresses(attacked) for what in look(page, address)]
    assert found == []
    assert dialogs == []
    assert page.get_by_text("window.owned=1").count() > 100, "the texts were not shown at all"
