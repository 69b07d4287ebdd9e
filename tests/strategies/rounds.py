"""Boards with members who have accounts, and rounds, for tests."""

import datetime
from typing import Any

from django.test import Client

from partnerships.models import Board, Partnership, RoleGrant, Seat, User
from partnerships.models.person import Role
from strategies.models import ApprovalRound, Version
from svduty import clock
from tests.cast import make_person
from tests.partnerships.board_of import make_board, make_seat
from tests.strategies.helpers import at

TODAY = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
MEMBERS = ("Borough Commander", "Director of Public Health", "Head of Probation", "Station Manager")


def seated_board(partnership: Partnership, name: str = "Safety Board", members: tuple[str, ...] = MEMBERS, **fields: Any) -> Board:
    """A chair and voting members, each with an account; its quorum is a quarter and the chair unless told otherwise."""
    rule = {"quorum_part": 1, "quorum_whole": 4, "quorum_chair": True, "leads": True}
    board = make_board(partnership, name, **{**rule, **fields})
    for post, kind in (("Cabinet Member", "chair"), *((post, "voting") for post in members)):
        give_account(make_seat(board, post, kind=kind))
    return board


def give_account(seat: Seat, email: str = "") -> User:
    partnership = seat.board.partnership
    person = make_person(email or f"{seat.post.lower().replace(' ', '-')}-{seat.board_id}@anyborough.example")
    RoleGrant.objects.create(user=person, role=Role.BOARD_MEMBER, partnership=partnership, starts=clock.today()).seats.add(seat)
    return person


def holder(board: Board, post: str) -> User:
    return User.objects.get(grants__seats__board=board, grants__seats__post=post)


def member(board: Board, post: str) -> Client:
    client = Client()
    client.force_login(holder(board, post))
    return client


def open_data(board: Board, **changes: Any) -> dict[str, Any]:
    return {"asked": "Approve it.", "answer_by": "4 12 2026", f"board{board.pk}": "decides", **changes}


def make_round(board: Board, version: Version, **fields: Any) -> ApprovalRound:
    by = RoleGrant.objects.filter(partnership=board.partnership, role=Role.COORDINATOR)[0].user
    return ApprovalRound.objects.create(
        strategy_version=version,
        board=board,
        **{"asked": "Approve it.", "answer_by": datetime.date(2026, 12, 4), "opened_at": clock.now(), "opened_by": by, **fields},
    )


def decide(board: Board, post: str, asked: ApprovalRound, choice: str, words: str = "", **more: Any) -> Any:
    data = {"choice": choice, "words": words, "seen_version": 0, **more}
    return member(board, post).post(at("round_decide", asked.pk), data)


def ask(client: Client, version: Version, data: dict[str, Any]) -> Any:
    return client.post(at("round_open", version.pk), data)


def all_decide(board: Board, asked: ApprovalRound, **choices: str) -> None:
    for seat in board.seats.all():
        choice = choices.get(seat.post.replace(" ", "_"), "approve")
        decide(board, seat.post, asked, choice, "" if choice == "approve" else f"Words of {seat.post}")


def close(client: Client, asked: ApprovalRound, reason: str = "") -> Any:
    return client.post(at("round_close", asked.pk), {"seen_version": asked.version, "reason": reason})
