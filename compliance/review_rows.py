"""The reviews page: each strategy with how it is kept under review, when the next review is due, and what past reviews did. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import StrategyFacts
from compliance.finding import Finding, Status
from compliance.requirements.reviewing import arrangement_on, doubt_of
from compliance.requirements.versions import Judged, Versions, by_strategy
from compliance.todo import degree
from strategies.models import AnnualReview, ReviewArrangement, Strategy
from svduty.vague_dates import Truth

KEPT, YEARLY, REVISED = "SVD-REV-01", "SVD-REV-02", "SVD-REV-03"


@dataclasses.dataclass(frozen=True)
class ReviewLine:
    """A past review. `finding` judges it, `degree` says by how much it was late; without one `note` says why it answers no year."""

    review: AnnualReview
    finding: Finding | None
    degree: str
    note: str


@dataclasses.dataclass(frozen=True)
class StrategyReviews:
    """`kept`, `yearly`: the findings, `degree` how far off the yearly one is; `revised`: the one on the last decision to revise, if there
    was one; `came_of_it` the version that led to, where the strategy is over and that is not settled. `arrangement` is the
    one that counts, `others` the rest."""

    strategy: Strategy
    current: bool
    kept: Finding | None
    yearly: Finding | None
    degree: str
    revised: Finding | None
    came_of_it: str
    arrangement: ReviewArrangement | None
    others: list[ReviewArrangement]
    reviews: list[ReviewLine]


def strategy_reviews(
    strategies: Iterable[Strategy], versions: Versions, findings: list[Finding], on: datetime.date
) -> list[StrategyReviews]:
    """Those strategies that are judged on the day, in the order given."""
    judged = by_strategy(versions)
    of_key = {(finding.code, finding.key): finding for finding in findings}
    return [_one(strategy, judged[strategy.pk], of_key, on) for strategy in strategies if strategy.pk in judged]


def _one(strategy: Strategy, versions: list[Judged], of_key: dict[tuple[str, str], Finding], on: datetime.date) -> StrategyReviews:
    key = f"strategy:{strategy.pk}"
    counting = arrangement_on(versions[0].strategy, on)
    arrangements = list(strategy.review_arrangements.all())
    known = [review for review in strategy.reviews.all() if review.held_on.by(on) is not Truth.NO]
    starts = [judged.start_first for judged in versions if judged.start_first]
    lines = []
    for review in sorted(known, key=lambda review: (review.held_on.latest, review.pk), reverse=True):
        finding = of_key.get((YEARLY, f"{key}/review:{review.pk}"))
        note = "" if finding or review.withdrawn_on else _note(review, versions[0].strategy, min(starts, default=None))
        lines.append(ReviewLine(review, finding, degree(finding, on) if finding else "", note))
    yearly, revised = of_key.get((YEARLY, key)), of_key.get((REVISED, key))
    current = any(judged.current for judged in versions)
    return StrategyReviews(
        strategy=strategy,
        current=current,
        kept=of_key.get((KEPT, key)),
        yearly=yearly,
        degree=degree(yearly, on) if yearly else "",
        revised=revised if revised and (revised.rests_on or revised.status != Status.NOT_APPLICABLE) else None,
        came_of_it="" if current or revised is None else _came_of_it(revised),
        arrangement=next((one for one in arrangements if counting and one.pk == counting.pk), None),
        others=[one for one in arrangements if not (counting and one.pk == counting.pk)],
        reviews=lines,
    )


def _came_of_it(revised: Finding) -> str:
    """How it stands is a later version's own, and is shown and counted there."""
    version = next((record.label for record in revised.rests_on if record.kind == "version"), "")
    return version if revised.status.wants_action else ""


def _note(review: AnnualReview, strategy: StrategyFacts, published: datetime.date | None) -> str:
    """Why a review that stands was not judged as a yearly one."""
    doubt = next((doubt_of(facts) for facts in strategy.reviews if facts.pk == review.pk), "")
    if doubt:
        return doubt
    if published is None or review.held_on.latest < published:
        return "Held before the strategy was published: the year is counted from publication."
    return "Held earlier in the year than counts for its anniversary."
