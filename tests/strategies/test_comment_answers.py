"""What became of a comment: the answer and its reason, taking it back, the officer's list, and two people at once."""

import pytest
from django.test import Client

from partnerships.actions.close_account import close_account
from partnerships.actions.save_record import StaleRecord
from partnerships.models import AuditEntry, Mail, User
from partnerships.models.person import Role
from strategies.actions.answer_comment import answer_comment
from strategies.models import Comment, Version
from strategies.models.comment import Answer
from strategies.queries_comments import open_comments
from tests.cast import Cast
from tests.page_forms import sent_by
from tests.strategies.commented import NOON, SECTIONS, answered, as_role, comment_on, on_purpose, reading, typed_version
from tests.strategies.helpers import at, make_section, text_of

ACCEPTED = {"answer": "accepted", "reason": "The text now says who.", "seen_version": 1}


@pytest.fixture
def typed(version: Version) -> Version:
    return typed_version(version.strategy)


@pytest.fixture
def author(cast: Cast) -> User:
    return cast.people[Role.BOARD_MEMBER]


@pytest.fixture
def comment(typed: Version, author: User) -> Comment:
    return on_purpose(typed, author, "Say who leads.")


def test_answer_is_kept_with_its_reason_and_the_author_is_told_once(
    cast: Cast, coordinator: Client, author: User, comment: Comment
) -> None:
    for _ in range(2):
        coordinator.post(at("comment_answer", comment.pk), ACCEPTED)
    comment.refresh_from_db()
    assert (comment.answer, comment.answer_reason, comment.answered_by) == (Answer.ACCEPTED, "The text now says who.", cast.coordinator)
    assert list(open_comments(comment.strategy_version.strategy)) == []
    entry = AuditEntry.objects.get(event="comment.answered")
    assert entry.changes == {"What became of it": ["", "Accepted"], "Why": ["", "The text now says who."]}
    told = Mail.objects.get()
    assert (told.to_user, told.subject) == (author, "Your comment has an answer")
    assert "who leads" not in told.text
    assert "now says who" not in told.text
    page = text_of(as_role(cast, Role.BOARD_MEMBER).get(reading(comment.strategy_version)))
    assert "The text now says who." in page


@pytest.mark.parametrize(("left_out", "said"), [("reason", "Enter “Why”"), ("answer", "Choose “What became of it”")])
def test_answer_without_its_word_or_its_reason_is_refused(coordinator: Client, comment: Comment, left_out: str, said: str) -> None:
    page = text_of(coordinator.post(at("comment_answer", comment.pk), {**ACCEPTED, left_out: ""}))
    assert said in page
    comment.refresh_from_db()
    assert comment.open


def test_nobody_but_a_coordinator_answers(cast: Cast, comment: Comment) -> None:
    for role in (Role.BOARD_MEMBER, Role.CONTRIBUTOR, Role.VIEWER, Role.OVERSEER):
        assert as_role(cast, role).post(at("comment_answer", comment.pk), ACCEPTED).status_code == 403
    comment.refresh_from_db()
    assert comment.open


def test_reply_takes_no_answer(cast: Cast, coordinator: Client, comment: Comment) -> None:
    reply = comment_on(comment.strategy_version, cast.viewer, replies_to=comment)
    assert coordinator.post(at("comment_answer", reply.pk), ACCEPTED).status_code == 404
    with pytest.raises(ValueError, match="reply"):
        answer_comment(reply, Answer.ACCEPTED, "x", seen_version=1, actor=cast.coordinator, partnership=cast.ours, at=NOON)


def test_nobody_is_mailed_for_answering_themselves_or_after_leaving(
    cast: Cast, coordinator: Client, comment: Comment, author: User
) -> None:
    own = on_purpose(comment.strategy_version, cast.coordinator)
    coordinator.post(at("comment_answer", own.pk), ACCEPTED)
    assert not Mail.objects.exists()
    close_account(author, on=NOON.date(), reason="Left.", actor=cast.people[Role.ADMINISTRATOR])
    before = Mail.objects.count()
    coordinator.post(at("comment_answer", comment.pk), ACCEPTED)
    assert Mail.objects.count() == before
    assert list(open_comments(comment.strategy_version)) == []


def test_answer_is_taken_back_with_a_reason_and_the_history_keeps_it(coordinator: Client, comment: Comment, author: User) -> None:
    coordinator.post(at("comment_answer", comment.pk), ACCEPTED)
    coordinator.post(at("comment_reopen", comment.pk), {"reason": "The board saw it otherwise.", "seen_version": 2})
    comment.refresh_from_db()
    assert comment.open
    entry = AuditEntry.objects.get(event="comment.reopened")
    assert entry.changes == {"What became of it": ["Accepted", ""], "Why": ["The text now says who.", ""]}
    assert entry.comment == "The board saw it otherwise."
    assert [one.subject for one in Mail.objects.order_by("pk")] == ["Your comment has an answer", "Your comment is open again"]
    coordinator.post(at("comment_answer", comment.pk), {**ACCEPTED, "answer": "partly", "seen_version": 3})
    assert Mail.objects.filter(to_user=author).count() == 3


