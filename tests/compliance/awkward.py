"""What a report must survive: the longest names, hostile texts, Welsh letters, many areas, and a partnership with nothing in it."""

import dataclasses
import datetime
from typing import Any

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.report.content import Issue
from compliance.report.source import Detail, EvidenceItem, ReportSource, ResponseItem, WordingItem
from compliance.report.the_drafting import CommentMade, RoundTexts, SeatAnswer, TheDrafting
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
from tests.compliance import build
from tests.compliance.build import day, when
from tests.compliance.governance_for_facts import BOARD, CHAIR, board

ON = day("2024-02-10")
ISSUE = Issue(number=3, on=day("2024-02-12"), signed_off_by="Head of Community Safety")
LONG = (
    "The “Community Safety” & Serious Violence Partnership of Ysbyty’r Ŵyl, Tŷ Mawr <script>alert(1)</script> "
    "with Saint-Bartholomew-under-Longlongwoodcumhatherleighstone-and-Marshland-on-the-Water's Executive Boards"
)[:200].ljust(200, "s")

# Each would have the engine open something, if ever it were taken for markup.
HOSTILE = (
    '<img src="{address}"> <link rel="stylesheet" href="{address}"> <style>@import url({address});</style> '
    '<object data="{address}"></object> <a rel="attachment" href="{address}">x</a> ![x]({address}) '
    '</p></section><iframe src="{address}"></iframe> {{% include "{address}" %}}'
)


def source_of(facts: PartnershipFacts, on: datetime.date = ON, **changes: Any) -> ReportSource:
    """A report's source with nothing beside the facts, unless `changes` says so."""
    return ReportSource(on, "22 November 2026", 1, False, False, "", facts, tuple(evaluate(facts, on)), **changes)


def empty_source() -> ReportSource:
    return source_of(dataclasses.replace(build.facts(areas=(), holders=()), name="A new partnership"))


def worst_source() -> ReportSource:
    """Thirty areas with long names in which nothing at all was done."""
    areas = tuple(dataclasses.replace(build.area(pk), name=f"{LONG[:90]} {pk}") for pk in range(1, 31))
    return source_of(dataclasses.replace(build.facts(areas=areas, holders=()), name=LONG))


CONSULTATIONS = (
    dataclasses.replace(build.consultation(), pk=405),
    dataclasses.replace(build.consultation(kind="specified", closes_on=None, asked=None, bodies=(build.FIRE, build.HEALTH)), pk=406),
)


def awkward_year(text: str) -> TheYear:
    """Every kind of text of the year's records, each the longest or the given one."""
    return TheYear(
        assessments=(AssessmentTexts(301, LONG, "a" * 146 + ".pdf\nSHA-256 " + "0" * 64, (text, LONG), (LONG, text)),),
        areas=(AssessedAreaTexts(311, (LONG, text), (text, "Exclusion from school")), AssessedAreaTexts(312, (), ())),
        sources=(
            SourceOfData(301, LONG, text, when("2023-09"), ""),
            SourceOfData(301, "Health board", "Ambulance calls", None, text),
        ),
        consultations=(ConsultationTexts(405, text, 3, LONG), ConsultationTexts(406, "", 0, "")),
        answers=(
            AnswerGiven(405, LONG, when("2023-11"), text, "Nothing was changed", LONG),
            AnswerGiven(405, "A college", None, LONG, "", ""),
        ),
        equality=(EqualityTexts(401, LONG, text, LONG),),
        contents=(ContentsTexts(402, LONG, (("arrangements", text), ("aligned", LONG))),),
        aligned=(OtherStrategy(51, LONG, LONG, text, LONG),),
        reviews=(ReviewTexts(403, text, LONG, LONG, LONG),),
        arrangements=(ArrangementTexts(404, LONG),),
    )


def awkward_drafting(text: str) -> TheDrafting:
    """Every kind of text of a round, each the longest or the given one."""
    answers = (
        SeatAnswer(LONG, day("2024-02-03"), "Approve with conditions", text, LONG),
        SeatAnswer("A post", day("2024-02-04"), text, LONG, ""),
    )
    texts = RoundTexts(501, text, (LONG, text), text, LONG, text, answers)
    return TheDrafting((texts,), (CommentMade(102, day("2024-02-05"), "partly", day("2024-02-06")),))


