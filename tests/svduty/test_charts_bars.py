"""Bars: a share within a share, said in words too."""

import re
from xml.etree import ElementTree

import pytest

from svduty.charts.bars import WIDTH, nested_bar


def lengths(drawn: str) -> list[float]:
    return [float(length) for length in re.findall(r'<rect[^>]* width="([\d.]+)"', drawn)]


def test_a_bar_says_what_it_shows_and_names_itself_uniquely() -> None:
    drawn = nested_bar([(50, "asked"), (3, "answered")], 52, title="Schools <b>", key="c-7")
    picture = ElementTree.fromstring(drawn)
    assert picture.get("role") == "img"
    assert picture.findtext("title") == "Schools <b>"
    assert picture.findtext("desc") == "Of 52: 50 asked, 3 answered."
    assert picture.get("aria-labelledby") == "bar-c-7-title bar-c-7-numbers"
    assert "style" not in drawn


@pytest.mark.parametrize(
    ("asked", "answered", "whole", "expected"),
    [
        (52, 26, 52, [WIDTH, WIDTH, WIDTH / 2]),
        (26, 0, 52, [WIDTH, WIDTH / 2]),
        (0, 0, 52, [WIDTH]),
        (60, 1, 52, [WIDTH, WIDTH, 240 / 52]),
        (1, 1, 100_000, [WIDTH, 3, 3]),
    ],
)
def test_each_share_is_as_long_as_its_number_never_longer_than_the_whole_and_always_seen(
    asked: int, answered: int, whole: int, expected: list[float]
) -> None:
    drawn = nested_bar([(asked, "asked"), (answered, "answered")], whole, title="Schools", key="1")
    assert lengths(drawn) == pytest.approx([length - 1 for length in expected], abs=0.1)
