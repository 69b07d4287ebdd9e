"""Waltham Forest, from appendix i to its strategy, which bears no date: only what it says, each record with its part.

It tells who takes part and which other strategies were read, and of everything else nothing.
"""

import datetime

from compliance.examples import papers, waltham_forest_board
from compliance.examples import waltham_forest_texts as texts
from compliance.examples.loading import Example, Say, load_once
from compliance.examples.waltham_forest_texts import para
from compliance.requirements.law_dates import FIRST_STRATEGY_DUE
from partnerships.models import LocalDefinition, LocalGovernmentArea, Partnership
from partnerships.models.definition import Considered, Scope
from partnerships.models.partnership import LegalBasis
from strategies.models import NeedsAssessment, Strategy
from svduty.vague_dates import VagueDate


def load(on: datetime.date, say: Say) -> bool:
    """Add Waltham Forest, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Waltham Forest SafetyNet",
        slug="waltham-forest",
        legal_basis=LegalBasis.SECTION_8,
        # An undated paper cannot vouch for any length of time.
        records_from=FIRST_STRATEGY_DUE,
        records_to=FIRST_STRATEGY_DUE,
        not_in_papers=[
            "SVD-PART-02",
            "SVD-INFO-01",
            "SVD-CONS-01",
            "SVD-CONS-02",
            "SVD-CONS-03",
            "SVD-STR-02",
            "SVD-STR-03",
            "SVD-STR-04",
            "SVD-STR-05",
            "SVD-PUB-01",
            "SVD-PUB-02",
            "SVD-PUB-03",
            "SVD-REV-01",
            "SVD-REV-02",
            *("SVD-IMP-01", "SVD-CSP-01", "SVD-SCRU-01", "SVD-MON-01", "SVD-MON-02", "SVD-MON-04"),
        ],
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("part 2"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    area = papers.add_borough(example, "London Borough of Waltham Forest", para("title"), para("title"))
    bodies = papers.add_bodies(example, area, texts.BODIES)
    papers.add_lead(example, bodies[texts.LEAD], texts.LEAD_REFERENCE)
    example.say("  board")
    waltham_forest_board.add(example, bodies)
    _definition(example)
    example.say("  strategy and those it works with")
    papers.add_aligned(example, _strategy(example, area), texts.ALIGNED, para("part 3"))
    papers.give_sign_ins(example, on)


def _definition(example: Example) -> None:
    definition = LocalDefinition(
        partnership=example.partnership,
        number=1,
        wording=texts.DEFINITION,
        notes=texts.DEFINITION_NOTES,
        domestic_abuse=Scope.IN,
        victims_covered=Considered.YES,
        source=para("part 1"),
    )
    example.add(definition, definition.source)


def _strategy(example: Example, area: LocalGovernmentArea) -> Strategy:
    assessment = NeedsAssessment(
        partnership=example.partnership,
        title="Strategic needs assessment",
        reference=para("part 3"),
        findings="Violent crime is concentrated in few places.",
        note=texts.ASSESSMENT_NOTE,
    )
    example.add(assessment, assessment.reference)
    strategy = Strategy(
        partnership=example.partnership,
        title="Serious Violence Duty Strategy",
        legal_basis=LegalBasis.SECTION_8,
        assessment=assessment,
        note=texts.STRATEGY_NOTE,
    )
    example.add(strategy, para("title"))
    strategy.areas.add(area)
    example.write_draft(strategy, texts.SUMMARY, para("parts 1 to 3"))
    example.freeze(strategy, VagueDate.of(FIRST_STRATEGY_DUE), texts.SUMMARY, note=texts.VERSION_NOTE, source=para("title"))
    return strategy
