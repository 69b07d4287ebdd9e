"""What must hold of the findings on assessment, consultation, approval and review, whatever a partnership's history."""

import dataclasses
import datetime
from typing import Any

from hypothesis import given

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts, StrategyFacts
from compliance.finding import Finding, Status
from svduty import dates
from tests.compliance import build, slow_model
from tests.compliance.laws import Place, found, law, never_worse, newest_pk, only, plain, with_record
from tests.compliance.strategies_for_facts import histories

History = tuple[PartnershipFacts, datetime.date]
UNDATED = ("SVD-SNA-01", "SVD-SNA-02", "SVD-STR-02", "SVD-STR-04", "SVD-REV-01")
CONSULTED = ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04")
BARE_STRATEGY: dict[str, Any] = {"reviews": (), "arrangements": (), "aligned": 0, "made_by_pks": (), "assessment_pk": None}


def answers(facts: PartnershipFacts, on: datetime.date, *codes: str) -> dict[Place, slow_model.Answer]:
    return {place: plain(finding) for place, finding in found(facts, on).items() if place[0] in codes}


def with_strategy(facts: PartnershipFacts, pk: int, **changes: Any) -> PartnershipFacts:
    return dataclasses.replace(
        facts, strategies=tuple(dataclasses.replace(one, **changes) if one.pk == pk else one for one in facts.strategies)
    )


@law
@given(histories())
def test_what_has_no_day_in_law_or_guidance_is_never_due_and_never_overdue(history: History):
    for finding in evaluate(*history):
        if finding.code in UNDATED:
            assert finding.status not in (Status.OVERDUE, Status.DUE_SOON, Status.MET_LATE), finding
            assert finding.due is None, finding


@law
@given(histories())
def test_every_key_names_records_of_the_partnership(history: History):
    facts, on = history
    named = {f"area:{area.pk}" for area in facts.areas} | {f"strategy:{strategy.pk}" for strategy in facts.strategies}
    for strategy in facts.strategies:
        named |= {f"version:{version.pk}" for version in strategy.versions} | {f"review:{review.pk}" for review in strategy.reviews}
    named |= {f"board:{board.pk}" for board in facts.boards} | {f"sharing:{one.pk}" for one in facts.sharing}
    named |= {f"policingbodyrequest:{one.pk}" for one in facts.policing_requests}
    named |= {f"collaborationrequest:{one.pk}" for one in facts.collaboration}
    named |= {f"action:{one.pk}" for one in facts.actions} | {f"scrutinyreport:{one.pk}" for one in facts.scrutiny_reports}
    named |= {f"council:{one.organisation_pk}" for one in facts.holders}
    named |= {f"{what}:{one.pk}" for one in facts.scrutiny_meetings for what in ("meeting", "followup")}
    named |= {f"measure:{one.pk}" for one in facts.measures}
    after = [dates.days_after(reading.last, 1) for one in facts.measures for reading in one.readings]
    named |= {f"gap:{day}" for day in after}
    named |= {f"year:{year}" for year in range(2021, on.year + 1)}
    for finding in evaluate(facts, on):
        assert finding.key == "partnership" or set(finding.key.split("/")) <= named, finding


@law
@given(histories())
def test_what_is_recorded_of_one_strategy_changes_no_finding_of_another(history: History):
    facts, on = history
    before = found(facts, on)
    for strategy in facts.strategies:
        versions = tuple(
            dataclasses.replace(version, approvals=(), checks=(), submissions=(), consultations=(), equality=(), contents=())
            for version in strategy.versions
        )
        after = found(with_strategy(facts, strategy.pk, versions=versions, **BARE_STRATEGY), on)
        for others in (one for one in facts.strategies if one.pk != strategy.pk):
            subjects = {f"strategy:{others.pk}", *(f"version:{version.pk}" for version in others.versions)}
            assert of(subjects, before) == of(subjects, after)


def of(subjects: set[str], findings: dict[Place, Finding]) -> dict[Place, Finding]:
    """Those about the subjects. Whether a strategy was revised rests on the one that follows it too."""
    return {place: finding for place, finding in findings.items() if place[1].split("/")[0] in subjects and finding.code != "SVD-REV-03"}


