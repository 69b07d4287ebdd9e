"""Governance reviews: that the partnership looked again at how a board works."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.models import AuditEntry, Board, GovernanceReview
from tests.cast import Cast, day
from tests.partnerships.board_of import make_board
from tests.partnerships.conftest import words


@pytest.fixture
def board(cast: Cast) -> Board:
    return make_board(cast.ours, starts=day("2024-04-01"))


def add(board: Board) -> str:
    return f"/p/anyborough/boards/{board.pk}/reviews/add/"


def test_review_is_recorded_with_its_file_and_shown_on_the_board(board: Board, coordinator: Client) -> None:
    upload = SimpleUploadedFile("minutes.txt", b"Item 5: looked at the terms.", "text/plain")
    sent = {"held_on": "10 1 2025", "found": "The quorum was raised.", "reference": "Minutes, item 5", "upload": upload}
    assert coordinator.post(add(board), sent).status_code == 302
    review = GovernanceReview.objects.get(board=board)
    assert (str(review.held_on), review.document and review.document.name) == ("10 January 2025", "minutes.txt")
    page = words(coordinator.get(f"/p/anyborough/boards/{board.pk}/"))
    for said in ("10 January 2025", "The quorum was raised.", "Minutes, item 5", "minutes.txt"):
        assert said in page


def test_review_still_to_come_is_refused(board: Board, coordinator: Client) -> None:
    assert "is still to come" in words(coordinator.post(add(board), {"held_on": "1 1 2099"}))
    assert not GovernanceReview.objects.exists()


def test_review_before_the_board_began_is_kept_after_a_warning(board: Board, coordinator: Client) -> None:
    assert "Safety Board began on 1 April 2024, after that day." in words(coordinator.post(add(board), {"held_on": "1 3 2024"}))
    assert coordinator.post(add(board), {"held_on": "1 3 2024", "cautions_seen": "before-board"}).status_code == 302


def test_same_review_sent_twice_is_kept_once(board: Board, coordinator: Client) -> None:
    for _ in range(2):
        assert coordinator.post(add(board), {"held_on": "10 1 2025", "found": "Nothing."}).status_code == 302
    assert GovernanceReview.objects.count() == 1


def test_withdrawn_review_stays_listed_with_its_reason(board: Board, coordinator: Client) -> None:
    review = GovernanceReview.objects.create(board=board, held_on=day("2025-01-10"))
    address = f"/p/anyborough/boards/reviews/{review.pk}/withdraw/"
    assert coordinator.post(address, {"reason": "Of another board.", "seen_version": "1"}).status_code == 302
    assert AuditEntry.objects.get(event="governancereview.withdrawn").comment == "Of another board."
    page = words(coordinator.get(f"/p/anyborough/boards/{board.pk}/"))
    assert "Withdrawn</strong> Of another board." in page
    assert f"/reviews/{review.pk}/withdraw/" not in page
    assert coordinator.get(f"/p/anyborough/boards/reviews/{review.pk}/").status_code == 404
