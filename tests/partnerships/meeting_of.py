"""Boards with seats and their meetings for tests.

Shirebrook Board has a chair, four voting seats and one without a vote; its quorum is half of all members, and the chair.
"""

import datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from partnerships.models import Board, Meeting, Organisation, Partnership, Seat
from partnerships.models.body import OrganisationKind
from partnerships.models.meeting import MeetingState

POSTS = ["Chief Executive", "Borough Commander", "Head of Probation", "Fire Commander"]


def make_board(partnership: Partnership, seats: int = 4, **more: Any) -> Board:
    rule = {"quorum_part": 1, "quorum_whole": 2, "quorum_chair": True, "paper_days": 5, "meets": "times", "times_a_year": 4}
    board = Board.objects.create(partnership=partnership, name="Shirebrook Board", leads=True, **(rule | more))
    body = Organisation.objects.create(partnership=partnership, name="Shirebrook Council", kind=OrganisationKind.COUNCIL)
    police = Organisation.objects.create(partnership=partnership, name="Shire Police", kind=OrganisationKind.POLICE)
    Seat.objects.create(board=board, post="Leader", organisation=body, kind="chair", position=0)
    for number in range(seats):
        post = POSTS[number] if number < len(POSTS) else f"Member {number + 1}"
        deputy = {"deputy": "Chief Inspector", "deputy_authority": "Letter of 3 May 2026"} if number == 1 else {}
        Seat.objects.create(board=board, post=post, organisation=[body, police][number % 2], position=number + 1, **deputy)
    Seat.objects.create(board=board, post="Scrutiny Officer", organisation=body, kind="non-voting", position=90)
    return board


def make_meeting(board: Board, day: str = "2026-05-13", state: str = MeetingState.PLANNED, **more: Any) -> Meeting:
    return Meeting.objects.create(board=board, day=datetime.date.fromisoformat(day), state=state, **more)


def seat_of(board: Board, post: str) -> Seat:
    return board.seats.get(post=post)


def marks(board: Board, **came: str) -> dict[str, str]:
    """What the sheet sends: `marks(board, Leader="member")`; underscores stand for blanks. `rest` marks all others."""
    rest = came.pop("rest", "")
    named = {post.replace("_", " "): how for post, how in came.items()}
    return {f"came{seat.pk}": named.get(seat.post, rest) for seat in board.seats.all() if named.get(seat.post, rest)}


def sheet(meeting: Meeting) -> str:
    return reverse("meeting_attendance", args=["anyborough", meeting.pk])


def hold(client: Client, meeting: Meeting, **came: str) -> Meeting:
    """Record who came and give the meeting as it is then."""
    meeting.refresh_from_db()
    answer = client.post(sheet(meeting), {**marks(meeting.board, **came), "seen_version": meeting.version, "others": meeting.others})
    assert answer.status_code == 302, answer.content.decode()
    meeting.refresh_from_db()
    return meeting


def address(name: str, *args: Any) -> str:
    return reverse(name, args=["anyborough", *args])
