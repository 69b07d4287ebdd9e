"""The chapters of the year in a report's records: needs assessments, consultation, decisions, reviews, as they stood on its day."""

import dataclasses
from typing import Any

from compliance.facts import PartnershipFacts
from compliance.report.content import content_of
from compliance.report.gather import gather
from compliance.report.layout import Table
from compliance.report.source import ReportSource
from compliance.report.the_year import (
    AnswerGiven,
    AssessedAreaTexts,
    AssessmentTexts,
    ConsultationTexts,
    ContentsTexts,
    EqualityTexts,
    ReviewTexts,
    SourceOfData,
    TheYear,
)
from partnerships.models import Partnership
from strategies.models import (
    AlignedStrategy,
    AnnualReview,
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    Consultee,
    ContentsCheck,
    DataSource,
    EqualityAssessment,
    NeedsAssessment,
    ReviewArrangement,
    Version,
)
from tests.cast import day as on_day
from tests.cast import make_cast, make_version
from tests.compliance import build
from tests.compliance.awkward import ISSUE, empty_source, source_of
from tests.compliance.build import day, when


def chapter(source: ReportSource, anchor: str) -> str:
    """All that a chapter of the records prints, cells and all."""
    return str(next(group.blocks for group in content_of(source, ISSUE).records if group.anchor == f"records-{anchor}"))


def rows(source: ReportSource, caption: str) -> list[tuple[str, ...]]:
    tables = [block for group in content_of(source, ISSUE).records for block in group.blocks if isinstance(block, Table)]
    return [row for table in tables if table.caption.startswith(caption) for row in table.rows]


def held(*records: Any, on: str = "2024-02-10", year: TheYear | None = None, **changes: Any) -> ReportSource:
    """A report's source of one strategy; records of its version, reviews and arrangements in any order."""
    of_strategy = tuple(record for record in records if type(record).__name__ in ("ReviewFacts", "ArrangementFacts"))
    of_version = tuple(record for record in records if record not in of_strategy)
    facts: PartnershipFacts = build.facts(build.strategy(build.version(*of_version), *of_strategy), **changes)
    return source_of(facts, day(on), year=year or TheYear())


def test_empty_partnership_says_in_each_chapter_what_is_missing() -> None:
    for anchor, sentence in {
        "assessments": "No needs assessment is recorded.",
        "consultation": "No consultation is recorded.",
        "decisions": "No decision, equality assessment or check of contents is recorded.",
        "actions": "No action is recorded.",
        "money": "No amount of money is recorded.",
        "measures": "No measure of success is recorded.",
        "reviews": "No review, and no arrangement for one, is recorded.",
    }.items():
        assert sentence in chapter(empty_source(), anchor)


def test_assessment_is_printed_with_kinds_causes_data_and_numbered_recommendations() -> None:
    found = build.assessed(causes=0, why_no_causes="Too few cases")
    assessment = build.assessment("2023-10-30", found)
    year = TheYear(
        assessments=(AssessmentTexts(assessment.pk, "Item 5", "", (), ("Plan patrols", "Share data")),),
        areas=(AssessedAreaTexts(found.pk, ("Robbery", "Group violence"), ()),),
        sources=(
            SourceOfData(assessment.pk, "Police", "Offences", when("2023-06"), ""),
            SourceOfData(assessment.pk, "Health board", "Assaults", None, "No places"),
            SourceOfData(assessment.pk, "Schools", "Exclusions", when("2024-02-11"), ""),
            SourceOfData(assessment.pk + 1, "Another's", "Data", None, ""),
        ),
    )
    source = held(assessments=(assessment,), year=year)
    assert rows(source, "What was found in each area") == [("Area 1", "Robbery\nGroup violence", "None could be found: Too few cases")]
    assert rows(source, "Data by body") == [
        ("Police", "Offences", "June 2023", "Nothing recorded"),
        ("Health board", "Assaults", "Not recorded", "No places"),
    ]
    assert rows(source, "Recommendations") == [("1", "Plan patrols"), ("2", "Share data")]


def test_assessment_completed_after_the_day_is_left_out_and_the_newest_stands_first() -> None:
    known = [dataclasses.replace(build.assessment(done), title=f"Of {done}") for done in ("2023-10-30", "2024-02-01", "2024-02-11")]
    text = chapter(held(assessments=tuple(known)), "assessments")
    assert text.index("Of 2024-02-01") < text.index("Of 2023-10-30")
    assert "Of 2024-02-11" not in text


def test_consultation_is_printed_with_numbers_answers_and_what_became_of_them() -> None:
    asked = build.consultation()
    year = TheYear(
        consultations=(ConsultationTexts(asked.pk, "By letter", 3, "Nothing was changed"),),
        answers=(
            AnswerGiven(asked.pk, "A federation", when("2023-11"), "More support", "Nothing was changed", "It is in action six"),
            AnswerGiven(asked.pk, "A college", when("2024-02-11"), "Later", "", ""),
            AnswerGiven(asked.pk, "An academy", None, "Less paper", "", ""),
        ),
    )
    source = held(asked, build.consultation("2024-02-11", kind="prison"), numbers=(build.number(), build.none_here()), year=year)
    [row] = rows(source, "Who was asked")
    assert row[1:3] == ("10 October 2023 to 7 November 2023", "Asked: 40\nAnswered: 3")
    assert row[3] == "By letter\nNothing was changed"
    assert rows(source, "What was said") == [
        ("A federation, November 2023", "More support", "Nothing was changed\nIt is in action six"),
        ("An academy", "Less paper", "Not recorded yet"),
    ]
    counted = rows(source, "How many there are to ask")
    assert [row[2] for row in counted] == ["40, 1 September 2023", "None, 1 September 2023"]
    assert "Confirmed by: Head of education" in counted[0][3]


