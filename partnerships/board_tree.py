"""Who reports to whom: the boards arranged by their reporting lines. Pure."""

import dataclasses
from collections.abc import Iterable
from typing import Self

from partnerships.models import Board


@dataclasses.dataclass
class Branch:
    """A board with those that report to it; or, without a board, a body outside that boards report to, by its name."""

    name: str
    board: Board | None = None
    branches: list[Self] = dataclasses.field(default_factory=list)


def tree_of(boards: Iterable[Board]) -> list[Branch]:
    """The roots by name. A board whose parent is not among `boards` is a root, or stands under the outside body it reports to."""
    branches = {board.pk: Branch(board.name, board) for board in sorted(boards, key=lambda board: (board.name.casefold(), board.pk))}
    outside: dict[str, Branch] = {}
    roots: list[Branch] = []
    for branch in branches.values():
        board = branch.board
        if board and board.parent_id in branches:
            branches[board.parent_id].branches.append(branch)
        elif board and board.reports_to.strip():
            name = " ".join(board.reports_to.split())
            if name.casefold() not in outside:
                outside[name.casefold()] = Branch(name)
                roots.append(outside[name.casefold()])
            outside[name.casefold()].branches.append(branch)
        else:
            roots.append(branch)
    return roots


def loop_through(board: Board, parent: Board, boards: Iterable[Board]) -> list[Board]:
    """The boards of the circle that would close if `board` reported to `parent`, beginning and ending with `board`; else nothing."""
    by_pk = {each.pk: each for each in boards}
    line: list[Board] = [board]
    above: Board | None = parent
    while above and above not in line[1:]:
        line.append(above)
        if above.pk == board.pk:
            return line
        above = by_pk.get(above.parent_id) if above.parent_id else None
    return []
