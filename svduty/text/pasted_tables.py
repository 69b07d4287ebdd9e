"""Tables as Markdown can hold them: every row as many cells as the widest, one line a cell, a first row of headings."""

from bs4 import BeautifulSoup, Tag

WIDEST = 50  # columns
MOST_CELLS = 20_000  # in one table; above this a table is kept as paragraphs


def level_tables(soup: BeautifulSoup) -> None:
    """Rewrite every table of the page; a table inside a table, and one of a single cell, becomes plain paragraphs."""
    for table in reversed(soup.find_all("table")):
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        grid = _grid(rows)
        if table.find_parent("table") or len(grid) * max(map(len, grid), default=0) in (0, 1) or _cells(grid) > MOST_CELLS:
            _as_paragraphs(soup, table)
        else:
            _rewrite(soup, table, grid)


def _grid(rows: list[Tag]) -> list[list[Tag | None]]:
    """The cells in their columns: one that spans several stands in the first of them, None in the others."""
    grid: list[list[Tag | None]] = []
    reaching: dict[int, int] = {}  # column -> rows that a cell from above still covers
    for row in rows:
        line: list[Tag | None] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            while reaching.get(len(line), 0) > 0 and len(line) < WIDEST:
                reaching[len(line)] -= 1
                line.append(None)
            wide, high = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", len(rows))
            for column in range(len(line), len(line) + wide):
                reaching[column] = high - 1
            line += [cell, *[None] * (wide - 1)]
        while reaching.get(len(line), 0) > 0 and len(line) < WIDEST:
            reaching[len(line)] -= 1
            line.append(None)
        grid.append(line)
    widest = max(map(len, grid), default=0)
    return [line + [None] * (widest - len(line)) for line in grid] if _cells(grid) <= MOST_CELLS else grid


def _span(cell: Tag, name: str, most: int) -> int:
    typed = str(cell.get(name) or "")
    return max(1, min(most, int(typed))) if typed.isdecimal() and len(typed) < 6 else 1


def _cells(grid: list[list[Tag | None]]) -> int:
    return len(grid) * max(map(len, grid), default=0)


def _rewrite(soup: BeautifulSoup, table: Tag, grid: list[list[Tag | None]]) -> None:
    caption = table.find("caption")
    fresh = soup.new_tag("table")
    heads: list[Tag] = []
    for number, line in enumerate(grid):
        row = soup.new_tag("tr")
        fresh.append(row)
        for cell in line:
            box = soup.new_tag("th" if number == 0 else "td")
            row.append(box)
            heads += [box] if number == 0 else []
            for child in list(cell.contents) if cell else []:
                box.append(child.extract())
    for marked in (strong for head in heads for strong in head.find_all("strong")):  # a heading is bold by itself
        marked.unwrap()
    if caption is not None and caption.get_text().strip():
        caption.name = "p"
        table.insert_before(caption.extract())
    table.replace_with(fresh)


def _as_paragraphs(soup: BeautifulSoup, table: Tag) -> None:
    plain = soup.new_tag("div")
    for cell in table.find_all(["td", "th", "caption"]):
        block = soup.new_tag("div" if cell.find(["p", "div", "ul", "ol"]) else "p")
        plain.append(block)
        for child in list(cell.contents):
            block.append(child.extract())
    table.replace_with(plain)
