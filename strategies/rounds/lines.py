"""Rounds arranged for their pages. Pure: rows in, lines out."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.models import Seat
from partnerships.models.board import SeatKind
from partnerships.quorum import QuorumRule, lasts
from strategies.models import ApprovalRound, Vote
from strategies.models.round import Choice, RoundState
from strategies.rounds.choices import words_of
from strategies.rounds.over import why_over
from strategies.rounds.tally import Tally, tally
from svduty import clock

TONES = {"approved": "green", "conditions": "yellow", "sent-back": "red", "noted": "blue", "not-decided": "grey"}
OF_CHOICES = {
    Choice.APPROVE: "green",
    Choice.CONDITIONS: "yellow",
    Choice.SEND_BACK: "red",
    Choice.ABSTAIN: "grey",
    Choice.INTEREST: "purple",
}


@dataclasses.dataclass(frozen=True)
class SeatLine:
    """One answer. `beside`: how the seat differs from an ordinary voting one."""

    seat: Seat
    vote: Vote
    words: str
    tone: str
    beside: str


@dataclasses.dataclass(frozen=True)
class Shown:
    """A round on a day. Of a closed one the quorum is what was kept, for rule and seats may have changed since."""

    asked: ApprovalRound
    tally: Tally
    answered: list[SeatLine]
    apart: list[SeatLine]
    on: datetime.date

    @property
    def takes_answers(self) -> bool:
        return not why_over(self.asked)

    @property
    def over(self) -> str:
        return why_over(self.asked)

    @property
    def day_passed(self) -> bool:
        return self.on > self.asked.answer_by

    @property
    def may_close(self) -> bool:
        """By a coordinator; the chair may at any time."""
        return self.day_passed or self.tally.all_answered

    @property
    def state(self) -> str:
        return state_of(self.asked)

    @property
    def tone(self) -> str:
        return tone_of(self.asked)

    @property
    def quorum(self) -> str:
        """`14 of 54 members and the chair; 15 there and the chair: quorate`."""
        return kept_quorum(self.asked) if self.asked.state == RoundState.CLOSED else self.tally.quorum.words


def kept_quorum(asked: ApprovalRound) -> str:
    """What the quorum of a closed round came to, as it was kept."""
    if asked.quorum_needed is None:
        return f"No quorum rule was recorded; {asked.quorum_present} members took part."
    chair = "and the chair" if asked.quorum_chair else "without the chair"
    needed = f"{asked.quorum_needed} of {asked.quorum_base} members were needed ({asked.quorum_rule})"
    verdict = "quorate" if asked.quorate else "not quorate"
    return f"{needed}; {asked.quorum_present} took part, {chair}: {verdict}"


@dataclasses.dataclass(frozen=True)
class ShortLine:
    """A round in the list on a version's page."""

    asked: ApprovalRound
    state: str
    tone: str
    answers: str


def short_lines(rounds: Iterable[ApprovalRound]) -> list[ShortLine]:
    """Of rounds that come with `answers`."""
    counts = ((asked, int(asked.answers)) for asked in rounds)  # type: ignore[attr-defined]  # annotated
    return [
        ShortLine(asked, state_of(asked), tone_of(asked), f"{count} answer{'' if count == 1 else 's'}{' so far' * asked.is_open}")
        for asked, count in counts
    ]


def state_of(asked: ApprovalRound) -> str:
    """`Open`, `Withdrawn`, or what it came to."""
    return asked.get_outcome_display() if asked.outcome else asked.get_state_display()


def tone_of(asked: ApprovalRound) -> str:
    return TONES.get(asked.outcome, "blue" if asked.is_open else "grey")


def round_shown(asked: ApprovalRound, seats: list[Seat], votes: Iterable[Vote], on: datetime.date) -> Shown:
    """`seats`: those that last on `on`, or did when the round ended. Seats without a vote stand apart."""
    given = {vote.seat_id: vote for vote in votes}
    known = {seat.pk: seat for seat in [*seats, *(vote.seat for vote in given.values())]}
    lines = [_line(asked.part, known[pk], vote) for pk, vote in given.items()]
    counted = tally(QuorumRule.of(asked.board), asked.part, seats, {pk: vote.choice for pk, vote in given.items()}, on)
    voting = [line for line in lines if line.seat.kind != SeatKind.NON_VOTING]
    return Shown(asked, counted, voting, [line for line in lines if line not in voting], on)


def rounds_shown(rounds: Iterable[ApprovalRound], on: datetime.date) -> list[Shown]:
    """Rounds that come with their boards' seats and their answers, each on the day, or on the day when it ended."""
    found = []
    for asked in rounds:
        day = clock.day_of(asked.closed_at) if asked.closed_at else on
        found.append(round_shown(asked, [seat for seat in asked.board.seats.all() if lasts(seat, day)], asked.votes.all(), day))
    return found


def _line(part: str, seat: Seat, vote: Vote) -> SeatLine:
    beside = "The chair" if seat.kind == SeatKind.CHAIR else "Without a vote" if seat.kind == SeatKind.NON_VOTING else ""
    return SeatLine(seat, vote, words_of(part, vote.choice), OF_CHOICES[Choice(vote.choice)], beside)