@law
@given(histories())
def test_the_yearly_review_rests_only_on_publications_reviews_and_arrangements(history: History):
    facts, on = history

    def bare(version: Any) -> Any:
        return dataclasses.replace(version, approvals=(), checks=(), submissions=(), consultations=(), equality=(), contents=())

    other = dataclasses.replace(only(facts, bare), holders=(), leads=(), definitions=(), assessments=(), numbers=())
    assert answers(other, on, "SVD-REV-02") == answers(facts, on, "SVD-REV-02")


@law
@given(histories())
def test_who_was_consulted_rests_on_no_approval_check_sending_assessment_or_review(history: History):
    facts, on = history

    def bare(version: Any) -> Any:
        return dataclasses.replace(version, approvals=(), checks=(), submissions=(), equality=(), contents=())

    def unreviewed(strategy: StrategyFacts) -> StrategyFacts:
        return dataclasses.replace(strategy, reviews=(), arrangements=(), aligned=0, assessment_pk=None)

    other = dataclasses.replace(only(facts, bare), leads=(), definitions=(), assessments=())
    other = dataclasses.replace(other, strategies=tuple(unreviewed(strategy) for strategy in other.strategies))
    assert answers(other, on, *CONSULTED) == answers(facts, on, *CONSULTED)


# A record of the day, complete, never makes its own subject worse


@law
@given(histories())
def test_a_complete_assessment_of_the_day_never_worsens_what_it_is_evidence_for(history: History):
    facts, on = history
    rows = tuple(build.assessed(area.pk) for area in facts.areas)
    more = dataclasses.replace(facts, assessments=(*facts.assessments, build.assessment(on.isoformat(), *rows, pk=9_500_000)))
    for place in found(facts, on):
        if place[0] in ("SVD-SNA-01", "SVD-SNA-02", "SVD-SNA-03"):
            never_worse(facts, more, on, place)


@law
@given(histories())
def test_a_review_or_an_arrangement_of_the_day_never_worsens_a_strategys_review(history: History):
    facts, on = history
    for strategy in facts.strategies:
        review = newest_pk(build.review(on.isoformat()))
        more = with_strategy(facts, strategy.pk, reviews=(*strategy.reviews, review))
        for code in ("SVD-REV-01", "SVD-REV-02"):
            never_worse(facts, more, on, (code, f"strategy:{strategy.pk}"))
        arranged = newest_pk(build.arrangement(on.isoformat()))
        more = with_strategy(facts, strategy.pk, arrangements=(*strategy.arrangements, arranged))
        never_worse(facts, more, on, ("SVD-REV-01", f"strategy:{strategy.pk}"))


@law
@given(histories())
def test_an_approval_a_contents_check_or_an_equality_assessment_of_the_day_never_worsens_its_own_finding(history: History):
    facts, on = history
    records = {
        "SVD-STR-02": ("contents", build.contents(on.isoformat(), aligned="not-needed")),
        "SVD-STR-04": ("approvals", build.approval(on.isoformat())),
        "SVD-STR-05": ("equality", build.equality(on.isoformat())),
    }
    for strategy in facts.strategies:
        for version in strategy.versions:
            for code, (field, record) in records.items():
                after = with_record(facts, version.pk, field, newest_pk(record))
                never_worse(facts, after, on, (code, f"version:{version.pk}"))


@law
@given(histories())
def test_whoever_else_was_asked_all_authorities_asked_in_time_is_enough(history: History):
    """All of each area, the number known with its source, closed on the day before the day asked about or before publication."""
    facts, on = history
    numbers = tuple(build.number(3, area=area.pk, counted_on="2020-01-01") for area in facts.areas)
    facts = dataclasses.replace(facts, numbers=numbers)
    for strategy in facts.strategies:
        areas = {area.pk for area in facts.areas} & set(strategy.area_pks)
        for version in strategy.versions:
            days = [one.published_on.earliest for one in version.publications]
            closes = min([on - datetime.timedelta(days=1), *days])
            asked = build.consultation("2020-02-01", closes.isoformat(), asked=3 * len(areas))
            finding = found(with_record(facts, version.pk, "consultations", asked), on).get(("SVD-CONS-01", f"version:{version.pk}"))
            if finding and areas:
                assert finding.status is Status.MET, (finding, asked)
