"""The pages of a paper's way: its plan, its boards, and putting it on their agendas."""

import datetime
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships import legal_dates as legal_dates_module
from partnerships.legal_dates import LegalDate
from partnerships.models import AgendaItem, AuditEntry, Board, PaperRoute, RouteStep, User
from tests.cast import Cast
from tests.partnerships.conftest import words
from tests.partnerships.pack_samples import a_board, a_meeting

THROUGH_BY = date(2027, 1, 31)


@pytest.fixture
def way(cast: Cast) -> PaperRoute:
    """Two boards, the second of which decides, each with a meeting in time."""
    health = a_board(cast.ours, name="Health board", paper_days=3)
    safety = a_board(cast.ours, name="Safety board")
    a_meeting(health, date(2026, 12, 15))
    a_meeting(safety, date(2027, 1, 14))
    route = PaperRoute.objects.create(partnership=cast.ours, title="Strategy 2027 to 2030", through_by=THROUGH_BY, why_then="A legal day")
    RouteStep.objects.create(route=route, board=health, position=1)
    RouteStep.objects.create(route=route, board=safety, position=2, purpose="decision")
    return route


def at(name: str, *args: object) -> str:
    return reverse(name, args=["anyborough", *args])


@pytest.fixture(autouse=True)
def _on_that_day() -> Iterator[None]:
    with time_machine.travel(datetime.datetime(2026, 11, 2, 10, tzinfo=datetime.UTC), tick=False):
        yield


def test_page_says_how_it_stands_and_what_to_do(way: PaperRoute, viewer: Client) -> None:
    page = words(viewer.get(at("paperroute", way.pk)))
    assert "It fits. The paper must be ready to go out by 9 December 2026 (Wednesday)" in page
    assert "Three clear days, its own rule." in page
    assert "Put it on" not in page
    assert "It fits." in words(viewer.get(at("paperroutes")))


def test_paper_is_put_on_each_agenda_once(way: PaperRoute, coordinator: Client) -> None:
    before = coordinator.get(at("paperroute", way.pk))
    assert "Put it on 2 agendas" in words(before)
    for _ in range(2):
        coordinator.post(at("paperroute_place", way.pk))
    assert [(item.meeting.day, item.title, item.purpose, item.late_reason) for item in AgendaItem.objects.order_by("meeting__day")] == [
        (date(2026, 12, 15), "Strategy 2027 to 2030", "discussion", ""),
        (date(2027, 1, 14), "Strategy 2027 to 2030", "decision", ""),
    ]
    assert [step.meeting.day for step in RouteStep.objects.order_by("position") if step.meeting] == [date(2026, 12, 15), date(2027, 1, 14)]
    events = list(AuditEntry.objects.order_by("number").values_list("event", flat=True))
    assert events == ["agendaitem.added", "routestep.changed"] * 2
    page = words(coordinator.get(at("paperroute", way.pk)))
    assert "Put it on" not in page
    assert ", on its agenda" in page


def test_late_paper_takes_its_reason_to_the_agenda(way: PaperRoute, cast: Cast, as_person: Callable[[User], Client]) -> None:
    with time_machine.travel(datetime.datetime(2026, 12, 11, 10, tzinfo=datetime.UTC), tick=False):
        answer = as_person(cast.coordinator).post(at("paperroute_place", way.pk), follow=True)
    assert "say in the item why the paper was not ready" in words(answer)
    late, fits = AgendaItem.objects.order_by("meeting__day")
    assert late.late_reason.startswith("The paper could not go out by 9 December 2026, three clear days before the meeting")
    assert "no later meeting of this board leaves time for Safety board after it" in late.late_reason
    assert fits.late_reason == ""


