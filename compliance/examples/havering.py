"""Havering, from the one public report to its Cabinet of 13 December 2023: only what it says, each record with the paragraph.

Its real consultation of schools is here, with what came of it. The Cabinet's decision, publication and sending lie after
the report and so are no records.
"""

import datetime

from compliance.examples import havering_texts as texts
from compliance.examples import papers
from compliance.examples.havering_actions import add_delivery
from compliance.examples.havering_money import add_money
from compliance.examples.havering_texts import para
from compliance.examples.loading import Example, Say, load_once
from compliance.examples.seats import add_board
from compliance.requirements.law_dates import DUTY_BEGAN
from partnerships.models import LocalGovernmentArea, Partnership
from partnerships.models.partnership import LegalBasis
from strategies.models import (
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    Consultee,
    EqualityAssessment,
    NeedsAssessment,
    NumberInArea,
    PartnershipPlan,
    ReviewArrangement,
    Strategy,
    Version,
)
from strategies.models.consultation import AnswerEffect, Consulted
from svduty import dates
from svduty.vague_dates import VagueDate

PAPER_OF = datetime.date(2023, 12, 13)
PLAN_FROM, PLAN_TO = VagueDate.from_edtf("2022"), VagueDate.from_edtf("2025")
WORKSHOP_ON = VagueDate.of(datetime.date(2023, 9, 14))
SCHOOLS_FROM = datetime.date(2023, 10, 10)
SCHOOLS_WEEKS = 4


