"""Meetings as their pages show them: what a meeting is about to need, its agenda with late papers, who came. Pure."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterable

from partnerships import paper_days
from partnerships.models import AgendaItem, Attendance, Meeting, MeetingAction
from partnerships.models.meeting import Came, MeetingState
from svduty.vague_dates import Truth, VagueDate


@dataclasses.dataclass(frozen=True)
class ItemLine:
    """`number`: its place on the agenda, 0 for one that was withdrawn. `late`: how late its paper went out, in a sentence, or ""."""

    item: AgendaItem
    number: int
    late: str
    last: bool


def agenda(items: Iterable[AgendaItem], meeting: Meeting) -> list[ItemLine]:
    """The items in their order, each with its number."""
    lines, number = [], 0
    listed = list(items)
    standing = sum(not item.withdrawn_on for item in listed)
    for item in listed:
        number += 0 if item.withdrawn_on else 1
        is_late = item.sent_on and not item.withdrawn_on and paper_days.late(item.sent_on, meeting) is Truth.YES
        late = paper_days.late_words(item.sent_on, meeting) if item.sent_on and is_late else ""
        lines.append(ItemLine(item, 0 if item.withdrawn_on else number, late, last=number == standing))
    return lines


@dataclasses.dataclass(frozen=True)
class State:
    """The state of a meeting in a word and a colour of the tag, and what stands beside it."""

    word: str
    colour: str
    note: str = ""


def state_of(meeting: Meeting, on: datetime.date) -> State:
    if meeting.withdrawn_on:
        return State("Withdrawn", "grey", meeting.withdrawn_reason)
    if meeting.state == MeetingState.CANCELLED:
        return State("Cancelled", "grey", meeting.state_reason)
    if meeting.state == MeetingState.PLANNED:
        return State("Who came?", "yellow", "Its day has come. It counts once it is recorded who came.") if meeting.day <= on else PLANNED
    if meeting.quorate is False:
        return State("Not quorate", "red", "It was held and could decide nothing.")
    return State("Held", "green", "" if meeting.quorate else "Whether it was quorate is not known.")


PLANNED = State("Planned", "blue")


def came_words(attendances: Iterable[Attendance]) -> str:
    """`9 came, 2 sent a deputy, 3 sent apologies, 1 did not come`."""
    counted = Counter(attendance.came for attendance in attendances)
    words = {Came.MEMBER: "came", Came.DEPUTY: "sent a deputy", Came.APOLOGIES: "sent apologies", Came.ABSENT: "did not come"}
    return ", ".join(f"{counted[came]} {said}" for came, said in words.items() if counted[came])


@dataclasses.dataclass(frozen=True)
class ActionLine:
    """`standing`: late, open or done, in a word with a colour. A vague day is late once it has passed for certain."""

    action: MeetingAction
    state: State
    late: bool


def action_line(action: MeetingAction, on: datetime.date) -> ActionLine:
    if action.withdrawn_on:
        return ActionLine(action, State("Withdrawn", "grey", action.withdrawn_reason), late=False)
    if action.done_on:
        return ActionLine(action, State("Done", "green", _done_late(action.done_on, action.due_on)), late=False)
    if action.due_on and action.due_on.latest < on:
        return ActionLine(action, State("Late", "red"), late=True)
    return ActionLine(action, State("Open", "blue"), late=False)


def _done_late(done_on: VagueDate, due_on: VagueDate | None) -> str:
    return "Later than asked." if due_on and done_on.earliest > due_on.latest else ""


def in_order(actions: Iterable[MeetingAction], on: datetime.date) -> list[ActionLine]:
    """Late ones first, the longest overdue before all, then those that come next, those without a day, and what is done, newest first."""

    def key(line: ActionLine) -> tuple[int, int, int]:
        done, due = line.action.done_on, line.action.due_on
        if done:
            return (2, -done.latest.toordinal(), line.action.pk)
        return (0, due.latest.toordinal(), line.action.pk) if due else (1, 0, line.action.pk)

    return sorted((action_line(action, on) for action in actions), key=key)
