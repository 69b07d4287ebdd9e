import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.models import AgendaItem, AuditEntry, LocalDefinition, Meeting
from strategies.models import AnnualReview, NeedsAssessment
from tests.cast import Cast, day, make_version
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, make_board, make_meeting
from tests.partnerships.test_meetings import ticked

pytestmark = pytest.mark.usefixtures("_today")
REASON = "The police figures arrived on 2 December."


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 12, 4, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(make_board(cast.ours), "2026-12-09")


def item(title: str = "The definition", **more: object) -> dict[str, object]:
    return {"title": title, "purpose": "decision", **more}


def test_an_item_points_at_exactly_that_version_and_links_to_it(cast: Cast, coordinator: Client, meeting: Meeting) -> None:
    definition = LocalDefinition.objects.create(partnership=cast.ours, number=2, wording="Words", version=3)
    coordinator.post(address("agendaitem_add", meeting.pk), item(about=f"localdefinition:{definition.pk}"))
    made = AgendaItem.objects.get()
    kept = (made.about_kind, made.about_pk, made.about_label, made.about_version)
    assert kept == ("localdefinition", definition.pk, "Local definition, version 2", 3)
    assert address("localdefinition", definition.pk) in words(coordinator.get(address("meeting", meeting.pk)))
    assert AuditEntry.objects.get(event="agendaitem.added").changes["About"] == ["", "Local definition, version 2"]


def test_nothing_of_another_partnership_can_be_pointed_at(cast: Cast, coordinator: Client, meeting: Meeting) -> None:
    foreign = LocalDefinition.objects.create(partnership=cast.theirs, number=7, wording="Theirs")
    add = address("agendaitem_add", meeting.pk)
    assert "version 7" not in words(coordinator.get(add))
    assert "Choose “What is it about?” from the list" in words(coordinator.post(add, item(about=f"localdefinition:{foreign.pk}")))
    assert not AgendaItem.objects.exists()


def test_what_was_withdrawn_meanwhile_stays_chosen_as_it_was_meant(cast: Cast, coordinator: Client, meeting: Meeting) -> None:
    definition = LocalDefinition.objects.create(partnership=cast.ours, number=2, wording="Words")
    coordinator.post(address("agendaitem_add", meeting.pk), item(about=f"localdefinition:{definition.pk}"))
    LocalDefinition.objects.update(withdrawn_on=datetime.date(2026, 12, 4), version=2)
    made = AgendaItem.objects.get()
    sent = item("The definition again", about=f"localdefinition:{definition.pk}", seen_version=1)
    assert coordinator.post(address("agendaitem_change", made.pk), sent).status_code == 302
    made.refresh_from_db()
    assert (made.title, made.about_pk, made.about_version) == ("The definition again", definition.pk, 1)


def test_a_paper_that_went_out_late_needs_its_reason_which_the_page_prints(coordinator: Client, meeting: Meeting) -> None:
    add = address("agendaitem_add", meeting.pk)
    page = words(coordinator.post(add, item(sent_on="2 12 2026")))
    assert "The board's rule is five clear days before the meeting, by 1 December 2026 (Tuesday). So it was late." in page
    assert "Enter why it could not wait" in page
    assert not AgendaItem.objects.exists()
    assert coordinator.post(add, item(sent_on="2 12 2026", late_reason=REASON)).status_code == 302
    page = words(coordinator.get(address("meeting", meeting.pk)))
    assert "Late paper" in page
    assert REASON in page


@pytest.mark.parametrize("sent_on", ["1 12 2026", "27 11 2026"])
def test_a_paper_in_time_is_asked_nothing(coordinator: Client, meeting: Meeting, sent_on: str) -> None:
    assert coordinator.post(address("agendaitem_add", meeting.pk), item(sent_on=sent_on)).status_code == 302
    assert "Late paper" not in words(coordinator.get(address("meeting", meeting.pk)))


def test_a_month_that_may_have_been_late_is_asked_about_and_not_called_late(coordinator: Client, meeting: Meeting) -> None:
    page = ticked(coordinator, address("agendaitem_add", meeting.pk), item(sent_on="December 2026"))
    assert "Whether it was late cannot be told without the day." in page
    assert "Late paper" not in words(coordinator.get(address("meeting", meeting.pk)))


def test_a_board_without_a_rule_has_no_late_papers(coordinator: Client, meeting: Meeting) -> None:
    type(meeting.board).objects.update(paper_days=None)
    assert coordinator.post(address("agendaitem_add", meeting.pk), item(sent_on="4 12 2026")).status_code == 302


def test_a_paper_is_kept_as_a_file_once_however_often_it_was_sent(coordinator: Client, meeting: Meeting) -> None:
    add = address("agendaitem_add", meeting.pk)
    for _ in range(2):
        coordinator.post(add, item(upload=SimpleUploadedFile("paper.txt", b"What we found.\n")))
    made = AgendaItem.objects.get()
    assert made.paper
    assert made.paper.name == "paper.txt"
    assert address("file", made.paper_id) in words(coordinator.get(address("meeting", meeting.pk)))


def test_items_change_places_and_the_order_is_the_numbering(coordinator: Client, meeting: Meeting) -> None:
    first, second, third = (AgendaItem.objects.create(meeting=meeting, position=0, title=title) for title in ("One", "Two", "Three"))
    coordinator.post(address("agendaitem_move", third.pk, "up"))
    coordinator.post(address("agendaitem_move", first.pk, "up"))
    assert list(meeting.items.order_by("position").values_list("title", flat=True)) == ["One", "Three", "Two"]
    coordinator.post(address("agendaitem_withdraw", first.pk), {"reason": "Put off", "seen_version": 1})
    page = words(coordinator.get(address("meeting", meeting.pk)))
    assert page.index("Item 1: </span>Three") < page.index("Item 2: </span>Two") < page.index("<s>One</s>")
    assert AuditEntry.objects.filter(event="agendaitem.moved").count() == 1
    second.refresh_from_db()
    assert second.version == 1
    assert coordinator.post(address("agendaitem_move", second.pk, "sideways")).status_code == 404


def test_no_item_is_added_to_a_cancelled_meeting(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(state="cancelled")
    assert "This meeting was cancelled" in words(coordinator.post(address("agendaitem_add", meeting.pk), item()))
    assert not AgendaItem.objects.exists()


def test_the_list_of_what_an_item_can_be_about_holds_every_kind_that_stands(cast: Cast, coordinator: Client, meeting: Meeting) -> None:
    version = make_version(cast.ours, cast.area)
    AnnualReview.objects.create(strategy=version.strategy, held_on=day("2025-01-10"))
    NeedsAssessment.objects.create(partnership=cast.ours, title="Needs 2023")
    page = words(coordinator.get(address("agendaitem_add", meeting.pk)))
    for label in (
        "Serious Violence Strategy, version 1",
        "Needs assessment “Needs 2023”",
        "Review of 10 January 2025 of “Serious Violence Strategy”",
    ):
        assert label in page
