"""A table of areas that a person brings: its columns, and its text cut into rows and cells. Pure."""

import csv
import io

MOST_ROWS = 1000

# Column -> what it is for, as the page says it.
COLUMNS = {
    "ons code": "Nine characters, for example E09000001. A row with a code that is here changes that area; any other adds one.",
    "name": "Needed for a new area.",
    "kind": "Needed for a new area. One of the kinds below, by its short word or in full.",
    "county": "Only for a district in a two-tier county.",
    "region": "If the source gives it.",
    "police area": "One that is not listed yet is added to the list of police areas.",
    "since": "A day, month or year, for example 1 4 2023.",
    "until": "Only for an area that has ended.",
}
OTHER_NAMES = {"ons_code": "ons code", "code": "ons code", "upper tier": "county", "upper_tier": "county", "police_area": "police area"}


class SheetRefused(Exception):
    """The table as a whole cannot be read. The text is a sentence that says what to do."""


def read_sheet(text: str) -> list[tuple[int, dict[str, str]]]:
    """The rows below the headings that hold anything, each with its number and its cells by column. Raises SheetRefused."""
    text = text.lstrip("\ufeff")
    heading = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=heading.count))
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error:
        raise SheetRefused("The table cannot be read. Save it as CSV (UTF-8) once more, then choose it again.") from None
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if len(rows) < 2:
        raise SheetRefused("The table is empty. Its first row holds the headings of the columns, each further row one area.")
    if len(rows) > MOST_ROWS + 1:
        raise SheetRefused(f"The table has {len(rows) - 1} rows. Bring at most {MOST_ROWS} at a time.")
    columns = _columns(rows[0][1])
    return [(number, dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))) for number, cells in rows[1:]]


def _columns(headings: list[str]) -> list[str]:
    while headings and not headings[-1]:
        headings = headings[:-1]
    columns = [OTHER_NAMES.get(heading.lower(), heading.lower()) for heading in headings]
    if unknown := [heading for heading, column in zip(headings, columns, strict=True) if column not in COLUMNS]:
        raise SheetRefused(f"We do not know the column “{unknown[0][:40]}”. The columns are: {', '.join(COLUMNS)}.")
    if len(set(columns)) < len(columns):
        raise SheetRefused("Two columns have the same heading. Take one of them out.")
    if "ons code" not in columns and "name" not in columns:
        raise SheetRefused("The table needs a column “ons code” or “name”, so that we know which area a row is about.")
    return columns
