"""Barnet, from the one public paper of its Cabinet of 16 January 2024: only what it says, each record with the paragraph.

What the paper leaves out stays empty, and the findings say "cannot tell" or "not met". What it announces (publication,
sending) is a plan and so is no record of a happening.
"""

import datetime

from compliance.examples import barnet_texts as texts
from compliance.examples import papers
from compliance.examples.barnet_objectives import add_the_objectives
from compliance.examples.barnet_texts import para
from compliance.examples.loading import Example, Say, load_once
from compliance.examples.seats import add_board
from compliance.requirements.law_dates import DUTY_BEGAN
from partnerships.models import DefinitionTemplate, LocalDefinition, LocalGovernmentArea, Partnership
from partnerships.models.board import MeetingRule
from partnerships.models.definition import Scope
from partnerships.models.partnership import LegalBasis
from strategies.models import (
    AssessedArea,
    Consultation,
    DataSource,
    NeedsAssessment,
    RegionalPlanSending,
    ReviewArrangement,
    Strategy,
    Version,
)
from strategies.models.consultation import Consulted
from svduty.vague_dates import VagueDate

# The paper tells of everything up to its own day. It looks back to the day the duty began, so that is where the records begin.
PAPER_OF = datetime.date(2024, 1, 16)
PLAN_DUE_ON = datetime.date(2024, 2, 28)


def load(on: datetime.date, say: Say) -> bool:
    """Add Barnet, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Barnet Safer Communities Partnership",
        slug="barnet",
        legal_basis=LegalBasis.SECTION_8,
        records_from=DUTY_BEGAN,
        records_to=PAPER_OF,
        not_in_papers=[
            *("SVD-PART-02", "SVD-PART-04", "SVD-PART-05", "SVD-INFO-01", "SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03"),
            *("SVD-IMP-01", "SVD-CSP-01", "SVD-SCRU-01", "SVD-MON-04"),
        ],
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("1.1.3"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    area = papers.add_borough(
        example, "London Borough of Barnet", f"{para('Summary')}: London Boroughs are specified authorities", para("1.3.1")
    )
    bodies = papers.add_bodies(example, area, texts.BODIES)
    example.say("  lead, definition and strategy")
    papers.add_lead(example, bodies[texts.LEAD], f"{para('1.1.3, 1.3.1 and 4.5.1')}: it acts for all. When the bodies agreed is not said.")
    board = {"name": texts.BOARD, "leads": True, "meets": MeetingRule.QUARTERLY, "note": texts.BOARD_NOTE}
    add_board(example, para("4.5.1"), **board)
    _definition(example)
    assessment = _assessment(example, area)
    strategy, version = _strategy(example, area, assessment)
    add_the_objectives(example, strategy)
    _regional_plan(example)
    _consultations(example, version)
    papers.add_aligned(example, strategy, texts.ALIGNED, para("1.2.3 and 1.3.4"))
    arrangement = ReviewArrangement(strategy=strategy, who=texts.LEAD, every_months=12, reference=texts.REVIEW)
    example.add(arrangement, para("1.1.3 and 1.3.7"))
    papers.give_sign_ins(example, on)


def _regional_plan(example: Example) -> None:
    """By when it has to be with the unit. Whether it was sent lies after the paper."""
    plan = RegionalPlanSending(
        partnership=example.partnership,
        title="Violence and Vulnerability Reduction Action Plan",
        recipient="Violence Reduction Unit of the Mayor's Office for Policing and Crime (MOPAC)",
        due_on=PLAN_DUE_ON,
        reference=para("4.2.1"),
    )
    example.add(plan, plan.reference)


def _definition(example: Example) -> None:
    definition = LocalDefinition(
        partnership=example.partnership,
        number=1,
        wording=texts.DEFINITION,
        based_on="The London definition of the Mayor's Office for Policing and Crime (MOPAC)",
        based_on_template=DefinitionTemplate.objects.filter(name__startswith="London minimum definition").first(),
        notes=texts.DEFINITION_NOTES,
        domestic_abuse=Scope.IN,
        sexual_offences=Scope.IN,
        property_violence=Scope.IN,
        threats=Scope.IN,
        terrorism=Scope.OUT,
        source=para("1.1.5 (wording) and 1.3.1 (scope)"),
    )
    example.add(definition, definition.source)


def _assessment(example: Example, area: LocalGovernmentArea) -> NeedsAssessment:
    assessment = NeedsAssessment(
        partnership=example.partnership,
        title="Serious Violence Strategic Needs Assessment 2023",
        completed_on=VagueDate.from_edtf("2023"),
        reference=para("1.2; it was appendix A"),
        findings=texts.FINDINGS,
        note=texts.ASSESSMENT_NOTE,
    )
    example.add(assessment, para("1.2.1 to 1.2.4"))
    found = AssessedArea(assessment=assessment, area=area, kinds=texts.KINDS, causes=texts.CAUSES)
    example.add(found, para("1.2.3, 1.3.1 and 4.4.1"))
    for body, what, gap in texts.SOURCES:
        example.add(DataSource(assessment=assessment, other_body=body, what=what, gap=gap), para("1.2.4"))
    return assessment


def _strategy(example: Example, area: LocalGovernmentArea, assessment: NeedsAssessment) -> tuple[Strategy, Version]:
    strategy = Strategy(
        partnership=example.partnership,
        title="Serious Violence Strategy 2024-27",
        legal_basis=LegalBasis.SECTION_8,
        period_from=VagueDate.from_edtf("2024"),
        period_to=VagueDate.from_edtf("2027"),
        assessment=assessment,
        note=texts.STRATEGY_NOTE,
    )
    example.add(strategy, para("1.3.5"))
    strategy.areas.add(area)
    example.write_draft(strategy, texts.SUMMARY, para("1.1.5, 1.3.1 to 1.3.7, 4.2.1 to 4.6.1 and 7.1.3"))
    return strategy, example.freeze(strategy, VagueDate.of(PAPER_OF), texts.SUMMARY, note=texts.VERSION_NOTE, source=para("1.3.5"))


def _consultations(example: Example, version: Version) -> None:
    """The public one. The year in which it was completed is all that the paper gives, so it stands for the opening too."""
    year = VagueDate.from_edtf("2023")
    for kind, how in [(Consulted.COMMUNITY, texts.PUBLIC), (Consulted.PROFESSIONALS, texts.PROFESSIONALS)]:
        asking = Consultation(strategy_version=version, kind=kind, opens_on=year, closes_on=year, how=how, note=texts.CONSULTATION_NOTE)
        example.add(asking, para("1.2.4 and 7.1.3"))