def load(on: datetime.date, say: Say) -> bool:
    """Add Havering, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Havering Community Safety Partnership",
        slug="havering",
        legal_basis=LegalBasis.SECTION_8,
        records_from=DUTY_BEGAN,
        records_to=PAPER_OF,
        not_in_papers=[
            *("SVD-PART-02", "SVD-PART-04", "SVD-INFO-01", "SVD-DEF-01", "SVD-DEF-02", "SVD-DEF-03"),
            *("SVD-IMP-01", "SVD-SCRU-01", "SVD-MON-04"),
        ],
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("1.2"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    area = papers.add_borough(example, "London Borough of Havering", para("2.1"), para("1.4"))
    bodies = papers.add_bodies(example, area, texts.BODIES)
    papers.add_lead(example, bodies[texts.LEAD], texts.LEAD_REFERENCE)
    _boards(example)
    example.say("  needs assessment and strategy")
    strategy, version = _strategy(example, area, _assessment(example, area))
    papers.add_aligned(example, strategy, texts.ALIGNED, para("1.4, 2.4 and Legal implications"))
    add_delivery(example, strategy)
    plan = PartnershipPlan(partnership=example.partnership, title=texts.PLAN, period_from=PLAN_FROM, period_to=PLAN_TO)
    example.add(plan, texts.PLAN_REFERENCE)
    example.say("  consultations")
    _workshop(example, version)
    _schools(example, version, area)
    _none_in_the_area(example, area)
    _equality(example, version)
    review_on = VagueDate.of(dates.one_year_on(PAPER_OF))
    arrangement = ReviewArrangement(strategy=strategy, who=texts.WORKING_GROUP, next_on=review_on, reference=texts.REVIEW)
    example.add(arrangement, para("1.4 and 1.5"))
    add_money(example, bodies)
    papers.give_sign_ins(example, on)


def _boards(example: Example) -> None:
    """The partnership, and the two groups that the paper calls newly formed."""
    top = add_board(example, para("1.2 and Financial implications 1.3"), name=texts.LEAD, leads=True, note=texts.TOP_NOTE)
    money, work = texts.MONEY_GROUP, texts.WORKING_GROUP
    add_board(example, para("Financial implications 1.3"), name=money, parent=top, terms=texts.MONEY_TERMS, note=texts.GROUPS_NOTE)
    add_board(example, para("1.4"), name=work, terms=texts.WORKING_TERMS, note=texts.GROUPS_NOTE)


def _assessment(example: Example, area: LocalGovernmentArea) -> NeedsAssessment:
    assessment = NeedsAssessment(
        partnership=example.partnership,
        title="Serious Violence Strategic Needs Assessment",
        reference=para("1.3, 1.4 and 2.4"),
        note=texts.ASSESSMENT_NOTE,
    )
    example.add(assessment, assessment.reference)
    found = AssessedArea(assessment=assessment, area=area, kinds=texts.KINDS, causes=texts.CAUSES)
    example.add(found, para("Summary, 1.4 and Health and wellbeing implications"))
    return assessment


def _strategy(example: Example, area: LocalGovernmentArea, assessment: NeedsAssessment) -> tuple[Strategy, Version]:
    strategy = Strategy(
        partnership=example.partnership,
        title="Serious Violence Duty Strategy 2024-2027",
        legal_basis=LegalBasis.SECTION_8,
        period_from=VagueDate.from_edtf("2024"),
        period_to=VagueDate.from_edtf("2027"),
        assessment=assessment,
        note=texts.STRATEGY_NOTE,
    )
    source = para("Recommendations and 1.1")
    example.add(strategy, source)
    strategy.areas.add(area)
    example.write_draft(strategy, texts.SUMMARY, para("Summary, 1.1 to 3.3, and Implications and risks"))
    return strategy, example.freeze(strategy, VagueDate.of(PAPER_OF), texts.SUMMARY, note=texts.VERSION_NOTE, source=source)


def _workshop(example: Example, version: Version) -> None:
    workshop = Consultation(
        strategy_version=version,
        kind=Consulted.PROFESSIONALS,
        opens_on=WORKSHOP_ON,
        closes_on=WORKSHOP_ON,
        how=texts.WORKSHOP,
        effect=texts.WORKSHOP_EFFECT,
        note=texts.WORKSHOP_NOTE,
    )
    example.add(workshop, para("2.1 to 2.5"))
    for names, source in [(texts.SERVICES, para("2.1")), (texts.PARTNERS, para("2.2"))]:
        for name in names:
            example.add(Consultee(consultation=workshop, name=name, answered_on=WORKSHOP_ON), source)


def _schools(example: Example, version: Version, area: LocalGovernmentArea) -> None:
    """Four weeks from the opening day; the closing day counts as open."""
    schools = Consultation(
        strategy_version=version,
        kind=Consulted.EDUCATION,
        area=area,
        opens_on=VagueDate.of(SCHOOLS_FROM),
        weeks=SCHOOLS_WEEKS,
        closes_on=VagueDate.of(dates.days_after(SCHOOLS_FROM, SCHOOLS_WEEKS * 7)),
        how=texts.SCHOOLS,
        answers_received=len(texts.ANSWERS),
        effect=texts.SCHOOLS_EFFECT,
        note=texts.SCHOOLS_NOTE,
    )
    example.add(schools, para("3.2 and 3.3"))
    for number, (said, reason) in enumerate(texts.ANSWERS, start=1):
        by = f"A school, not named (answer {number} in the report)"
        answer = ConsultationAnswer(consultation=schools, by=by, said=said, outcome=AnswerEffect.NOT_CHANGED, reason=reason)
        example.add(answer, para("3.2 and 3.3"))


def _none_in_the_area(example: Example, area: LocalGovernmentArea) -> None:
    for kind in (Consulted.PRISON, Consulted.YOUTH_CUSTODY):
        none = NumberInArea(
            partnership=example.partnership,
            area=area,
            kind=kind,
            number=0,
            counted_on=VagueDate.of(PAPER_OF),
            source=para("Legal implications"),
            confirmed_by=texts.LEGAL_PART,
            reason=texts.NONE_HERE,
        )
        example.add(none, none.source)


def _equality(example: Example, version: Version) -> None:
    assessment = EqualityAssessment(
        strategy_version=version,
        title="Equality and Health Impact Assessment",
        made_on=VagueDate.of(PAPER_OF),
        made_by="London Borough of Havering",
        effect=texts.EQUALITY_EFFECT,
        reference=para("Appendix 2 and Equalities implications"),
    )
    example.add(assessment, assessment.reference)
