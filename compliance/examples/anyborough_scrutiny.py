"""Anyborough before its scrutiny committees and its commissioner, and the papers of its year: plan, readiness, statements, a report."""

import datetime

from compliance.answers import findings_for
from compliance.examples import anyborough_scrutiny_texts as texts
from compliance.examples.anyborough_sharing import COMMISSIONER, COUNTY, DISTRICT, POLICE, PROBATION
from compliance.examples.loading import Example, ago, met_on
from compliance.statements.assurance import compose_assurance
from compliance.statements.committee import compose_committee
from partnerships.models import Board, Organisation, PolicingBodyContact
from partnerships.models.policing_body import PolicingContactKind
from strategies.models import (
    AssuranceStatement,
    CommitteeReport,
    PartnershipPlan,
    ReadinessAssessment,
    ReadinessTheme,
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
)
from svduty import dates
from svduty.vague_dates import VagueDate

Bodies = dict[str, Organisation]
COMMITTEE = "Crime and Disorder Overview and Scrutiny Committee"
COUNTY_COMMITTEE = "Communities Overview and Scrutiny Committee"
HEADING = "## Where we stand\n\n"


def add_scrutiny(example: Example, bodies: Bodies, on: datetime.date) -> None:
    """Both councils' committees met within the year; of two reports one was answered in time and one waits, due in six days."""
    district = {"partnership": example.partnership, "council": bodies[DISTRICT], "committee": COMMITTEE}
    county = {"partnership": example.partnership, "council": bodies[COUNTY], "committee": COUNTY_COMMITTEE}
    example.add(ScrutinyMeeting(**district, held_on=met_on(on, 640), about=texts.EARLIER_MEETING, reference="Minutes, item 6"))
    coming = VagueDate.from_edtf(f"{dates.days_after(on, 70):%Y-%m}")
    example.add(ScrutinyMeeting(**district, held_on=met_on(on, 290), about=texts.MEETING, next_on=coming, reference="Minutes, item 7"))
    example.add(ScrutinyMeeting(**county, held_on=met_on(on, 150), about=texts.COUNTY_MEETING, reference="Minutes, item 5"))
    answered = ScrutinyReport(
        **district,
        title="The first year of the violence strategy",
        dated=ago(on, 280),
        recommendations=texts.ANSWERED,
        asked_of=bodies[DISTRICT],
        replied_on=ago(on, 259),
        reply=texts.REPLY,
    )
    waiting = {"title": "Safe ways home from school and college", "recommendations": texts.OPEN, "asked_of": bodies[DISTRICT]}
    example.add(answered)
    example.add(ScrutinyReport(**district, **waiting, dated=ago(on, 22)))
    example.add(
        ScrutinyRequest(
            **district,
            about=texts.ASKED,
            asked_of=bodies[COUNTY],
            asked_on=ago(on, 200),
            answer_by=dates.days_after(on, -175),
            answered_on=ago(on, 178),
            answer=texts.GIVEN,
        )
    )
    asked = {"about": texts.ASKED_LATELY, "asked_of": bodies[DISTRICT], "asked_on": ago(on, 9), "answer_by": dates.days_after(on, 12)}
    example.add(ScrutinyRequest(**district, **asked))
    _before_the_commissioner(example, bodies, on)


def _before_the_commissioner(example: Example, bodies: Bodies, on: datetime.date) -> None:
    """A meeting, a visit whose findings were answered, and a report that waits for an answer."""
    ours = {"partnership": example.partnership, "by": bodies[COMMISSIONER]}
    kinds = PolicingContactKind
    met = example.add(PolicingBodyContact(**ours, kind=kinds.MEETING, held_on=met_on(on, 215), about=texts.MET_ABOUT))
    met.attended.set([bodies[name] for name in (DISTRICT, COUNTY, POLICE, PROBATION)])
    visit = PolicingBodyContact(
        **ours,
        kind=kinds.VISIT,
        held_on=met_on(on, 140),
        about=texts.VISIT_ABOUT,
        findings=texts.VISIT_FOUND,
        answer_by=dates.days_after(on, -105),
        answered_on=ago(on, 112),
        answer=texts.VISIT_ANSWER,
    )
    example.add(visit).attended.set([bodies[DISTRICT], bodies[POLICE]])
    report = {"about": texts.REPORT_ABOUT, "findings": texts.REPORT_FOUND, "answer_by": dates.days_after(on, 19)}
    example.add(PolicingBodyContact(**ours, **report, kind=kinds.REPORT, held_on=ago(on, 16)))


