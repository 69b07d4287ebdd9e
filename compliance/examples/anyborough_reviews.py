"""What Anyborough looked at: what its strategies contain, what they mean for equality, and what each year showed."""

import datetime

from compliance.examples import anyborough_year_texts as texts
from compliance.examples.loading import Example, ago, met_on
from strategies.models import AlignedStrategy, AnnualReview, ContentsCheck, EqualityAssessment, ReviewArrangement, Strategy, Version
from strategies.models.review import AssessmentLooked, ReviewDecision
from svduty.vague_dates import VagueDate

BOARD = "Community Safety Partnership board"


def look_at_the_earlier_strategy(example: Example, version: Version, on: datetime.date) -> None:
    """Equality was considered after the decision; of two yearly reviews the first was in time and the second weeks late."""
    strategy = version.strategy
    _check(example, version, ago(on, 1112), texts.EARLIER_CONTENTS)
    _equality(example, version, ago(on, 1115), texts.EARLIER_EQUALITY)
    _arrange(example, strategy, met_on(on, 1120), next_on=ago(on, 735))
    first = AnnualReview(
        strategy=strategy,
        held_on=met_on(on, 745),
        findings=texts.FIRST_REVIEW,
        decision=ReviewDecision.KEEP,
        decided_by=BOARD,
        assessment_looked=AssessmentLooked.STILL_RIGHT,
        reference="Board minutes, item 5",
    )
    second = AnnualReview(
        strategy=strategy,
        held_on=met_on(on, 360),
        findings=texts.SECOND_REVIEW,
        decision=ReviewDecision.REVISE,
        decided_by=BOARD,
        assessment_looked=AssessmentLooked.STILL_RIGHT,
        assessment_note="Right in what it counts. A second one was asked for, since it cannot say why.",
        reference="Board minutes, item 2",
    )
    example.add(first)
    example.add(second)


def look_at_todays_strategy(example: Example, published: Version, revised: Version, on: datetime.date) -> None:
    """Equality was considered in time. Of what a strategy should contain one thing is there only in part, and in the revised one wholly."""
    _check(example, published, ago(on, 24), texts.CONTENTS)
    _check(example, revised, ago(on, 5), texts.REVISED_CONTENTS)
    _equality(example, published, met_on(on, 27), texts.EQUALITY)
    _equality(example, revised, ago(on, 5), texts.REVISED_EQUALITY)
    strategy = published.strategy
    _arrange(example, strategy, met_on(on, 20), next_on=ago(on, -350))
    for name, owner, how, standing in texts.ALIGNED:
        example.add(AlignedStrategy(strategy=strategy, name=name, owner=owner, how=how, standing=standing))


def _check(example: Example, version: Version, checked: VagueDate, contents: texts.Contents) -> None:
    answers = {code: {"covered": covered, "where": where} for code, covered, where in contents}
    example.add(ContentsCheck(strategy_version=version, answers=answers, checked_by="Policy officer, district council", checked_on=checked))


def _equality(example: Example, version: Version, made: VagueDate, effect: str) -> None:
    title, by = "Equality impact assessment", "Equality officer, Anyshire County Council"
    example.add(EqualityAssessment(strategy_version=version, title=title, made_on=made, made_by=by, effect=effect))


def _arrange(example: Example, strategy: Strategy, agreed: VagueDate, *, next_on: VagueDate) -> None:
    month = VagueDate.from_edtf(f"{next_on.earliest:%Y-%m}")
    arrangement = ReviewArrangement(
        strategy=strategy, who=BOARD, every_months=12, next_on=month, agreed_on=agreed, reference="Board minutes, the item of approval"
    )
    example.add(arrangement)
