"""A circle of stations as SVG, one ring or two, read clockwise from the top.

Everything it shows it also says: in `desc`, and in the table that stands beneath it on every page.
"""

import dataclasses
import math
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from svduty.status_words import STATUSES

RADII = (152, 98)  # user units, as all measures here
AWAY = 38  # from the circle to the words beside it
NAME, WORDS, A_LETTER = 19, 16, 0.52  # sizes of the words; the breadth of a letter as a share of its size
LEAST_WIDTH = 600
IN_THE_MIDDLE = 22  # letters that fit within the inner ring
SMALL_WIDTH, SMALL_HEIGHT, SMALL_MIDDLE = 420, 286, 154
SMALL_RADIUS = 92
DONE = ("MET", "MET_LATE")
INK, QUIET, LINE, PAPER, ACCENT = "#0e1d3a", "#545e70", "#b9c2d0", "#ffffff", "#b4500f"
INKS = {"good": "#0b5c43", "soon": "#7a4700", "bad": "#9c1c1c", "quiet": "#4a5465", "later": "#1b4b91"}


@dataclasses.dataclass(frozen=True)
class Stop:
    """A station of one ring: `words` say how it stands, `status` is a code of the one list; `is_next` is what comes next."""

    name: str
    words: str
    status: str
    is_next: bool = False


@dataclasses.dataclass(frozen=True)
class Ring:
    name: str
    stops: tuple[Stop, ...]


# A picture is drawn of few words and seen often.
@lru_cache(maxsize=256)
def wheel(rings: tuple[Ring, ...], *, ident: str, title: str, centre: tuple[str, ...] = ()) -> SafeString:
    """The whole wheel with its words around it: the first ring outside, the second inside it. `ident` is unique on the page.

    `centre`: up to three short lines for the middle, of which the second is the heading.
    """
    two = len(rings) > 1
    width = _width(rings)
    across, down = width / 2, 262 if two else 240
    height = int(down) + (282 if two else 226)
    drawn = [_ring(ring, across, down, radius, 21 - 4 * place) for place, (ring, radius) in enumerate(zip(rings, RADII, strict=False))]
    names = [stop.name for stop in rings[0].stops]
    labels = [_label(name, number, len(names), rings, across, down) for number, name in enumerate(names)]
    return _picture(
        width, height, ident, title, rings, [*drawn, *labels, _centre(centre, across, down, 17), _which_ring(rings, width, height)]
    )


@lru_cache(maxsize=256)
def small_wheel(ring: Ring, *, ident: str, title: str, centre: tuple[str, ...] = ()) -> SafeString:
    """One ring with the stations' names alone, for a place where words stand beside it."""
    across, down = SMALL_WIDTH / 2, SMALL_MIDDLE
    names = [stop.name for stop in ring.stops]
    labels = [
        _text(
            *_beside(number, len(names), across, down, SMALL_RADIUS + 28), [(name, 16, ring.stops[number].is_next, INK)], number, len(names)
        )
        for number, name in enumerate(names)
    ]
    drawn = _ring(ring, across, down, SMALL_RADIUS, 15)
    return _picture(SMALL_WIDTH, SMALL_HEIGHT, ident, title, (ring,), [drawn, *labels, _centre(centre, across, down, 15)])


