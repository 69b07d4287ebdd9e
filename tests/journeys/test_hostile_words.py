"""R12: what people type stays words. Texts that try to be more stand in every field of drafting and reviewing, and a browser shows them."""

from typing import Any

import pytest
from playwright.sync_api import Dialog, Page

from partnerships.models import Board, Partnership, Seat, User
from partnerships.models.board import SeatKind
from partnerships.models.person import Role
from strategies.actions.freeze_version import seal_of
from strategies.models import ApprovalRound, Comment, Publication, PublicPage, Section, Strategy, Version, Vote
from strategies.models.publication import Way
from strategies.models.round import Choice
from strategies.models.version import Form
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.browser import account_of
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
    """A strategy whose draft, version, comments, seats and decisions are made of such texts; it is public."""
    partnership = Partnership.objects.get(slug="anyborough")
    strategy = Strategy.objects.create(partnership=partnership, title=payloads()[0], note=payloads()[1])
    strategy.areas.set(Strategy.objects.filter(partnership=partnership).exclude(pk=strategy.pk).first().areas.all())  # type: ignore[union-attr]  # the example has strategies
    sections = [
        Section.objects.create(strategy=strategy, position=place, heading=text[:200], text=text, owner=text[:200])
        for place, text in enumerate(payloads(), start=1)
    ]
    kept = [{"key": str(section.pk), "heading": section.heading, "text": section.text} for section in sections]
    version = Version.objects.create(
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
    coordinator = account_of(Role.COORDINATOR)
    comment_on(version, coordinator)
    decide_on(version, coordinator)
    publish(version, coordinator)
    return version


def comment_on(version: Version, author: User) -> None:
    """A comment of each such text on each section, every second one answered with another."""
    for number, (section, text) in enumerate(zip(version.sections, payloads(), strict=True)):
        answered: dict[str, Any] = (
            {"answer": "partly", "answer_reason": text, "answered_by": author, "answered_at": clock.now()} if number % 2 else {}
        )
        Comment.objects.create(
            strategy_version=version,
            author=author,
            section_key=section["key"],
            section_heading=section["heading"],
            quote=text,
            text=text,
            made_at=clock.now(),
            **answered,
        )


def decide_on(version: Version, opened_by: User) -> None:
    """A round in which the holders of 120 seats, named so, sent it back with such words."""
    board = Board.objects.create(partnership=version.strategy.partnership, name=payloads()[3], quorum_minimum=2)
    asked = ApprovalRound.objects.create(
        strategy_version=version,
        board=board,
        asked=payloads()[4],
        recommendations="\n".join(text.replace("\n", " ") for text in payloads()[:9]),
        answer_by=clock.today(),
        opened_at=clock.now(),
        opened_by=opened_by,
    )
    for position, text in enumerate(payloads()):
        seat = Seat.objects.create(board=board, post=text[:200], kind=SeatKind.VOTING, position=position, deputy=text[:200])
        Vote.objects.create(
            round=asked,
            seat=seat,
            given_by=opened_by,
            choice=Choice.SEND_BACK,
            words=text,
            sha256=version.sha256,
            given_at=clock.now(),
            as_deputy=True,
            authority=text[:300],
        )


def publish(version: Version, opened_by: User) -> None:
    out: dict[str, Any] = {"strategy_version": version, "published_on": VagueDate.of(clock.today())}
    Publication.objects.create(**out, way=Way.WEBSITE, area=version.strategy.areas.all()[0], note=payloads()[5])
    Publication.objects.create(**out, way=Way.OTHER, other_form=payloads()[6][:200], audience=payloads()[7][:200])
    PublicPage.objects.create(strategy_version=version, opened_at=clock.now(), opened_by=opened_by)


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
        f"{here}/versions/{version.pk}/read/",
        f"{here}/versions/{version.pk}/publish/",
        f"{here}/strategies/{version.strategy_id}/compare/",
        f"{here}/strategies/{version.strategy_id}/comments/",
        f"{here}/rounds/{version.rounds.get().pk}/",
        f"{here}/rounds/{version.rounds.get().pk}/close/",
        f"{here}/history/",
        "/published/",
        f"/published/{version.strategy.partnership.slug}/",
        f"/published/{version.strategy.partnership.slug}/{version.strategy_id}/",
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
