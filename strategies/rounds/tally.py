"""What the answers of a board in an approval round come to. Pure.

The quorum is the board's own rule (partnerships/quorum.py). A seat is there when it has answered, by its member or a deputy, whatever the
answer, except that a declared interest takes it out: it neither counts to the quorum nor decides. Whoever abstains is there and decides
nothing. Only seats that last on the day count; an answer of one that has ended stays on record.

Voting seats and the chair decide; what seats without a vote say is shown apart, and counts to the quorum only where the rule is a part
of all members. More approvals than sendings back approve, with conditions if any who approved set one; more sendings back send it back.
Where they are equal the chair's own vote decides, and without one nothing is decided. A board that is not quorate decides nothing; one
whose quorum rule is not recorded decides by the majority, and the page says that no rule is recorded. A board that was asked for comments
decides nothing: it has noted.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping

from partnerships.models import Seat
from partnerships.models.board import SeatKind
from partnerships.quorum import Quorum, QuorumRule, judge, lasts
from strategies.models.round import BoardsPart, Choice, RoundOutcome

FOR = (Choice.APPROVE, Choice.CONDITIONS)
NO_RULE = "No quorum rule is recorded for this board, so the majority of those who decide counts."


@dataclasses.dataclass(frozen=True)
class Tally:
    """`outcome` is what closing the round now would come to, and `why` says so in a sentence.

    `in_favour` counts those on conditions too. `missing`: the seats that have not answered, those without a vote among them.
    """

    part: BoardsPart
    quorum: Quorum
    seats: int
    answered: int
    in_favour: int
    on_conditions: int
    against: int
    abstained: int
    interests: int
    missing: tuple[Seat, ...]
    outcome: RoundOutcome
    why: str

    @property
    def all_answered(self) -> bool:
        return bool(self.seats) and not self.missing

    @property
    def so_far(self) -> str:
        """`9 of 15 have answered`."""
        return f"{self.answered} of {self.seats} ha{'s' if self.answered == 1 else 've'} answered"

    @property
    def votes(self) -> str:
        """`6 approve (2 of them on conditions), 1 sends it back, 1 abstains, 1 has an interest`; empty while nobody who counts has
        answered."""
        conditions = f" ({self.on_conditions} of them on conditions)" if self.on_conditions else ""
        comments = self.part == BoardsPart.COMMENTS
        parts = [
            (_many(self.in_favour, "supports it", "support it") if comments else _many(self.in_favour, "approves", "approve")) + conditions,
            _many(self.against, "asks for rework", "ask for rework") if comments else _many(self.against, "sends it back", "send it back"),
            _many(self.abstained, "abstains", "abstain"),
            _many(self.interests, "has an interest", "have an interest"),
        ]
        counts = (self.in_favour, self.against, self.abstained, self.interests)
        return ", ".join(part for part, count in zip(parts, counts, strict=True) if count)


def tally(rule: QuorumRule, part: str, seats: Iterable[Seat], choices: Mapping[int, str], on: datetime.date) -> Tally:
    """Count a round on a day. `choices` maps the key of a seat to what it chose."""
    held = [seat for seat in seats if lasts(seat, on)]
    given = {seat.pk: Choice(choices[seat.pk]) for seat in held if seat.pk in choices}
    quorum = judge(rule, held, {pk for pk, choice in given.items() if choice != Choice.INTEREST}, on)
    deciding = [given[seat.pk] for seat in held if seat.pk in given and decides(seat)]
    chairs = [given[seat.pk] for seat in held if seat.pk in given and seat.kind == SeatKind.CHAIR]
    in_favour, against = sum(choice in FOR for choice in deciding), deciding.count(Choice.SEND_BACK)
    outcome, why = _outcome(BoardsPart(part), quorum, deciding, chairs)
    return Tally(
        part=BoardsPart(part),
        quorum=quorum,
        seats=len(held),
        answered=len(given),
        in_favour=in_favour,
        on_conditions=deciding.count(Choice.CONDITIONS),
        against=against,
        abstained=deciding.count(Choice.ABSTAIN),
        interests=deciding.count(Choice.INTEREST),
        missing=tuple(seat for seat in held if seat.pk not in given),
        outcome=outcome,
        why=why,
    )


def decides(seat: Seat) -> bool:
    """Does what this seat says count towards the decision?"""
    return seat.kind in (SeatKind.CHAIR, SeatKind.VOTING)


def _outcome(part: BoardsPart, quorum: Quorum, deciding: list[Choice], chairs: list[Choice]) -> tuple[RoundOutcome, str]:
    if part == BoardsPart.COMMENTS:
        return RoundOutcome.NOTED, "The board was asked for its comments and decides nothing."
    if quorum.rule.recorded and not quorum.quorate:
        return RoundOutcome.NOT_DECIDED, f"The board is not quorate: {_lacking(quorum)}."
    no_rule = "" if quorum.rule.recorded else f" {NO_RULE}"
    in_favour, against = sum(choice in FOR for choice in deciding), deciding.count(Choice.SEND_BACK)
    if not in_favour and not against:
        return RoundOutcome.NOT_DECIDED, f"Nobody who decides has approved it or sent it back.{no_rule}"
    approves = in_favour > against
    why = f"{_many(in_favour, 'approves', 'approve')} and {_many(against, 'sends it back', 'send it back')}."
    if in_favour == against:
        casting = next((choice for choice in chairs if choice in (*FOR, Choice.SEND_BACK)), None)
        if casting is None:
            return RoundOutcome.NOT_DECIDED, f"{why} They are equal, and the chair has voted neither way.{no_rule}"
        approves = casting in FOR
        why = f"{why} They are equal, so the chair’s vote decides."
    if not approves:
        return RoundOutcome.SENT_BACK, f"{why}{no_rule}"
    return (RoundOutcome.CONDITIONS if Choice.CONDITIONS in deciding else RoundOutcome.APPROVED), f"{why}{no_rule}"


def _lacking(quorum: Quorum) -> str:
    if quorum.quorate is None:
        return f"no {quorum.rule.members()} are recorded"
    return f"{quorum.missing} {quorum.rule.members(quorum.missing)} too few" if quorum.missing else "the chair has not taken part"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
