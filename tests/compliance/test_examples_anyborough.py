"""Anyborough, the invented example: on any day it shows duties in every state, each by its story."""

import datetime

import pytest
import time_machine

from compliance.examples.anyborough_texts import HOW_WE_KNOW, IN_PLAIN_WORDS, OTHER_PLANS, PUBLISHED
from compliance.finding import Status
from compliance.models import IssuedReport
from partnerships.models import Partnership, StoredFile
from strategies.actions.freeze_version import seal_of
from strategies.consulted import Stage, span_of
from strategies.kept import kept_sections
from strategies.models import Consultation, NumberInArea, Strategy
from svduty import clock, dates
from svduty.text.differences import compare
from tests.compliance.example_data import findings, load, statuses

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LOAD_DAYS = ["2026-11-22", "2026-12-31", "2027-01-01", "2028-02-29"]


@pytest.mark.parametrize("day", LOAD_DAYS)
def test_on_any_day_anyborough_shows_duties_in_every_state_and_a_full_past_year(day):
    with time_machine.travel(f"{day} 12:00", tick=False):
        load("anyborough")
    on = datetime.date.fromisoformat(day)
    assert statuses("anyborough", on) == {
        "SVD-PART-01": Status.NOT_MET,  # the health body ended, its successor is not recorded
        "SVD-PART-02": Status.MET,
        "SVD-PART-03": Status.MET,
        "SVD-PART-04": Status.DUE_SOON,  # looked at nearly a year ago
        "SVD-PART-05": Status.DUE_LATER,  # four of six meetings; at one too few came
        "SVD-DEF-01": Status.CANNOT_TELL,  # no word on how one factor was considered
        "SVD-DEF-02": Status.MET,
        "SVD-DEF-03": Status.MET,
        "SVD-SNA-01": Status.MET,
        "SVD-SNA-02": Status.MET,
        "SVD-SNA-03": Status.MET,
        "SVD-CONS-01": Status.DUE_LATER,  # all 42 are being asked about the revised version
        "SVD-CONS-02": Status.MET,  # none there, and somebody confirmed it
        "SVD-CONS-03": Status.MET,
        "SVD-CONS-04": Status.NOT_APPLICABLE,
        "SVD-STR-01": Status.MET,
        "SVD-STR-02": Status.NOT_MET,  # the other strategies are there only in part
        "SVD-STR-03": Status.MET_LATE,  # checked the day after publication
        "SVD-STR-04": Status.DUE_LATER,  # the revised version is before the board
        "SVD-STR-05": Status.MET,
        "SVD-PUB-01": Status.DUE_LATER,  # and is published after that
        "SVD-PUB-02": Status.DUE_SOON,  # 28 days from approval, our local target
        "SVD-PUB-03": Status.OVERDUE,  # sent only to the policing body
        "SVD-PUB-04": Status.NOT_APPLICABLE,
        "SVD-PUB-05": Status.NOT_APPLICABLE,
        "SVD-REV-01": Status.MET,
        "SVD-REV-02": Status.DUE_LATER,  # a year from a publication of last week
        "SVD-REV-03": Status.NOT_APPLICABLE,  # no review of today's strategy yet
        "SVD-INFO-01": Status.OVERDUE,  # one of two agreements was to be looked at again 40 days ago
        "SVD-LPB-01": Status.DUE_SOON,  # 28 days from the asking, our local target
        "SVD-IMP-02": Status.NOT_MET,  # a refusal on a ground that section 15(9) takes away
        "SVD-IMP-01": Status.OVERDUE,  # one action is two months past its day, and nobody has taken on another
        "SVD-CSP-01": Status.MET,  # its plan points to the strategy
        "SVD-SCRU-01": Status.DUE_SOON,  # the district's committee met 290 days ago
        "SVD-SCRU-02": Status.DUE_SOON,  # a report of three weeks ago has no reply yet
        # The next return, two weeks after its quarter.
        "SVD-FUND-01": Status.DUE_LATER if day in ("2026-11-22", "2028-02-29") else Status.DUE_SOON,
        "SVD-FUND-02": Status.DUE_LATER,
        "SVD-MON-01": Status.OVERDUE,  # of one measure no figure has come for long
        "SVD-MON-02": Status.OVERDUE,  # one risk was to be looked at again
        "SVD-MON-03": Status.DUE_LATER,  # last spring's is made, the next is being written
        "SVD-MON-04": Status.MET,
        "SVD-OWHR-01": Status.NOT_APPLICABLE,
    }
    found = findings("anyborough", on)
    overdue = {finding.code: finding.due.on for finding in found if finding.current and finding.status == Status.OVERDUE and finding.due}
    month = dates.days_after(on, -80)
    assert overdue.pop("SVD-IMP-01") == dates.last_day_of_month(month.year, month.month)
    assert {code: overdue.pop(code) < on for code in ("SVD-MON-01", "SVD-MON-02")} == {"SVD-MON-01": True, "SVD-MON-02": True}
    assert overdue == {"SVD-PUB-03": on - datetime.timedelta(days=2), "SVD-INFO-01": on - datetime.timedelta(days=40)}
    # Of the earlier strategy three schools were not asked, much was missing, and equality, sending and the second review came late.
    ended = [finding.status for finding in found if finding.code == "SVD-IMP-01" and not finding.current]
    assert set(ended) == {Status.MET, Status.MET_LATE, Status.NOT_APPLICABLE}  # done in time, done late, stopped
    carried_out = {(one.code, one.status) for one in found if not one.current and one.code.split("-")[1] in ("SCRU", "FUND", "MON")}
    assert carried_out == {
        ("SVD-SCRU-01", Status.MET),
        ("SVD-SCRU-01", Status.MET_LATE),
        ("SVD-FUND-01", Status.MET),
        ("SVD-FUND-01", Status.MET_LATE),
        ("SVD-FUND-02", Status.MET),
        ("SVD-MON-03", Status.MET),
    }
    past = [one for one in found if not one.current and one.code.split("-")[1] not in ("IMP", "SCRU", "FUND", "MON")]
    assert [(finding.code, finding.status) for finding in past] == [
        ("SVD-PART-05", Status.NOT_MET),  # five meetings of six in the board's last year
        ("SVD-SNA-03", Status.MET),
        ("SVD-CONS-01", Status.NOT_MET),
        ("SVD-CONS-02", Status.MET),
        ("SVD-CONS-03", Status.MET),
        ("SVD-STR-02", Status.NOT_MET),
        ("SVD-STR-03", Status.MET),
        ("SVD-STR-04", Status.MET),
        ("SVD-STR-05", Status.MET_LATE),
        ("SVD-PUB-01", Status.MET),
        ("SVD-PUB-02", Status.MET),
        ("SVD-PUB-03", Status.MET_LATE),
        ("SVD-REV-01", Status.MET),
        ("SVD-REV-02", Status.MET),
        ("SVD-REV-02", Status.MET_LATE),
        ("SVD-REV-03", Status.OVERDUE),  # it led to today's strategy, which is not sent
    ]
    [sent] = [finding for finding in past if finding.code == "SVD-PUB-03"]
    assert sent.late_by == 2


