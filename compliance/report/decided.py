"""On paper: on what a version was decided. Equality, contents, the decisions themselves, and the strategies it works with."""

from collections.abc import Iterable

from compliance.facts import ContentsFacts, VersionFacts
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from strategies.models.contents import Covered
from strategies.models.version import Outcome
from svduty.vague_dates import Truth

DECISIONS = (Column("Date", "w20"), Column("Decision", "w25"), Column("By", "w25"), Column("Minute or paper"))
ELEMENTS = (Column("What it should contain", "w50"), Column("Covered", "w15"), Column("Where"))
ALIGNED = (Column("Strategy", "w25"), Column("Whose", "w20"), Column("How they work together", "w30"), Column("Where it stands"))


def decision_blocks(source: ReportSource) -> Iterable[Block]:
    """By strategy and version, what was recorded by the day."""
    any_shown = False
    for strategy in source.facts.strategies:
        blocks = [
            block for version in strategy.versions if version.dated.by(source.as_at) is not Truth.NO for block in _version(source, version)
        ]
        aligned = tuple(
            (row.name, said_or_not(row.owner), said_or_not(row.how), said_or_not(row.standing))
            for row in source.year.aligned
            if row.strategy_pk == strategy.pk
        )
        if aligned:
            blocks.append(Table(f"Strategies that {strategy.title} works with", ALIGNED, aligned))
        yield from blocks
        any_shown = any_shown or bool(blocks)
    if not any_shown:
        yield Remark("No decision, equality assessment or check of contents is recorded.")


def _version(source: ReportSource, version: VersionFacts) -> Iterable[Block]:
    name = f"{version.title}, version {version.number}"
    decided = [approval for approval in version.approvals if approval.decided_on.by(source.as_at) is not Truth.NO]
    decided.sort(key=lambda approval: (approval.decided_on.earliest, approval.pk))
    if decided:
        rows = tuple(
            (str(row.decided_on), Outcome(row.outcome).label, row.decided_by, said_or_not(source.detail("approval", row.pk)))
            for row in decided
        )
        yield Table(f"Decisions on {name}", DECISIONS, rows)
    for made in version.equality:
        if made.made_on.by(source.as_at) is not Truth.NO:
            texts = next((texts for texts in source.year.equality if texts.pk == made.pk), None)
            yield Pairs(
                f"Equality, {name}: {made.title}",
                (
                    ("Made on", str(made.made_on)),
                    ("By", said_or_not(texts and texts.made_by)),
                    ("Effect", said_or_not(texts and texts.effect)),
                    ("Paper", said_or_not(texts and texts.reference)),
                ),
            )
    checks = [check for check in version.contents if check.checked_on.by(source.as_at) is not Truth.NO]
    if checks:
        yield _contents(source, name, max(checks, key=lambda check: (check.checked_on.latest, check.pk)))


def _contents(source: ReportSource, name: str, check: ContentsFacts) -> Table:
    """The newest check; earlier ones have done their work."""
    texts = next((texts for texts in source.year.contents if texts.pk == check.pk), None)
    answers, where = dict(check.answers), dict(texts.where) if texts else {}
    rows = tuple(
        (
            element.name,
            Covered(answers[element.code]).label if element.code in answers else "Not answered",
            where.get(element.code, "") or said_or_not(""),
        )
        for element in source.facts.elements
    )
    by = f" by {texts.checked_by}" if texts and texts.checked_by else ""
    return Table(f"What {name} contains, checked on {check.checked_on}{by}", ELEMENTS, rows)