def test_newest_check_of_contents_stands_with_where_each_element_is() -> None:
    earlier, newest = build.contents("2023-11-01"), build.contents("2023-12-01", aligned="partly", review="")
    later = build.contents("2024-02-11")
    made = build.equality("2023-12-02")
    year = TheYear(
        contents=(ContentsTexts(newest.pk, "Policy officer", (("aligned", "Section 4"),)),),
        equality=(EqualityTexts(made.pk, "Equalities team", "Two actions were added", "Appendix 2"),),
    )
    source = held(earlier, newest, later, made, build.approval("2023-12-13"), build.approval("2024-02-11"), year=year)
    assert rows(source, "What Serious violence strategy, version 1 contains, checked on 1 December 2023 by Policy officer") == [
        ("Who takes part", "Yes", "Not recorded"),
        ("Aligned strategies", "Partly", "Section 4"),
        ("Review", "Not answered", "Not recorded"),
    ]
    assert "Two actions were added" in chapter(source, "decisions")
    assert [row[0] for row in rows(source, "Decisions on")] == ["13 December 2023"]


def test_reviews_stand_in_order_with_the_arrangement_of_the_day() -> None:
    first, second = build.review("2025-01-10", "revise"), build.review("2024-06-01", "", assessment="")
    year = TheYear(reviews=(ReviewTexts(first.pk, "Knife crime fell", "The board", "A newer one", ""),))
    arrangements = (build.arrangement("2023-12-13", who="The board"), build.arrangement("2025-03-01", who="A later group"))
    source = held(first, second, build.review("2025-02-02"), *arrangements, on="2025-02-01", year=year)
    assert rows(source, "Reviews of") == [
        ("1 June 2024", "Not recorded", "Not recorded", "Not recorded"),
        ("10 January 2025", "Revise the strategy\nThe board", "Knife crime fell", "It was looked at and still holds\nA newer one"),
    ]
    assert "The board" in chapter(source, "reviews")
    assert "A later group" not in chapter(source, "reviews")


def test_what_is_withdrawn_is_gathered_for_no_report_nor_what_belongs_to_it(db: None) -> None:
    cast = make_cast()
    version = make_version(cast.ours, cast.area)
    records_of(cast.ours, version, "Stands", {})
    assessment, asked = records_of(cast.ours, version, "Gone", {"withdrawn_on": "2024-01-01", "withdrawn_reason": "x"})
    AssessedArea.objects.create(assessment=assessment, area=cast.area, kinds="Gone")
    DataSource.objects.create(assessment=assessment, other_body="Gone", what="Gone")
    ConsultationAnswer.objects.create(consultation=asked, by="Gone", said="Gone")
    year = gather(cast.ours, day("2024-02-10")).year
    for name, kept in dataclasses.asdict(year).items():
        assert len(kept) == 1, name
        assert "Stands" in str(kept), name
    assert "Gone" not in str(year)
    assert year.consultations[0].answered == 1


def records_of(partnership: Partnership, version: Version, mark: str, extra: dict[str, Any]) -> tuple[NeedsAssessment, Consultation]:
    """One of each record of the year, bearing the mark."""
    area, strategy = version.strategy.areas.get(), version.strategy
    assessment = NeedsAssessment.objects.create(partnership=partnership, title=mark, reference=mark, **extra)
    AssessedArea.objects.create(assessment=assessment, area=area, kinds=mark, **extra)
    DataSource.objects.create(assessment=assessment, other_body=mark, what=mark, **extra)
    asked = Consultation.objects.create(strategy_version=version, kind="education", opens_on=on_day("2023-10-10"), how=mark, **extra)
    Consultee.objects.create(consultation=asked, name=mark, answered_on=on_day("2023-11"), **extra)
    ConsultationAnswer.objects.create(consultation=asked, by=mark, said=mark, **extra)
    EqualityAssessment.objects.create(strategy_version=version, title=mark, made_on=on_day("2023-11"), made_by=mark, **extra)
    said = {"review": {"covered": "yes", "where": mark}}
    ContentsCheck.objects.create(strategy_version=version, answers=said, checked_by=mark, checked_on=on_day("2023-11"), **extra)
    AlignedStrategy.objects.create(strategy=strategy, name=mark, **extra)
    AnnualReview.objects.create(strategy=strategy, held_on=on_day("2024-01"), findings=mark, **extra)
    ReviewArrangement.objects.create(strategy=strategy, who=mark, reference=mark, **extra)
    return assessment, asked
