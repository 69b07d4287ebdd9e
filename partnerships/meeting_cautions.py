"""What deserves a second look before a meeting, an item or a decision is saved. What is true is never refused."""

import datetime

from partnerships import paper_days
from partnerships.models import Board, Meeting
from partnerships.models.meeting import MeetingState
from partnerships.quorum import lasts
from svduty import dates
from svduty.editing.cautious import Caution
from svduty.vague_dates import Truth, VagueDate
from svduty.working_days import closed_because


def about_day(board: Board, day: datetime.date, on: datetime.date, *, new: bool) -> list[Caution]:
    """A day that has passed, one on which offices are closed, one on which there was no such board."""
    found = []
    if new and day < on:
        passed = f"{dates.say(day)} has passed: the meeting is recorded as held. If it is a plan, put the day right."
        found.append(Caution("passed", passed))
    if closed := closed_because(day):
        found.append(Caution("closed", f"{dates.say_short(day)} is {closed}. Look at the day again."))
    if not lasts(board, day):
        since = f"since {board.starts}" if board.starts else ""
        until = f"until {board.ends}" if board.ends else ""
        lasted = " ".join(filter(None, [since, until]))
        found.append(Caution("no-board", f"By its record {board} lasts {lasted}, so not on {dates.say_short(day)}."))
    return found


def about_held_day(meeting: Meeting, day: datetime.date, on: datetime.date) -> str:
    """Why a meeting that was held cannot have been on that day; empty when it can."""
    if meeting.state == MeetingState.HELD and day > on:
        return f"This meeting was held, and {dates.say(day)} is still to come. Enter the day on which it was held."
    return ""


def about_paper(meeting: Meeting, sent_on: VagueDate | None) -> list[Caution]:
    """A paper that went out late needs the reason for urgency; one that may have, a second look."""
    if sent_on is None:
        return []
    if sent_on.earliest > meeting.day:
        return [Caution("after-meeting", f"{sent_on} is after the meeting of {dates.say_short(meeting.day)}. Look at the day again.")]
    lateness = paper_days.late(sent_on, meeting)
    if lateness is Truth.YES:
        return [Caution("late", f"{paper_days.late_words(sent_on, meeting)} So it was late.", needs_reason=True)]
    if lateness is Truth.MAYBE:
        return [Caution("perhaps-late", f"{paper_days.late_words(sent_on, meeting)} Whether it was late cannot be told without the day.")]
    return []


def about_quorum(meeting: Meeting) -> list[Caution]:
    if meeting.quorate is None:
        return [
            Caution(
                "quorum-unknown",
                "It is not known whether this meeting was quorate, so what rests on the decision will say “cannot tell”. "
                "Record who came, and the board's quorum, if you can.",
            )
        ]
    return []


def about_votes(votes: int, voters: int | None) -> list[Caution]:
    """More votes than there were members with a vote, the chair among them."""
    if voters is not None and votes > voters:
        return [Caution("votes", f"These are {votes} votes, and {voters} members with a vote are recorded as there. Look at the numbers.")]
    return []


def about_action_days(meeting: Meeting, due_on: VagueDate | None, done_on: VagueDate | None) -> list[Caution]:
    day = dates.say_short(meeting.day)
    found = []
    if due_on and due_on.latest < meeting.day:
        found.append(Caution("due-before", f"{due_on} is before the meeting of {day} that asked for it. Look at the day again."))
    if done_on and done_on.latest < meeting.day:
        found.append(Caution("done-before", f"{done_on} is before the meeting of {day} that asked for it. Look at the day again."))
    return found
