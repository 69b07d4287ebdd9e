"""The records behind the answers, as tables, in the order of the year: who takes part, what was found, written, asked and decided."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, StrategyFacts, VersionFacts
from compliance.report.carried_out import action_blocks, measure_blocks, money_blocks
from compliance.report.consulted import consultation_blocks
from compliance.report.decided import decision_blocks
from compliance.report.definition import definition_blocks
from compliance.report.drafted import drafting_blocks
from compliance.report.governed import board_blocks, sharing_blocks
from compliance.report.happenings import happenings_table
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.needs import needs_blocks
from compliance.report.reviewed import review_blocks
from compliance.report.source import EvidenceItem, ReportSource
from compliance.requirements import BY_CODE
from svduty import dates
from svduty.vague_dates import Truth, VagueDate


@dataclasses.dataclass(frozen=True)
class RecordGroup:
    """A numbered section of the records."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]


def record_groups(source: ReportSource) -> tuple[RecordGroup, ...]:
    facts = source.facts
    return (
        RecordGroup("records-bodies", "Areas and the bodies that take part", tuple(_bodies(facts, source.as_at))),
        RecordGroup("records-lead", "Who leads", (_leads(facts, source.as_at),)),
        RecordGroup("records-boards", "Boards and their meetings", tuple(board_blocks(source))),
        RecordGroup("records-sharing", "Sharing information, and requests", tuple(sharing_blocks(source))),
        RecordGroup("records-definition", "The local definition", tuple(definition_blocks(source))),
        RecordGroup("records-assessments", "Needs assessments", tuple(needs_blocks(source))),
        RecordGroup("records-strategies", "Strategies and their versions", tuple(_strategies(source))),
        RecordGroup("records-consultation", "Consultation", tuple(consultation_blocks(source))),
        RecordGroup("records-drafting", "How a strategy came about: boards asked, and comments", tuple(drafting_blocks(source))),
        RecordGroup("records-decisions", "Approval, equality and contents", tuple(decision_blocks(source))),
        RecordGroup("records-actions", "Actions by objective", tuple(action_blocks(source))),
        RecordGroup("records-money", "Money by year", tuple(money_blocks(source))),
        RecordGroup("records-measures", "Measures of success", tuple(measure_blocks(source))),
        RecordGroup("records-reviews", "Reviews", tuple(review_blocks(source))),
        RecordGroup("records-evidence", "Index of evidence", (_evidence(source),)),
    )


def numbered_evidence(source: ReportSource) -> list[tuple[str, EvidenceItem]]:
    """Each with its `E1`, `E2` ..., by which a duty names a line of the index."""
    return [(f"E{at}", item) for at, item in enumerate(source.evidence, 1)]


BODY_COLUMNS = (Column("Body", "w25"), Column("Takes part as", "w25"), Column("Named senior lead", "w25"), Column("Since"))


def _bodies(facts: PartnershipFacts, on: datetime.date) -> Iterable[Block]:
    kinds = {kind.code: kind.name for kind in facts.authority_types}
    areas = [area for area in facts.areas if not _begins_after(area.joined, on)]
    for area in sorted(areas, key=lambda area: area.name):
        rows = [
            (
                holder.organisation,
                kinds.get(holder.capacity, holder.capacity),
                said_or_not(holder.senior_lead),
                said_or_not(holder.starts) + (f", until {holder.ends}" if holder.ends else ""),
            )
            for holder in facts.holders
            if holder.area_pk == area.pk and not _begins_after(holder.starts, on)
        ]
        since = f"in the partnership since {area.joined}" if area.joined else "since when it is in the partnership is not recorded"
        name = f"{area.name}: {since}" + (f", until {area.left}" if area.left else "")
        yield Table(name, BODY_COLUMNS, tuple(rows)) if rows else Remark(f"{name}. No body is recorded for it.")
    if not areas:
        yield Remark("No area is recorded.")


def _begins_after(starts: VagueDate | None, on: datetime.date) -> bool:
    return starts is not None and starts.by(on) is Truth.NO


def _leads(facts: PartnershipFacts, on: datetime.date) -> Block:
    rows = tuple(
        (lead.organisation, said_or_not(lead.agreed_on), said_or_not(lead.reference), str(lead.ends or "Still leads"))
        for lead in facts.leads
        if not _begins_after(lead.agreed_on, on)
    )
    columns = (Column("Body", "w30"), Column("Agreed on", "w20"), Column("Minute or paper", "w30"), Column("Until"))
    return Table("Agreements on who leads", columns, rows) if rows else Remark("No agreement on who leads is recorded.")


def _strategies(source: ReportSource) -> Iterable[Block]:
    on = source.as_at
    shown = [(s, [v for v in s.versions if v.dated.by(on) is not Truth.NO]) for s in source.facts.strategies]
    for strategy, versions in shown:
        yield _about(source, strategy, versions)
        for version in versions:
            yield happenings_table(source, version)
        if not versions:
            yield Remark(f"No version dated by {dates.say_short(on)} is recorded.")
    if not shown:
        yield Remark("No strategy is recorded.")


def _about(source: ReportSource, strategy: StrategyFacts, versions: list[VersionFacts]) -> Pairs:
    basis = " and ".join(name for name, holds in (("section 8", strategy.section_8), ("section 9", strategy.section_9)) if holds)
    areas = ", ".join(sorted(area.name for area in source.facts.areas if area.pk in strategy.area_pks))
    follows = next((other.title for other in source.facts.strategies if other.pk == strategy.follows_pk), "")
    pairs = [
        ("Made under", f"{basis.capitalize()} of the Act"),
        ("Areas", said_or_not(areas)),
        ("Period", _period(strategy)),
    ]
    behind = next((one.title for one in source.facts.assessments if one.pk == strategy.assessment_pk), "")
    if behind:
        pairs.append(("Rests on", behind))
    makers = {holder.organisation for holder in source.facts.holders if holder.organisation_pk in strategy.made_by_pks}
    if makers:
        pairs.append(("Made by", ", ".join(sorted(makers))))
    if follows or strategy.earlier_not_held:
        pairs.append(("Follows", follows or "An earlier strategy that is not recorded here"))
    pairs += [(f"Version {version.number}", _kept(source, version)) for version in versions]
    return Pairs(strategy.title, tuple(pairs))


def _period(strategy: StrategyFacts) -> str:
    if not strategy.period_from and not strategy.period_to:
        return said_or_not("")
    return f"{strategy.period_from or 'a day not recorded'} to {strategy.period_to or 'a day not recorded'}"


def _kept(source: ReportSource, version: VersionFacts) -> str:
    kept = source.detail("version", version.pk)
    return f"Dated {version.dated}. {kept}".rstrip()


def _evidence(source: ReportSource) -> Block:
    rows = tuple(
        (number, str(item.dated), _what(item), f"{item.file_name}\nSHA-256 {item.sha256}" if item.file_name else item.link)
        for number, item in numbered_evidence(source)
    )
    columns = (Column("No.", "w7"), Column("Its own date", "w20"), Column("What it is, and for which duty", "w40"), Column("Kept as"))
    return Table("Evidence by duty", columns, rows) if rows else Remark("No evidence is recorded.")


def _what(item: EvidenceItem) -> str:
    duty = BY_CODE[item.code].title if item.code in BY_CODE else item.code
    return "\n".join(filter(None, [item.title, item.note, f"For: {duty}"]))
