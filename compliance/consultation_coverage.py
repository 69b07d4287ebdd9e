"""Who was asked about a version, of how many, and who answered: what the consultation page shows. Pure: it is given facts and records."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.utils.safestring import SafeString

from compliance.facts import AreaFacts, NumberFacts, PartnershipFacts
from compliance.finding import Finding
from compliance.requirements.consulting import number_in
from compliance.requirements.requirement import listed
from compliance.requirements.versions import Judged, Versions, areas_of, drafts_of, judged_versions
from strategies.consulted import Span, Stage, Turnout, span_of, turnout_of
from strategies.models import Consultation, ConsultationAnswer
from strategies.models.consultation import COUNTED, WHOM, Consulted
from svduty.charts.bars import nested_bar

CODES = {
    Consulted.EDUCATION: "SVD-CONS-01",
    Consulted.PRISON: "SVD-CONS-02",
    Consulted.YOUTH_CUSTODY: "SVD-CONS-03",
    Consulted.SPECIFIED: "SVD-CONS-04",
}
TOGETHER = "All areas together"


@dataclasses.dataclass(frozen=True)
class Line:
    """One consultation: how many there were to ask (None: not known), and `too_late` when it ended after publication."""

    consultation: Consultation
    span: Span
    turnout: Turnout
    there: int | None
    too_late: bool

    @property
    def drawn(self) -> bool:
        return bool(self.there or self.turnout.asked)

    @property
    def bar(self) -> SafeString:
        """Answered within asked within all there are; nothing where neither of these two is known."""
        asked, answered = self.turnout.asked, self.turnout.answered
        if not self.drawn:
            return SafeString("")
        whole = max(self.there or 0, asked or 0)
        shares = [(asked or 0, "asked"), (answered or 0, "answered")]
        title = f"{self.consultation.get_kind_display()}, asked from {self.consultation.opens_on}"
        return nested_bar(shares, whole, title=title, key=f"consultation-{self.consultation.pk}")


@dataclasses.dataclass(frozen=True)
class Row:
    """An area with the number of authorities there; `area` is None for what was asked in all areas together."""

    area: AreaFacts | None
    number: NumberFacts | None
    lines: list[Line]

    @property
    def name(self) -> str:
        return self.area.name if self.area else TOGETHER


@dataclasses.dataclass(frozen=True)
class Part:
    """One kind of body: its duty's answer for the version where there is one, and its rows, one an area, or its consultations."""

    kind: Consulted
    finding: Finding | None
    rows: list[Row]
    lines: list[Line]

    @property
    def whom(self) -> str:
        return WHOM[self.kind]

    @property
    def nobody_to_ask(self) -> bool:
        """Is there none in any of the areas?"""
        return bool(self.rows) and not self.lines and all(row.number is not None and row.number.number == 0 for row in self.rows)

    @property
    def silent(self) -> list[Line]:
        return [line for line in self.lines if line.turnout.silent and line.span.stage != Stage.PLANNED]


@dataclasses.dataclass(frozen=True)
class Coverage:
    """`counted`: the kinds the Act names; `others`: those that are good practice; `bars`: is any drawn?"""

    counted: list[Part]
    others: list[Part]
    answers: list[ConsultationAnswer]
    unanswered: int
    effects: list[Consultation]
    bars: bool


def version_shown(facts: PartnershipFacts, on: datetime.date, asked: str) -> tuple[Judged | None, list[Judged]]:
    """The version asked for by its key, or else the newest of those that count; and the others one may ask for, newest first."""
    judged = judged_versions(facts, on)
    offered = sorted(judged, key=_newest_first, reverse=True)
    chosen = next((found for found in _all(facts, judged) if str(found.version.pk) == asked), None)
    chosen = chosen or next((found for found in offered if found.current), offered[0] if offered else None)
    return chosen, [found for found in offered if found != chosen]


def consultations_shown(judged: Judged, on: datetime.date) -> list[int]:
    """The keys of the consultations on the drafts that led to the version, planned ones among them."""
    return [consultation.pk for version in drafts_of(judged, on) for consultation in version.consultations]


