"""The consultations on paper: how many there are to ask, whom each version asked, what was answered, and what became of it."""

from collections.abc import Iterable

from compliance.facts import ConsultationFacts, VersionFacts
from compliance.report.layout import Block, Column, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.report.the_year import AnswerGiven
from strategies.models.consultation import Consulted
from svduty.vague_dates import Truth

NUMBERS = (Column("Area", "w20"), Column("Of what", "w25"), Column("How many", "w20"), Column("How one knows"))
ASKED = (Column("Who was asked", "w25"), Column("Open", "w20"), Column("Asked, answered", "w20"), Column("How, and what it changed"))
ANSWERS = (Column("Answered by", "w25"), Column("What they said", "w40"), Column("What became of it"))


def consultation_blocks(source: ReportSource) -> Iterable[Block]:
    """What was counted and asked by the day."""
    yield _numbers(source)
    asked = [
        (version, [one for one in version.consultations if one.opens_on.by(source.as_at) is not Truth.NO])
        for strategy in source.facts.strategies
        for version in strategy.versions
        if version.dated.by(source.as_at) is not Truth.NO
    ]
    for version, consultations in asked:
        if consultations:
            yield from _of_version(source, version, consultations)
    if not any(consultations for _, consultations in asked):
        yield Remark("No consultation is recorded.")


def _numbers(source: ReportSource) -> Block:
    names = {area.pk: area.name for area in source.facts.areas}
    known = [row for row in source.facts.numbers if row.counted_on.by(source.as_at) is not Truth.NO]
    known.sort(key=lambda row: (names.get(row.area_pk, ""), row.kind, row.counted_on.latest))
    rows = tuple(
        (
            names.get(row.area_pk, "Another area"),
            Consulted(row.kind).label,
            f"{row.number or 'None'}, {row.counted_on}",
            "\n".join(filter(None, [row.source, row.reason, f"Confirmed by: {row.confirmed_by}" if row.confirmed_by else ""]))
            or said_or_not(""),
        )
        for row in known
    )
    return Table("How many there are to ask", NUMBERS, rows) if rows else Remark("How many there are to ask is not recorded for any area.")


def _of_version(source: ReportSource, version: VersionFacts, consultations: list[ConsultationFacts]) -> Iterable[Block]:
    name = f"{version.title}, version {version.number}"
    consultations.sort(key=lambda one: (one.opens_on.earliest, one.pk))
    yield Table(f"Who was asked about {name}", ASKED, tuple(_row(source, one) for one in consultations))
    asked = {one.pk for one in consultations}
    answers = [
        answer
        for answer in source.year.answers
        if answer.consultation_pk in asked and (answer.received_on is None or answer.received_on.by(source.as_at) is not Truth.NO)
    ]
    if answers:
        yield Table(f"What was said about {name}", ANSWERS, tuple(_answer(answer) for answer in answers))


def _row(source: ReportSource, one: ConsultationFacts) -> tuple[str, ...]:
    texts = next((texts for texts in source.year.consultations if texts.pk == one.pk), None)
    area = next((area.name for area in source.facts.areas if area.pk == one.area_pk), "all its areas")
    bodies = [next((h.organisation for h in source.facts.holders if h.organisation_pk == body), "another body") for body in one.body_pks]
    asked = "Asked: " + (f"{one.asked}" if one.asked is not None else str(len(bodies)) if bodies else "not recorded")
    answered = f"Answered: {texts.answered if texts and texts.answered is not None else 'not recorded'}"
    return (
        f"{Consulted(one.kind).label}, for {area}",
        f"{one.opens_on} to {one.closes_on or 'a day not recorded'}",
        f"{asked}\n{answered}",
        "\n".join(filter(None, [texts.how if texts else "", ", ".join(bodies), texts.effect if texts else ""])) or said_or_not(""),
    )


def _answer(answer: AnswerGiven) -> tuple[str, ...]:
    by = f"{answer.by}, {answer.received_on}" if answer.received_on else answer.by
    became = "\n".join(filter(None, [answer.outcome, answer.reason]))
    return by, answer.said, became or "Not recorded yet"
