"""The examples before their scrutiny committees, and the papers of their year."""

import datetime
import re

import pytest
import time_machine

from compliance.examples.anyborough import load as load_anyborough
from compliance.examples.warwickshire import load as load_warwickshire
from partnerships.models import PolicingBodyContact
from strategies.models import (
    AssuranceStatement,
    CommitteeReport,
    HomicideReview,
    PartnershipPlan,
    ReadinessAssessment,
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TODAY = datetime.date(2026, 11, 24)


def silent(_: str) -> None:
    """What is being done is of no interest here."""


def test_warwickshires_statement_is_due_by_the_end_of_spring_and_has_no_text_since_none_was_made() -> None:
    load_warwickshire(TODAY, silent)
    statement = AssuranceStatement.objects.get()
    assert (str(statement.due), statement.due.latest, statement.text) == ("Spring 2023", datetime.date(2023, 5, 31), "")
    assert (statement.approved_on, statement.published_on) == (None, None)


def test_warwickshires_paper_stands_with_its_five_recommendations_and_names_nobody() -> None:
    load_warwickshire(TODAY, silent)
    paper = CommitteeReport.objects.get()
    assert (paper.committee, paper.meeting_on) == ("Health and Wellbeing Board", datetime.date(2022, 9, 7))
    recommendations = paper.text.split("## Recommendations")[1].split("##")[0]
    assert re.findall(r"(?m)^(\d)\. ", recommendations) == ["1", "2", "3", "4", "5"]
    assert not re.search(r"Cllr|Councillor|@", paper.text)
    for model in (ScrutinyMeeting, ScrutinyReport, PartnershipPlan, ReadinessAssessment, HomicideReview, PolicingBodyContact):
        assert not model._default_manager.exists(), "the paper tells of none"


def test_anyborough_shows_scrutiny_answered_and_open_and_a_year_of_papers() -> None:
    with time_machine.travel(datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC), tick=True):
        load_anyborough(TODAY, silent)
    answered, waiting = ScrutinyReport.objects.order_by("dated")
    assert answered.replied_on
    assert (answered.replied_on.latest - answered.dated.latest).days <= 28
    assert (waiting.replied_on, (TODAY - waiting.dated.latest).days) == (None, 22)
    assert [bool(one.answered_on) for one in ScrutinyRequest.objects.order_by("asked_on")] == [True, False]
    assert {meeting.council.name for meeting in ScrutinyMeeting.objects.all()} == {"Anyborough District Council", "Anyshire County Council"}
    assert PolicingBodyContact.objects.count() == 3
    assert [one.level for one in ReadinessAssessment.objects.order_by("pk")] == ["Preparing", "Developing"]
    assert not HomicideReview.objects.exists()
    approved, writing = AssuranceStatement.objects.order_by("year")
    assert (approved.year, str(approved.approved_on), writing.year, writing.approved_on) == (2026, "14 May 2026", 2027, None)
    for statement in (approved, writing):
        assert statement.text != statement.composed
        assert "hardest at the hours after school" in statement.text
    assert "4 May 2026 (Monday)" in approved.text
    assert "## Risks" in CommitteeReport.objects.get().text
