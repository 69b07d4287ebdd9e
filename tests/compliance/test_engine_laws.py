"""What must hold of every finding, whatever a partnership's history. `ENGINE_HISTORIES=10000` tries that many (a hundred otherwise)."""

import dataclasses
import datetime
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from compliance.evaluate import evaluate
from compliance.facts import (
    BoardFacts,
    CollaborationFacts,
    HolderFacts,
    PartnershipFacts,
    PolicingRequestFacts,
    RoundFacts,
    ScrutinyReportFacts,
)
from compliance.finding import Status
from svduty.vague_dates import VagueDate
from tests.compliance import build, slow_model
from tests.compliance.laws import Place, found, law, never_worse, newest_pk, only, plain, with_record
from tests.compliance.strategies_for_facts import histories, smallest

DATED_BY_PUBLICATION = ("SVD-PUB-03", "SVD-PUB-05", "SVD-STR-03")
DATED_BY_APPROVAL = ("SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-04")
OWN_DATE = {
    "holders": "starts",
    "leads": "agreed_on",
    "definitions": "agreed_on",
    "versions": "dated",
    "approvals": "decided_on",
    "checks": "checked_on",
    "publications": "published_on",
    "submissions": "sent_on",
    "consultations": "opens_on",
    "equality": "made_on",
    "contents": "checked_on",
    "rounds": "opened_on",
    "reviews": "held_on",
    "arrangements": "agreed_on",
    "numbers": "counted_on",
    "boards": "starts",
    "meetings": "day",
    "decisions": "day",
    "sharing": "starts",
    "policing_requests": "asked_on",
    "collaboration": "asked_on",
    "news": "on",
    "measures": "starts",
    "readings": "last",
    "scrutiny_meetings": "held_on",
    "scrutiny_reports": "dated",
}


def fast_answers(facts: PartnershipFacts, on: datetime.date) -> dict[Place, slow_model.Answer]:
    return {place: plain(finding) for place, finding in found(facts, on).items()}


def differences(facts: PartnershipFacts, on: datetime.date) -> dict[Place, tuple[slow_model.Answer | None, slow_model.Answer | None]]:
    fast, slow = fast_answers(facts, on), slow_model.answers(facts, on)
    return {
        place: (fast.get(place), slow.get(place))
        for place in sorted(fast.keys() | slow.keys())
        if not same(fast.get(place), slow.get(place))
    }


def same(fast: slow_model.Answer | None, slow: slow_model.Answer | None) -> bool:
    if fast and slow and slow[1] == slow_model.ANY_DAY:
        return (fast[0], fast[2]) == (slow[0], slow[2])
    return fast == slow


