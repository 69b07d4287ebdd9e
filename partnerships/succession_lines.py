"""Who took whose place, in words. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from partnerships.models import Succession
from svduty import dates


def links_of_bodies(successions: Iterable[Succession]) -> dict[int, list[str]]:
    """Key of a body -> sentences on whose place it took, and who takes its place."""
    told: dict[int, list[str]] = defaultdict(list)
    for one in successions:
        if one.withdrawn_on or one.body is None:
            continue
        former = list(one.former_bodies.all())
        day = dates.say_short(one.vesting_day)
        told[one.body.pk].append(f"Takes the place of {named(former)} from {day}.")
        for body in former:
            told[body.pk].append(f"{one.body} takes its place from {day}.")
    return dict(told)


def named(things: Iterable[object]) -> str:
    """`a, b and c`."""
    *rest, last = [str(thing) for thing in things] or [""]
    return f"{', '.join(rest)} and {last}" if rest else last
