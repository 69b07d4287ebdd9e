"""A line of figures over time as SVG, the same on a page and in a PDF. Pure: points in, picture out.

A figure that cannot be compared with those before it begins a line of its own, behind a mark; one too small to be told is a hollow
mark at the foot, on no line. Everything the picture shows it also says in `desc`, and a table stands beneath it on every page.
"""

import dataclasses
import datetime
import itertools
import math
from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

HEIGHT, WIDE, NARROW = 300, 720, 340  # user units, as all measures here
TOP, FOOT, LEFT, RIGHT = 22, 44, 58, 30
STEPS = 4  # lines of the grid at most
SIZE, A_LETTER = 15, 0.52
INK, QUIET, GRID, LINE, TARGET, BREAK, PAPER = "#0e1d3a", "#545e70", "#e1e6ee", "#1b4b91", "#b4500f", "#6b7688", "#ffffff"


@dataclasses.dataclass(frozen=True)
class Point:
    """A figure for the days `first` to `last`; `value` is None where it is too small to be told. `breaks`: it cannot be compared with
    those before."""

    first: datetime.date
    last: datetime.date
    value: Decimal | None
    time: str
    words: str
    breaks: bool = False

    @property
    def middle(self) -> int:
        return (self.first.toordinal() + self.last.toordinal()) // 2


@dataclasses.dataclass(frozen=True)
class _Frame:
    """From days and figures to places in the picture."""

    width: int
    begins: int
    ends: int
    low: float
    high: float

    def across(self, day: int) -> float:
        return round(LEFT + (self.width - LEFT - RIGHT) * (day - self.begins) / (self.ends - self.begins), 1)

    def down(self, value: Decimal | float) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(HEIGHT - FOOT - (HEIGHT - TOP - FOOT) * share, 1)


def line_chart(
    points: Sequence[Point], *, ident: str, title: str, target: Decimal | None = None, target_words: str = "", width: int = WIDE
) -> SafeString:
    """The figures in the order given, oldest first, and the target as a broken line. Nothing for no figures.

    `ident` makes its ids its own on the page; `width`: WIDE, or NARROW for a phone.
    """
    if not points:
        return SafeString("")
    frame, ticks = _frame(points, target, width)
    parts = [
        _grid(ticks, frame),
        _years(points, frame),
        _target(target, frame) if target is not None else SafeString(""),
        _breaks(points, frame),
        *(_stretch(stretch, frame) for stretch in _stretches(points)),
        *(_mark(point, frame) for point in points),
        _words(points, frame),
    ]
    return format_html(
        '<svg class="svd-chart" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
        'aria-labelledby="{2}-title {2}-desc"><title id="{2}-title">{3}</title><desc id="{2}-desc">{4}</desc>{5}</svg>',
        *(width, HEIGHT, ident, title, _said(points, target_words)),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def _said(points: Sequence[Point], target_words: str) -> str:
    told = [f"{point.time}: {point.words}{', not comparable with those before' if point.breaks else ''}" for point in points]
    return "; ".join(told) + "." + (f" Target: {target_words}." if target_words else "")


def _frame(points: Sequence[Point], target: Decimal | None, width: int) -> tuple[_Frame, list[float]]:
    values = [float(point.value) for point in points if point.value is not None] + ([float(target)] if target is not None else [])
    step = _step(max([*values, 1.0]) - min([*values, 0.0]))
    if all(value.is_integer() for value in values):
        step = max(step, 1.0)
    low = math.floor(min([*values, 0.0]) / step) * step
    high = max(math.ceil(max([*values, 1.0]) / step) * step, low + step)
    ticks = [low + number * step for number in range(round((high - low) / step) + 1)]
    days = [point.middle for point in points]
    begins, ends = min(days), max(days)
    if begins == ends:
        begins, ends = begins - 1, ends + 1
    return _Frame(width, begins, ends, low, high), ticks


def _step(span: float) -> float:
    """1, 2 or 5 with noughts, so that at most STEPS fit about the span."""
    ten = 10 ** math.floor(math.log10(span / STEPS)) if span > 0 else 1
    return next(ten * times for times in (1, 2, 5, 10, 20) if ten * times * STEPS >= span)


def _grid(ticks: list[float], frame: _Frame) -> SafeString:
    lines = [(LEFT, frame.down(tick), frame.width - RIGHT, frame.down(tick), GRID) for tick in ticks]
    labels = [(LEFT - 8, frame.down(tick) + 5, SIZE, QUIET, f"{tick:,.10g}".replace("-", "\u2212")) for tick in ticks]
    return format_html(
        "{}{}",
        format_html_join("", '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1"/>', lines),
        format_html_join("", '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="end">{}</text>', labels),
    )


def _years(points: Sequence[Point], frame: _Frame) -> SafeString:
    """The first time, the last time, and each January between them with room for its year."""
    foot, room = HEIGHT - FOOT, 62
    edges = (points[0].middle, points[-1].middle)
    ticks = [
        (day, str(year))
        for year in range(points[0].first.year + 1, points[-1].last.year + 1)
        if edges[0] <= (day := datetime.date(year, 1, 1).toordinal()) <= edges[1]
    ]
    every = max(1, math.ceil(len(ticks) * room / (frame.width - LEFT - RIGHT)))
    shown = [(frame.across(day), words) for day, words in ticks[::every]]
    if not shown:
        shown = [(frame.across(edges[-1]), points[-1].time)] if len(points) == 1 else []
    lines = format_html_join(
        "", '<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke="{3}"/>', ((across, foot, foot + 6, BREAK) for across, _ in shown)
    )
    words = format_html_join(
        "",
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="middle">{}</text>',
        ((across, foot + 24, SIZE, QUIET, said) for across, said in shown),
    )
    axis = format_html('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/>', LEFT, foot, frame.width - RIGHT, foot, BREAK)
    return format_html("{}{}{}", axis, lines, words)


def _target(target: Decimal, frame: _Frame) -> SafeString:
    down = frame.down(target)
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2" stroke-dasharray="7 5"/>'
        '<text x="{}" y="{}" font-size="{}" fill="{}">Target</text>',
        *(LEFT, down, frame.width - RIGHT, down, TARGET, LEFT + 6, down - 6, SIZE, TARGET),
    )


