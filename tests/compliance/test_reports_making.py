"""A report that is being made off the request: what its page says until it is there, and that there is only ever one."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client

from compliance.actions import issue_report as action
from compliance.models import IssuedReport
from compliance.report import gather as gathering
from compliance.tasks import ask_for_report, make_report
from compliance.views.reports_making import LOOK
from partnerships.models import AuditEntry
from partnerships.models.person import Role
from svduty import clock
from svduty.pdf import PdfFailed, errors
from svduty.tasks import engine, running
from svduty.tasks.models import State, Task
from tests.cast import Cast, day
from tests.compliance.pages import at, signed_in, text_of
from tests.workers import QUEUE

ON = day("2024-02-10").earliest


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the engine: what it prints does not matter here."""
    monkeypatch.setattr(action, "report_pdf", lambda source, issue: b"%PDF-1.7 quick")


@pytest.fixture
def queued(settings: Any) -> None:
    """Work waits for a worker, and none is there."""
    settings.TASKS = QUEUE


def ask(cast: Cast, signed_off_by: str = "Head of Safety") -> Task:
    return ask_for_report(cast.ours, as_at=ON, signed_off_by=signed_off_by, actor=cast.coordinator)


def breaks_with(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    def breaks(source: object, issue: object) -> bytes:
        raise problem

    monkeypatch.setattr(action, "report_pdf", breaks)


def test_report_is_asked_for_made_and_opened(cast: Cast, coordinator: Client, queued: None) -> None:
    asked = coordinator.post(at("report_make", as_at="10 2 2024"), {"signed_off_by": "Head of Safety"})
    task = Task.objects.get()
    assert asked["Location"] == at("report_making", task.pk)
    assert not IssuedReport.objects.exists()
    page = coordinator.get(asked["Location"])
    assert "It waits for its turn." in text_of(page)
    assert '<noscript><meta http-equiv="refresh"' in page.content.decode()
    assert at("report_making", task.pk) in coordinator.get(at("reports")).content.decode()
    Task.objects.update(state=State.RUNNING)
    assert "It is being set in type." in text_of(coordinator.get(asked["Location"]))
    Task.objects.update(state=State.WAITING)
    engine.call.func(task.pk)
    report = IssuedReport.objects.get()
    assert (report.signed_off_by, report.as_at, report.issued_by_id) == ("Head of Safety", ON, cast.coordinator.pk)
    done = coordinator.get(asked["Location"])
    assert done["Location"] == at("report", 1)
    assert "is being made" not in text_of(coordinator.get(at("reports")))


def test_script_that_looks_is_told_without_spending_the_message(cast: Cast, coordinator: Client) -> None:
    task = ask(cast)
    assert coordinator.get(at("report_making", task.pk), headers={LOOK: "1"}).status_code == 204
    page = coordinator.get(at("report_making", task.pk), follow=True)
    assert text_of(page).count("Report 1 is issued.") == 1


def test_queue_is_told_keys_a_day_and_the_sign_off_and_no_records(cast: Cast, queued: None) -> None:
    task = ask(cast)
    assert task.arguments == {"as_at": "2024-02-10", "signed_off_by": "Head of Safety"}
    assert (task.partnership_id, task.asked_by_id) == (cast.ours.pk, cast.coordinator.pk)
    assert cast.ours.name not in str(Task.objects.values())


def test_same_report_asked_for_twice_at_once_is_made_once(cast: Cast, coordinator: Client, queued: None) -> None:
    addresses = {coordinator.post(at("report_make", as_at="10 2 2024"), {"signed_off_by": "x"})["Location"] for _ in range(2)}
    assert len(addresses) == 1
    other = ask(cast, "y")
    for task in Task.objects.all():
        engine.call.func(task.pk)
    assert IssuedReport.objects.count() == 2
    assert other.pk in Task.objects.values_list("pk", flat=True)


def test_worker_that_dies_after_the_report_was_kept_issues_no_second_one(cast: Cast, queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The task is over in the transaction that keeps the report, even if records change before anybody looks again."""
    task = ask(cast)

    def dies(*arguments: object, **named: object) -> None:
        raise SystemExit

    monkeypatch.setattr(action, "Issued", dies)
    with pytest.raises(SystemExit):
        engine.call.func(task.pk)
    task.refresh_from_db()
    assert (task.state, task.outcome) == (State.DONE, {"number": 1, "is_new": True})
    engine.call.func(task.pk)
    assert IssuedReport.objects.count() == 1


def test_report_and_task_are_kept_together_or_not_at_all(cast: Cast, queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    task = ask(cast)
    finish = running.Run.finish

    def finishes_and_breaks(self: running.Run, outcome: dict[str, object]) -> None:
        finish(self, outcome)
        raise RuntimeError

    monkeypatch.setattr(running.Run, "finish", finishes_and_breaks)
    engine.call.func(task.pk)
    task.refresh_from_db()
    assert (task.state, task.outcome) == (State.WAITING, None)
    assert not IssuedReport.objects.exists()


def test_run_that_was_taken_for_dead_keeps_no_report(cast: Cast, queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    task = ask(cast)
    entries = AuditEntry.objects.count()

    def slow(source: object, issue: object) -> bytes:
        Task.objects.filter(pk=task.pk).update(state=State.WAITING, lease="")
        return b"%PDF late"

    monkeypatch.setattr(action, "report_pdf", slow)
    engine.call.func(task.pk)
    assert (IssuedReport.objects.count(), AuditEntry.objects.count()) == (0, entries)
    monkeypatch.setattr(action, "report_pdf", lambda source, issue: b"%PDF in time")
    engine.call.func(task.pk)
    assert bytes(IssuedReport.objects.get().pdf) == b"%PDF in time"


LIMITS = [errors.PdfTookTooLong(), errors.PdfNeedsTooMuchMemory(), errors.PdfTooLarge()]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: type(limit).__name__)
def test_limit_that_is_reached_is_told_and_nothing_is_kept(
    cast: Cast, coordinator: Client, monkeypatch: pytest.MonkeyPatch, limit: PdfFailed
) -> None:
    entries = AuditEntry.objects.count()
    breaks_with(monkeypatch, limit)
    task = ask(cast)
    page = coordinator.get(at("report_making", task.pk))
    assert str(limit) in text_of(page)
    assert "refresh" not in page.content.decode()
    assert (task.state, task.tries) == (State.FAILED, 1)
    assert (IssuedReport.objects.count(), AuditEntry.objects.count()) == (0, entries)


def test_crash_of_the_engine_is_tried_again_and_then_told_with_a_button(
    cast: Cast, coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks_with(monkeypatch, errors.PdfStopped())
    task = ask(cast)
    page = coordinator.get(at("report_making", task.pk))
    assert "stopped before it had finished" in text_of(page)
    assert "Tried 3 times" in text_of(page)
    again = re.search(r'action="([^"]+/again/)"', page.content.decode())
    assert again
    monkeypatch.setattr(action, "report_pdf", lambda source, issue: b"%PDF-1.7 at last")
    answer = coordinator.post(again[1])
    assert answer["Location"] == at("report_making", task.pk)
    assert coordinator.get(answer["Location"])["Location"] == at("report", 1)
    assert IssuedReport.objects.get().signed_off_by == "Head of Safety"


def test_records_that_keep_changing_are_told_in_a_sentence(cast: Cast, coordinator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    counter = iter(range(100))
    monkeypatch.setattr(gathering.report_queries, "heads_of_chains", lambda partnership: {"a": str(next(counter))})
    task = ask(cast)
    assert "Try again in a minute" in text_of(coordinator.get(at("report_making", task.pk)))
    assert not IssuedReport.objects.exists()


def test_next_try_is_announced(cast: Cast, coordinator: Client, queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_with(monkeypatch, errors.PdfStopped())
    task = ask(cast)
    engine.call.func(task.pk)
    page = text_of(coordinator.get(at("report_making", task.pk)))
    assert "It did not work yet. It is tried again by itself at" in page
    assert "stopped before it had finished" in page


def test_waiting_longer_than_usual_says_what_to_do(cast: Cast, coordinator: Client, queued: None) -> None:
    task = ask(cast)
    Task.objects.update(due_at=clock.now() - datetime.timedelta(minutes=5))
    assert "tell the person who looks after this service" in text_of(coordinator.get(at("report_making", task.pk)))


def test_reader_may_look_but_not_try_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_with(monkeypatch, errors.PdfTooLarge())
    task = ask(cast)
    viewer = signed_in(cast.people[Role.VIEWER])
    page = viewer.get(at("report_making", task.pk))
    assert "A coordinator can try again." in text_of(page)
    assert "/again/" not in page.content.decode()
    assert viewer.post(at("report_making_again", task.pk)).status_code == 403


def test_report_of_another_partnership_that_is_being_made_is_not_found(cast: Cast, queued: None) -> None:
    task = ask(cast)
    stranger = signed_in(cast.stranger)
    for address in (at("report_making", task.pk), at("report_making", task.pk, slug="otherton")):
        assert stranger.get(address).status_code == 404
    assert stranger.post(at("report_making_again", task.pk, slug="otherton")).status_code == 404


def test_whoever_tries_again_answers_for_the_report(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_with(monkeypatch, errors.PdfTooLarge())
    task = ask_for_report(cast.ours, as_at=ON, signed_off_by="", actor=cast.viewer)
    monkeypatch.setattr(action, "report_pdf", lambda source, issue: b"%PDF")
    signed_in(cast.coordinator).post(at("report_making_again", task.pk))
    assert IssuedReport.objects.get().issued_by_id == cast.coordinator.pk


def test_kind_keeps_its_name_for_tasks_wait_under_it() -> None:
    assert make_report.name == "report.make"
