"""Whether the papers of a meeting went out in time by the board's own rule of clear days. Pure. It is a local rule, not law."""

import datetime

from partnerships.models import Board, Meeting
from svduty import dates
from svduty.vague_dates import Truth, VagueDate
from svduty.working_days import clear_days_before, clear_days_between

NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def papers_by(meeting: Meeting) -> datetime.date | None:
    """The last working day on which its papers go out in time; None where the board has no rule."""
    days = meeting.board.paper_days
    return None if days is None else clear_days_before(meeting.day, days)


def rule_words(board: Board) -> str:
    """`five clear days`; empty where the board has no rule."""
    days = board.paper_days
    if days is None:
        return ""
    return f"{NUMBERS[days] if days < len(NUMBERS) else days} clear day{'' if days == 1 else 's'}"


def late(sent_on: VagueDate | None, meeting: Meeting) -> Truth:
    """Did a paper that was sent out then go out later than the board's clear days allow?"""
    days = meeting.board.paper_days
    if sent_on is None or not days:
        return Truth.NO
    if clear_days_between(sent_on.earliest, meeting.day) < days:
        return Truth.YES
    return Truth.MAYBE if clear_days_between(sent_on.latest, meeting.day) < days else Truth.NO


def late_words(sent_on: VagueDate, meeting: Meeting) -> str:
    """How late it was, for the page, the minutes and the caution."""
    by = papers_by(meeting)
    due = f", by {dates.say(by)}" if by else ""
    return f"It went out on {sent_on}. The board's rule is {rule_words(meeting.board)} before the meeting{due}."