def awkward_source(areas: int = 30, hostile: str = HOSTILE.format(address="file:///etc/passwd")) -> ReportSource:
    """Everything at once: `areas` areas, two strategies of which one follows the other, every kind of record, and hostile texts."""
    numbers = tuple(range(1, areas + 1))
    first = build.version(
        build.approval("2023-12-10"),
        build.check("2023-12-12"),
        build.website("2024-01-31"),
        build.other_form("2024-02-01", form=LONG, audience=hostile),
        build.sent("2024-02-08"),
        build.sent("2024-02-05", "policing-body"),
        *CONSULTATIONS,
        dataclasses.replace(build.equality("2023-12-01"), pk=401, title=LONG),
        dataclasses.replace(build.contents("2023-12-02", aligned="partly"), pk=402),
        pk=101,
    )
    asked = dataclasses.replace(build.round_of((CHAIR, "2024-02-03"), board=BOARD, opened_on="2024-02-02", answer_by="2024-03-01"), pk=501)
    second = build.version(asked, build.approval("2024-02-02"), build.check("2024-02", result="removed"), pk=102, dated="2024-02-01")
    review = dataclasses.replace(build.review("2024-02-05"), pk=403)
    arrangement = dataclasses.replace(build.arrangement(who=LONG), pk=404)
    bodies = (build.COUNCIL, build.POLICE)
    first_strategy = build.strategy(
        first, review, arrangement, pk=51, areas=numbers[:3], section_9=True, made_by=bodies, assessment_pk=301, aligned=1
    )
    strategies = (
        first_strategy,
        dataclasses.replace(build.strategy(second, pk=52, areas=numbers[:3], follows=51), title=LONG),
    )
    definition = build.definition(wording=f"{hostile}\n\nŴyl a thŷ: “trais difrifol”.", agreed_by=LONG, scope_reason=hostile)
    facts = build.facts(
        *strategies,
        areas=tuple(dataclasses.replace(build.area(pk), name=f"{LONG[:90]} {pk}") for pk in numbers),
        assessments=(
            build.assessment("2023-10-30", *(dataclasses.replace(build.assessed(pk), pk=310 + pk) for pk in numbers[:3]), pk=301),
            dataclasses.replace(build.assessment(None, pk=302), title=LONG, areas=(), approved_by=""),
        ),
        numbers=(*(build.number(area=pk, source=hostile) for pk in numbers[:3]), build.none_here(reason=LONG)),
        leads=(dataclasses.replace(build.lead(), organisation=LONG),),
        definitions=(dataclasses.replace(definition, number=2), build.definition("2023-03")),
        boards=(board(name=LONG),),
    )
    holders = tuple(dataclasses.replace(holder, organisation=LONG, senior_lead=LONG) for holder in facts.holders)
    facts = dataclasses.replace(facts, name=LONG, holders=holders)
    return source_of(
        facts,
        evidence=(
            EvidenceItem("SVD-PUB-03", LONG, when("2024-02"), day("2024-02-09"), hostile, "a" * 146 + ".pdf", "0" * 64, ""),
            EvidenceItem("SVD-PUB-03", "Receipt", when("2024-02-06"), ON, "", "", "", "https://www.example.gov.uk/" + "long/" * 90),
            EvidenceItem("SVD-DEF-01", "Receipt", when("2024-02-06"), ON, "", "", "", "file:///etc/passwd"),
        ),
        responses=(ResponseItem("SVD-PUB-03", f"{hostile}\n\nWe see this differently.", when("2024-02-09"), LONG),),
        wordings=(WordingItem("SVD-PUB-03", hostile, "42 to 45"),),
        details=(Detail("version", 101, hostile), Detail("version", 102, LONG)),
        year=awkward_year(hostile),
        drafting=awkward_drafting(hostile),
    )
