"""Actions that would wait for one another. Pure."""

from collections import deque
from collections.abc import Iterable, Mapping


def circle_through(action: int, needs: Iterable[int], waits: Mapping[int, Iterable[int]]) -> list[int]:
    """The shortest circle that arises when `action` waits for `needs`: from the action over others back to it, the action at both ends.

    `waits`: action -> the actions it waits for already; what it says of `action` itself is left out. Empty where there is no circle.
    """
    came_from: dict[int, int] = {}
    queue: deque[int] = deque()
    for need in needs:
        came_from.setdefault(need, action)
        queue.append(need)
    while queue:
        here = queue.popleft()
        if here == action:
            return _path(action, came_from)
        for need in waits.get(here, ()):
            if need not in came_from:
                came_from[need] = here
                queue.append(need)
    return []


def _path(action: int, came_from: Mapping[int, int]) -> list[int]:
    path = [action, came_from[action]]
    while path[-1] != action:
        path.append(came_from[path[-1]])
    return path[::-1]
