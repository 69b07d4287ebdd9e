"""What the cells of one row must be to each other. Each check gives the key of the column to name and a sentence."""

import datetime
from collections.abc import Callable
from decimal import Decimal

from strategies.models.progress import NEED_A_REASON, Progress
from strategies.workbooks.actions_sheet import NEXT, ON, REASON, STATE, WORDS
from svduty.vague_dates import parse_day

Values = dict[str, str]
Wrong = tuple[str, str] | None
REASONS = {Progress(state).label for state in NEED_A_REASON}
LONG_AGO = datetime.date(2000, 1, 1)  # any day will do where nobody writes “today”


def check_reading(values: Values) -> Wrong:
    if values.get("value") and values.get("few"):
        return "few", "It has a figure and is said to be fewer than five. Keep one of them."
    if not values.get("value") and not values.get("few"):
        return "value", "Enter the figure, or Yes under “Fewer than five”."
    if parse_day(values["last"], LONG_AGO) < parse_day(values["first"], LONG_AGO):
        return "last", "The time it covers cannot end before it begins."
    return None


def check_amount(values: Values) -> Wrong:
    if values.get("up_to") and Decimal(values["up_to"]) <= Decimal(values["amount"]):
        return "up_to", "The end of the range has to be more than its beginning."
    return None


def check_news(values: Values, today: datetime.date) -> Wrong:
    """The news in a row of an action."""
    if not values.get(STATE):
        return STATE, "Choose how it is going: news without that cannot be kept."
    if values[STATE] in REASONS and not values.get(REASON):
        return REASON, "Say why it is at risk, late or stopped."
    if values[STATE] not in REASONS and not values.get(WORDS) and not values.get(NEXT):
        return WORDS, "Say in a few words what happened."
    if values.get(ON) and parse_day(values[ON], today) > today:
        return ON, "News cannot be of a day that has not come yet."
    return None


CHECKS: dict[str, Callable[[Values], Wrong]] = {"reading": check_reading, "fundingline": check_amount}