def add_papers_of_the_year(example: Example, on: datetime.date) -> None:
    """The partnership's plan, readiness twice, a statement approved last spring and one being written, and a report to the committee.

    What is composed tells of the records as they stand by then, so this comes last.
    """
    strategy = example.partnership.strategies.order_by("-id").first()
    first = dates.financial_year(dates.financial_year_of(on))[0]
    plan = PartnershipPlan(
        partnership=example.partnership,
        title="Anyborough Community Safety Plan",
        covers="yes",
        strategy=strategy,
        period_from=VagueDate.from_edtf(f"{first:%Y-%m}"),
        period_to=VagueDate.from_edtf(f"{first.year + 3}-03"),
        adopted_on=VagueDate.of(dates.days_after(first, -20)),
        reference="Board minutes, item 8",
    )
    example.add(plan)
    _readiness(example, on)
    _statements(example, on)
    report = CommitteeReport(
        partnership=example.partnership,
        title="Serious violence: where the duty stands",
        committee=COMMITTEE,
        meeting_on=dates.days_after(on, 70),
        by="Head of Community Safety",
        as_at=on,
    )
    report.text = report.composed = compose_committee(example.partnership, report, findings_for(example.partnership, on), on)
    example.add(report)


def _readiness(example: Example, on: datetime.date) -> None:
    assessor = "Assessor for the Home Office"
    earlier = VagueDate.from_edtf(f"{dates.days_after(on, -700):%Y-%m}")
    before = ReadinessAssessment(partnership=example.partnership, assessed_on=earlier, assessor=assessor, level="Preparing")
    now = ReadinessAssessment(
        partnership=example.partnership, assessed_on=ago(on, 190), assessor=assessor, level="Developing", actions=texts.READINESS_ACTIONS
    )
    example.add(before)
    example.add(now)
    for place, (theme, level, why, later_level, later_why) in enumerate(texts.THEMES, start=1):
        ReadinessTheme.objects.create(assessment=before, position=place, theme=theme, level=level, note=why)
        ReadinessTheme.objects.create(assessment=now, position=place, theme=theme, level=later_level, note=later_why)
    theme, level, why = texts.EVALUATION
    ReadinessTheme.objects.create(assessment=now, position=len(texts.THEMES) + 1, theme=theme, level=level, note=why)


def _statements(example: Example, on: datetime.date) -> None:
    """That of the last spring that is over, and the next one as far as it is."""
    year = on.year if on > datetime.date(on.year, 5, 31) else on.year - 1
    spring = datetime.date(year, 5, 4)
    board = Board.objects.filter(partnership=example.partnership, leads=True).order_by("pk").first()
    approved = AssuranceStatement(
        partnership=example.partnership,
        year=year,
        due=VagueDate.from_edtf(f"{year}-21"),
        as_at=spring,
        approved_by=board,
        approved_on=VagueDate.of(dates.days_after(spring, 10)),
        published_on=VagueDate.of(dates.days_after(spring, 17)),
        link="https://www.example.gov.uk/anyborough/assurance",
    )
    writing = AssuranceStatement(partnership=example.partnership, year=year + 1, due=VagueDate.from_edtf(f"{year + 1}-21"), as_at=on)
    for statement, day in ((approved, spring), (writing, on)):
        statement.composed = compose_assurance(example.partnership.name, findings_for(example.partnership, day), day)
        statement.text = statement.composed.replace(HEADING, f"{HEADING}{texts.OWN_WORDS}\n\n", 1)
        example.add(statement)
