"""The same actions under a funder's themes, in its order, and a day that is entered and never assumed."""

import datetime
import io
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from partnerships.models import AuditEntry
from partnerships.models.person import Role
from strategies.models import Action, PlanTheme, RegionalPlanSending, Strategy
from strategies.regional_plan import regional_groups
from strategies.regional_themes import LONDON
from tests.cast import Cast, day
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.workbooks.plans import HOSTILE, TODAY, make_plan


@pytest.fixture
def plan(strategy: Strategy) -> dict[str, Any]:
    return make_plan(strategy)


def content_of(client: Client, kind: str) -> bytes:
    return b"".join(client.get(at("regionalplan_file", kind)).streaming_content)  # type: ignore[arg-type]  # bytes of a file


def test_actions_stand_in_the_funders_order_and_those_of_no_theme_last(strategy: Strategy, plan: dict[str, Any]) -> None:
    ours = strategy.partnership
    first = PlanTheme.objects.create(partnership=ours, position=1, title="Governance", ends=day("2025-12"))
    PlanTheme.objects.create(partnership=ours, position=2, title="No longer asked for", ends=day("2025-12"))
    PlanTheme.objects.filter(title="Reducing access to weapons").update(position=3)
    Action.objects.create(partnership=ours, title="A board for knives", theme=first)
    groups = [(group.title, [line.action.title for line in group.lines], group.ended) for group in regional_groups(ours, TODAY)]
    assert groups == [
        ("1. Governance", ["A board for knives"], True),
        ("3. Reducing access to weapons", ["Mentors in three schools"], False),
        ("Under no theme", [HOSTILE], False),
    ]


def test_londons_eight_themes_begin_a_plan_once(coordinator: Client, cast: Cast) -> None:
    assert "Begin with London’s eight themes" in text_of(coordinator.get(at("regionalplan")))
    for _ in range(2):
        coordinator.post(at("plantheme_london"))
    assert list(PlanTheme.objects.values_list("position", "title")) == list(enumerate(LONDON, start=1))
    assert AuditEntry.objects.filter(event="plantheme.added").count() == 8
    assert "Begin with London’s eight themes" not in text_of(coordinator.get(at("regionalplan")))


def test_the_day_is_entered_and_what_was_sent_is_kept(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    told = {"title": "Violence and Vulnerability Action Plan", "recipient": "Violence Reduction Unit", "seen_version": "1"}
    without = coordinator.post(at("regionalplansending_add"), told)
    assert "it cannot be left empty" in text_of(without)
    upload = SimpleUploadedFile("plan.txt", b"The plan as sent.")
    with time_machine.travel(datetime.datetime(2024, 3, 4, 12, tzinfo=datetime.UTC)):
        sent = {**told, "due_on": "28 2 2024", "sent_on": "1 3 2024", "sent_by": plan["council"].pk, "upload": upload}
        assert coordinator.post(at("regionalplansending_add"), sent).status_code == 302
        page = text_of(coordinator.get(at("regionalplan")))
    sending = RegionalPlanSending.objects.get()
    assert (sending.due_on, str(sending.sent_on), sending.sent_by) == (datetime.date(2024, 2, 28), "1 March 2024", plan["council"])
    assert sending.document
    assert sending.document.name == "plan.txt"
    assert "28 February 2024" in page
    assert "1 March 2024 by Anyborough District Council" in page


def test_word_and_workbook_follow_the_themes_and_hold_no_formula(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    PlanTheme.objects.create(partnership=strategy.partnership, position=2, title="Supporting victims")
    document = Document(io.BytesIO(content_of(coordinator, "docx")))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Heading 1"]
    assert headings == ["Reducing access to weapons", "Supporting victims", "Under no theme"]
    assert "No action stands under this theme." in [paragraph.text for paragraph in document.paragraphs]
    sheet = load_workbook(io.BytesIO(content_of(coordinator, "xlsx"))).worksheets[0]
    assert [row[:2] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("Reducing access to weapons", "Mentors in three schools"),
        ("Supporting victims", "No action stands under this theme."),
        ("Under no theme", HOSTILE),
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


@pytest.mark.slow
def test_the_pdf_follows_the_themes(coordinator: Client, strategy: Strategy, plan: dict[str, Any]) -> None:
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content_of(coordinator, "pdf"))).pages).split())
    assert text.index("Reducing access to weapons") < text.rindex("Mentors in three schools") < text.rindex("Under no theme")


def test_another_partnerships_themes_are_not_there(cast: Cast, their_version: Any) -> None:
    theirs = PlanTheme.objects.create(partnership=their_version.strategy.partnership, position=1, title="Otherton theme")
    client = signed_in(cast.people[Role.COORDINATOR])
    assert "Otherton theme" not in text_of(client.get(at("regionalplan")))
    assert client.get(at("plantheme_change", theirs.pk)).status_code == 404
