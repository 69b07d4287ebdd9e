"""Tower Hamlets, from one public report to its Health and Wellbeing Board: only what it says, each record with the paragraph.

The report is dated 2023 and means 2024: it tells of February 2024. By then a first strategy was overdue, and this was a draft.
"""

import datetime

from compliance.examples import papers, tower_hamlets_boards
from compliance.examples import tower_hamlets_texts as texts
from compliance.examples.loading import Example, Say, load_once
from compliance.examples.tower_hamlets_texts import para
from compliance.requirements.law_dates import DUTY_BEGAN
from partnerships.models import LocalDefinition, LocalGovernmentArea, Partnership
from partnerships.models.definition import Scope
from partnerships.models.partnership import LegalBasis
from strategies.models import Consultation, NeedsAssessment, ReviewArrangement, Strategy, Version
from strategies.models.consultation import Consulted
from svduty.vague_dates import VagueDate

# Day and month of its heading, in the year that what it tells allows.
PAPER_OF = datetime.date(2024, 3, 20)


def load(on: datetime.date, say: Say) -> bool:
    """Add Tower Hamlets, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Tower Hamlets Community Safety Partnership",
        slug="tower-hamlets",
        legal_basis=LegalBasis.SECTION_8,
        records_from=DUTY_BEGAN,
        records_to=PAPER_OF,
        not_in_papers=[
            *("SVD-PART-04", "SVD-INFO-01", "SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03"),
            *("SVD-IMP-01", "SVD-CSP-01", "SVD-SCRU-01", "SVD-MON-01", "SVD-MON-02", "SVD-MON-04"),
        ],
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("2.1"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    area = papers.add_borough(example, "London Borough of Tower Hamlets", para("Reasons for urgency"), para("Executive summary"))
    bodies = papers.add_bodies(example, area, texts.BODIES)
    papers.add_lead(example, bodies[texts.LEAD], texts.LEAD_REFERENCE)
    tower_hamlets_boards.add(example, _definition(example))
    example.say("  needs assessment, strategy and consultation")
    strategy, plan = _strategy(example, area)
    papers.add_aligned(example, strategy, texts.ALIGNED, para("Health and Wellbeing Strategy"))
    _consultations(example, plan)
    arrangement = ReviewArrangement(strategy=strategy, who=texts.LEAD, every_months=12, reference=texts.REVIEW)
    example.add(arrangement, para("1.3 and recommendation 2"))
    papers.give_sign_ins(example, on)


def _definition(example: Example) -> LocalDefinition:
    definition = LocalDefinition(
        partnership=example.partnership,
        number=1,
        wording=texts.DEFINITION,
        notes=texts.DEFINITION_NOTES,
        domestic_abuse=Scope.IN,
        sexual_offences=Scope.IN,
        property_violence=Scope.IN,
        threats=Scope.IN,
        agreed_by=texts.BOARD,
        agreed_on=VagueDate.of(texts.DEFINITION_AGREED_ON),
        source=para("3.4"),
    )
    return example.add(definition, definition.source)


def _strategy(example: Example, area: LocalGovernmentArea) -> tuple[Strategy, Version]:
    """The strategy with its two versions; gives back the first, on which people were consulted."""
    assessment = NeedsAssessment(
        partnership=example.partnership,
        title="Serious Violence Needs Assessment",
        reference=para("3.5 and 3.6"),
        note=texts.ASSESSMENT_NOTE,
    )
    example.add(assessment, assessment.reference)
    strategy = Strategy(
        partnership=example.partnership,
        title="Serious Violence and Exploitation Strategy",
        legal_basis=LegalBasis.SECTION_8,
        assessment=assessment,
        note=texts.STRATEGY_NOTE,
    )
    example.add(strategy, para("Executive summary"))
    strategy.areas.add(area)
    example.write_draft(strategy, texts.SUMMARY, para("Executive summary, Health and Wellbeing Strategy, and 3.1 to 3.8"))
    plan = example.freeze(strategy, VagueDate.from_edtf("2024-01"), texts.PLAN, note=texts.PLAN_NOTE, source=para("3.6 and 3.8"))
    example.freeze(strategy, VagueDate.of(PAPER_OF), texts.SUMMARY, note=texts.VERSION_NOTE, source=para("3.7 and 3.9"))
    return strategy, plan


def _consultations(example: Example, plan: Version) -> None:
    for kind, how in [(Consulted.COMMUNITY, texts.PUBLIC), (Consulted.PROFESSIONALS, texts.PROFESSIONALS)]:
        opens = VagueDate.from_edtf("2024")
        asking = Consultation(strategy_version=plan, kind=kind, opens_on=opens, how=how, note=texts.CONSULTED_NOTE)
        example.add(asking, para("3.8 and Executive summary"))
