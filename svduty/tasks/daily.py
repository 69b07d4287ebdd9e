"""Work that is done once a day by itself. Upper floors add theirs in `AppConfig.ready()`; workers ask for it."""

from svduty import clock
from svduty.tasks import queries
from svduty.tasks.kinds import Kind
from svduty.tasks.queue import queue
from svduty.tasks.worker import HOURLY

DAILY: list[Kind] = []


def register_daily(kind: Kind) -> None:
    """`kind`: takes no arguments, and does no harm when it is done twice."""
    if kind not in DAILY:
        DAILY.append(kind)


def ask_for_todays() -> None:
    """Ask for what nobody has asked for yet today, by the local day. Workers may do so as often as they like, many at once."""
    key = f"daily/{clock.today().isoformat()}"
    for kind in DAILY:
        if not queries.ever_asked(kind, key):
            queue(kind, key=key)


HOURLY.append(ask_for_todays)
