"""What the pages of meetings share: how a meeting is found, the way back, and adding what hangs on it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships import queries_meetings as queries
from partnerships.access.requests import PartnershipRequest
from partnerships.models import Board, Meeting
from partnerships.queries_boards import boards_of
from partnerships.views.pages import Trail, address, withdraw_once
from svduty import dates
from svduty.editing.records import Withdrawable

CAUTIOUS = "components/cautious_form.html"


def board_or_404(request: PartnershipRequest, pk: int) -> Board:
    return get_object_or_404(boards_of(request.partnership), pk=pk)


def meeting_or_404(request: PartnershipRequest, pk: int) -> Meeting:
    return get_object_or_404(queries.meetings_in(request.partnership), pk=pk)


def name_of(meeting: Meeting) -> str:
    """`Meeting of 12 May 2027`, for a page that says of which board."""
    return f"Meeting of {dates.say_short(meeting.day)}"


def trail_to_board(request: PartnershipRequest, board: Board) -> Trail:
    return [("Boards", address(request, "boards")), (board.name, address(request, "board", board.pk))]


def trail_to_meetings(request: PartnershipRequest, board: Board) -> Trail:
    return [*trail_to_board(request, board), ("Meetings", address(request, "meetings", board.pk))]


def trail_to_meeting(request: PartnershipRequest, meeting: Meeting) -> Trail:
    return [*trail_to_board(request, meeting.board), (name_of(meeting), address(request, "meeting", meeting.pk))]


def back_to(request: PartnershipRequest, meeting: Meeting, part: str = "") -> str:
    """The meeting's page, at one of its parts."""
    return address(request, "meeting", meeting.pk) + (f"#{part}" if part else "")


def withdraw_part(
    request: PartnershipRequest, record: Withdrawable, meeting: Meeting, *, title: str, part: str, intro: str
) -> HttpResponse:
    """Withdraw what hangs on a meeting and go back to it."""
    back = back_to(request, meeting, part)
    return withdraw_once(request, record, title=title, back=back, intro=intro, breadcrumb=trail_to_meeting(request, meeting))
