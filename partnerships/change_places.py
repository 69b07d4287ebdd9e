"""Rows that stand in an order of their own, and change places in it."""

from collections.abc import Iterable
from typing import Any

UP, DOWN = "up", "down"


def change_places(row: Any, order: Iterable[Any], direction: str) -> tuple[int, int] | None:
    """Let a row change places with its neighbour, `up` or `down`, among rows in `order` that the caller has locked.

    The old and the new place, counted from 1; None, with nothing written, when it has no neighbour there. Only the places are written:
    somebody who is writing in a row is not told that it has changed.
    """
    rows = list(order)
    place = next((number for number, other in enumerate(rows) if other.pk == row.pk), None)
    if place is None:
        return None
    other_place = place + (-1 if direction == UP else 1)
    if not 0 <= other_place < len(rows):
        return None
    rows[place], rows[other_place] = rows[other_place], rows[place]
    for number, moved in enumerate(rows, start=1):
        if moved.position != number:
            moved.position = number
            moved.save(update_fields=["position"])
    return place + 1, other_place + 1
