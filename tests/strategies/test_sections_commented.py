"""Whoever writes a section sees the comments on it that wait for an answer."""

from django.test import Client

from strategies.models import ApprovalRound, Strategy
from tests.cast import Cast
from tests.strategies.commented import NOON, comment_on, typed_version
from tests.strategies.helpers import at, make_section, text_of
from tests.strategies.rounds import decide, make_round, seated_board


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


def test_editor_shows_what_boards_asked_to_change_in_the_version_they_saw_last(coordinator: Client, cast: Cast, strategy: Strategy) -> None:
    section = make_section(strategy)
    text = {"key": str(section.pk), "heading": section.heading, "text": section.text}
    board = seated_board(cast.ours)
    for words in ("Long done.", "Say <b>by when</b>."):
        later = typed_version(strategy, text)
        asked = make_round(board, later)
        decide(board, "Borough Commander", asked, "send-back", words)
        decide(board, "Head of Probation", asked, "approve")
        ApprovalRound.objects.filter(pk=asked.pk).update(state="closed", closed_at=NOON, outcome="sent-back")
    withdrawn = make_round(board, later)
    decide(board, "Station Manager", withdrawn, "send-back", "By mistake.")
    ApprovalRound.objects.filter(pk=withdrawn.pk).update(state="withdrawn", closed_at=NOON, closing_words="A mistake.")
    page = coordinator.get(at("section_change", section.pk)).content.decode()
    assert "What boards asked to change in version 3 (1)" in page
    assert "Say &lt;b&gt;by when&lt;/b&gt;." in page
    assert "Long done." not in page
    assert "By mistake." not in page