def _breaks(points: Sequence[Point], frame: _Frame) -> SafeString:
    """An upright broken line half-way before each figure that cannot be compared."""
    places = [
        round((frame.across(before.middle) + frame.across(point.middle)) / 2, 1)
        for before, point in itertools.pairwise(points)
        if point.breaks
    ]
    rows = ((across, TOP - 8, HEIGHT - FOOT, BREAK, across, TOP - 10, SIZE - 2, QUIET) for across in places)
    return format_html_join(
        "",
        '<line x1="{0}" y1="{1}" x2="{0}" y2="{2}" stroke="{3}" stroke-width="1.5" stroke-dasharray="2 4"/>'
        '<text x="{4}" y="{5}" font-size="{6}" fill="{7}" text-anchor="middle">new count</text>',
        rows,
    )


def _stretches(points: Sequence[Point]) -> list[list[Point]]:
    """The runs of figures that may be joined."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.breaks or point.value is None:
            runs.append([])
        if point.value is not None:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _stretch(run: Sequence[Point], frame: _Frame) -> SafeString:
    places = " ".join(f"{frame.across(point.middle)},{frame.down(point.value or 0)}" for point in run)
    return format_html('<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"/>', places, LINE)


def _mark(point: Point, frame: _Frame) -> SafeString:
    across = frame.across(point.middle)
    if point.value is None:
        down = frame.down(max(frame.low, 0)) - 7
        return format_html(
            '<path d="M{0} {1}l6 6l-6 6l-6 -6z" fill="{2}" stroke="{3}" stroke-width="2"/>', across, round(down - 6, 1), PAPER, LINE
        )
    return format_html('<circle cx="{}" cy="{}" r="4.5" fill="{}"/>', across, frame.down(point.value), LINE)


def _words(points: Sequence[Point], frame: _Frame) -> SafeString:
    """The first and the last figure beside their marks, and what a hollow mark means."""
    few = next((point for point in points if point.value is None), None)
    named = [points[0], points[-1]] if len(points) > 1 else [points[0]]
    rows = [_beside(point, frame) for point in named if point is not few]
    if few:
        rows.append(_beside(few, frame))
    return format_html_join("", '<text x="{}" y="{}" font-size="{}" font-weight="600" fill="{}" text-anchor="{}">{}</text>', rows)


def _beside(point: Point, frame: _Frame) -> tuple[object, ...]:
    across, half = frame.across(point.middle), len(point.words) * SIZE * A_LETTER / 2
    down = frame.down(point.value if point.value is not None else max(frame.low, 0)) - (12 if point.value is not None else 24)
    anchor = "start" if across - half < LEFT else "end" if across + half > frame.width - 4 else "middle"
    edge = {"start": LEFT + 4, "end": frame.width - 4, "middle": across}[anchor]
    return (edge, round(max(down, SIZE), 1), SIZE, INK, anchor, point.words)