def test_of_two_who_answer_at_once_the_second_sees_both_answers(cast: Cast, coordinator: Client, comment: Comment) -> None:
    coordinator.post(at("comment_answer", comment.pk), ACCEPTED)
    other = {"answer": "not-accepted", "reason": "It stands in section 4.", "seen_version": 1}
    second = coordinator.post(at("comment_answer", comment.pk), other)
    page = text_of(second)
    assert second.status_code == 409
    assert "Accepted: The text now says who." in page
    assert "Not accepted: It stands in section 4." in page
    comment.refresh_from_db()
    assert comment.answer == "accepted"
    sent = sent_by(second.content.decode())
    assert (sent["reason"], sent["answer"]) == (["It stands in section 4."], ["not-accepted"])
    coordinator.post(at("comment_answer", comment.pk), sent)
    comment.refresh_from_db()
    assert comment.answer == "not-accepted"


def test_words_edited_while_somebody_answers_are_shown_before_they_are_answered(cast: Cast, coordinator: Client, comment: Comment) -> None:
    as_role(cast, Role.BOARD_MEMBER).post(at("comment_change", comment.pk), {"text": "Say who leads, and who pays.", "seen_version": 1})
    second = coordinator.post(at("comment_answer", comment.pk), ACCEPTED)
    assert second.status_code == 409
    assert "Say who leads, and who pays." in text_of(second)
    assert "The text now says who.</textarea>" in text_of(second)
    comment.refresh_from_db()
    assert comment.open


def test_comment_withdrawn_while_somebody_answers_needs_no_answer(coordinator: Client, comment: Comment) -> None:
    Comment.objects.update(withdrawn_on="2024-02-02", withdrawn_reason="I misread it.", version=2)
    page = text_of(coordinator.post(at("comment_answer", comment.pk), ACCEPTED, follow=True))
    assert "It was withdrawn meanwhile, so it needs no answer: I misread it." in page
    comment.refresh_from_db()
    assert not comment.answer


def test_stale_answer_writes_nothing(cast: Cast, comment: Comment) -> None:
    with pytest.raises(StaleRecord):
        answer_comment(comment, Answer.PARTLY, "x", seen_version=0, actor=cast.coordinator, partnership=cast.ours, at=NOON)
    assert not AuditEntry.objects.exists()


@pytest.fixture
def many(cast: Cast, typed: Version, author: User) -> Version:
    """Comments on two versions: open, answered, on a section and on the whole."""
    newer = typed_version(typed.strategy, {**SECTIONS[0], "text": "Nobody hurt."})
    on_purpose(typed, author, "Early word.", quote="fewer knives")
    answered(newer, cast.coordinator, cast.coordinator)
    comment_on(newer, cast.people[Role.CONTRIBUTOR], "Whole word.")
    comment_on(typed, author, "Aims word.", section_key="2", section_heading="Aims")
    return newer


def listed(client: Client, of: Version, asked: dict[str, object]) -> list[str]:
    page = text_of(client.get(at("comments", of.strategy_id), asked))
    words = ("Early word.", "Say more.", "Whole word.", "Aims word.")
    return sorted((word for word in words if word in page), key=page.index)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Whole word.", "Say more.", "Early word.", "Aims word."]),
        ({"state": "open"}, ["Whole word.", "Early word.", "Aims word."]),
        ({"state": "answered"}, ["Say more."]),
        ({"section": "Purpose"}, ["Say more.", "Early word."]),
        ({"section": "whole"}, ["Whole word."]),
        ({"version": "2"}, ["Early word.", "Aims word."]),
        ({"version": "nonsense"}, ["Whole word.", "Say more.", "Early word.", "Aims word."]),
    ],
)
def test_officers_list_is_narrowed_and_stands_in_the_order_of_the_text(
    coordinator: Client, many: Version, asked: dict[str, object], found: list[str]
) -> None:
    assert listed(coordinator, many, asked) == found


def test_list_is_narrowed_to_one_author(coordinator: Client, many: Version, author: User) -> None:
    assert listed(coordinator, many, {"author": author.pk}) == ["Early word.", "Aims word."]


def test_list_says_what_became_of_the_words_in_later_texts(coordinator: Client, many: Version) -> None:
    make_section(many.strategy, heading="Purpose", text="We want fewer knives carried.")
    page = text_of(coordinator.get(at("comments", many.strategy_id), {"version": "2"}))
    assert f"These words have changed in version {many.number}." in page
    assert "These words still stand in the draft." in page
    assert f"The section is gone from version {many.number} and from the draft." in page


def test_strategy_and_version_say_how_many_comments_are_open(coordinator: Client, many: Version) -> None:
    assert "Comments: 3 open of 4" in text_of(coordinator.get(at("strategy", many.strategy_id)))
    assert "2 comments, 1 open." in text_of(coordinator.get(at("version", many.pk)))


def test_strategy_without_comments_says_where_they_come_from(coordinator: Client, typed: Version) -> None:
    assert "No comments yet" in text_of(coordinator.get(at("comments", typed.strategy_id)))
