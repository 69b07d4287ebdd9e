"""Reading a version: its text, what changed since the reader's last one, how long it takes, and that it was read."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry
from partnerships.models.person import Role
from strategies.models import Comment, Strategy, Version, VersionRead
from tests.cast import Cast, day
from tests.strategies.commented import AIMS, NOON, PURPOSE, SECTIONS, as_role, comment_on, on_purpose, read_by, reading, typed_version
from tests.strategies.helpers import at, last_event, make_section, text_of

NEWER = [{**SECTIONS[0], "text": f"{PURPOSE} And fewer funerals."}, SECTIONS[1]]


@pytest.fixture
def first(cast: Cast, version: Version) -> Version:
    """Version 1 is made by the cast; this one is typed."""
    return typed_version(version.strategy)


@pytest.fixture
def second(first: Version) -> Version:
    return typed_version(first.strategy, *NEWER)


@pytest.fixture
def board(cast: Cast) -> Client:
    return as_role(cast, Role.BOARD_MEMBER)


def test_reader_is_shown_what_changed_since_the_version_they_read(cast: Cast, board: Client, first: Version, second: Version) -> None:
    third = typed_version(first.strategy, *NEWER[:1])
    read_by(first, cast.people[Role.BOARD_MEMBER])
    page = text_of(board.get(reading(third)))
    assert f"What changed since you read version {first.number}" in page
    changes = text_of(board.get(reading(third, f"?since={first.number}")))
    assert "And fewer funerals.</ins>" in changes
    assert "1 section changed, 1 removed" in changes
    read_by(third, cast.people[Role.BOARD_MEMBER])
    assert f"What changed since you read version {first.number}" in text_of(board.get(reading(second)))
    other = text_of(as_role(cast, Role.VIEWER).get(reading(third)))
    assert f"What changed since version {second.number}" in other


def test_first_version_has_nothing_to_compare_with(board: Client, version: Version) -> None:
    page = text_of(board.get(reading(version)))
    assert "What changed" not in page
    assert "To keep people safe." in page
    assert "Nothing to compare yet" in text_of(board.get(at("version_compare", version.strategy_id)))


def test_time_to_read_is_said_for_everything_and_for_what_changed(board: Client, first: Version) -> None:
    long = {"key": "3", "heading": "Evidence", "text": "word " * 2000}
    before = typed_version(first.strategy, *SECTIONS, long)
    after = typed_version(first.strategy, *NEWER, long)
    page = text_of(board.get(reading(after, f"?since={before.number}")))
    assert "9 minutes to read, 1 if only what changed." in page
    assert "238 words a minute" in page


def test_looking_at_a_version_notes_nothing_and_the_button_notes_it_once(board: Client, first: Version) -> None:
    board.get(reading(first))
    board.get(at("version_read_done", first.pk))
    assert not VersionRead.objects.exists()
    board.post(at("version_read_done", first.pk))
    answer = board.post(at("version_read_done", first.pk), headers={"X-Read": "1"})
    assert answer.status_code == 204
    assert VersionRead.objects.count() == 1
    assert AuditEntry.objects.filter(event="version.read").count() == 1
    assert "You read this version to its end on" in text_of(board.get(reading(first)))


def test_whoever_comments_has_read_the_version(board: Client, first: Version) -> None:
    board.post(at("comment_add", first.pk), {"text": "Well said."})
    assert VersionRead.objects.get().strategy_version == first
    assert last_event().event == "version.read"


def test_document_says_where_it_is_and_takes_comments_on_the_whole(board: Client, strategy: Strategy) -> None:
    link = "https://www.example.gov.uk/strategy.pdf"
    version = Version.objects.create(
        strategy=strategy, number=7, title="PDF", form="link", link=link, dated=day("2024-01-10"), sha256="0" * 64, frozen_at=NOON
    )
    page = text_of(board.get(reading(version)))
    assert f'<a class="govuk-link" href="{link}"' in page
    assert "Comment on the whole" in page
    assert "Comment on this section" not in page


def test_version_of_a_withdrawn_strategy_can_be_read_and_takes_no_comments(board: Client, first: Version) -> None:
    Strategy.objects.update(withdrawn_on="2024-03-01", withdrawn_reason="Entered twice.")
    page = text_of(board.get(reading(first)))
    assert "Entered twice." in page
    assert "Comment on" not in page
    assert board.get(at("comment_add", first.pk)).status_code == 404
    refused = text_of(board.post(at("comment_add", first.pk), {"text": "My long thoughts."}))
    assert "The strategy was withdrawn" in refused
    assert "My long thoughts." in refused
    assert not Comment.objects.exists()


def test_viewer_reads_comments_and_is_offered_no_way_to_make_one(cast: Cast, first: Version) -> None:
    on_purpose(first, cast.coordinator, "Say who decides.")
    viewer = as_role(cast, Role.VIEWER)
    page = text_of(viewer.get(reading(first)))
    assert "Say who decides." in page
    assert "1 comment, 1 open" in page
    assert not any(words in page for words in ("Comment on this section", "Reply<", ">Answer<", "data-comment"))
    assert viewer.post(at("comment_add", first.pk), {"text": "x"}).status_code == 403


def test_thirty_comments_cost_as_many_queries_as_one(
    cast: Cast, board: Client, second: Version, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_section(second.strategy, text="Other words.")

    def queries() -> int:
        with django_assert_max_num_queries(60) as captured:
            board.get(reading(second))
            board.get(at("comments", second.strategy_id))
        return len(captured)

    first_one = on_purpose(second, cast.coordinator, quote="fewer knives")
    on_purpose(second, cast.viewer, "A reply", replies_to=first_one)
    few = queries()
    for number in range(29):
        another = on_purpose(second, cast.people[Role.CONTRIBUTOR], f"Comment {number}", quote="fewer knives")
        on_purpose(second, cast.viewer, "A reply", replies_to=another)
    assert queries() == few


def test_two_versions_and_the_draft_can_be_compared(board: Client, first: Version, second: Version) -> None:
    make_section(first.strategy, heading="Purpose", text=NEWER[0]["text"])
    address = at("version_compare", first.strategy_id)
    page = text_of(board.get(address, {"before": first.number, "after": "draft"}))
    assert "1 section changed, 1 removed" in page
    assert '<ins><span class="govuk-visually-hidden">Inserted: </span>And fewer funerals.</ins>' in page
    assert f"from version {second.number} to the working draft" in text_of(board.get(address))
    asked_wrongly = board.get(address, {"before": "999", "after": "draft"})
    assert "Choose “From” from the list" in text_of(asked_wrongly)


def test_hostile_words_are_inert_on_every_page_that_shows_them(cast: Cast, coordinator: Client, first: Version) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    section = {"key": "9", "heading": hostile, "text": hostile}
    after = typed_version(first.strategy, *SECTIONS, section)
    comment = comment_on(after, cast.coordinator, hostile, section_key="9", section_heading=hostile, quote=hostile)
    comment_on(after, cast.coordinator, hostile, replies_to=comment)
    pages = [
        reading(after),
        reading(after, f"?since={first.number}"),
        at("comments", first.strategy_id),
        at("comment_answer", comment.pk),
        at("comment_reply", comment.pk),
        at("comment_add", after.pk) + "?section=9",
        at("version_compare", first.strategy_id),
    ]
    for page in pages:
        html = coordinator.get(page).content.decode()
        assert "<script>alert" not in html, page
        assert "<img src=x" not in html, page


def test_words_of_lists_stand_in_the_page_as_a_list(board: Client, first: Version) -> None:
    assert AIMS.split("- ")[1].strip() in text_of(board.get(reading(first)))
    assert "<li>early help</li>" in text_of(board.get(reading(first)))
