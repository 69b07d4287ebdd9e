"""What goes into a report, before it is set in type."""

import dataclasses
import json

from compliance.finding import Status
from compliance.report.content import Duty, ReportContent, content_of
from compliance.report.layout import Table
from compliance.report.source import EvidenceItem, ReportSource, ResponseItem, WordingItem, seal_of
from tests.compliance import build
from tests.compliance.awkward import ISSUE, ON, awkward_source, empty_source, source_of
from tests.compliance.build import day, when


def content(source: ReportSource) -> ReportContent:
    return content_of(source, ISSUE)


def duty(source: ReportSource, code: str) -> Duty:
    anchor = f"duty-{code.lower()}"
    return next(duty for family in content(source).families for duty in family.duties if duty.anchor == anchor)


def cells(source: ReportSource, caption: str) -> list[tuple[str, ...]]:
    tables = [block for group in content(source).records for block in group.blocks if isinstance(block, Table)]
    return [row for table in tables if table.caption == caption for row in table.rows]


def with_version(*records: object, as_at: str = "2024-02-10") -> ReportSource:
    return source_of(build.facts(build.strategy(build.version(*records))), day(as_at))


def test_what_happened_after_the_day_is_left_out() -> None:
    records = (build.check("2024-01-30"), build.website("2024-01-31"), build.sent("2024-02-08"))
    early = cells(with_version(*records, as_at="2024-02-01"), "What happened to version 1")
    late = cells(with_version(*records), "What happened to version 1")
    assert [row[0] for row in early] == ["30 January 2024", "31 January 2024"]
    assert [row[0] for row in late] == ["30 January 2024", "31 January 2024", "8 February 2024"]


def test_version_dated_after_the_day_is_left_out() -> None:
    source = source_of(build.facts(build.strategy(build.version(dated="2024-03-01"))))
    blocks = next(group.blocks for group in content(source).records if group.anchor == "records-strategies")
    assert not any("Version 1" in str(block) for block in blocks)
    assert "No version dated by 10 February 2024 is recorded." in str(blocks)


def test_answer_says_by_how_many_days_it_is_late() -> None:
    source = with_version(build.check("2024-01-30"), build.website("2024-01-31"), build.sent("2024-02-08"))
    [answer] = duty(source, "SVD-PUB-03").answers
    assert (answer.word, answer.detail) == ("Met late", "by 2 days")
    assert "7 days counting 31 January 2024" in answer.due


def test_counts_by_strength_add_up_to_the_duties_that_apply() -> None:
    shown = content(awkward_source(areas=3))
    assert sum(shown.totals[:-1]) == shown.totals[-1] == shown.position.applying
    assert [strength for strength, _ in shown.counts] == ["Statutory", "Guidance", "Local"]


def test_page_of_the_position_names_the_worst_and_counts_the_rest() -> None:
    shown = content(empty_source())
    headlines = [finding for finding in shown.position.headlines.values() if finding.status in (Status.NOT_MET, Status.CANNOT_TELL)]
    assert len(shown.shortfalls) + shown.more_shortfalls == len(headlines)
    assert shown.shortfalls[0].answer.word == "Not met"


def test_wording_in_force_stands_instead_of_the_catalogue_and_names_the_paragraph() -> None:
    facts = build.facts()
    source = source_of(facts, wordings=(WordingItem("SVD-PART-03", "Agree who leads.", "42"), WordingItem("SVD-STR-01", "", "50")))
    assert duty(source, "SVD-PART-03").plain == "Agree who leads."
    assert duty(source, "SVD-PART-03").law.endswith("Statutory guidance, paragraph 42")
    assert duty(source, "SVD-STR-01").plain == duty(source_of(facts), "SVD-STR-01").plain


def test_evidence_and_responses_stand_with_their_own_duty_and_date() -> None:
    item = EvidenceItem("SVD-PUB-03", "Receipt", when("2024-02"), ON, "", "receipt.pdf", "f" * 64, "")
    response = ResponseItem("SVD-PUB-03", "It went by post.", when("2024-02-09"), "Head of Safety")
    source = source_of(build.facts(), evidence=(item, item), responses=(response,))
    assert [shown.number for shown in duty(source, "SVD-PUB-03").evidence] == ["E1", "E2"]
    assert duty(source, "SVD-PUB-03").responses == (response,)
    assert duty(source, "SVD-PUB-01").evidence == duty(source, "SVD-PUB-01").responses == ()
    assert cells(source, "Evidence by duty")[0][:2] == ("E1", "February 2024")
    assert "f" * 64 in cells(source, "Evidence by duty")[0][3]


def test_earlier_versions_are_history_and_not_todays_answer() -> None:
    first = build.strategy(build.version(build.website("2024-01-31"), pk=101), pk=51)
    second = build.strategy(build.version(build.website("2024-02-09"), pk=102, dated="2024-02-01"), pk=52, follows=51)
    shown = duty(source_of(build.facts(first, second)), "SVD-PUB-03")
    assert (len(shown.answers), len(shown.earlier)) == (1, 1)


def test_example_from_papers_is_labelled_and_a_real_partnership_is_not() -> None:
    facts = build.facts(records_to="2024-02-10")
    example = content(dataclasses.replace(source_of(facts), from_papers=True))
    assert example.title.startswith("Example from public papers; its records end on 10 February 2024.")
    assert content(source_of(facts)).label == ""
    assert content(source_of(build.facts())).label == ""


def test_seal_is_the_same_after_a_round_trip_through_json() -> None:
    source = awkward_source(areas=2)
    facts, findings = json.loads(json.dumps([source.facts_json(), source.findings_json()]))
    assert seal_of(facts, findings) == source.seal


def test_seal_changes_with_any_fact_and_with_the_day() -> None:
    source = with_version(build.website("2024-01-31"))
    others = [
        dataclasses.replace(source, facts=dataclasses.replace(source.facts, name="Another")),
        dataclasses.replace(source, as_at=day("2024-02-11")),
        dataclasses.replace(source, findings=source.findings[1:]),
    ]
    assert source.seal not in {other.seal for other in others}
