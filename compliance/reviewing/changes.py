"""All that changed since a strategy was last reviewed, computed from today's records and never kept before the review is finished."""

import datetime

from compliance import queries_reviewing as queries
from compliance.answers import facts_for
from compliance.evaluate import evaluate
from compliance.reviewing.block import Block, Span
from compliance.reviewing.carried_out import actions_block, news_block
from compliance.reviewing.duties import duties_block
from compliance.reviewing.figures import measures_block, money_block, risks_block
from compliance.reviewing.people import (
    assessments_block,
    consultations_block,
    definitions_block,
    meetings_block,
    scrutiny_block,
)
from compliance.reviewing.since import span_of
from partnerships.directory import is_over
from strategies.models import Measure, Strategy
from strategies.queries_measures import measures_with_figures


def span_for(strategy: Strategy, on: datetime.date) -> Span:
    return span_of(strategy.reviews.all(), queries.publications_of(strategy), on)


def measures_on(strategy: Strategy, on: datetime.date) -> list[Measure]:
    """The partnership's measures that are not over, each with its `figures`."""
    return [measure for measure in measures_with_figures(strategy.partnership) if not is_over(measure, on)]


def changes_of(strategy: Strategy, span: Span, measures: list[Measure] | None = None) -> list[Block]:
    """The blocks in the order in which a review is talked through. `measures`: those of `measures_on`, where they are read already."""
    partnership = strategy.partnership
    [facts] = facts_for([partnership])
    return [
        measures_block(measures_on(strategy, span.on) if measures is None else measures, span, queries.figures_recorded(partnership, span)),
        actions_block(queries.actions_of(strategy), span),
        news_block(queries.news_of(strategy), span),
        consultations_block(queries.consultations_of(partnership), queries.answers_of(partnership), span),
        assessments_block(queries.assessments_of(partnership), strategy.assessment, span),
        definitions_block(queries.definitions_of(partnership), span),
        money_block(queries.money_of(partnership), span),
        risks_block(queries.risks_of(partnership), queries.changes_of_risks(partnership, span.since), span),
        meetings_block(queries.meetings_of(partnership), span),
        scrutiny_block(queries.scrutiny_of(partnership), span),
        duties_block(evaluate(facts, span.since), evaluate(facts, span.on), span),
    ]
