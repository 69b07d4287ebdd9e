"""Whoever writes a section sees the comments on it that wait for an answer."""

from django.test import Client

from strategies.models import Strategy
from tests.cast import Cast
from tests.strategies.commented import NOON, comment_on, typed_version
from tests.strategies.helpers import at, make_section, text_of


def test_editor_shows_the_open_comments_on_its_section_alone(coordinator: Client, cast: Cast, strategy: Strategy) -> None:
    section, other = make_section(strategy), make_section(strategy, heading="Aims", position=2)
    typed = typed_version(strategy, *({"key": str(one.pk), "heading": one.heading, "text": one.text} for one in (section, other)))
    waiting = comment_on(typed, cast.viewer, "Say <b>who</b>.", section_key=str(section.pk), section_heading="Purpose")
    comment_on(typed, cast.viewer, "About the aims.", section_key=str(other.pk), section_heading="Aims")
    settled = {"answer": "accepted", "answer_reason": "Said.", "answered_by": cast.coordinator, "answered_at": NOON}
    comment_on(typed, cast.viewer, "Long settled.", section_key=str(section.pk), section_heading="Purpose", **settled)
    page = coordinator.get(at("section_change", section.pk)).content.decode()
    assert "Open comments on this section (1)" in page
    assert "Say &lt;b&gt;who&lt;/b&gt;." in page
    assert f"#comment-{waiting.pk}" in page
    assert "About the aims." not in page
    assert "Long settled." not in page
    assert "Open comments" not in text_of(coordinator.get(at("section_add", strategy.pk)))
