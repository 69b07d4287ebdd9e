"""Bars drawn on the server: a share within a share, such as answered within asked within all there are."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT, EDGE = 240, 20, 1
EMPTY = ("#ffffff", "#6b7688")  # the ground and its outline
# Each share within the one before: its colour, its edge, and how much lower it is drawn, so that it differs in shape too.
LOOKS = [("#b5caeb", "#1b4b91", 0), ("#14284d", "#14284d", 5)]


def nested_bar(shares: Sequence[tuple[int, str]], whole: int, *, title: str, key: str) -> SafeString:
    """A bar as long as `whole` with up to two shares in it, each a number and what it counts ("asked").

    The numbers stand in its description; the page says them beside it too. `key` makes its ids its own on the page.
    """
    described = ", ".join(f"{number} {what}" for number, what in shares)
    return format_html(
        '<svg class="svd-bar" role="img" viewBox="0 0 {0} {1}" aria-labelledby="bar-{2}-title bar-{2}-numbers">'
        '<title id="bar-{2}-title">{3}</title><desc id="bar-{2}-numbers">{4}</desc>{5}{6}</svg>',
        WIDTH,
        HEIGHT,
        key,
        title,
        f"Of {whole}: {described}.",
        _box(WIDTH, *EMPTY, 0),
        format_html_join("", "{}", ((_box(_length(number, whole), *look),) for (number, _), look in zip(shares, LOOKS, strict=False))),
    )


def _length(number: int, whole: int) -> float:
    """As long as its share; never longer than the whole, and seen however small it is."""
    if number <= 0:
        return 0
    return max(3.0, round(WIDTH * min(number, whole) / whole, 1)) if whole > 0 else WIDTH


def _box(length: float, fill: str, edge: str, inset: int) -> SafeString:
    if length <= 0:
        return SafeString("")
    return format_html(
        '<rect x="{0}" y="{1}" width="{2}" height="{3}" rx="2" fill="{4}" stroke="{5}" stroke-width="{6}"/>',
        EDGE / 2,
        inset + EDGE / 2,
        length - EDGE,
        HEIGHT - 2 * inset - EDGE,
        fill,
        edge,
        EDGE,
    )
