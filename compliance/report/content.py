"""What a report says, from what it is made from. Pure: nothing here asks a database, a file or a clock."""

import dataclasses
import datetime

from compliance.finding import Finding, Status, Strength
from compliance.position import SHOWN_ORDER, Position, position_of, urgency
from compliance.report.answer import Answer, answer_of, mark_of
from compliance.report.records import RecordGroup, numbered_evidence, record_groups
from compliance.report.source import EvidenceItem, ReportSource, ResponseItem, short_seal
from compliance.requirements import CATALOGUE, NOT_LOOKED_AT
from compliance.requirements.requirement import Requirement
from svduty import dates
from svduty.status_words import STATUSES

AT_MOST = 3  # how many shortcomings the page of the position names


@dataclasses.dataclass(frozen=True)
class Issue:
    """What is known only when a report is issued: its number, the day, and the post that signed it off, if one did."""

    number: int
    on: datetime.date
    signed_off_by: str = ""


@dataclasses.dataclass(frozen=True)
class ShownEvidence:
    number: str
    item: EvidenceItem


@dataclasses.dataclass(frozen=True)
class Duty:
    """A requirement with the answers of today's cycle, and those of earlier versions as history."""

    anchor: str
    title: str
    plain: str
    law: str
    strength: str
    answers: tuple[Answer, ...]
    earlier: tuple[Answer, ...]
    evidence: tuple[ShownEvidence, ...]
    responses: tuple[ResponseItem, ...]

    @property
    def applies(self) -> bool:
        return any(answer.mark != mark_of(Status.NOT_APPLICABLE) for answer in (*self.answers, *self.earlier))


@dataclasses.dataclass(frozen=True)
class Family:
    anchor: str
    name: str
    duties: tuple[Duty, ...]


@dataclasses.dataclass(frozen=True)
class Shortfall:
    """A duty that stands badly, for the page of the position. `elsewhere`: how many more of its areas or versions do."""

    answer: Answer
    title: str
    elsewhere: int


@dataclasses.dataclass(frozen=True)
class ReportContent:
    """Everything the template prints."""

    number: int
    name: str
    label: str
    title: str
    as_at: datetime.date
    issued_on: datetime.date
    law_as_at: str
    signed_off_by: str
    lead: str
    records_held: str
    about: str
    seal: str
    position: Position
    count_heads: tuple[str, ...]
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    totals: tuple[int, ...]
    shortfalls: tuple[Shortfall, ...]
    more_shortfalls: int
    families: tuple[Family, ...]
    records: tuple[RecordGroup, ...]
    statuses: tuple[tuple[str, str], ...]
    looked_at: int = len(CATALOGUE)
    not_looked_at: str = NOT_LOOKED_AT


def content_of(source: ReportSource, issue: Issue) -> ReportContent:
    """The report in words, tables and headings."""
    facts, on = source.facts, source.as_at
    position = position_of(source.findings, on)
    heads, rows, totals = _counts(position)
    shortfalls = _shortfalls(source.findings, position, on)
    label = _label(source)
    title = f"Compliance report {issue.number}: {facts.name}, as at {dates.say_short(on)}"
    return ReportContent(
        number=issue.number,
        name=facts.name,
        label=label,
        title=f"{label}. {title}" if label else title,
        as_at=on,
        issued_on=issue.on,
        law_as_at=source.law_as_at,
        signed_off_by=issue.signed_off_by,
        lead=next((lead.organisation for lead in reversed(facts.leads) if lead.ends is None or lead.ends.latest >= on), ""),
        records_held=_records_held(source),
        about=source.about,
        seal=short_seal(source.seal),
        position=position,
        count_heads=heads,
        counts=rows,
        totals=totals,
        shortfalls=tuple(shortfalls[:AT_MOST]),
        more_shortfalls=max(0, len(shortfalls) - AT_MOST),
        families=_families(source),
        records=record_groups(source),
        statuses=tuple((mark_of(Status(code)), status.word) for code, status in STATUSES.items()),
    )


def _label(source: ReportSource) -> str:
    if source.invented:
        return "Invented for training: no real area, no real facts"
    if source.facts.records_to and source.from_papers:
        return f"Example from public papers; its records end on {dates.say_short(source.facts.records_to)}"
    return ""


def _records_held(source: ReportSource) -> str:
    facts = source.facts
    until = f" to {dates.say_short(facts.records_to)}" if facts.records_to else ""
    return f"Complete from {dates.say_short(facts.records_from)}{until}"


def _counts(position: Position) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[int, ...]], ...], tuple[int, ...]]:
    """Heads, a row for each strength that has a duty, and totals; only statuses that occur have a column."""
    shown = [status for status in SHOWN_ORDER if status in dict(position.counts)]
    applying = [finding for finding in position.headlines.values() if finding.status != Status.NOT_APPLICABLE]
    rows = []
    for strength in Strength:
        of_strength = [finding.status for finding in applying if finding.strength == strength]
        if of_strength:
            rows.append((strength.value.capitalize(), (*(of_strength.count(status) for status in shown), len(of_strength))))
    totals = tuple(sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True))
    return tuple(status.words for status in shown), tuple(rows), totals


def _shortfalls(findings: tuple[Finding, ...], position: Position, on: datetime.date) -> list[Shortfall]:
    """What is overdue, not met or unknown, by duty, worst first."""
    wrong = (Status.OVERDUE, Status.NOT_MET, Status.CANNOT_TELL)
    headlines = sorted((finding for finding in position.headlines.values() if finding.status in wrong), key=urgency)
    return [
        Shortfall(
            answer_of(finding, on),
            finding.title,
            sum(other.code == finding.code and other.current and other.status in wrong for other in findings) - 1,
        )
        for finding in headlines
    ]


def _families(source: ReportSource) -> tuple[Family, ...]:
    families: dict[str, list[Duty]] = {}
    for requirement in CATALOGUE:
        findings = [finding for finding in source.findings if finding.code == requirement.code]
        if findings:
            families.setdefault(requirement.family, []).append(_duty(requirement, findings, source))
    return tuple(Family(f"family-{at}", name, tuple(duties)) for at, (name, duties) in enumerate(families.items(), 1))


def _duty(requirement: Requirement, findings: list[Finding], source: ReportSource) -> Duty:
    wording = next((wording for wording in source.wordings if wording.code == requirement.code), None)
    paragraph = f". Statutory guidance, paragraph {wording.paragraph}" if wording and wording.paragraph else ""
    return Duty(
        anchor=f"duty-{requirement.code.lower()}",
        title=requirement.title,
        plain=(wording.plain if wording else "") or requirement.plain,
        law=requirement.citation + paragraph,
        strength=max((finding for finding in findings), key=lambda finding: finding.current).strength.value.capitalize(),
        answers=tuple(answer_of(finding, source.as_at) for finding in findings if finding.current),
        earlier=tuple(answer_of(finding, source.as_at) for finding in findings if not finding.current),
        evidence=tuple(ShownEvidence(number, item) for number, item in numbered_evidence(source) if item.code == requirement.code),
        responses=tuple(response for response in source.responses if response.code == requirement.code),
    )
