"""Comments on a version, its sections and words in them; replies; what an author may change; whom they tell."""

import pytest
from django.core import mail
from django.test import Client

from partnerships.actions.close_account import close_account
from partnerships.actions.erase_person import erase_person
from partnerships.models import AuditEntry, Mail
from partnerships.models.person import Role
from strategies.models import Comment, Version
from strategies.queries_comments import comment_counts, open_comments
from tests.cast import Cast, make_person
from tests.page_forms import sent_by
from tests.strategies.commented import NOON, answered, as_role, comment_on, on_purpose, reading, typed_version
from tests.strategies.helpers import at, last_event, text_of


@pytest.fixture
def typed(version: Version) -> Version:
    return typed_version(version.strategy)


@pytest.fixture
def board(cast: Cast) -> Client:
    return as_role(cast, Role.BOARD_MEMBER)


def add(client: Client, version: Version, section: str = "1", **data: object) -> str:
    """Send a comment and give the page that follows."""
    address = at("comment_add", version.pk) + (f"?section={section}" if section else "")
    return text_of(client.post(address, {"text": "Say more.", **data}, follow=True))


def test_words_of_a_section_are_commented_on_and_the_comment_stands_beside_it(cast: Cast, board: Client, typed: Version) -> None:
    page = add(board, typed, quote="fewer people\n  hurt, and fewer knives")
    comment = Comment.objects.get()
    assert (comment.section_key, comment.section_heading, comment.quote) == ("1", "Purpose", "fewer people hurt, and fewer knives")
    assert (comment.author, comment.open) == (cast.people[Role.BOARD_MEMBER], True)
    assert f'id="comment-{comment.pk}"' in page.split('<h2 id="section-2">')[0]
    assert AuditEntry.objects.get(event="comment.added").changes["Comment"] == ["", "Say more."]


def test_words_that_do_not_stand_there_are_refused_and_nothing_typed_is_lost(board: Client, typed: Version) -> None:
    page = add(board, typed, quote="fewer funerals", text="A long thought.")
    assert "These words do not stand in “Purpose” of this version." in page
    assert "fewer funerals</textarea>" in page
    assert "A long thought.</textarea>" in page
    assert not Comment.objects.exists()


def test_same_comment_sent_twice_is_kept_once(board: Client, typed: Version) -> None:
    for _ in range(2):
        add(board, typed)
    assert Comment.objects.count() == 1
    add(board, typed, section="2")
    assert Comment.objects.count() == 2


def test_comment_on_a_section_that_is_not_there_is_not_found(board: Client, typed: Version) -> None:
    assert board.get(at("comment_add", typed.pk) + "?section=999").status_code == 404


@pytest.mark.parametrize(
    ("text", "said"), [("", "Enter “Comment”"), ("x" * 10_001, "at most 10000 characters"), ("a\x00b", "Null characters")]
)
def test_comment_without_end_or_without_words_is_refused_in_words(board: Client, typed: Version, text: str, said: str) -> None:
    assert said in add(board, typed, text=text)
    assert not Comment.objects.exists()


def test_ten_thousand_characters_without_a_space_are_kept(board: Client, typed: Version) -> None:
    assert "x" * 10_000 in add(board, typed, text="x" * 10_000)


def test_replies_stand_under_one_comment_even_to_a_reply(cast: Cast, board: Client, coordinator: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER])
    coordinator.post(at("comment_reply", comment.pk), {"text": "Which part?"})
    reply = Comment.objects.get(text="Which part?")
    board.post(at("comment_reply", reply.pk), {"text": "The second."})
    assert [one.text for one in comment.replies.order_by("pk")] == ["Which part?", "The second."]
    assert list(open_comments(typed)) == [comment]
    assert comment_counts(typed.strategy) == {"all": 1, "open": 1}
    assert "The second." in text_of(board.get(reading(typed)))


def test_withdrawn_comment_takes_no_reply(cast: Cast, board: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.coordinator, withdrawn_on="2024-02-02", withdrawn_reason="A mistake.")
    assert board.get(at("comment_reply", comment.pk)).status_code == 404
    assert "it takes no replies" in text_of(board.post(at("comment_reply", comment.pk), {"text": "My words."}))
    assert list(open_comments(typed)) == []


def test_people_who_are_told_get_a_mail_that_says_only_where_to_read(cast: Cast, board: Client, typed: Version) -> None:
    told = cast.people[Role.CONTRIBUTOR]
    add(board, typed, text="A secret thought.", quote="fewer knives", told=[told.pk, cast.viewer.pk])
    comment = Comment.objects.get()
    sent = Mail.objects.order_by("pk")
    assert {one.to_user for one in sent} == {told, cast.viewer}
    for one in sent:
        assert f"/p/anyborough/versions/{typed.pk}/read/#comment-{comment.pk}" in one.text
        assert not any(word in one.text + one.subject for word in ("secret", "knives", "Purpose"))
    assert not any("secret" in message.body for message in mail.outbox)
    said = AuditEntry.objects.get(event="comment.added").changes["Told by mail"][1]
    assert said == f"Person {told.pk}, Person {cast.viewer.pk}" or said == f"Person {cast.viewer.pk}, Person {told.pk}"


