"""On paper: how each strategy is kept under review, and the reviews that were held."""

from collections.abc import Iterable

from compliance.facts import ArrangementFacts, ReviewFacts, StrategyFacts
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.requirements.reviewing import arrangement_on
from strategies.models.review import AssessmentLooked, Counting, ReviewDecision
from svduty.vague_dates import Truth

REVIEWS = (Column("Completed on", "w20"), Column("Decision", "w25"), Column("What it found", "w30"), Column("The needs assessment"))


def review_blocks(source: ReportSource) -> Iterable[Block]:
    """By strategy, what was arranged and held by the day."""
    blocks = [block for strategy in source.facts.strategies for block in _strategy(source, strategy)]
    yield from blocks
    if not blocks:
        yield Remark("No review, and no arrangement for one, is recorded.")


def _strategy(source: ReportSource, strategy: StrategyFacts) -> Iterable[Block]:
    arrangement = arrangement_on(strategy, source.as_at)
    if arrangement:
        yield _arrangement(source, strategy, arrangement)
    held = [review for review in strategy.reviews if review.held_on.by(source.as_at) is not Truth.NO]
    held.sort(key=lambda review: (review.held_on.latest, review.pk))
    if held:
        yield Table(f"Reviews of {strategy.title}", REVIEWS, tuple(_review(source, review) for review in held))


def _arrangement(source: ReportSource, strategy: StrategyFacts, one: ArrangementFacts) -> Pairs:
    reference = next((texts.reference for texts in source.year.arrangements if texts.pk == one.pk), "")
    every = f"Every {one.every_months} months" if one.every_months and one.every_months > 1 else "Every month" if one.every_months else ""
    return Pairs(
        f"How {strategy.title} is kept under review",
        (
            ("By", one.who),
            ("How often", said_or_not(every)),
            ("Next", said_or_not(one.next_on)),
            ("Counted", Counting(one.counting).label),
            ("Agreed on", said_or_not(one.agreed_on)),
            ("Minute", said_or_not(reference)),
        ),
    )


def _review(source: ReportSource, review: ReviewFacts) -> tuple[str, ...]:
    texts = next((texts for texts in source.year.reviews if texts.pk == review.pk), None)
    decision = ReviewDecision(review.decision).label if review.decision else ""
    looked = AssessmentLooked(review.assessment).label if review.assessment else ""
    return (
        str(review.held_on),
        "\n".join(filter(None, [decision, texts.decided_by if texts else "", texts.reference if texts else ""])) or said_or_not(""),
        said_or_not(texts.findings if texts else ""),
        "\n".join(filter(None, [looked, texts.assessment_note if texts else ""])) or said_or_not(""),
    )
