"""The drawing of the wheel: what it says without being seen, and that nothing in it needs a style sheet or breaks a page."""

import re
import xml.etree.ElementTree as ET

import pytest

from svduty.charts.wheel import Ring, Stop, small_wheel, wheel
from svduty.status_words import STATUSES

NAMES = ("Definition", "Assessment", "Consultation", "Approval", "Publication", "Sending", "Review")
SVG = "{http://www.w3.org/2000/svg}"


def ring(name: str = "In force", **statuses: str) -> Ring:
    """Every station met, but for what `statuses` say; what is not met comes next."""
    stops = [Stop(each, f"{each} words", statuses.get(each.lower(), "MET"), each.lower() in statuses) for each in NAMES]
    return Ring(name, tuple(stops))


def drawn(*rings: Ring) -> ET.Element:
    return ET.fromstring(str(wheel(rings, ident="w", title="The year", centre=("Next", "Sending", "Overdue"))))


def texts(svg: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def test_it_is_a_picture_with_a_title_and_all_it_shows_in_words():
    svg = drawn(ring(sending="OVERDUE"), ring("Being prepared", approval="DUE_LATER"))
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "w-title w-desc"
    described = {child.get("id"): child.text for child in svg}
    assert described["w-title"] == "The year"
    words = described["w-desc"] or ""
    assert "In force: Definition, Definition words;" in words
    assert "Sending, Sending words (next)" in words
    assert "Being prepared: Definition, Definition words;" in words


def test_every_station_is_named_once_and_says_how_it_stands_in_each_ring():
    shown = texts(drawn(ring(), ring("Being prepared")))
    for name in NAMES:
        assert shown.count(name) == 1 + (name == "Sending")  # the middle names what is next
        assert f"In force: {name} words" in shown
        assert f"Being prepared: {name} words" in shown
    assert "Outer ring: in force. Inner ring: being prepared." in shown


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_differs_in_shape_and_word_not_in_colour_alone(status: str):
    shapes = [path.get("d") for path in drawn(ring(review=status)).iter(f"{SVG}path") if path.get("transform")]
    assert shapes.count(STATUSES[status].shape) == (7 if status == "MET" else 1)


def test_it_needs_no_style_sheet_and_its_ids_are_its_own():
    one, other = (str(small_wheel(ring(), ident=ident, title="The year")) for ident in ("a", "b"))
    assert "style" not in one
    assert not set(re.findall(r'\bid="([^"]+)"', one)) & set(re.findall(r'\bid="([^"]+)"', other))


def test_hostile_words_stay_words():
    stop = Stop("<script>", "a & b", "MET")
    svg = ET.fromstring(str(wheel((Ring("<b>", (stop,) * 7),), ident="w", title="</title><script>", centre=("", "<i>", ""))))
    assert not [element for element in svg.iter() if element.tag in (f"{SVG}script", f"{SVG}b", f"{SVG}i")]
    assert "<i>" in texts(svg)


def test_words_as_long_as_they_get_stay_inside_the_picture():
    longest = "Past our local target by 1,000 days"
    svg = drawn(*(Ring(name, tuple(Stop(each, longest, "OVERDUE") for each in NAMES)) for name in ("In force", "Being prepared")))
    width, height = (float(svg.get(side) or 0) for side in ("width", "height"))
    for text in svg.iter(f"{SVG}text"):
        across, long = float(text.get("x") or 0), 0.5 * float(text.get("font-size") or 0) * len(text.text or "")
        left = {"start": across, "middle": across - long / 2, "end": across - long}[text.get("text-anchor") or "start"]
        assert left >= 0
        assert left + long <= width
        assert 12 <= float(text.get("y") or 0) <= height
