"""A grid of five by five as SVG: how likely upward, how bad to the right, each from 1 to 5; in each field the numbers of what lies there.

Pure: places in, picture out. How bad a field is, it says by a letter too, never by colour alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

FIELDS = 5
SIDE, LEFT, TOP, FOOT = 62, 44, 6, 46  # user units
WIDTH, HEIGHT = LEFT + FIELDS * SIDE + 6, TOP + FIELDS * SIDE + FOOT
IN_A_FIELD = 3  # numbers; of more it says how many
INK, QUIET, EDGE = "#0e1d3a", "#3d4759", "#ffffff"
# Up to which product of the two, its name, its letter and its ground.
BANDS: Sequence[tuple[int, str, str, str]] = (
    (4, "Low", "L", "#dcefe6"),
    (9, "Medium", "M", "#fdf0d6"),
    (15, "High", "H", "#f8d3b0"),
    (25, "Very high", "V", "#f0b4ae"),
)


def band_of(score: int) -> str:
    """`Low`, `Medium`, `High` or `Very high` for likelihood times impact, 1 to 25."""
    return _band(score)[1]


def heat_grid(
    places: Mapping[int, tuple[int, int]], *, ident: str, title: str, up: str = "How likely", across: str = "How bad"
) -> SafeString:
    """`places`: the number of each thing -> (likelihood, impact), 1 to 5 each. `ident` makes its ids its own on the page."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, place in places.items():
        found[place].append(number)
    fields = [(_field(row, column, found[row, column]),) for row in range(FIELDS, 0, -1) for column in range(1, FIELDS + 1)]
    fields += [(_mark(LEFT - 11, TOP + (FIELDS - at) * SIDE + SIDE / 2 + 5, at),) for at in range(1, FIELDS + 1)]
    fields += [(_mark(LEFT + (at - 1) * SIDE + SIDE / 2, TOP + FIELDS * SIDE + 17, at),) for at in range(1, FIELDS + 1)]
    middle, foot = LEFT + FIELDS * SIDE / 2, TOP + FIELDS * SIDE
    return format_html(
        '<svg class="svd-heat" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
        'aria-labelledby="{2}-title {2}-desc"><title id="{2}-title">{3}</title><desc id="{2}-desc">{4}</desc>{5}'
        '<text x="{6}" y="{7}" font-size="15" fill="{8}" text-anchor="middle">{9} →</text>'
        '<text transform="translate(16 {10}) rotate(-90)" font-size="15" fill="{8}" text-anchor="middle">{11} →</text></svg>',
        *(WIDTH, HEIGHT, ident, title, _said(found, up, across), format_html_join("", "{}", fields)),
        *(middle, foot + 38, QUIET, across, TOP + FIELDS * SIDE / 2, up),
    )


def _mark(x: float, y: float, at: int) -> SafeString:
    """A number beside its row or under its column."""
    return format_html('<text x="{}" y="{}" font-size="13" fill="{}" text-anchor="middle">{}</text>', x, y, QUIET, at)


def _band(score: int) -> tuple[int, str, str, str]:
    return next(band for band in BANDS if score <= band[0])


def _field(row: int, column: int, numbers: list[int]) -> SafeString:
    x, y = LEFT + (column - 1) * SIDE, TOP + (FIELDS - row) * SIDE
    _, _, letter, ground = _band(row * column)
    words = ", ".join(map(str, numbers)) if len(numbers) <= IN_A_FIELD else f"{len(numbers)} here"
    return format_html(
        '<rect x="{0}" y="{1}" width="{2}" height="{2}" fill="{3}" stroke="{4}" stroke-width="2"/>'
        '<text x="{5}" y="{6}" font-size="11" fill="{7}">{8}</text>{9}',
        *(x, y, SIDE, ground, EDGE, x + 6, y + 15, QUIET, letter),
        format_html(
            '<text x="{}" y="{}" font-size="{}" font-weight="600" fill="{}" text-anchor="middle">{}</text>',
            *(x + SIDE / 2, y + SIDE / 2 + 8, 18 if len(words) < 7 else 14, INK, words),
        )
        if numbers
        else "",
    )


def _said(found: Mapping[tuple[int, int], list[int]], up: str, across: str) -> str:
    told = [
        f"{', '.join(map(str, numbers))}: {up.lower()} {row}, {across.lower()} {column}, {band_of(row * column).lower()}"
        for (row, column), numbers in sorted(found.items(), key=lambda field: (-field[0][0] * field[0][1], field[0]))
        if numbers
    ]
    return "; ".join(told) + "." if told else "Nothing is rated yet."