def test_paper_goes_on_a_chosen_agenda_even_when_its_meeting_was_cancelled_for_another(way: PaperRoute, coordinator: Client) -> None:
    step = way.steps.get(board__name="Safety board")
    gone = a_meeting(step.board, date(2027, 1, 21), state="cancelled")
    RouteStep.objects.filter(pk=step.pk).update(meeting=gone)
    page = words(coordinator.get(at("paperroute", way.pk)))
    assert "The meeting that was chosen was cancelled. The plan looks for another." in page
    assert "14 January 2027 (Thursday)" in page


def test_board_is_added_moved_and_taken_off(way: PaperRoute, coordinator: Client, cast: Cast) -> None:
    third = a_board(cast.ours, name="Scrutiny")
    coordinator.post(at("routestep_add", way.pk), {"board": third.pk, "purpose": "note"})
    step = RouteStep.objects.get(board=third)
    coordinator.post(at("routestep_move", step.pk, "up"))

    def order() -> list[str]:
        return list(way.steps.filter(withdrawn_on=None).order_by("position").values_list("board__name", flat=True))

    assert order() == ["Health board", "Scrutiny", "Safety board"]
    coordinator.post(at("routestep_withdraw", step.pk), {"seen_version": step.version, "reason": "Not needed"})
    assert order() == ["Health board", "Safety board"]
    assert "Not needed" in words(coordinator.get(at("paperroute", way.pk)))
    assert {"routestep.added", "routestep.moved", "routestep.withdrawn"} <= set(AuditEntry.objects.values_list("event", flat=True))


def test_meeting_of_another_board_is_refused(way: PaperRoute, coordinator: Client) -> None:
    step = way.steps.get(board__name="Safety board")
    other = Board.objects.get(name="Health board").meetings.get()
    answer = coordinator.post(
        at("routestep_change", step.pk), {"board": step.board_id, "purpose": "decision", "meeting": other.pk, "seen_version": step.version}
    )
    assert "That is a meeting of Health board. Choose one of Safety board" in words(answer)
    step.refresh_from_db()
    assert step.meeting is None


def test_day_of_the_law_is_offered_and_taken_with_its_words(cast: Cast, coordinator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = LegalDate(date(2027, 1, 31), "Publish the strategy: SI 2022/1304 regulation 3(1)")
    monkeypatch.setattr(legal_dates_module, "_sources", [lambda partnership, on: [offered]])
    assert "31 January 2027 (Sunday): Publish the strategy" in words(coordinator.get(at("paperroute_add")))
    coordinator.post(at("paperroute_add"), {"title": "Strategy", "legal": offered.value})
    route = PaperRoute.objects.get()
    assert (route.through_by, route.why_then) == (offered.day, offered.words)


def test_route_without_a_day_is_asked_for_one_and_keeps_what_was_typed(cast: Cast, coordinator: Client) -> None:
    answer = coordinator.post(at("paperroute_add"), {"title": "Strategy", "note": "Typed with care"})
    assert "for example 31 1 2027" in words(answer)
    assert "Typed with care" in words(answer)
    assert not PaperRoute.objects.exists()


def test_day_that_has_passed_is_questioned_and_then_kept(cast: Cast, coordinator: Client) -> None:
    posted = {"title": "Strategy", "through_by": "1 10 2026"}
    assert "has passed already" in words(coordinator.post(at("paperroute_add"), posted))
    coordinator.post(at("paperroute_add"), {**posted, "cautions_seen": "passed"})
    assert PaperRoute.objects.get().through_by == date(2026, 10, 1)


def test_list_asks_the_same_however_many_papers_there_are(way: PaperRoute, viewer: Client) -> None:
    with CaptureQueriesContext(connection) as few:
        viewer.get(at("paperroutes"))
    for number in range(10):
        route = PaperRoute.objects.create(partnership=way.partnership, title=f"Paper {number}", through_by=THROUGH_BY)
        for step in way.steps.all():
            RouteStep.objects.create(route=route, board=step.board, position=step.position)
    with CaptureQueriesContext(connection) as many:
        viewer.get(at("paperroutes"))
    assert len(many) == len(few) <= 12
