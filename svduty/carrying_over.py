"""What is left of a financial year and spent in a later one. Pure: amounts in, amounts out."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

from svduty import dates

NOTHING = Decimal("0.00")


def carried_over(left: Mapping[int, Decimal], on: datetime.date) -> dict[int, Decimal]:
    """What each year has from the one before it in the list, in pounds; a year counts only when it is over on the day `on`.

    `left`: by the year in which it begins, what was awarded for it less what was spent in it. More spent than there was is no debt of
    the next year.
    """
    found: dict[int, Decimal] = {}
    rest = NOTHING
    for year in sorted(left):
        found[year] = rest
        over = dates.financial_year(year)[1] < on
        rest = max(NOTHING, left[year] + rest) if over else NOTHING
    return found
