"""Bars on a line of time: from when, by when, and how sure the end is. Everything it shows stands in the table beneath it too."""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from svduty import dates

LABELS, CHART, WORDS = 300, 640, 130  # user units, as all measures here: the names, the bars, the words behind them
WIDTH = LABELS + CHART + WORDS
ROW, HEAD, FOOT = 30, 40, 8
LETTERS = 40
MOST_TICKS = 13
INK, QUIET, LINE, WASH, ACCENT, PAPER = "#0e1d3a", "#545e70", "#d5dbe5", "#f4f6f9", "#b4500f", "#ffffff"
TONES = {"green": "#0b5c43", "yellow": "#7a4700", "red": "#9c1c1c", "blue": "#1b4b91", "grey": "#4a5465"}
LIGHT = {"green": "#a8d6c2", "yellow": "#ecca8b", "red": "#ecb3ae", "blue": "#b5caeb", "grey": "#cbd2dd"}


@dataclasses.dataclass(frozen=True)
class Bar:
    """`starts`: its first day, None where that is not known. It ends on some day from `ends_from` to `ends_to`: the same day twice where it
    is exact, None where it has no end. `words`: how it stands; `tone`: the colour of that."""

    name: str
    starts: datetime.date | None
    ends_from: datetime.date | None
    ends_to: datetime.date | None
    words: str
    tone: str

    @property
    def days(self) -> list[datetime.date]:
        return [day for day in (self.starts, self.ends_from, self.ends_to) if day]


def timeline(bars: Sequence[Bar], on: datetime.date, *, title: str, ident: str) -> SafeString:
    """The bars in their order beneath a line of months, quarters or years, and a line at the day `on`. `ident` is unique on the page."""
    first, last = _span(bars, on)
    height = HEAD + ROW * len(bars) + FOOT
    scale = _Scale(first, last)
    said = "; ".join(f"{bar.name}: {_dates_in_words(bar)}, {bar.words.lower()}" for bar in bars)
    return format_html(
        '<svg class="svd-timeline" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" '
        'aria-labelledby="{}-title {}-desc"><title id="{}-title">{}</title><desc id="{}-desc">{}.</desc>{}{}{}</svg>',
        *(WIDTH, height, ident, ident, ident, title, ident, said),
        _ticks(scale, height),
        format_html_join("", "{}", ((_row(bar, place, scale),) for place, bar in enumerate(bars))),
        _line_of(on, scale, height),
    )


@dataclasses.dataclass(frozen=True)
class _Scale:
    first: datetime.date
    last: datetime.date

    def x(self, day: datetime.date) -> float:
        """Where a day lies."""
        return round(LABELS + CHART * (day - self.first).days / max(1, (self.last - self.first).days), 1)


def _span(bars: Sequence[Bar], on: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Whole months around everything, the day `on` among it."""
    days = [on, *(day for bar in bars for day in bar.days)]
    last = max(days)
    return min(days).replace(day=1), dates.last_day_of_month(last.year, last.month)


def _ticks(scale: _Scale, height: int) -> SafeString:
    drawn = (
        (x, HEAD - 8, x, height - FOOT, LINE, x + 4, HEAD - 14, QUIET, words)
        for x, words in ((scale.x(day), words) for day, words in _marks(scale.first, scale.last))
    )
    return format_html_join(
        "",
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}"/><text x="{}" y="{}" font-size="14" fill="{}">{}</text>',
        drawn,
    )


def _marks(first: datetime.date, last: datetime.date) -> Iterator[tuple[datetime.date, str]]:
    """The first days of months, quarters, or years: as many as there is room for."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next(step for step in (1, 3, 12, 60, 120, 600, 6000) if months / step <= MOST_TICKS)
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        whole = year * 12 + month - 1
        if whole % step == 0:
            yield datetime.date(year, month, 1), str(year) if step >= 12 else f"{dates.MONTHS[month - 1][:3]} {year % 100:02d}"
        year, month = divmod(whole + 1, 12)[0], (whole + 1) % 12 + 1


def _row(bar: Bar, place: int, scale: _Scale) -> SafeString:
    top = HEAD + ROW * place
    name = bar.name if len(bar.name) <= LETTERS else f"{bar.name[: LETTERS - 1].rstrip()}…"
    return format_html(
        '{}<text x="0" y="{}" font-size="15" fill="{}">{}</text>{}<text x="{}" y="{}" font-size="14" fill="{}">{}</text>',
        format_html('<rect x="0" y="{}" width="{}" height="{}" fill="{}"/>', top, WIDTH, ROW, WASH) if place % 2 == 0 else "",
        *(top + 20, INK, name),
        _bar(bar, top, scale),
        *(LABELS + CHART + 12, top + 20, TONES[bar.tone], bar.words),
    )


def _bar(bar: Bar, top: int, scale: _Scale) -> SafeString:
    """Full while it surely lasts, light where its end may lie, a diamond where only one day is known."""
    parts = []
    begin, sure, end = bar.starts, bar.ends_from, bar.ends_to
    if begin and (sure or end):
        until = max(begin, sure or begin)
        parts.append(_box(scale.x(begin), scale.x(until), top + 8, TONES[bar.tone], TONES[bar.tone]))
    if sure and end and end > sure:
        parts.append(_box(scale.x(max(sure, begin or sure)), scale.x(end), top + 8, LIGHT[bar.tone], TONES[bar.tone]))
    elif sure and not begin:
        parts.append(_diamond(scale.x(sure), top + ROW / 2, TONES[bar.tone]))
    elif begin and not sure:
        parts.append(_diamond(scale.x(begin), top + ROW / 2, PAPER, TONES[bar.tone]))
    return format_html_join("", "{}", ((part,) for part in parts))


def _box(left: float, right: float, top: float, fill: str, edge: str) -> SafeString:
    width = round(max(4.0, right - left), 1)
    return format_html('<rect x="{}" y="{}" width="{}" height="14" rx="3" fill="{}" stroke="{}"/>', left, top, width, fill, edge)


def _diamond(across: float, down: float, fill: str, edge: str = "") -> SafeString:
    path = f"M{across - 8} {down}L{across} {down - 8}L{across + 8} {down}L{across} {down + 8}Z"
    return format_html('<path d="{}" fill="{}" stroke="{}" stroke-width="2"/>', path, fill, edge or fill)


def _line_of(on: datetime.date, scale: _Scale, height: int) -> SafeString:
    x = scale.x(on)
    anchor = "end" if x > LABELS + CHART - 60 else "start"
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2" stroke-dasharray="5 4"/>'
        '<text x="{}" y="12" font-size="14" font-weight="600" fill="{}" text-anchor="{}">{}</text>',
        *(x, 2, x, height - FOOT, ACCENT),
        *(x - 6 if anchor == "end" else x + 6, ACCENT, anchor, dates.say_short(on)),
    )


def _dates_in_words(bar: Bar) -> str:
    begin = f"from {dates.say_short(bar.starts)} " if bar.starts else ""
    if bar.ends_from is None or bar.ends_to is None:
        return f"{begin}without an end".strip()
    if bar.ends_from == bar.ends_to:
        return f"{begin}by {dates.say_short(bar.ends_to)}"
    return f"{begin}by {dates.say_short(bar.ends_from)} to {dates.say_short(bar.ends_to)}"
