"""Lines and heat grids: what they say without being seen, where a line breaks, and that nothing leaves the picture."""

import datetime
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svduty.charts.heat import HEIGHT as GRID_HEIGHT
from svduty.charts.heat import WIDTH as GRID_WIDTH
from svduty.charts.heat import band_of, heat_grid
from svduty.charts.lines import HEIGHT, NARROW, WIDE, Point, line_chart

SVG = "{http://www.w3.org/2000/svg}"


def points(*values: str | None, breaks: int = -1) -> list[Point]:
    """A figure a year from 2015 on."""
    return [
        Point(
            datetime.date(2015 + number, 1, 1),
            datetime.date(2015 + number, 12, 31),
            None if value is None else Decimal(value),
            str(2015 + number),
            value or "fewer than 5",
            number == breaks,
        )
        for number, value in enumerate(values)
    ]


def drawn(found: list[Point], **options: object) -> ET.Element:
    return ET.fromstring(line_chart(found, ident="c1", title="Knife <b> injuries", **options))  # type: ignore[arg-type]


def lines_of(picture: ET.Element) -> list[int]:
    """How many figures each line joins."""
    return [len((line.get("points") or "").split()) for line in picture.iter(f"{SVG}polyline")]


def test_a_chart_says_every_figure_in_words_and_names_itself_uniquely() -> None:
    picture = drawn(points("41", None, "36", breaks=2), target=Decimal(30), target_words="30 or less")
    assert picture.get("aria-labelledby") == "c1-title c1-desc"
    assert picture.findtext(f"{SVG}title") == "Knife <b> injuries"
    said = "2015: 41; 2016: fewer than 5; 2017: 36, not comparable with those before. Target: 30 or less."
    assert picture.findtext(f"{SVG}desc") == said
    assert "style" not in ET.tostring(picture, encoding="unicode")


def test_a_line_breaks_where_figures_cannot_be_compared_or_one_is_too_small_to_tell() -> None:
    assert lines_of(drawn(points("1", "2", "3", "4"))) == [4]
    assert lines_of(drawn(points("1", "2", "3", "4", breaks=2))) == [2, 2]
    assert lines_of(drawn(points("10", "20", None, "30", "40", "50"))) == [2, 3]
    broken = drawn(points("1", "2", "3", breaks=1))
    assert [text.text for text in broken.iter(f"{SVG}text")].count("new count") == 1
    assert len(list(drawn(points("10", None, "12")).iter(f"{SVG}path"))) == 1


def test_no_figures_draw_nothing_and_one_figure_is_a_mark() -> None:
    assert line_chart([], ident="c", title="Nothing") == ""
    assert len(list(drawn(points("7")).iter(f"{SVG}circle"))) == 1
    drawn(points(None))
    drawn(points("0"))


@given(
    st.lists(st.one_of(st.none(), st.integers(-(10**10), 10**12)), min_size=1, max_size=12),
    st.one_of(st.none(), st.integers(0, 10**12)),
    st.sampled_from([WIDE, NARROW]),
)
def test_no_mark_or_line_leaves_the_picture(pence: list[int | None], target: int | None, width: int) -> None:
    found = points(*[None if value is None else str(Decimal(value) / 100) for value in pence])
    picture = drawn(found, target=None if target is None else Decimal(target) / 100, width=width)
    places = [(float(mark.get("cx") or 0), float(mark.get("cy") or 0)) for mark in picture.iter(f"{SVG}circle")]
    places += [(float(line.get(f"x{n}") or 0), float(line.get(f"y{n}") or 0)) for line in picture.iter(f"{SVG}line") for n in (1, 2)]
    assert all(0 <= across <= width and 0 <= down <= HEIGHT for across, down in places)
    ticks = [text for text in picture.iter(f"{SVG}text") if text.get("text-anchor") == "end" and text.get("font-weight") is None]
    assert 2 <= len(ticks) <= 7


@pytest.mark.parametrize(
    ("score", "band"),
    [(1, "Low"), (4, "Low"), (5, "Medium"), (9, "Medium"), (10, "High"), (15, "High"), (16, "Very high"), (25, "Very high")],
)
def test_likelihood_times_impact_falls_into_one_band(score: int, band: str) -> None:
    assert band_of(score) == band


def test_the_grid_names_each_risk_once_in_its_field_with_its_band_in_words() -> None:
    picture = ET.fromstring(heat_grid({1: (5, 5), 2: (5, 5), 3: (1, 2)}, ident="g", title="Risks"))
    assert picture.findtext(f"{SVG}desc") == "1, 2: how likely 5, how bad 5, very high; 3: how likely 1, how bad 2, low."
    bold = {text.text: text for text in picture.iter(f"{SVG}text") if text.get("font-weight")}
    assert set(bold) == {"1, 2", "3"}
    upper, lower = bold["1, 2"], bold["3"]
    assert float(upper.get("y") or 0) < float(lower.get("y") or 0)
    assert float(upper.get("x") or 0) > float(lower.get("x") or 0)
    assert len(list(picture.iter(f"{SVG}rect"))) == 25
    marks = [
        (text.text, float(text.get("x") or 0), float(text.get("y") or 0))
        for text in picture.iter(f"{SVG}text")
        if text.get("font-size") == "13"
    ]
    beside, under = marks[:5], marks[5:]
    assert [text for text, *_ in sorted(beside, key=lambda mark: -mark[2])] == [
        text for text, *_ in sorted(under, key=lambda mark: mark[1])
    ]
    assert "".join(str(text) for text, *_ in under) == "12345"
    sizes = re.findall(r"[\d.]+", picture.get("viewBox") or "")
    assert [float(size) for size in sizes] == [0, 0, GRID_WIDTH, GRID_HEIGHT]
    assert "Nothing is rated yet." in heat_grid({}, ident="g", title="Risks")