def which_count(judged: Judged, on: datetime.date) -> str:
    """Which consultations count for the version, in a sentence."""
    number = judged.version.number
    drafts = [str(version.number) for version in drafts_of(judged, on)]
    since = "" if drafts[0] == "1" else f", those since version {int(drafts[0]) - 1} was published"
    if len(drafts) == 1:
        return f"For version {number} the consultations recorded with it count{since and ': a revision is consulted on anew'}."
    return f"For version {number} the consultations on versions {listed(drafts)} count: the drafts that led to it{since}."


def coverage_of(
    facts: PartnershipFacts,
    judged: Judged,
    findings: Iterable[Finding],
    consultations: Iterable[Consultation],
    on: datetime.date,
    *,
    with_plans: bool,
) -> Coverage:
    """Everything the page shows of one version. `with_plans`: also what is to open after `on`."""
    of_code = {finding.code: finding for finding in findings if finding.key == judged.key}
    lines = [_line(facts, judged, consultation, on) for consultation in consultations]
    lines = [line for line in lines if with_plans or line.span.stage != Stage.PLANNED]
    named = [kind for kind in CODES if kind != Consulted.SPECIFIED or judged.strategy.section_9 or _of(kind, lines)]
    counted = [_part(facts, judged, kind, of_code.get(CODES[kind]), _of(kind, lines), on) for kind in named]
    others = [Part(kind, None, [], _of(kind, lines)) for kind in Consulted if kind not in CODES]
    answers = sorted((answer for line in lines for answer in line.turnout.answers), key=lambda answer: bool(answer.outcome))
    return Coverage(
        counted=counted,
        others=others,
        answers=answers,
        unanswered=sum(not answer.outcome for answer in answers),
        effects=[line.consultation for line in lines if line.consultation.effect],
        bars=any(line.drawn for line in lines),
    )


def _newest_first(judged: Judged) -> tuple[datetime.date, int]:
    return judged.version.dated.latest, judged.version.pk


def _all(facts: PartnershipFacts, judged: Versions) -> list[Judged]:
    """The judged versions, and the drafts that no duty is judged by any more."""
    there = {found.version.pk for found in judged}
    rest = [(strategy, version) for strategy in facts.strategies for version in strategy.versions if version.pk not in there]
    return [*judged, *(Judged(strategy, version, False, None, None) for strategy, version in rest)]


def _of(kind: Consulted, lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.consultation.kind == kind]


def _line(facts: PartnershipFacts, judged: Judged, consultation: Consultation, on: datetime.date) -> Line:
    closes = consultation.closes_on
    by = closes.latest if closes else judged.start_last or on
    too_late = closes is not None and judged.start_last is not None and closes.earliest > judged.start_last
    there = None
    if consultation.kind in dict(COUNTED):
        areas = areas_of(facts, judged.strategy)
        covered = [area.pk for area in areas if consultation.area_id in (None, area.pk)]
        numbers = [number_in(facts, pk, consultation.kind, by, on) for pk in covered]
        there = sum(number.number for number in numbers if number) if numbers and all(numbers) else None
    return Line(consultation, span_of(consultation, on), turnout_of(consultation, on), there, too_late)


def _part(facts: PartnershipFacts, judged: Judged, kind: Consulted, finding: Finding | None, lines: list[Line], on: datetime.date) -> Part:
    if kind == Consulted.SPECIFIED:
        return Part(kind, finding, [], lines)
    areas = areas_of(facts, judged.strategy)
    by = judged.start_last or on
    alone = len(areas) == 1
    rows = [
        Row(
            area,
            number_in(facts, area.pk, kind, by, on),
            [line for line in lines if line.consultation.area_id == area.pk or (alone and not line.consultation.area_id)],
        )
        for area in areas
    ]
    together = [] if alone else [line for line in lines if not line.consultation.area_id]
    return Part(kind, finding, [*([Row(None, None, together)] if together else []), *rows], lines)
