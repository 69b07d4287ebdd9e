import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.models import AgendaItem, AuditEntry, Decision, Meeting, MeetingAction
from partnerships.pages_of_text import pages_of
from tests.cast import Cast, day
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, hold, make_board, make_meeting

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(make_board(cast.ours), state="held", quorate=True)


def test_minutes_are_kept_and_read_as_they_are_meant(coordinator: Client, viewer: Client, meeting: Meeting) -> None:
    text = "## 1. The definition\n\nThe board **agreed** it.\n\n<script>alert(1)</script>"
    sent = {"minutes": text, "minutes_agreed_on": "19 5 2026", "seen_version": 1}
    assert coordinator.post(address("meeting_minutes_change", meeting.pk), sent).status_code == 302
    page = viewer.get(address("meeting_minutes", meeting.pk)).content.decode()
    assert "<strong>agreed</strong>" in page
    assert "<script>alert(1)" not in page
    assert "Agreed on 19 May 2026." in page


@pytest.mark.slow
def test_ten_thousand_lines_are_kept_and_shown_page_by_page(coordinator: Client, viewer: Client, meeting: Meeting) -> None:
    text = "\n".join(f"Line {number}: what was said." for number in range(10_000))
    coordinator.post(address("meeting_minutes_change", meeting.pk), {"minutes": text, "seen_version": 1})
    meeting.refresh_from_db()
    assert meeting.minutes.replace("\r\n", "\n") == text
    shown = ""
    page = 1
    while "Line 9999:" not in shown:
        answer = viewer.get(address("meeting_minutes", meeting.pk), {"page": page})
        assert len(answer.content) < 100_000
        shown += answer.content.decode()
        page += 1
        assert page < 20
    assert all(f"Line {number}:" in shown for number in range(10_000))


def test_a_text_over_the_limit_is_told_and_not_lost(coordinator: Client, meeting: Meeting) -> None:
    text = "a" * 1_000_001
    answer = coordinator.post(address("meeting_minutes_change", meeting.pk), {"minutes": text, "seen_version": 1})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "“Minutes” can have at most 1000000 characters; this has 1000001. Shorten it." in page
    assert text in page
    meeting.refresh_from_db()
    assert meeting.minutes == ""


def test_two_people_writing_the_minutes_lose_no_words(coordinator: Client, meeting: Meeting) -> None:
    change = address("meeting_minutes_change", meeting.pk)
    coordinator.post(change, {"minutes": "First words", "seen_version": 1})
    answer = coordinator.post(change, {"minutes": "Second words", "seen_version": 1})
    assert answer.status_code == 409
    assert "First words" in words(answer)
    assert "Second words" in words(answer)


def test_a_file_serves_as_minutes_and_is_kept_once(coordinator: Client, viewer: Client, meeting: Meeting) -> None:
    upload = SimpleUploadedFile("minutes.txt", b"The board met.\n")
    coordinator.post(address("meeting_minutes_change", meeting.pk), {"upload": upload, "seen_version": 1})
    meeting.refresh_from_db()
    assert meeting.minutes_file
    assert address("file", meeting.minutes_file_id) in words(viewer.get(address("meeting_minutes", meeting.pk)))
    assert Meeting.objects.count() == 1
    assert AuditEntry.objects.get(event="meeting.changed").comment == "With the file minutes.txt."


def test_a_planned_meeting_has_no_minutes(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(state="planned")
    page = words(coordinator.post(address("meeting_minutes_change", meeting.pk), {"minutes": "We met", "seen_version": 1}))
    assert "This meeting is still planned." in page
    assert "We met" in page


def test_the_draft_is_composed_of_what_is_recorded_and_saves_nothing(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(state="planned", quorate=None)
    meeting.others = "Press officer"
    meeting.save()
    item = AgendaItem.objects.create(
        meeting=meeting, position=1, title="The definition", sent_on=day("2026-05-11"), late_reason="Figures came late."
    )
    hold(coordinator, meeting, rest="member", Fire_Commander="apologies", Head_of_Probation="absent")
    meeting.attendances.filter(seat__post="Chief Executive").update(interest="Employs the author.")
    police = meeting.attendances.get(seat__post="Borough Commander")
    police.came, police.deputy, police.authority = "deputy", "Chief Inspector", "letter of 3 May 2026"
    police.save()
    Decision.objects.create(
        meeting=meeting, item=item, wording="To agree\nversion 2.", outcome="agreed", in_favour=3, dissent="None of note."
    )
    Decision.objects.create(meeting=meeting, wording="A slip", outcome="agreed", withdrawn_on=datetime.date(2026, 5, 19))
    MeetingAction.objects.create(meeting=meeting, what="Publish it", post="Press officer", due_on=day("2026-06"))
    page = coordinator.get(address("meeting_minutes_change", meeting.pk), {"draft": "yes"})
    text = page.context["form"]["minutes"].value()
    assert text == (
        "# Shirebrook Board\n\n"
        "Minutes of the meeting of 13 May 2026 (Wednesday).\n\n"
        "## Attendance\n\n"
        "Present:\n\n- Leader (Shirebrook Council)\n- Chief Executive (Shirebrook Council)\n"
        "- Chief Inspector for Borough Commander (Shire Police); authority: letter of 3 May 2026\n"
        "- Scrutiny Officer (Shirebrook Council)\n\n"
        "Apologies:\n\n- Fire Commander (Shire Police)\n\n"
        "Not present:\n\n- Head of Probation (Shirebrook Council)\n\n"
        "Also present:\n\n- Press officer\n\n"
        "Quorum: 3 of 5 members were needed (half of all members, and the chair); 3 were there, and the chair. The meeting was quorate.\n\n"
        "## Interests declared\n\n- Chief Executive: Employs the author.\n\n"
        "## 1. The definition\n\n"
        "The paper went out late, on 11 May 2026. Reason for urgency: Figures came late.\n\n"
        "*What was said:*\n\n"
        "**Agreed**: To agree version 2.\n\nVotes: 3 in favour.\n\nDissent: None of note.\n\n"
        "## Other decisions and actions\n\n"
        "**Action**: Publish it (Press officer, by June 2026)\n"
    )
    meeting.refresh_from_db()
    assert meeting.minutes == ""


def test_a_draft_never_takes_the_place_of_written_minutes(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(minutes="Written by hand")
    page = coordinator.get(address("meeting_minutes_change", meeting.pk), {"draft": "yes"})
    assert page.context["form"]["minutes"].value() == "Written by hand"


@pytest.mark.parametrize("text", ["", "short", "a" * 1000, "word " * 500, "line\n" * 500, "one\n\ntwo\n\n" * 200, "é" * 333])
def test_pages_of_a_text_hold_every_word_of_it(text: str) -> None:
    pages = pages_of(text, 100)
    assert "".join("".join(pages).split()) == "".join(text.split())
    assert all(len(page) <= 125 for page in pages)