def _picture(width: int, height: int, ident: str, title: str, rings: tuple[Ring, ...], parts: list[SafeString]) -> SafeString:
    return format_html(
        '<svg class="svd-wheel" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" '
        'aria-labelledby="{}-title {}-desc"><title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}</svg>',
        *(width, height, width, height, ident, ident, ident, title, ident, _said(rings)),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def _said(rings: tuple[Ring, ...]) -> str:
    """The picture in words: `In force: Definition, met 3 June 2024; ...`."""
    return " ".join(f"{ring.name}: {'; '.join(f'{stop.name}, {_with_next(stop)}' for stop in ring.stops)}." for ring in rings)


def _with_next(stop: Stop) -> str:
    return f"{stop.words} (next)" if stop.is_next else stop.words


def _angle(number: int, of: int) -> float:
    return 2 * math.pi * number / of - math.pi / 2


def _beside(number: int, of: int, across: float, down: float, radius: float) -> tuple[float, float]:
    angle = _angle(number, of)
    return round(across + radius * math.cos(angle), 1), round(down + radius * math.sin(angle), 1)


def _ring(ring: Ring, across: float, down: float, radius: float, size: float) -> SafeString:
    """The arcs from each station to the next, solid behind what is done, and the stations upon them."""
    of = len(ring.stops)
    arcs = []
    for number, stop in enumerate(ring.stops):
        begin, end = _beside(number, of, across, down, radius), _beside(number + 1, of, across, down, radius)
        pace = (INK, "3", "none") if stop.status in DONE else (LINE, "3", "2 7")
        arcs.append((f"M{begin[0]} {begin[1]}A{radius} {radius} 0 0 1 {end[0]} {end[1]}", *pace))
    path = '<path d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}" stroke-linecap="round"/>'
    stops = [(_stop(stop, *_beside(number, of, across, down, radius), size),) for number, stop in enumerate(ring.stops)]
    return format_html("<g>{}{}</g>", format_html_join("", path, arcs), format_html_join("", "{}", stops))


def _stop(stop: Stop, across: float, down: float, size: float) -> SafeString:
    """A disc with the shape of its status: filled when done, hollow when not, and with a second edge when it comes next."""
    look = STATUSES[stop.status]
    ink, done = INKS[look.tone], stop.status in DONE
    scale = round(size * 1.15 / 16, 3)
    corner = size * 0.575
    ring = (
        format_html('<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="3"/>', across, down, size + 6, PAPER, ACCENT)
        if stop.is_next
        else SafeString("")
    )
    return format_html(
        '{}<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="2.5"/>'
        '<path transform="translate({} {}) scale({})" fill="{}" fill-rule="evenodd" d="{}"/>',
        *(ring, across, down, size, ink if done else PAPER, ink),
        *(round(across - corner, 1), round(down - corner, 1), scale, PAPER if done else ink, look.shape),
    )


def _label(name: str, number: int, of: int, rings: tuple[Ring, ...], across: float, down: float) -> SafeString:
    """The station's name, and beneath it how it stands in each ring."""
    lines = [(name, NAME, True, INK)]
    for ring in rings:
        stop = ring.stops[number]
        lines.append((_of_ring(ring, stop, rings), WORDS, stop.is_next, INKS[STATUSES[stop.status].tone]))
    return _text(*_beside(number, of, across, down, RADII[0] + AWAY), lines, number, of)


def _text(across: float, down: float, lines: list[tuple[str, int, bool, str]], number: int, of: int) -> SafeString:
    """Lines of (words, size, bold, ink) beside a station: outward from the circle, so that nothing lies on it."""
    lean, drop = math.cos(_angle(number, of)), math.sin(_angle(number, of))
    anchor = "middle" if abs(lean) < 0.1 else "start" if lean > 0 else "end"
    steps = [size * 1.3 for _, size, _, _ in lines]
    top = down - sum(steps) * (1 - drop) / 2 if anchor != "middle" else down - sum(steps) + 3
    placed, y = [], top
    for (words, size, bold, ink), step in zip(lines, steps, strict=True):
        y += step
        placed.append((across, round(y - step * 0.25, 1), size, 600 if bold else 400, ink, words))
    line = '<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}" text-anchor="' + anchor + '">{}</text>'
    return format_html_join("", line, placed)


def _of_ring(ring: Ring, stop: Stop, rings: tuple[Ring, ...]) -> str:
    return f"{ring.name}: {stop.words}" if len(rings) > 1 else stop.words


def _width(rings: tuple[Ring, ...]) -> int:
    """Wide enough for the longest words at each station."""
    of = len(rings[0].stops)
    reach = float(LEAST_WIDTH / 2)
    for number in range(of):
        longest = max(len(_of_ring(ring, ring.stops[number], rings)) for ring in rings) * WORDS * A_LETTER
        aside = abs(math.cos(_angle(number, of)))
        reach = max(reach, aside * (RADII[0] + AWAY) + longest * (1 if aside >= 0.1 else 0.5))
    return 2 * math.ceil(reach)


def _centre(lines: tuple[str, ...], across: float, down: float, size: int) -> SafeString:
    text = '<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}" text-anchor="middle">{}</text>'
    top = down - (len(lines) - 1) * size * 0.65
    rows = []
    for number, words in enumerate(line for line in lines if len(line) <= IN_THE_MIDDLE):
        heading = number == 1
        weight, ink = (600, INK) if heading else (400, ACCENT if number == 0 else QUIET)
        rows.append((across, round(top + number * size * 1.4 + size * 0.2, 1), size + 3 if heading else size - 1, weight, ink, words))
    return format_html_join("", text, rows)


def _which_ring(rings: tuple[Ring, ...], width: int, height: int) -> SafeString:
    if len(rings) < 2:
        return SafeString("")
    words = f"Outer ring: {rings[0].name.lower()}. Inner ring: {rings[1].name.lower()}."
    return format_html('<text x="{}" y="{}" font-size="15" fill="{}" text-anchor="middle">{}</text>', width / 2, height - 8, QUIET, words)