def test_anyborough_has_asked_every_school_it_says_it_has():
    load("anyborough")
    schools = Consultation.objects.get(kind="education", strategy_version__number=1, strategy_version__strategy__follows__isnull=False)
    there = NumberInArea.objects.filter(kind="education").order_by("pk").last()
    assert there is not None
    assert schools.consultees.count() == there.number == 42
    assert schools.consultees.filter(answered_on__isnull=True).count() == 8
    assert {answer.outcome for answer in schools.answers.all()} == {"changed", "partly", "not-changed", ""}
    text = dict(PUBLISHED)["Schools, colleges and the secure estate"]
    assert "40 schools, one college and one pupil referral unit" in text


def test_anyborough_has_two_consultations_open_on_the_day():
    load("anyborough")
    on = clock.today()
    spans = [span_of(consultation, on).stage for consultation in Consultation.objects.all()]
    assert spans.count(Stage.OPEN) == 2
    assert set(spans) == {Stage.OPEN, Stage.CLOSED}


def test_anyboroughs_other_pages_have_something_to_show():
    load("anyborough")
    partnership = Partnership.objects.get(slug="anyborough")
    assert partnership.invented
    assert {"local-authority", "county-council"} <= set(partnership.duty_holders.values_list("capacity__code", flat=True))
    assert any(holder.ends and holder.ends.earliest > clock.today() for holder in partnership.duty_holders.all())
    assert partnership.definitions.count() == 2
    assert partnership.evidence.filter(withdrawn_on__isnull=True).values("requirement").distinct().count() >= 4
    assert partnership.evidence.filter(withdrawn_on__isnull=False).count() == 1
    assert partnership.responses.count() == 1
    names = set(StoredFile.objects.filter(partnership=partnership).values_list("content_type", flat=True))
    assert {"application/pdf", "text/csv"} <= names


def test_anyboroughs_two_versions_and_its_draft_differ_where_they_should():
    load("anyborough")
    strategy = Strategy.objects.get(follows__isnull=False)
    published, revised = strategy.versions.order_by("number")
    assert (published.number, revised.number) == (1, 2)
    before, after = ({one.key: one for one in kept_sections(version)} for version in (published, revised))
    draft = {str(section.pk): section for section in strategy.sections.all()}
    assert [one.heading for key, one in after.items() if key not in before] == [OTHER_PLANS]
    assert [one.heading for key, one in after.items() if key in before and before[key].heading != one.heading] == [HOW_WE_KNOW]
    moved = list(before).index, [key for key in after if key in before].index
    assert [one.heading for key, one in before.items() if moved[0](key) > moved[1](key)] == ["Sharing information"]
    changed = {one.heading for key, one in after.items() if key in before and before[key].text != one.text}
    assert changed == {"Our priorities", "What each body will do", "Schools, colleges and the secure estate", HOW_WE_KNOW}
    assert all(compare(before[key].text, one.text) for key, one in after.items() if key in before and one.heading in changed)
    assert {one.heading for key, one in draft.items() if key not in after or after[key].text != one.text} == {
        "Communities and young people",
        IN_PLAIN_WORDS,
    }
    assert {section.state for section in draft.values()} == {"ready", "to-write"}
    assert all(section.owner for section in draft.values())
    assert all(len(one.text.split()) >= 149 for one in before.values())
    for version in (published, revised):
        assert version.sha256 == seal_of(version.sections)


def test_every_file_of_anyborough_can_be_read_back():
    load("anyborough")
    for stored in StoredFile.objects.all():
        with stored.content.open() as file:
            assert len(file.read()) == stored.size


def test_anyboroughs_report_is_issued_once():
    load("anyborough", without_report=False)
    load("anyborough", without_report=False)
    report = IssuedReport.objects.get()
    assert (report.number, report.signed_off_by) == (1, "Chair of the board")
    assert bytes(report.pdf).startswith(b"%PDF")
