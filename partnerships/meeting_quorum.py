"""What the quorum of a meeting comes to by its attendance, and how it is kept with the meeting."""

import dataclasses
from collections.abc import Mapping

from partnerships.models import Board, Meeting, Seat
from partnerships.models.meeting import Came
from partnerships.queries_meetings import attendances_of, seats_on
from partnerships.quorum import Quorum, QuorumRule, judge

THERE = {Came.MEMBER, Came.DEPUTY}
RULE_LENGTH = 300


@dataclasses.dataclass(frozen=True)
class Judged:
    """`unmarked`: places of which nothing is recorded. While they could still make the meeting quorate, that is not known."""

    quorum: Quorum
    unmarked: int
    quorate: bool | None

    @property
    def words(self) -> str:
        """`14 of 54 members and the chair; 15 there and the chair: quorate`."""
        if self.quorum.quorate is False and self.quorate is None:
            places = f"{self.unmarked} place{'' if self.unmarked == 1 else 's'}"
            there = f"{self.quorum.present} there{' and the chair' if self.quorum.chair_there else ''}"
            return f"{self.quorum.needed_words}; {there}, {places} not marked: whether that is quorate cannot be told"
        return self.quorum.words


def judge_marks(board: Board, seats: list[Seat], marks: Mapping[int, str], meeting: Meeting) -> Judged:
    """What the marks (key of a seat -> how it was taken, "" while nothing is recorded) come to on the meeting's day. Pure."""
    rule = QuorumRule.of(board)
    there = {pk for pk, came in marks.items() if came in THERE}
    unmarked = {seat.pk for seat in seats if not marks.get(seat.pk)}
    quorum = judge(rule, seats, there, meeting.day)
    quorate = quorum.quorate
    if quorate is False and judge(rule, seats, there | unmarked, meeting.day).quorate:
        quorate = None
    return Judged(quorum, len(unmarked), quorate)


def keep_quorum(meeting: Meeting) -> Judged:
    """Set the meeting's quorum by the attendance recorded; the caller saves it."""
    marks = {attendance.seat_id: attendance.came for attendance in attendances_of(meeting)}
    judged = judge_marks(meeting.board, seats_on(meeting.board, meeting.day), marks, meeting)
    quorum = judged.quorum
    meeting.quorum_base, meeting.quorum_needed, meeting.quorum_present = quorum.base, quorum.needed, quorum.present
    meeting.quorum_chair = quorum.chair_there
    meeting.quorum_rule = (quorum.rule_words or quorum.needed_words)[:RULE_LENGTH]
    meeting.quorate = judged.quorate
    return judged


def quorum_words(meeting: Meeting) -> str:
    """What was kept, in a sentence: `9 of the 14 members needed were there, and the chair`. Empty before attendance is recorded."""
    if not meeting.quorum_rule:
        return ""
    if meeting.quorum_needed is None:
        return f"{meeting.quorum_present} members were there; {meeting.quorum_rule[0].lower()}{meeting.quorum_rule[1:]}"
    chair = "and the chair" if meeting.quorum_chair else "without the chair"
    needed = f"{meeting.quorum_needed} of {meeting.quorum_base} members were needed ({meeting.quorum_rule})"
    return f"{needed}; {meeting.quorum_present} were there, {chair}"
