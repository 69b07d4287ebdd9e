"""A round of one board with the answer of its seat; the board member of the cast, or who acts for one, chairs the board."""

import datetime

from django.db.models import Model

from partnerships.models import Board, Partnership, RoleGrant, Seat, User
from partnerships.models.person import Role
from strategies.models import ApprovalRound, Version, Vote
from tests.cast import BEGAN

NOON = datetime.datetime(2024, 1, 10, 12, tzinfo=datetime.UTC)


def round_records(version: Version, board: Board, seat: Seat, mark: str) -> dict[str, Model]:
    """By kind. Whoever coordinates a partnership that has no board member becomes one."""
    chair = Seat.objects.create(board=board, post=f"{mark} chair", kind="chair", position=1)
    grant = chairs_grant(board.partnership)
    grant.seats.add(chair)
    member = seat.grants.get().user
    asked = ApprovalRound.objects.create(
        strategy_version=version,
        board=board,
        asked=f"{mark}: approve it.",
        recommendations=f"{mark} recommendation",
        answer_by=datetime.date(2099, 12, 4),
        opened_at=NOON,
        opened_by=grant.user,
    )
    vote = Vote.objects.create(
        round=asked, seat=seat, given_by=member, choice="send-back", words=f"{mark} reason", sha256=version.sha256, given_at=NOON
    )
    return {"approvalround": asked, "vote": vote}


def chairs_grant(partnership: Partnership) -> RoleGrant:
    named = RoleGrant.objects.filter(
        partnership=partnership, role=Role.BOARD_MEMBER, user__email=f"{Role.BOARD_MEMBER.value}@anyborough.example"
    )
    if found := named.first():
        return found
    who = User.objects.get(grants__partnership=partnership, grants__role=Role.COORDINATOR)
    return RoleGrant.objects.create(user=who, role=Role.BOARD_MEMBER, partnership=partnership, starts=BEGAN)


def open_round(partnership: Partnership) -> ApprovalRound:
    """The last that is open, or one of the newest version that asks the board on which the board member sits."""
    there = ApprovalRound.objects.filter(strategy_version__strategy__partnership=partnership, state="open").last()
    if there:
        return there
    version = Version.objects.filter(strategy__partnership=partnership).latest("pk")
    seat = Seat.objects.filter(board__partnership=partnership, grants__isnull=False)[0]
    by = RoleGrant.objects.filter(partnership=partnership, role=Role.COORDINATOR)[0].user
    return ApprovalRound.objects.create(
        strategy_version=version, board=seat.board, asked="Approve it.", answer_by=datetime.date(2099, 12, 4), opened_at=NOON, opened_by=by
    )
