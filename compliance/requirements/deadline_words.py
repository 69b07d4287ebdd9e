"""Each rule for a date in words, for whoever reads the law rather than an answer."""

WHEN = {
    "DL-01": "The first section 8 strategy of an area: on or before 31 January 2024. For an area created later no day is fixed.",
    "DL-02": "A later or revised strategy, or one under section 9: as soon as reasonably practicable after it is prepared. The law names "
    "no day; this service sets a local target, counted from approval.",
    "DL-03": "Within 7 days, of which the day of publication is the first. So the last day is six days after it. Each version has its own.",
    "DL-04": "Within 28 days from the date of the report, that day not counted, or as soon as reasonably possible after.",
    "DL-05": "At least once in every twelve months: for each council within a year of the last meeting.",
    "DL-06": "Within a year of the last review, or of publication where there was none. This is guidance; the Act names no period.",
    "DL-07": "As often as the board's own terms say, in its own year: from 1 April, unless another month is set for it. A local rule.",
    "DL-08": "On or before the day that the funder sets for the year. It is entered each time and never assumed.",
    "DL-09": "Before each year from 1 April begins, so by 31 March, as the 2007 Regulations were made. They have been amended since, so "
    "this is shown as help and never as overdue.",
    "DL-10": "On or before the day on which the strategy is approved. Good practice; no day in law.",
    "DL-11": "On the day the agreement names for its review, or else twelve months after it began. A local rule.",
    "DL-12": "On or before the day entered for each return. Money unspent at the end of a year is not carried over.",
    "DL-13": "By the last day of the month or season that the partnership chose: one due in the spring is due on 31 May. A local rule.",
    "DL-14": "The law sets no length for a consultation. Its closing day counts as open, and it ends before the strategy is published.",
    "DL-15": "On or before the day entered for each action; a month or a season is due on its last day.",
    "DL-16": "Where only a month was named: by its last day.",
    "DL-17": "By the day the policing body names. The law sets none; this service sets a local target, counted from the day it asked.",
}
NO_DATE = "No date: it has to hold at all times."


def when(deadline: str) -> list[str]:
    """The rules of a requirement's `deadline` in words, in their order."""
    return [WHEN[code] for code in deadline.split(", ")] if deadline else [NO_DATE]
