"""From the database to what the records of the year say beyond their facts. Withdrawn records are left out."""

import datetime
from typing import Any

from compliance.report.the_year import (
    AnswerGiven,
    ArrangementTexts,
    AssessedAreaTexts,
    AssessmentTexts,
    ConsultationTexts,
    ContentsTexts,
    EqualityTexts,
    OtherStrategy,
    ReviewTexts,
    SourceOfData,
    TheYear,
)
from partnerships.models import Partnership
from strategies.consulted import turnout_of
from strategies.models import (
    AlignedStrategy,
    AnnualReview,
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    ContentsCheck,
    DataSource,
    EqualityAssessment,
    NeedsAssessment,
    ReviewArrangement,
)
from strategies.models.consultation import AnswerEffect

STANDING: dict[str, Any] = {"withdrawn_on__isnull": True}


def read_year(partnership: Partnership, on: datetime.date) -> TheYear:
    """The same number of queries, however many records there are. `on`: the day by which answers are counted."""
    of_assessment = {"assessment__partnership": partnership, "assessment__withdrawn_on__isnull": True, **STANDING}
    of_strategy = {"strategy__partnership": partnership, "strategy__withdrawn_on__isnull": True, **STANDING}
    of_version = {"strategy_version__strategy__partnership": partnership, **STANDING}
    assessments = NeedsAssessment.objects.filter(partnership=partnership, **STANDING).select_related("document").order_by("pk")
    areas = AssessedArea.objects.filter(**of_assessment).order_by("pk")
    sources = DataSource.objects.filter(**of_assessment).select_related("organisation").order_by("pk")
    contents = ContentsCheck.objects.filter(**of_version).order_by("pk")
    equality = EqualityAssessment.objects.filter(**of_version).order_by("pk")
    aligned = AlignedStrategy.objects.filter(**of_strategy).order_by("name", "pk")
    reviews = AnnualReview.objects.filter(**of_strategy).order_by("pk")
    arrangements = ReviewArrangement.objects.filter(**of_strategy).order_by("pk")
    return TheYear(
        assessments=tuple(map(_assessment, assessments)),
        areas=tuple(AssessedAreaTexts(row.pk, tuple(row.kind_lines), tuple(row.cause_lines)) for row in areas),
        sources=tuple(SourceOfData(row.assessment_id, row.body, row.what, row.received_on, row.gap) for row in sources),
        consultations=_consultations(of_version, on),
        answers=_answers(partnership),
        equality=tuple(EqualityTexts(row.pk, row.made_by, row.effect, row.reference or row.link) for row in equality),
        contents=tuple(ContentsTexts(row.pk, row.checked_by, _where(row)) for row in contents),
        aligned=tuple(OtherStrategy(row.strategy_id, row.name, row.owner, row.how, row.standing) for row in aligned),
        reviews=tuple(ReviewTexts(row.pk, row.findings, row.decided_by, row.assessment_note, row.reference or row.link) for row in reviews),
        arrangements=tuple(ArrangementTexts(row.pk, row.reference) for row in arrangements),
    )


def _assessment(row: NeedsAssessment) -> AssessmentTexts:
    kept = f"{row.document.name}\nSHA-256 {row.document.sha256}" if row.document else row.link
    return AssessmentTexts(row.pk, row.reference, kept, tuple(row.finding_lines), tuple(row.recommendation_lines))


def _consultations(of_version: dict[str, Any], on: datetime.date) -> tuple[ConsultationTexts, ...]:
    rows = Consultation.objects.filter(**of_version).prefetch_related("consultees", "answers", "bodies").order_by("pk")
    return tuple(ConsultationTexts(row.pk, row.how, turnout_of(row, on).answered, row.effect) for row in rows)


def _answers(partnership: Partnership) -> tuple[AnswerGiven, ...]:
    rows = ConsultationAnswer.objects.filter(
        consultation__strategy_version__strategy__partnership=partnership, consultation__withdrawn_on__isnull=True, **STANDING
    )
    return tuple(
        AnswerGiven(
            row.consultation_id,
            row.by,
            row.received_on,
            row.said,
            AnswerEffect(row.outcome).label if row.outcome else "",
            row.reason,
        )
        for row in rows.order_by("pk")
    )


def _where(row: ContentsCheck) -> tuple[tuple[str, str], ...]:
    return tuple((code, str(answer["where"])) for code, answer in row.answers.items() if answer.get("where"))
