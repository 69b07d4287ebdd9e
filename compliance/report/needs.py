"""The needs assessments on paper: what each looked at, what it found in each area, and from whose data."""

from collections.abc import Iterable

from compliance.facts import AssessmentFacts
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.requirements.kinds_and_causes import known_assessments, newness
from svduty.vague_dates import Truth

FOUND = (Column("Area", "w20"), Column("Kinds of serious violence", "w40"), Column("Causes, so far as possible"))
DATA = (Column("Body", "w25"), Column("What data", "w25"), Column("Received on", "w20"), Column("What is missing"))
LINES = Column("No.", "w7")


def needs_blocks(source: ReportSource) -> Iterable[Block]:
    """The assessments known on the day, newest first, each with the data that had come by then."""
    known = sorted(known_assessments(source.facts, source.as_at), key=newness, reverse=True)
    for assessment in known:
        yield _about(source, assessment)
        yield from _found(source, assessment)
        yield from _data(source, assessment)
        texts = next((texts for texts in source.year.assessments if texts.pk == assessment.pk), None)
        if texts and texts.findings:
            yield _lines("Findings", "Finding", texts.findings)
        if texts and texts.recommendations:
            yield _lines("Recommendations", "Recommendation", texts.recommendations)
    if not known:
        yield Remark("No needs assessment is recorded.")


def _about(source: ReportSource, assessment: AssessmentFacts) -> Pairs:
    texts = next((texts for texts in source.year.assessments if texts.pk == assessment.pk), None)
    behind = [strategy.title for strategy in source.facts.strategies if strategy.assessment_pk == assessment.pk]
    approved = [assessment.approved_by]
    if assessment.approved_on and assessment.approved_on.by(source.as_at) is not Truth.NO:
        approved.append(str(assessment.approved_on))
    pairs = [
        ("Looks at", _period(assessment)),
        ("Completed", said_or_not(assessment.completed_on)),
        ("Approved", said_or_not(", ".join(filter(None, approved)))),
        ("Minute", said_or_not(texts.reference if texts else "")),
        ("The paper", texts.kept if texts and texts.kept else "Not kept here"),
    ]
    if behind:
        pairs.append(("Behind", ", ".join(behind)))
    return Pairs(assessment.title, tuple(pairs))


def _period(assessment: AssessmentFacts) -> str:
    if not assessment.period_from and not assessment.period_to:
        return said_or_not("")
    return f"{assessment.period_from or 'a day not recorded'} to {assessment.period_to or 'a day not recorded'}"


def _found(source: ReportSource, assessment: AssessmentFacts) -> Iterable[Block]:
    names = {area.pk: area.name for area in source.facts.areas}
    texts = {row.pk: row for row in source.year.areas}
    rows = []
    for found in sorted(assessment.areas, key=lambda found: names.get(found.area_pk, "")):
        written = texts.get(found.pk)
        causes = "\n".join(written.causes) if written else ""
        none = f"None could be found: {found.why_no_causes}" if found.why_no_causes else ""
        kinds = "\n".join(written.kinds) if written else ""
        rows.append((names.get(found.area_pk, "Another area"), said_or_not(kinds), said_or_not(causes or none)))
    yield Table("What was found in each area", FOUND, tuple(rows)) if rows else Remark("What it found in each area is not recorded.")


def _data(source: ReportSource, assessment: AssessmentFacts) -> Iterable[Block]:
    rows = tuple(
        (row.body, row.what, said_or_not(row.received_on), row.gap or "Nothing recorded")
        for row in source.year.sources
        if row.assessment_pk == assessment.pk and (row.received_on is None or row.received_on.by(source.as_at) is not Truth.NO)
    )
    yield Table("Data by body", DATA, rows) if rows else Remark("From whose data it was made is not recorded.")


def _lines(caption: str, column: str, lines: tuple[str, ...]) -> Table:
    return Table(caption, (LINES, Column(column)), tuple((str(at), line) for at, line in enumerate(lines, 1)))
