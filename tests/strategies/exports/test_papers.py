"""PDFs that are kept: everybody gets the same bytes, and what says something else is made beside them."""

from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from strategies.actions.make_paper import make_paper
from strategies.models import IssuedPaper, Section, Version
from svduty import clock
from svduty.editing.records import FrozenRecord
from svduty.pdf.workshop import Made
from svduty.tasks.models import Task
from tests.cast import Cast
from tests.strategies.conftest import signed_in
from tests.strategies.exports.samples import typed
from tests.strategies.helpers import at, last_event, make_publication, make_section, text_of

PDF = b"%PDF-1.7 made"


@pytest.fixture
def typed_version(cast: Cast) -> Version:
    return typed(cast, ("Purpose", "To keep people safe."))


@pytest.fixture
def set_at_once(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Without the seconds that setting in type takes: the names of what was asked for."""
    asked: list[str] = []

    def made(writing: Any) -> Made:
        asked.append(writing.title)
        return Made(PDF, 0.0, 0.0, 0, pages=4)

    monkeypatch.setattr("strategies.actions.make_paper.set_in_type", made)
    return asked


def paper_of(version: Version, cast: Cast, kind: str = "text") -> IssuedPaper:
    return make_paper(kind, version.strategy, version, actor=cast.coordinator).paper


def test_same_version_is_set_in_type_once_and_everybody_gets_the_same_bytes(
    typed_version: Version, cast: Cast, set_at_once: list[str]
) -> None:
    first = make_paper("text", typed_version.strategy, typed_version, actor=cast.coordinator)
    second = make_paper("text", typed_version.strategy, typed_version, actor=cast.viewer)
    assert (first.is_new, second.is_new, first.paper) == (True, False, second.paper)
    assert len(set_at_once) == 1
    assert last_event().event == "issuedpaper.made"
    got = signed_in(cast.viewer).get(at("strategy_paper_pdf", first.paper.pk))
    assert b"".join(got.streaming_content) == PDF  # type: ignore[attr-defined]  # a file's answer
    assert got["Content-Disposition"].endswith('filename="Serious Violence Strategy, version 2.pdf"')
    again = signed_in(cast.viewer).get(at("strategy_paper_pdf", first.paper.pk), headers={"if-none-match": got["ETag"]})
    assert again.status_code == 304


def test_version_that_was_published_since_gets_a_new_paper_and_the_old_one_stays(
    typed_version: Version, cast: Cast, set_at_once: list[str], coordinator: Client
) -> None:
    old = paper_of(typed_version, cast)
    page = text_of(coordinator.get(at("version", typed_version.pk)))
    assert "Make the PDF of the text" not in page.replace('<span class="govuk-visually-hidden">', "")
    make_publication(typed_version)
    page = text_of(coordinator.get(at("version", typed_version.pk)))
    assert at("version_paper_make", typed_version.pk, "text") in page
    assert at("strategy_paper", old.pk) in page
    assert "What it was made from has changed since." in text_of(coordinator.get(at("strategy_paper", old.pk)))
    assert paper_of(typed_version, cast) != old


def test_draft_is_made_again_only_when_it_has_changed(typed_version: Version, cast: Cast, set_at_once: list[str]) -> None:
    strategy = typed_version.strategy
    section: Section = make_section(strategy)
    first = make_paper("draft", strategy, None, actor=cast.coordinator).paper
    assert make_paper("draft", strategy, None, actor=cast.coordinator).paper == first
    section.text = "Other words."
    section.save()
    assert make_paper("draft", strategy, None, actor=cast.coordinator).is_new


def test_asking_leads_to_the_paper_and_asking_again_makes_no_other(typed_version: Version, cast: Cast, set_at_once: list[str]) -> None:
    client = signed_in(cast.viewer)
    make = at("version_paper_make", typed_version.pk, "text")
    making = client.post(make)["Location"]
    task = Task.objects.get(kind="strategypaper.make")
    assert making == at("strategy_paper_making", task.pk)
    paper = IssuedPaper.objects.get()
    assert client.get(making)["Location"] == at("strategy_paper", paper.pk)
    assert client.get(making, headers={"x-look-again": "1"}).status_code == 204
    assert client.post(make)["Location"] == at("strategy_paper", paper.pk)
    assert Task.objects.filter(kind="strategypaper.make").count() == len(set_at_once) == 1


def test_nobody_changes_a_kept_paper(typed_version: Version, cast: Cast, set_at_once: list[str]) -> None:
    paper = paper_of(typed_version, cast)
    paper.title = "Another"
    with pytest.raises(FrozenRecord):
        paper.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        IssuedPaper.objects.filter(pk=paper.pk).update(title="Another")


def test_draft_without_sections_cannot_be_taken_away(typed_version: Version, coordinator: Client) -> None:
    strategy = typed_version.strategy
    for name in ("strategy_draft_word", "strategy_draft_markdown"):
        assert coordinator.get(at(name, strategy.pk)).status_code == 404
    assert coordinator.post(at("strategy_draft_paper_make", strategy.pk)).status_code == 404
    assert "Take it away" not in text_of(coordinator.get(at("strategy_draft", strategy.pk)))


def test_draft_says_that_it_is_one_and_when(typed_version: Version, coordinator: Client) -> None:
    make_section(typed_version.strategy)
    text = coordinator.get(at("strategy_draft_markdown", typed_version.strategy.pk))
    body = b"".join(text.streaming_content).decode()  # type: ignore[attr-defined]  # a file's answer
    assert "**DRAFT**" in body
    today = clock.local(clock.now())
    assert f"on {today.day} {today:%B %Y}. It can change at any time." in body
