"""How large a workbook may be that is brought back. Ours for a busy partnership has some 200 rows."""

MOST_SHEETS = 20
MOST_ROWS = 2_000  # with something in them, in one sheet
MOST_COLUMNS = 60
MOST_CELLS = 60_000  # with something in them, in all
MOST_ELEMENTS = 3_000_000  # of XML in one sheet: cells with nothing but a colour count too
LARGEST_PART = 60 * 1024 * 1024  # bytes of XML
LONGEST_CELL = 32_767  # characters, as many as Excel lets be in one
