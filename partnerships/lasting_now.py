"""What lasts today, asked of the database: for who may read and choose what now, which no page asks as at another day."""

from django.db.models import Q

from svduty import clock
from svduty.vague_dates import VagueDate

EXACT = r"^.{10}$"  # how a day is stored; a month, season or year is shorter


def lasting(path: str = "") -> Q:
    """Rows, found by `path` ("area_links__"), without an end, or whose last day is exact and has not passed."""
    to_come = Q(**{f"{path}ends__gte": VagueDate.of(clock.today()), f"{path}ends__regex": EXACT})
    return Q(**{f"{path}ends__isnull": True}) | to_come
