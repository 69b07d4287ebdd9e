"""Asking boards about a frozen version: one round a board, all of them or none."""

import dataclasses
import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Board, Partnership, User
from strategies.models import ApprovalRound, Version
from strategies.models.round import BoardsPart
from strategies.queries_rounds import open_rounds_about, seats_asked, unanswered_comments
from strategies.rounds.told import OPENED, holders_of, tell
from strategies.tasks_rounds import remind_later


@dataclasses.dataclass(frozen=True)
class Question:
    """What is put to the boards; `asked_of_commenting`, where it is not empty, to those asked for comments.

    `despite_comments`: why the chair lets it open although comments have no answer.
    """

    asked: str
    recommendations: str
    answer_by: datetime.date
    despite_comments: str = ""
    asked_of_commenting: str = ""


@transaction.atomic
def open_rounds(
    version: Version,
    question: Question,
    parts: dict[Board, str],
    *,
    at: datetime.datetime,
    on: datetime.date,
    actor: User,
    partnership: Partnership,
    comment: str = "",
) -> list[ApprovalRound]:
    """Open a round for each board with its part, and mail everybody who can answer. The same sent twice is opened once.

    Raises ValidationError, having written nothing, when a board is asked about the version already, or when a comment without an
    answer has come in meanwhile.
    """
    lock_row(version)
    if unanswered_comments(version) and not question.despite_comments:
        raise ValidationError("A comment without an answer has come in meanwhile. Answer it first, then open the round.")
    there = {asked.board_id: asked for asked in open_rounds_about(version)}
    opened = []
    for board, part in parts.items():
        asked = ApprovalRound(
            strategy_version=version,
            board=board,
            part=part,
            asked=question.asked if part == BoardsPart.DECIDES else question.asked_of_commenting or question.asked,
            recommendations=question.recommendations,
            answer_by=question.answer_by,
            unanswered_reason=question.despite_comments,
            opened_at=at,
            opened_by=actor,
        )
        if board.pk in there:
            if not same_question(there[board.pk], asked):
                raise ValidationError(f"{board} is asked about this version already. Look at that round before you open another.")
            opened.append(there[board.pk])
            continue
        asked.save()
        words = {"Board": ["", str(board)], "Its part": ["", asked.get_part_display()]} | differences({}, in_words(asked))
        why = " ".join(filter(None, [question.despite_comments, comment]))
        record("approvalround.opened", actor=actor, partnership=partnership, target=asked, changes=words, comment=why)
        tell(OPENED, asked, holders_of(seats_asked(board, on)), mark="opened", asked_by=actor)
        remind_later(asked, on)
        opened.append(asked)
    return opened


def same_question(there: ApprovalRound, asked: ApprovalRound) -> bool:
    """Do both ask the board the same?"""
    fields = ("part", "asked", "recommendations", "answer_by")
    return all(getattr(there, name) == getattr(asked, name) for name in fields)
