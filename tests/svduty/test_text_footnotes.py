import re

import page
import pytest

from svduty.pdf import render_pdf
from svduty.text.markdown import to_html

NOTED = "Fewer[^1] people[^data], fewer[^1] days.\n\n[^data]: Hospital *data*.\n[^1]: Police data."


def test_footnotes_are_numbered_as_they_are_called_and_lead_there_and_back() -> None:
    html = to_html(NOTED)
    calls = re.findall(r'<sup><a href="#(note-[0-9a-f]{10}-\d)"[^>]*>\[(\d)\]</a></sup>', html)
    assert [number for _, number in calls] == ["1", "2", "1"]
    assert all(f'<li id="{place}">' in html for place, _ in calls)
    for back in re.findall(r'<a href="#(note-call-[^"]*)"', html):
        assert html.count(f'id="{back}"') == 1
    assert html.index("Police data.") < html.index("<em>data</em>")


def test_notes_of_two_texts_on_one_page_never_share_a_place() -> None:
    places = re.findall(r' id="([^"]*)"', to_html(NOTED) + to_html(NOTED + " More."))
    assert len(places) == len(set(places)) == 8


def test_call_without_its_note_stays_as_it_was_typed() -> None:
    assert to_html("Fewer[^9] people.") == "<p>Fewer[^9] people.</p>\n"


def test_footnotes_pass_the_check_of_an_accessible_pdf() -> None:
    assert list(page.validate_pdf_bytes(render_pdf(f"<h1>R</h1>{to_html(NOTED)}", title="R"), profile="ua1").failures) == []


@pytest.mark.parametrize(
    "hostile", ["[^a]: <script>x()</script>\n\n[^a]", '[^"onclick="x]: y\n\n[^"onclick="x]', "[x](#note-0123456789-1)"]
)
def test_note_brings_no_element_or_place_of_its_own(hostile: str) -> None:
    html = to_html(hostile)
    assert "<script" not in html
    assert "onclick=" not in re.sub(r">[^<]*<", "><", html)
    assert 'href="#note-0123456789-1"' not in html


@pytest.mark.parametrize("text", ["[^a]: x\n\n" + "[^" * 49_000, "[^a]: " * 16_000, "[^a]: x\n\n" + "[^a]" * 24_000])
def test_notes_made_to_keep_us_waiting_come_back(text: str) -> None:
    assert to_html(text) is not None
