"""Named reads of boards, their seats and the reviews of how they work."""

from django.db.models import Max, Prefetch, QuerySet

from partnerships.models import Board, GovernanceReview, Meeting, Partnership, RoleGrant, Seat
from partnerships.models.meeting import STANDS, MeetingState
from partnerships.models.person import Role


def boards_of(partnership: Partnership) -> QuerySet[Board]:
    """By name, those that have ended among them."""
    return partnership.boards.select_related("parent").order_by("name", "pk")


def boards_with_seats(partnership: Partnership) -> QuerySet[Board]:
    return boards_of(partnership).prefetch_related(Prefetch("seats", Seat.objects.select_related("organisation")))


def boards_below(board: Board) -> QuerySet[Board]:
    """Those that report to it."""
    return board.children.order_by("name", "pk")


def seats_in(partnership: Partnership) -> QuerySet[Seat]:
    """Every seat of every board, board by board, in the order in which they are listed."""
    seats = Seat.objects.filter(board__partnership=partnership)
    return seats.select_related("board", "organisation", "capacity").order_by("board__name", "board", "position", "pk")


def seats_of(board: Board) -> QuerySet[Seat]:
    """The seats with `accounts`: the roles, not ended, that hold each."""
    held = RoleGrant.objects.filter(ended_on__isnull=True).select_related("user")
    seats = board.seats.select_related("organisation", "capacity").prefetch_related(Prefetch("grants", held, to_attr="accounts"))
    return seats.order_by("position", "pk")


def open_seats_in(partnership: Partnership) -> QuerySet[Seat]:
    """The seats that have no end, of boards that have none: those that somebody can be given."""
    return seats_in(partnership).filter(ends__isnull=True, board__ends__isnull=True)


def next_position(board: Board) -> int:
    last = board.seats.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def accounts_of(seat: Seat) -> list[RoleGrant]:
    """The roles, not ended, that hold the seat."""
    return list(seat.grants.filter(ended_on__isnull=True).select_related("user"))


def board_members_of(partnership: Partnership) -> QuerySet[RoleGrant]:
    """The roles of those who sit on boards now."""
    return partnership.grants.filter(role=Role.BOARD_MEMBER, ended_on__isnull=True).select_related("user")


def governance_reviews_in(partnership: Partnership) -> QuerySet[GovernanceReview]:
    """Latest first, withdrawn ones among them."""
    return GovernanceReview.objects.filter(board__partnership=partnership).select_related("board", "document").order_by("-held_on", "-pk")


def meetings_planned(board: Board) -> QuerySet[Meeting]:
    return Meeting.objects.filter(STANDS, board=board, state=MeetingState.PLANNED).order_by("day", "pk")
