"""What became of a comment: answering it, and taking the answer back."""

import datetime

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.actions.change_comment import AlreadySettled
from strategies.comment_mail import tell_author
from strategies.models import Comment
from strategies.models.comment import Answer

LABEL, REASON = "What became of it", "Why"


@transaction.atomic
def answer_comment(
    comment: Comment,
    answer: Answer,
    reason: str,
    *,
    seen_version: int,
    actor: User,
    partnership: Partnership,
    at: datetime.datetime,
) -> Comment:
    """Say what became of a comment and why, or say it anew, and tell its author by mail. The same answer sent twice is given once.

    Raises StaleRecord when anybody saved the comment meanwhile, AlreadySettled when it was withdrawn, ValueError for a reply.
    """
    current = lock(comment)
    if current.replies_to_id:
        raise ValueError("A reply needs no answer.")
    if current.withdrawn_on:
        raise AlreadySettled(current)
    if (current.answer, current.answer_reason, current.answered_by_id) == (answer, reason, actor.pk):
        return current
    if current.version != seen_version:
        raise StaleRecord(current)
    changes = {LABEL: [_words(current), answer.label], REASON: [current.answer_reason, reason]}
    current.answer, current.answer_reason, current.answered_by, current.answered_at = answer, reason, actor, at
    current.version += 1
    current.save()
    record("comment.answered", actor=actor, partnership=partnership, target=current, changes=changes)
    tell_author(current, "comment-answered", actor=actor, partnership=partnership)
    return current


@transaction.atomic
def reopen_comment(comment: Comment, reason: str, *, seen_version: int, actor: User, partnership: Partnership) -> Comment:
    """Take the answer back, which the history keeps, and tell the comment's author. One that is open stays as it is.

    Raises StaleRecord when anybody saved the comment meanwhile.
    """
    current = lock(comment)
    if not current.answer:
        return current
    if current.version != seen_version:
        raise StaleRecord(current)
    changes = {LABEL: [_words(current), ""], REASON: [current.answer_reason, ""]}
    current.answer, current.answer_reason, current.answered_by, current.answered_at = "", "", None, None
    current.version += 1
    current.save()
    record("comment.reopened", actor=actor, partnership=partnership, target=current, changes=changes, comment=reason)
    tell_author(current, "comment-reopened", actor=actor, partnership=partnership)
    return current


def _words(comment: Comment) -> str:
    return str(comment.get_answer_display()) if comment.answer else ""