@law
@given(histories())
def test_the_engine_and_the_slow_model_agree_on_every_finding(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    if differences(facts, on):
        facts = smallest(facts, on, lambda fewer, day: bool(differences(fewer, day)))
        pytest.fail(f"On {on} (engine, slow model): {differences(facts, on)}\n{facts.strategies}\n{facts}")


@law
@given(histories())
def test_the_engine_and_the_slow_model_agree_on_what_is_history(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    current = {f"version:{pk}" for pk in slow_model.current_versions(facts, on)}
    current |= {f"strategy:{pk}" for pk in slow_model.current_strategies(facts, on)}
    years_over, over = slow_model.past_years(facts, on), slow_model.ended(facts, on)
    for finding in evaluate(facts, on):
        subject, *part = finding.key.split("/")
        ended = finding.key in years_over or (finding.code, finding.key) in over or (bool(part) and part[0].startswith("review:"))
        lasting = not subject.startswith(("version:", "strategy:"))
        assert finding.current == (not ended and (lasting or subject in current)), (finding, on)


@law
@given(histories())
def test_no_two_findings_share_a_requirement_and_a_subject(history: tuple[PartnershipFacts, datetime.date]):
    counted = Counter((finding.code, finding.key) for finding in evaluate(*history))
    assert not [place for place, times in counted.items() if times > 1]


@law
@given(histories())
def test_every_finding_says_why_by_which_law_and_for_whom(history: tuple[PartnershipFacts, datetime.date]):
    for finding in evaluate(*history):
        assert finding.why.strip().endswith("."), finding
        assert ".." not in finding.why, finding
        assert "  " not in finding.why, finding
        assert "None" not in finding.why, finding
        assert finding.citation.strip(), finding
        assert finding.title.strip(), finding
        assert finding.subject.strip(), finding
        assert finding.due is None or finding.due.worked_out.strip(), finding
        assert (finding.late_by > 0) == (finding.status is Status.MET_LATE), finding
        assert finding.next_step is None or (finding.next_step.label and finding.next_step.route), finding


@law
@given(histories())
def test_whatever_wants_action_says_what_to_do_next_unless_it_is_history(history: tuple[PartnershipFacts, datetime.date]):
    for finding in evaluate(*history):
        assert finding.next_step or not finding.status.wants_action or not finding.current, finding


@law
@given(histories())
def test_nothing_is_overdue_outside_complete_records(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    for finding in evaluate(facts, on):
        if finding.status is Status.OVERDUE:
            assert facts.records_from <= on, finding
            assert facts.records_to is None or on <= facts.records_to, finding
            assert finding.due, finding
            assert finding.due.on, finding
            assert facts.records_from <= finding.due.on < on, finding


@law
@given(histories())
def test_the_same_facts_and_day_give_the_same_findings_in_any_order_of_rows(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    first = evaluate(facts, on)
    assert evaluate(facts, on) == first
    shuffled = {place: plain(finding) for place, finding in found(in_another_order(facts, random.Random(1)), on).items()}
    assert shuffled == {(finding.code, finding.key): plain(finding) for finding in first}


@law
@given(histories())
def test_what_happened_later_changes_neither_an_answer_nor_its_words(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    assert evaluate(without_the_future(facts, on), on) == evaluate(facts, on)


def without_the_future(record: Any, on: datetime.date) -> Any:
    """The record without the rows whose own date lies surely after the day."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        rows = getattr(record, field.name)
        if isinstance(rows, tuple) and field.name in OWN_DATE:
            past = [row for row in rows if not to_come(row, getattr(row, OWN_DATE[field.name]), on)]
            changes[field.name] = tuple(without_the_future(without_a_later_answer(row, on), on) for row in past)
        elif field.name == "assessments":
            changes[field.name] = tuple(row for row in rows if (day := row.completed_on or row.approved_on) is None or day.earliest <= on)
        elif isinstance(rows, tuple):
            changes[field.name] = tuple(without_the_future(row, on) if dataclasses.is_dataclass(row) else row for row in rows)
    return dataclasses.replace(record, **changes)


def to_come(row: Any, date: VagueDate | datetime.date | None, on: datetime.date) -> bool:
    """Does it lie surely after the day? A board that has met does not, whatever is recorded of its beginning."""
    if date is None or (isinstance(row, BoardFacts) and any(meeting.day <= on for meeting in row.meetings)):
        return False
    return (date.earliest if isinstance(date, VagueDate) else date) > on


def without_a_later_answer(row: Any, on: datetime.date) -> Any:
    """A request whose answer lies surely after the day is one without an answer; a round that ended then is open."""
    if isinstance(row, RoundFacts):
        votes = tuple((seat, day) for seat, day in row.votes if day <= on)
        ended = row.ended_on is not None and row.ended_on <= on
        return dataclasses.replace(row, votes=votes) if ended else dataclasses.replace(row, votes=votes, ended_on=None, outcome="")
    if isinstance(row, ScrutinyReportFacts) and row.replied_on and row.replied_on.earliest > on:
        return dataclasses.replace(row, replied_on=None)
    if not isinstance(row, PolicingRequestFacts | CollaborationFacts) or row.answered_on is None or row.answered_on.earliest <= on:
        return row
    return dataclasses.replace(row, answered_on=None, answer="")


def in_another_order(record: Any, chance: random.Random) -> Any:
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        rows = getattr(record, field.name)
        if isinstance(rows, tuple):
            rows = [in_another_order(row, chance) if dataclasses.is_dataclass(row) else row for row in rows]
            chance.shuffle(rows)
            changes[field.name] = tuple(rows)
    return dataclasses.replace(record, **changes) if changes else record


@pytest.fixture
def _london_afterwards() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("_london_afterwards")
def test_the_time_zone_of_the_server_changes_no_finding():
    @law
    @given(histories())
    def agree(history: tuple[PartnershipFacts, datetime.date]) -> None:
        everywhere = []
        for zone in ("Europe/London", "Pacific/Kiritimati", "Pacific/Niue"):
            os.environ["TZ"] = zone
            time.tzset()
            everywhere.append(evaluate(*history))
        assert everywhere[0] == everywhere[1] == everywhere[2]

    agree()


# A due date depends only on the records its rule names


def due_days(facts: PartnershipFacts, on: datetime.date, codes: tuple[str, ...]) -> dict[Place, datetime.date | None]:
    on = max(on, slow_model.DUTY_BEGAN)
    kept = [finding for finding in evaluate(facts, on) if finding.code in codes and finding.key != "partnership"]
    return {(finding.code, finding.key): finding.due.on if finding.due else None for finding in kept}


def without_bodies(facts: PartnershipFacts) -> PartnershipFacts:
    """Nobody takes part, leads or defines anything: no due date rests on that."""
    return dataclasses.replace(facts, holders=(), leads=(), definitions=())


@law
@given(histories())
def test_the_seven_days_depend_only_on_when_the_version_was_published(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history

    def bare(version: Any) -> Any:
        renamed = tuple(
            dataclasses.replace(one, languages=("en",), owner_pk=None, owner="", address="", audience="") for one in version.publications
        )
        return dataclasses.replace(version, approvals=(), checks=(), submissions=(), publications=renamed)

    other = only(without_bodies(facts), bare)
    assert due_days(other, on, DATED_BY_PUBLICATION) == due_days(facts, on, DATED_BY_PUBLICATION)


@law
@given(histories())
def test_the_day_to_publish_by_depends_on_no_check_sending_or_body(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history

    def bare(version: Any) -> Any:
        approved = tuple(one for one in version.approvals if one.outcome in ("approved", "conditions"))
        return dataclasses.replace(version, approvals=approved, checks=(), submissions=())

    other = only(without_bodies(facts), bare)
    assert due_days(other, on, DATED_BY_APPROVAL) == due_days(facts, on, DATED_BY_APPROVAL)


# A record that the requirement names, dated by the day asked about and counting, never makes its subject worse


def with_sender(facts: PartnershipFacts) -> tuple[PartnershipFacts, int]:
    """A police force that has taken part in every area since before the duty, and its number."""
    pk = 9_000_000
    forces = tuple(HolderFacts(pk + area.pk, pk, "Police", "police", area.pk, "A post", build.vague("2020"), None) for area in facts.areas)
    types = tuple(dataclasses.replace(one, starts=None, ends=None) if one.code == "police" else one for one in facts.authority_types)
    return dataclasses.replace(facts, holders=facts.holders + forces, authority_types=types), pk


@law
@given(histories())
def test_sending_a_version_on_the_day_never_worsens_its_sending(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    facts, sender = with_sender(facts)
    for strategy in facts.strategies:
        for version in strategy.versions:
            if not any(one.published_on.latest <= on for one in version.publications):
                continue  # sent while it may not be published yet, it may not count
            for code, recipient in (("SVD-PUB-03", "home-office"), ("SVD-PUB-05", "welsh-ministers")):
                sending = newest_pk(build.sent(on.isoformat(), recipient, sender=sender))
                never_worse(facts, with_record(facts, version.pk, "submissions", sending), on, (code, f"version:{version.pk}"))


@law
@given(histories())
def test_publishing_a_version_on_the_day_never_worsens_its_publishing(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    facts, owner = with_sender(facts)
    for strategy in facts.strategies:
        for version in strategy.versions:
            leaflet = newest_pk(build.other_form(on.isoformat(), languages=("en", "cy")))
            after = with_record(facts, version.pk, "publications", leaflet)
            never_worse(facts, after, on, ("SVD-PUB-02", f"version:{version.pk}"))
            never_worse(facts, after, on, ("SVD-PUB-04", f"version:{version.pk}"))
            for area in strategy.area_pks:
                page = newest_pk(build.website(on.isoformat(), area=area, owner=owner))
                after = with_record(facts, version.pk, "publications", page)
                never_worse(facts, after, on, ("SVD-PUB-01", f"version:{version.pk}/area:{area}"))


@law
@given(histories())
def test_checking_a_version_on_the_day_never_worsens_its_check(history: tuple[PartnershipFacts, datetime.date]):
    facts, on = history
    for strategy in facts.strategies:
        for version in strategy.versions:
            after = with_record(facts, version.pk, "checks", newest_pk(build.check(on.isoformat())))
            never_worse(facts, after, on, ("SVD-STR-03", f"version:{version.pk}"))


@law
@given(histories())
def test_a_body_a_lead_a_definition_or_a_strategy_of_the_day_never_worsens_its_own_finding(
    history: tuple[PartnershipFacts, datetime.date],
):
    facts, on = history
    for area in facts.areas:
        for capacity in build.EVERYWHERE:
            more = dataclasses.replace(facts, holders=(*facts.holders, build.holder(capacity, 9_000_000, area.pk, starts=on.isoformat())))
            never_worse(facts, more, on, ("SVD-PART-01", f"area:{area.pk}"))
        written = build.strategy(build.version(pk=9_500_001, dated=on.isoformat()), pk=9_500_000, areas=(area.pk,))
        more = dataclasses.replace(facts, strategies=(*facts.strategies, written))
        never_worse(facts, more, on, ("SVD-STR-01", f"area:{area.pk}"))
    more = dataclasses.replace(facts, leads=(*facts.leads, build.lead(on.isoformat())))
    never_worse(facts, more, on, ("SVD-PART-03", "partnership"))
    more = dataclasses.replace(facts, definitions=(*facts.definitions, build.definition(on.isoformat(), number=9_500_000)))
    for code in ("SVD-DEF-01", "SVD-DEF-02", "SVD-DEF-03"):
        never_worse(facts, more, on, (code, "partnership"))


# The first strategy of an area


@law
@given(histories())
def test_of_an_area_whose_strategy_was_published_some_version_is_judged_as_the_first(
    history: tuple[PartnershipFacts, datetime.date],
):
    """Unless an earlier one is said to exist, the 31st of January 2024 never loses the version it binds."""
    facts, on = history
    if on < slow_model.DUTY_BEGAN or any(strategy.follows_pk or strategy.earlier_not_held for strategy in facts.strategies):
        return  # the 31st of January 2024 may have bound a version that is not held
    findings = found(facts, on)
    for area in facts.areas:
        if not slow_model.existed_for_the_first(area):
            continue
        places = [
            ("SVD-PUB-01", f"version:{version.pk}/area:{area.pk}")
            for strategy in facts.strategies
            if strategy.section_8 and area.pk in strategy.area_pks
            for version in strategy.versions
        ]
        rules = [finding.due.rule for place in places if (finding := findings.get(place)) and finding.due]
        assert not rules or "DL-01" in rules, (area, rules, on, facts)
