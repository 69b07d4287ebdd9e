"""Whether two records that last can be true side by side. Pure."""

import datetime

from svduty.editing.records import Lasting


def surely_overlap(one: Lasting, other: Lasting) -> bool:
    """Is there a day on which both surely last? The last day belongs to a term. Of dates too vague to tell it is not said."""
    begin = max(_surely_from(one), _surely_from(other))
    return begin <= min(_surely_to(one), _surely_to(other))


def _surely_from(record: Lasting) -> datetime.date:
    """The first day on which it surely lasts. Of one without a recorded beginning only the last day is sure."""
    if record.starts:
        return record.starts.latest
    return record.ends.latest if record.ends else datetime.date.max


def _surely_to(record: Lasting) -> datetime.date:
    return record.ends.earliest if record.ends else datetime.date.max


def term_words(record: Lasting) -> str:
    """`from 1 April 2024 to March 2026`, `since 2023`, `until 31 March 2024`; empty when neither end is recorded."""
    if record.starts and record.ends:
        return f"from {record.starts} to {record.ends}"
    if record.starts:
        return f"since {record.starts}"
    return f"until {record.ends}" if record.ends else ""
