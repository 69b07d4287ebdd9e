"""One body or area takes the place of others: what passes, and why it may not. Reads only; actions/succeed_*.py write."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.holdings import Held, held_by
from partnerships.models import LocalGovernmentArea, Organisation, Partnership, Succession
from partnerships.succession_lines import named
from svduty import dates

ON_THE_DAY = "passes on vesting day"
TOO_SOON = "ends before vesting day, so it does not pass: look whether a gap remains"


class SuccessionRefused(Exception):
    """It cannot be so. The text is a sentence for the person."""


@dataclasses.dataclass(frozen=True)
class Line:
    """One thing that is held: a heading for its kind, what it is, and what becomes of it."""

    kind: str
    label: str
    becomes: str


@dataclasses.dataclass(frozen=True)
class Share:
    """What passes in one partnership."""

    partnership: Partnership
    lines: tuple[Line, ...]


def eve_of(vesting_day: datetime.date) -> datetime.date:
    return dates.days_after(vesting_day, -1)


def held_of(body: Organisation, partnership: Partnership, vesting_day: datetime.date) -> list[Held]:
    """What the body will still hold there on vesting day."""
    return held_by(body, partnership, vesting_day)


def waits(held: Held, vesting_day: datetime.date, today: datetime.date) -> bool:
    """What carries no dates of its own cannot be entered before the day: it passes then."""
    return held.holding.move is not None and not held.holding.dated and vesting_day > today


def lines_of_body(
    former: Iterable[Organisation], partnership: Partnership, vesting_day: datetime.date, today: datetime.date
) -> tuple[Line, ...]:
    """Everything that these bodies hold in the partnership, now or on vesting day, and what becomes of each."""
    lines: list[Line] = []
    for body in former:
        then = held_of(body, partnership, vesting_day)
        lines += [Line(held.holding.words, label, _becomes(held, vesting_day, today)) for held in then for label in held.labels]
        if vesting_day > today:
            kept = {record for held in then for record in held.records}
            lines += [
                Line(
                    held.holding.words,
                    held.holding.label(record),
                    TOO_SOON,
                )
                for held in held_of(body, partnership, today)
                for record in held.records
                if record not in kept
            ]
    return tuple(lines)


def _becomes(held: Held, vesting_day: datetime.date, today: datetime.date) -> str:
    if held.holding.move is None:
        return f"stays: {held.holding.stays}"
    if held.holding.dated:
        return f"ends on {dates.say_short(eve_of(vesting_day))}; the same begins with the successor"
    return ON_THE_DAY if waits(held, vesting_day, today) else "passes to the successor"


def refuse_bodies(former: Iterable[Organisation], successor: Organisation | str, vesting_day: datetime.date) -> None:
    """Raise SuccessionRefused where a body cannot follow these on that day."""
    if isinstance(successor, Organisation) and _ended_before(successor, vesting_day):
        raise SuccessionRefused(
            f"{successor} ended on {successor.ends}, so it cannot take another's place afterwards. Choose the body that stands."
        )
    for body in former:
        if body == successor:
            raise SuccessionRefused(f"{body} cannot take its own place. Choose another successor, or leave it out of those replaced.")
        if body.starts and body.starts.earliest >= vesting_day:
            raise SuccessionRefused(f"{body} began on {body.starts}, so it cannot pass on before. Check the vesting day.")
        if body.ends and body.ends.latest < eve_of(vesting_day):
            raise SuccessionRefused(f"{body} ended on {body.ends}, before the vesting day. Check the day, or the end of {body}.")


def refuse_areas(former: Iterable[LocalGovernmentArea], successor: LocalGovernmentArea | None, vesting_day: datetime.date) -> None:
    """As for bodies."""
    if successor and _ended_before(successor, vesting_day):
        raise SuccessionRefused(f"{successor} ended on {successor.ends}, so it cannot take another's place afterwards.")
    for area in former:
        if area == successor:
            raise SuccessionRefused(f"{area} cannot take its own place. Name the new area, or leave this one out of those replaced.")
        if area.starts and area.starts.earliest >= vesting_day:
            raise SuccessionRefused(f"{area} began on {area.starts}, so it cannot pass on before. Check the vesting day.")
        if area.ends and area.ends.latest < eve_of(vesting_day):
            raise SuccessionRefused(f"{area} ended on {area.ends}, before the vesting day. Check the day, or the end of {area}.")


def _ended_before(thing: Organisation | LocalGovernmentArea, day: datetime.date) -> bool:
    return bool(thing.ends and thing.ends.latest < day)


def refuse_twice(earlier: Iterable[Succession], things: Iterable[Organisation | LocalGovernmentArea]) -> None:
    """Raise SuccessionRefused when one of these has been followed already, by a succession that stands."""
    wanted = set(things)
    for one in earlier:
        of_it = wanted & {*one.former_bodies.all(), *one.former_areas.all()}
        if of_it and not one.withdrawn_on:
            raise SuccessionRefused(
                f"{one.body or one.area} took the place of {named(of_it)} from {dates.say_short(one.vesting_day)}. It is recorded already. "
                "What is wrong with it can be put right record by record; if it never happened, withdraw it first."
            )


def refuse_before_it_took_part(former: Iterable[Organisation], partnership: Partnership, vesting_day: datetime.date) -> None:
    """Raise SuccessionRefused when a body takes part here only from vesting day on."""
    for body in former:
        begins = [row.starts for row in partnership.duty_holders.filter(organisation=body)]
        if begins and all(starts is not None and starts.earliest >= vesting_day for starts in begins):
            first = min(starts for starts in begins if starts is not None)
            raise SuccessionRefused(f"{body} takes part here only from {first}, so it cannot pass on before. Check the vesting day.")
