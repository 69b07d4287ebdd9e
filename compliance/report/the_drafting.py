"""What the records of drafting and review say beyond their facts, for the chapter on how a strategy came about."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class SeatAnswer:
    """What the holder of a seat said in a round. `choice` in words; `deputy`: by what authority a deputy gave it, if one did."""

    seat: str
    given_on: datetime.date
    choice: str
    words: str
    deputy: str


@dataclasses.dataclass(frozen=True)
class RoundTexts:
    """`quorum`: what it came to, as kept when the round was closed; `closing`: why it was closed then; `unanswered`: why it was opened
    although comments had no answer."""

    pk: int
    asked: str
    recommendations: tuple[str, ...]
    unanswered: str
    quorum: str
    closing: str
    answers: tuple[SeatAnswer, ...]


@dataclasses.dataclass(frozen=True)
class CommentMade:
    """A comment, not a reply, without its words: what a report tells is how many there were and what became of them."""

    version_pk: int
    made_on: datetime.date
    answer: str
    answered_on: datetime.date | None


@dataclasses.dataclass(frozen=True)
class TheDrafting:
    rounds: tuple[RoundTexts, ...] = ()
    comments: tuple[CommentMade, ...] = ()
