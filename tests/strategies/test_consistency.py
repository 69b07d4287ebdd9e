"""manage.py check_records names versions, votes, rounds and public pages that contradict each other."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from partnerships.actions.store_file import store_file
from strategies.actions.freeze_version import seal_of
from strategies.models import Approval, ApprovalRound, PublicPage, Strategy, Version, Vote
from svduty import clock
from tests.cast import Cast, day
from tests.strategies.helpers import make_publication
from tests.strategies.rounds import holder, make_round, seated_board


def wrong() -> list[str]:
    """What the command says is wrong."""
    said = io.StringIO()
    try:
        call_command("check_records", stdout=said)
    except CommandError:
        return said.getvalue().splitlines()
    return []


TEXT = [{"key": "1", "heading": "Purpose", "text": "To keep people safe."}]


def frozen(cast: Cast, number: int = 1, sha256: str = "", **fields: Any) -> Version:
    """A version with its own seal, unless another is given."""
    strategy, _ = Strategy.objects.get_or_create(partnership=cast.ours, title="Strategy")
    kept = {"form": "typed", "dated": day("2023-12-01"), "sections": TEXT, "frozen_at": clock.now(), **fields}
    return Version.objects.create(strategy=strategy, number=number, title="Strategy", sha256=sha256 or seal_of(TEXT), **kept)


@pytest.fixture
def version(cast: Cast) -> Version:
    return frozen(cast)


@pytest.fixture
def asked(cast: Cast, version: Version) -> ApprovalRound:
    """A round that approved, with its answer and its approval."""
    board = seated_board(cast.ours)
    closed: dict[str, Any] = {"state": "closed", "closed_at": clock.now(), "outcome": "approved"}
    asked = make_round(board, version, **closed)
    given = {"choice": "approve", "sha256": version.sha256, "given_at": clock.now()}
    Vote.objects.create(round=asked, seat=board.seats.get(kind="chair"), given_by=holder(board, "Cabinet Member"), **given)
    Approval.objects.create(strategy_version=version, round=asked, decided_by=board.name, decided_on=day("2024-01-10"), outcome="approved")
    return asked


def test_what_belongs_together_agrees(cast: Cast, asked: ApprovalRound) -> None:
    make_publication(asked.strategy_version)
    PublicPage.objects.create(strategy_version=asked.strategy_version, opened_at=clock.now(), opened_by=cast.coordinator)
    assert wrong() == []


def test_a_version_whose_text_or_document_is_not_what_was_sealed_is_named(cast: Cast, version: Version) -> None:
    frozen(cast, 2, "1" * 64)
    stored = store_file(ContentFile(b"The strategy.", name="strategy.txt"), partnership=cast.ours, actor=None)
    frozen(cast, 3, stored.sha256, form="document", document=stored, sections=[])
    frozen(cast, 4, "2" * 64, form="document", document=stored, sections=[])
    assert [sentence.split(" is not what was frozen: ")[1] for sentence in wrong()] == [
        "its text does not give its seal.",
        "its document is another.",
    ]


def test_a_vote_on_another_text_is_named(asked: ApprovalRound) -> None:
    Vote.objects.update(sha256="1" * 64)
    [named] = wrong()
    assert "was not given on this version" in named


def test_a_vote_of_another_boards_seat_is_named(cast: Cast, asked: ApprovalRound) -> None:
    Vote.objects.update(seat=seated_board(cast.ours, "Another board").seats.get(kind="chair"))
    [named] = wrong()
    assert "not by this board" in named


@pytest.mark.parametrize("changes", [{"outcome": "sent-back"}, {"state": "open", "closed_at": None, "outcome": ""}])
def test_an_approval_that_is_not_what_its_round_came_to_is_named(asked: ApprovalRound, changes: dict[str, Any]) -> None:
    ApprovalRound.objects.update(**changes)
    [named] = wrong()
    assert "is not what its round came to" in named


def test_a_round_whose_decision_is_missing_is_named_and_one_without_a_decision_is_not(asked: ApprovalRound) -> None:
    Approval.objects.all().delete()
    [named] = wrong()
    assert "came to a decision that is not recorded" in named
    ApprovalRound.objects.update(outcome="not-decided")
    assert wrong() == []


def test_a_public_page_of_what_was_never_published_is_named(cast: Cast, version: Version) -> None:
    PublicPage.objects.create(strategy_version=version, opened_at=clock.now(), opened_by=cast.coordinator)
    [named] = wrong()
    assert "was never published" in named
