"""Named reads of approval rounds and of the answers in them, each through the partnership: another's record is never found."""

import datetime
from collections.abc import Iterable

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, QuerySet

from partnerships.models import Board, Partnership, RoleGrant, Seat, User
from partnerships.models.board import SeatKind
from partnerships.models.person import Role
from partnerships.quorum import lasts
from strategies.models import Approval, ApprovalRound, Comment, Publication, Strategy, Version, Vote
from strategies.models.round import Choice, RoundState
from strategies.models.version import APPROVING
from strategies.queries_comments import open_comments

OWNERS = ("strategy_version__strategy__partnership", "board")


def rounds_in(partnership: Partnership) -> QuerySet[ApprovalRound]:
    """Newest first, whatever their state, with the version they are about and the board."""
    found = ApprovalRound.objects.filter(strategy_version__strategy__partnership=partnership)
    return found.select_related(*OWNERS, "opened_by", "closed_by").defer("strategy_version__sections")


def rounds_in_short(version: Version) -> list[ApprovalRound]:
    """The rounds about one version, newest first, with `answers`: how many seats have answered."""
    return list(version.rounds.select_related("board").annotate(answers=Count("votes")).order_by("-opened_at", "-pk"))


def rounds_about(version: Version) -> list[ApprovalRound]:
    """The rounds about one version with their boards' seats and their answers, newest first."""
    answers = Prefetch("votes", Vote.objects.select_related("seat"))
    seats = Prefetch("board__seats", Seat.objects.order_by("position", "pk"))
    found = version.rounds.select_related("board").prefetch_related(answers, seats)
    return list(found.order_by("-opened_at", "-pk"))


def open_rounds_about(version: Version) -> list[ApprovalRound]:
    return list(version.rounds.filter(state=RoundState.OPEN).select_related("board"))


def open_rounds_of(strategy: Strategy, but: Version | None = None) -> list[ApprovalRound]:
    """The open rounds about any of its versions, or about any but one, the newest version first."""
    found = ApprovalRound.objects.filter(strategy_version__strategy=strategy, state=RoundState.OPEN).select_related(*OWNERS)
    rounds = found.defer("strategy_version__sections").order_by("-strategy_version__number", "pk")
    return list(rounds.exclude(strategy_version=but) if but else rounds)


def last_parts(version: Version) -> dict[int, str]:
    """Key of a board -> its part in the last round of the strategy in which it was asked; empty where that was about this version."""
    found = ApprovalRound.objects.filter(strategy_version__strategy=version.strategy_id).exclude(state=RoundState.WITHDRAWN)
    rounds = found.order_by("opened_at", "pk").values_list("board", "part", "strategy_version")
    return {board: "" if about == version.pk else part for board, part, about in rounds}


def votes_of(asked: ApprovalRound) -> list[Vote]:
    """The answers in the order of the seats."""
    return list(asked.votes.select_related("round", "seat__organisation", "given_by").order_by("seat__position", "seat_id"))


def votes_in(partnership: Partnership) -> QuerySet[Vote]:
    return Vote.objects.filter(round__strategy_version__strategy__partnership=partnership)


def asked_to_change(strategy: Strategy) -> list[Vote]:
    """What boards sent back or made conditions of, about the newest version they were asked about; withdrawn rounds left out."""
    rounds = ApprovalRound.objects.filter(strategy_version__strategy=strategy).exclude(state=RoundState.WITHDRAWN)
    newest = rounds.order_by("-strategy_version__number").values("strategy_version")[:1]
    said = Vote.objects.filter(round__in=rounds, round__strategy_version=newest, choice__in=(Choice.SEND_BACK, Choice.CONDITIONS))
    found = said.select_related("seat", "round__board", "round__strategy_version").defer("round__strategy_version__sections")
    return list(found.order_by("round__board__name", "seat__position", "pk"))


def vote_of(asked: ApprovalRound, seat: Seat) -> Vote | None:
    return asked.votes.filter(seat=seat).first()


def seats_asked(board: Board, on: datetime.date) -> list[Seat]:
    """The seats that surely or possibly last on that day, with `accounts`: the roles through which somebody can answer for each."""
    seats = (
        Seat.objects.filter(board=board).select_related("organisation").prefetch_related(Prefetch("grants", _sitting(), to_attr="accounts"))
    )
    return [seat for seat in seats.order_by("position", "pk") if lasts(seat, on)]


def seats_held(user: User, partnership: Partnership, on: datetime.date) -> list[Seat]:
    """The seats of the partnership's boards that the account holds on that day, board by board."""
    seats = Seat.objects.filter(board__partnership=partnership, grants__in=_sitting().filter(user=user, partnership=partnership))
    found = seats.select_related("board", "organisation").distinct().order_by("board__name", "position", "pk")
    return [seat for seat in found if lasts(seat, on) and lasts(seat.board, on)]


def chairs_of(boards: Iterable[int], on: datetime.date) -> list[Seat]:
    """The seats of the chairs of these boards on that day, with `accounts`."""
    seats = Seat.objects.filter(board__in=list(boards), kind=SeatKind.CHAIR).select_related("board")
    return [seat for seat in seats.prefetch_related(Prefetch("grants", _sitting(), to_attr="accounts")) if lasts(seat, on)]


def boards_to_ask(partnership: Partnership) -> list[Board]:
    """Every board by name, with its seats and, as their `accounts`, who can answer for each."""
    return list(partnership.boards.prefetch_related(Prefetch("seats", _with_accounts())).order_by("name", "pk"))


def versions_in_short(strategy: Strategy) -> list[Version]:
    """Every version without its text, newest first; `approved`: an approval of it stands."""
    standing = Approval.objects.filter(strategy_version=OuterRef("pk"), outcome__in=APPROVING, withdrawn_on__isnull=True)
    return list(strategy.versions.defer("sections", "note").annotate(approved=Exists(standing)).order_by("-number"))


def with_sections(version: Version) -> Version:
    """The version with its text, for one that was read without it."""
    return Version.objects.only("sections").get(pk=version.pk)


def newer_version(version: Version) -> Version | None:
    """The newest version of the strategy, if it came after this one."""
    return version.strategy.versions.filter(number__gt=version.number).defer("sections").order_by("-number").first()


def unanswered_comments(version: Version) -> list[Comment]:
    """Comments without an answer on the versions since the one published before this."""
    published = Publication.objects.filter(strategy_version__strategy=version.strategy_id, withdrawn_on__isnull=True)
    last = published.filter(strategy_version__number__lt=version.number).aggregate(last=Max("strategy_version__number"))["last"] or 0
    found = open_comments(version.strategy).filter(strategy_version__number__gt=last)
    return list(found.defer("strategy_version__sections"))


def _with_accounts() -> QuerySet[Seat]:
    return Seat.objects.prefetch_related(Prefetch("grants", _sitting(), to_attr="accounts")).order_by("position", "pk")


def _sitting() -> QuerySet[RoleGrant]:
    """The roles of board members that hold now. A closed account can do nothing."""
    return RoleGrant.objects.filter(role=Role.BOARD_MEMBER, ended_on__isnull=True, user__is_active=True).select_related("user")