def test_only_members_can_be_told(cast: Cast, board: Client, typed: Version) -> None:
    left = make_person("left@anyborough.example", Role.VIEWER, cast.ours)
    left.grants.update(ended_on="2024-01-01")
    for somebody in (cast.stranger, left, cast.people[Role.ADMINISTRATOR]):
        assert "what was sent is not in it" in add(board, typed, told=[somebody.pk])
    assert not Comment.objects.exists()
    assert not Mail.objects.exists()


def test_reply_tells_the_author_unless_somebody_unticks_it(cast: Cast, coordinator: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER])
    fields = sent_by(coordinator.get(at("comment_reply", comment.pk)).content.decode())
    assert fields["told"] == [str(cast.people[Role.BOARD_MEMBER].pk)]


def test_author_changes_an_unanswered_comment_and_it_says_so(cast: Cast, board: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER], "Say mroe.", quote="fewer knives")
    board.post(at("comment_change", comment.pk), {"text": "Say more.", "seen_version": 1})
    comment.refresh_from_db()
    assert (comment.text, comment.quote, comment.version) == ("Say more.", "fewer knives", 2)
    assert comment.edited_at is not None
    assert ", edited " in text_of(board.get(reading(typed)))
    assert last_event().changes == {"Comment": ["Say mroe.", "Say more."]}


def test_nobody_but_its_author_changes_a_comment(cast: Cast, coordinator: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER])
    for client in (coordinator, as_role(cast, Role.CONTRIBUTOR)):
        assert client.post(at("comment_change", comment.pk), {"text": "Put into your mouth.", "seen_version": 1}).status_code == 403
    assert as_role(cast, Role.CONTRIBUTOR).post(at("comment_withdraw", comment.pk), {"reason": "x"}).status_code == 403
    comment.refresh_from_db()
    assert comment.text == "Say more."


def test_answered_comment_keeps_its_words_and_the_new_ones_are_not_lost(cast: Cast, board: Client, typed: Version) -> None:
    comment = answered(typed, cast.people[Role.BOARD_MEMBER], cast.coordinator)
    assert board.get(at("comment_change", comment.pk)).status_code == 404
    page = text_of(board.post(at("comment_change", comment.pk), {"text": "My second thoughts.", "seen_version": 1}))
    assert "It was answered meanwhile (“Accepted”, because: It will say more.)" in page
    assert "My second thoughts.</textarea>" in page
    comment.refresh_from_db()
    assert comment.text == "Say more."


def test_two_windows_of_one_author_lose_no_words(cast: Cast, board: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER])
    board.post(at("comment_change", comment.pk), {"text": "From the tablet.", "seen_version": 1})
    second = board.post(at("comment_change", comment.pk), {"text": "From the desk.", "seen_version": 1})
    assert second.status_code == 409
    assert "From the tablet." in text_of(second)
    assert "From the desk.</textarea>" in text_of(second)


def test_withdrawn_comment_stays_to_be_read_with_its_reason(cast: Cast, board: Client, coordinator: Client, typed: Version) -> None:
    comment = on_purpose(typed, cast.people[Role.BOARD_MEMBER], "A rash word.")
    other = comment_on(typed, cast.people[Role.BOARD_MEMBER], "Names somebody.")
    board.post(at("comment_withdraw", comment.pk), {"reason": "I misread it.", "seen_version": 1})
    coordinator.post(at("comment_withdraw", other.pk), {"reason": "It names a person.", "seen_version": 1})
    page = text_of(board.get(reading(typed)))
    assert "I misread it." in page
    assert "It names a person." in page
    assert comment_counts(typed) == {"all": 0, "open": 0}


def test_person_who_was_erased_is_no_longer_named(cast: Cast, coordinator: Client, typed: Version) -> None:
    author = cast.people[Role.BOARD_MEMBER]
    on_purpose(typed, author)
    name = author.name
    close_account(author, on=NOON.date(), reason="Left.", actor=cast.people[Role.ADMINISTRATOR])
    erase_person(author, on=NOON.date(), reason="Asked.", actor=cast.people[Role.ADMINISTRATOR])
    for page in (reading(typed), at("comments", typed.strategy_id)):
        shown = text_of(coordinator.get(page))
        assert name not in shown
        assert f"Erased person {author.pk}" in shown
