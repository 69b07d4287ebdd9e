"""Warwickshire, from one public report of 7 September 2022, before the duty began: only what it says, each record with the paragraph.

The strategy is the county's. The law's areas are its districts, which the report does not list, so no area is recorded.
"""

import datetime

from compliance.examples import papers
from compliance.examples import warwickshire_texts as texts
from compliance.examples.loading import Example, Say, load_once
from compliance.examples.seats import add_board
from compliance.examples.warwickshire_actions import add_delivery
from compliance.examples.warwickshire_money import add_money
from compliance.examples.warwickshire_texts import para
from partnerships.models import Partnership
from partnerships.models.partnership import LegalBasis
from strategies.models import Approval, AssuranceStatement, CommitteeReport, NeedsAssessment, Strategy
from strategies.models.version import Outcome
from svduty.vague_dates import VagueDate

PAPER_OF = datetime.date(2022, 9, 7)
ADOPTED = VagueDate.from_edtf("2022-06")


def load(on: datetime.date, say: Say) -> bool:
    """Add Warwickshire, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Safer Warwickshire Partnership",
        slug="warwickshire",
        legal_basis=LegalBasis.BOTH,
        # The earliest that the paper tells of is the adoption.
        records_from=ADOPTED.earliest,
        records_to=PAPER_OF,
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("1.15"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  lead, needs assessment and strategy")
    board = papers.add_organisation(example, texts.LEAD)
    papers.add_lead(example, board, texts.LEAD_REFERENCE)
    _boards(example)
    strategy = _strategy(example)
    papers.add_aligned(example, strategy, texts.ALIGNED, para("1.10"))
    add_delivery(example, strategy, board)
    add_money(example)
    _papers(example)
    papers.give_sign_ins(example, on)


def _boards(example: Example) -> None:
    """The partnership's board, its lead group, and the board that the paper went to."""
    above = add_board(example, para("Recommendation 1"), name=texts.ABOVE, note=texts.ABOVE_NOTE)
    board = add_board(example, para("1.15 and 1.17"), name=texts.BOARD, leads=True, parent=above, note=texts.BOARD_NOTE)
    add_board(
        example,
        para("1.18 and 5.1"),
        name=texts.LEAD_GROUP,
        leads=True,
        parent=board,
        terms=texts.LEAD_GROUP_TERMS,
        note=texts.LEAD_GROUP_NOTE,
    )


def _papers(example: Example) -> None:
    """The first statement, which was still to be made, and the report itself as a paper for the board it went to."""
    statement = AssuranceStatement(partnership=example.partnership, year=2023, due=VagueDate.from_edtf("2023-21"))
    example.add(statement, para("1.16 and 5.3"))
    paper = CommitteeReport(
        partnership=example.partnership,
        title="Serious Violence Prevention Strategy",
        committee=texts.ABOVE,
        meeting_on=PAPER_OF,
        text="\n\n".join(f"## {heading}\n\n{text}" for heading, text in texts.REPORT) + "\n",
    )
    example.add(paper, para("Recommendations"))


def _strategy(example: Example) -> Strategy:
    assessment = NeedsAssessment(
        partnership=example.partnership,
        title="Analysis in the Serious Violence Prevention Strategy",
        reference=para("1.8 and 4.1 to 4.4"),
        findings=texts.FINDINGS,
        note=texts.ASSESSMENT_NOTE,
    )
    example.add(assessment, assessment.reference)
    strategy = Strategy(
        partnership=example.partnership,
        title="Warwickshire Serious Violence Prevention Strategy",
        legal_basis=LegalBasis.BOTH,
        assessment=assessment,
        note=texts.STRATEGY_NOTE,
    )
    example.add(strategy, para("4.1"))
    example.write_draft(strategy, texts.SUMMARY, para("1.6 to 1.23, 2.4 and 5.1 to 5.3"))
    version = example.freeze(strategy, ADOPTED, texts.SUMMARY, note=texts.VERSION_NOTE, source=para("4.1"))
    adoption = Approval(
        strategy_version=version, decided_by=texts.BOARD, decided_on=ADOPTED, outcome=Outcome.APPROVED, reference=para("1.15 and 4.1")
    )
    example.add(adoption, adoption.reference)
    return strategy
