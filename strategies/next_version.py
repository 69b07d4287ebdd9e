"""The version of a strategy that is not published yet, and how far it has come."""

import dataclasses
import datetime

from strategies.models import Strategy, Version
from strategies.queries_consultation import consultations_of
from strategies.queries_review import newest_unpublished
from strategies.queries_rounds import open_rounds_about
from strategies.standing import line_of
from svduty import dates
from svduty.vague_dates import Truth


@dataclasses.dataclass(frozen=True)
class NextVersion:
    """`stands`: what is recorded of its way so far, to read on after its name."""

    version: Version
    stands: str


def next_version(strategy: Strategy, on: datetime.date) -> NextVersion | None:
    """None where the newest version is published, or there is none."""
    version = newest_unpublished(strategy)
    if version is None:
        return None
    standing = [one for one in consultations_of(version) if one.withdrawn_on is None and one.opens_on.by(on) is not Truth.NO]
    still_open = [one.closes_on for one in standing if one.closes_on and one.closes_on.latest >= on]
    told = []
    if still_open:
        told.append(f"out for consultation until {max(still_open, key=lambda day: day.latest)}")
    elif standing:
        told.append("consulted on")
    told += [f"before the {asked.board} until {dates.say_short(asked.answer_by)}" for asked in open_rounds_about(version)]
    approved = line_of(version).approved
    told += [f"approved ({approved})"] if approved else []
    return NextVersion(version, ", ".join([*told, "not published yet"]))
