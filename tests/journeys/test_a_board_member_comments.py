"""A board member reads a draft on a tablet and comments on words in it; the officer answers; the next version shows what became of them."""

from playwright.sync_api import Page, expect

from partnerships.models import User
from partnerships.models.person import Role
from strategies.actions.freeze_version import Content, draft, freeze_version, seal_of
from strategies.models import Comment, Section, Version
from strategies.models.version import Form
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.browser import account_of
from tests.journeys.conftest import Enter
from tests.journeys.people import ANYBOROUGH, banner, press

TABLET = {"viewport": {"width": 768, "height": 1024}}
CHOOSE = """(paragraph) => {
  const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  paragraph.scrollIntoView({ block: "center" });
  document.getSelection().setBaseAndExtent(words, 0, words, words.data.indexOf(" ", 40));
  return document.getSelection().toString();
}"""
MARKED = "() => [...CSS.highlights.get('svd-commented')].map(String)"


def newest_text() -> Version:
    return Version.objects.filter(strategy__partnership__slug="anyborough", form=Form.TYPED).order_by("-strategy_id", "-number")[0]


def next_version(version: Version, words: str, officer: User) -> Version:
    """The officer writes other words in their place and records the next version."""
    strategy = version.strategy
    section = next(section for section in strategy.sections.all() if words in section.text)
    Section.objects.filter(pk=section.pk).update(text=section.text.replace(words, "Other words stand here now,"))
    content = Content(Form.TYPED, seen_draft=seal_of(draft(strategy)))
    on = VagueDate.of(clock.today())
    return freeze_version(strategy, content, dated=on, note="", at=clock.now(), actor=officer, partnership=strategy.partnership)


def choose_words(page: Page) -> str:
    """As somebody does with a finger or with shift and the arrow keys: the beginning of the second section."""
    words = page.locator(".svd-read__section").nth(1).locator("[data-words] p").first.evaluate(CHOOSE)
    offer = page.get_by_role("button", name="Comment on these words")
    expect(offer).to_be_visible()
    page.keyboard.press("Tab")
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    return str(words)


def test_board_member_comments_on_words_and_sees_what_became_of_them(enter: Enter) -> None:
    version = newest_text()
    reader = enter(Role.BOARD_MEMBER, **TABLET)
    reader.goto(f"{ANYBOROUGH}versions/{version.pk}/read/")
    words = choose_words(reader)
    expect(reader.get_by_label("The words it is about")).to_have_value(words.strip())
    expect(reader.get_by_role("textbox", name="Comment", exact=True)).to_be_focused()
    reader.keyboard.type("Does this cover hate crime?")
    reader.get_by_text("Tell somebody about it").click()
    reader.get_by_label("Community safety officer").check()
    press(reader, "Add the comment")
    assert "Added your comment." in banner(reader)
    comment = Comment.objects.get(text="Does this cover hate crime?")
    kept = reader.locator(f"#comment-{comment.pk}")
    expect(kept).to_be_in_viewport()
    assert comment.quote in reader.evaluate(MARKED)
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")

    officer = enter(Role.COORDINATOR)
    officer.goto(f"{ANYBOROUGH}strategies/{version.strategy_id}/")
    officer.get_by_role("link", name="Comments:").click()
    officer.locator(f"#comment-{comment.pk}").get_by_role("link", name="Answer").click()
    officer.get_by_label("Accepted", exact=True).check()
    officer.get_by_label("Why").fill("It does; the next version says so.")
    press(officer, "Save the answer")
    assert "Answered." in banner(officer)

    after = next_version(version, comment.quote, account_of(Role.COORDINATOR))
    reader.reload()
    reader.goto(f"{ANYBOROUGH}versions/{version.pk}/read/#comment-{comment.pk}")
    expect(kept).to_contain_text("It does; the next version says so.")
    expect(kept).to_contain_text(f"These words have changed in version {after.number}.")

    reader.goto(f"{ANYBOROUGH}versions/{after.pk}/read/")
    reader.get_by_role("link", name=f"What changed since you read version {version.number}").click()
    expect(reader.locator("del").first).to_contain_text("Deleted:")
    expect(reader.get_by_role("main")).to_contain_text("Other words stand here now,")


def test_reading_to_the_end_is_noted_by_itself_and_looking_is_not(enter: Enter) -> None:
    version = newest_text()
    person = account_of(Role.VIEWER)
    page = enter(Role.VIEWER, **TABLET)
    page.goto(f"{ANYBOROUGH}versions/{version.pk}/read/")
    expect(page.get_by_role("button", name="I have read to the end")).to_be_attached()
    assert not version.read_by.filter(user=person).exists()
    page.locator("#end").scroll_into_view_if_needed()
    expect(page.get_by_role("status").filter(has_text="You have read this version to its end.")).to_be_visible()
    assert version.read_by.filter(user=person).exists()
    expect(page.get_by_role("link", name="Comment on this section")).to_have_count(0)
