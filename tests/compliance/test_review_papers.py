"""A yearly review as a paper: for the board before it decides, and as it was finished."""

import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from docx import Document

from compliance.reviewing.paper import writing_of
from partnerships.audit.record import record
from partnerships.models import AuditEntry
from strategies.models import AnnualReview, ReviewWork
from svduty.tasks.models import Task
from tests.cast import Cast, make_version
from tests.compliance.pages import at, published, signed_in, text_of
from tests.strategies.helpers import make_review


@pytest.fixture
def client(cast: Cast) -> Any:
    with time_machine.travel("2025-01-20 12:00:00+00:00", tick=False):
        yield signed_in(cast.coordinator)


@pytest.fixture
def work(cast: Cast) -> ReviewWork:
    strategy = published(cast, on="2024-01-31").strategy
    said = {"effect": "Fewer were hurt.", "decision": "keep", "reason": "It works."}
    return ReviewWork.objects.create(strategy=strategy, opened_on="2024-11-02", due_on="2025-01-31", **said)


def words_in(response: Any) -> str:
    document = Document(io.BytesIO(b"".join(response.streaming_content) if response.streaming else response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_board_s_paper_is_a_draft_with_what_is_asked_judged_and_read_from_the_records(client: Client, work: ReviewWork) -> None:
    text = words_in(client.get(at("review_word", "reviewwork", work.pk)))
    for said in (
        "DRAFT",
        "Yearly review of Serious Violence Strategy",
        "To decide: Keep the strategy as it is",
        "It works.",
        "Effect on violence: Fewer were hurt.",
        "Money: Not written yet.",
        "Duties that changed",
        "Sent to the Home Office: Serious Violence Strategy, version 1",
    ):
        assert said in text


def test_a_finished_review_says_what_the_records_said_then_and_is_no_draft(client: Client, work: ReviewWork) -> None:
    data = {"held_on": "20 1 2025", "decision": "keep", "assessment_looked": "still-right", "cautions_seen": "not-judged"}
    client.post(at("reviewwork_finish", work.pk), data)
    review = AnnualReview.objects.get()
    text = words_in(client.get(at("review_word", "annualreview", review.pk)))
    assert "DRAFT" not in text
    assert "31 January 2024 to 20 January 2025" in text
    assert "Effect on violence: Fewer were hurt." in text
    # Whoever kept the address of the preparation gets the review.
    assert "DRAFT" not in words_in(client.get(at("review_word", "reviewwork", work.pk)))


def test_a_review_that_was_only_recorded_is_a_paper_too_and_a_stranger_s_is_none(cast: Cast, client: Client, work: ReviewWork) -> None:
    review = make_review(work.strategy, on="2025-01-10")
    assert "Fewer hospital visits." in words_in(client.get(at("review_word", "annualreview", review.pk)))
    theirs = make_review(make_version(cast.theirs, cast.their_area).strategy)
    assert client.get(at("review_word", "annualreview", theirs.pk)).status_code == 404
    assert client.get(at("review_word", "strategy", work.strategy_id)).status_code == 404


@pytest.mark.slow
def test_the_pdf_is_made_off_the_request_and_the_same_is_not_made_again(client: Client, work: ReviewWork) -> None:
    for _ in range(2):
        page = client.post(at("review_pdf", "reviewwork", work.pk), follow=True)
    assert "It stands under “For the board” when it is there." in text_of(page)
    work.refresh_from_db()
    assert work.paper is not None
    assert work.paper.name.endswith(".pdf")
    assert work.paper_of == writing_of(work).made_from
    assert Task.objects.filter(kind="reviewpaper.make", state="done").count() == 2
    assert AuditEntry.objects.filter(event="review.printed").count() == 1
    page = text_of(client.get(at("reviewwork", work.pk)))
    assert "PDF (" in page
    assert "Made earlier" not in page
    assert "have changed since" not in page
    first = work.paper_id
    ReviewWork.objects.update(effect="Many fewer were hurt.")
    record("action.added", actor=None, partnership=work.strategy.partnership, comment="Meet the schools")
    assert "The records have changed since the PDF was made on 20 January 2025 (Monday): 1 entry." in text_of(
        client.get(at("reviewwork", work.pk))
    )
    client.post(at("review_pdf", "reviewwork", work.pk))
    away = client.get(at("reviewwork", work.pk)).context["away"]
    assert ([paper.pk for paper in away["earlier"]], away["since"]) == ([first], None)
    data = {"held_on": "20 1 2025", "decision": "keep", "assessment_looked": "still-right", "cautions_seen": "not-judged"}
    client.post(at("reviewwork_finish", work.pk), data)
    finished = client.get(at("annualreview", AnnualReview.objects.get().pk)).content.decode()
    work.refresh_from_db()
    assert f"/files/{first}/" in finished
    assert f"/files/{work.paper_id}/" in finished
