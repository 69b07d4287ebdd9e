"""Builders of facts about carrying a strategy out, money, scrutiny and the yearly papers. By default nothing is missing."""

import dataclasses
import itertools
from decimal import Decimal
from typing import Any

from compliance.facts import (
    ActionFacts,
    HomicideReviewFacts,
    LineFacts,
    MeasureFacts,
    NewsFacts,
    PartnershipPlanFacts,
    PolicingContactFacts,
    ReadingFacts,
    ReturnFacts,
    RiskFacts,
    ScrutinyMeetingFacts,
    ScrutinyReportFacts,
    SendingFacts,
    StatementFacts,
    StrategyFacts,
    StreamFacts,
    TrainingFacts,
)
from tests.compliance.build import COUNCIL, day, strategy, vague, version, website, when

STRATEGY, ACTION, MEASURE, RISK, STREAM, MEETING, REPORT = 51, 701, 702, 703, 704, 705, 706
_numbers = itertools.count(7001)


def published(on: str = "2024-01-16") -> StrategyFacts:
    """A strategy that is out, so that it has to be carried out."""
    return strategy(version(website(on)), pk=STRATEGY)


def news(on: str, state: str = "on-track", *, reasoned: bool = True) -> NewsFacts:
    return NewsFacts(next(_numbers), day(on), state, reasoned)


def action(due: str | None, *said: NewsFacts, pk: int = ACTION, starts: str | None = None, **changes: Any) -> ActionFacts:
    """An action of the council's for an objective of the strategy."""
    whole = ActionFacts(pk, "Mentoring", STRATEGY, COUNCIL, "The council", "", vague(starts), vague(due), said)
    return dataclasses.replace(whole, **changes)


def measure(
    *readings: tuple[str, str], every: int = 3, days: int = 60, starts: str | None = "2026-04-01", ends: str | None = None
) -> MeasureFacts:
    """A measure of each quarter, sixty days after it has ended. `readings`: first and last day."""
    figures = tuple(ReadingFacts(next(_numbers), day(first), day(last)) for first, last in readings)
    return MeasureFacts(MEASURE, "Knife crime", every, days, vague(starts), vague(ends), figures)


def risk(review_on: str | None, *, reviewed_on: str | None = None, ends: str | None = None, **changes: Any) -> RiskFacts:
    whole = RiskFacts(RISK, "The money ends", True, True, vague(reviewed_on), vague(review_on), None, vague(ends))
    return dataclasses.replace(whole, **changes)


def training(held_on: str, people: int | None = 12, sector: str = "Health") -> TrainingFacts:
    return TrainingFacts(next(_numbers), "The duty in an hour", sector, when(held_on), people)


def line(kind: str, amount: str, year: int = 2026, *, on: str | None = None, typed: bool = True) -> LineFacts:
    return LineFacts(next(_numbers), kind, year, typed, Decimal(amount), vague(on))


def grant_return(due_on: str, sent_on: str | None = None, *, year: int = 2026, quarter: int = 0) -> ReturnFacts:
    return ReturnFacts(next(_numbers), year, quarter, day(due_on), vague(sent_on))


def stream(*records: LineFacts | ReturnFacts, carries_over: bool = False, ends: str | None = None, planned: bool = False) -> StreamFacts:
    """The Home Office's grant."""
    lines = tuple(record for record in records if isinstance(record, LineFacts))
    returns = tuple(record for record in records if isinstance(record, ReturnFacts))
    return StreamFacts(STREAM, "The grant", True, carries_over, None, vague(ends), lines, returns, planned)


def regional_plan(due_on: str, sent_on: str | None = None) -> SendingFacts:
    return SendingFacts(next(_numbers), "The action plan", "The violence reduction unit", day(due_on), vague(sent_on))


def scrutiny(
    held_on: str, *, council: int = COUNCIL, functions: bool = True, next_on: str | None = None, pk: int = MEETING
) -> ScrutinyMeetingFacts:
    return ScrutinyMeetingFacts(pk, council, when(held_on), functions, vague(next_on))


def scrutiny_report(dated: str, replied_on: str | None = None) -> ScrutinyReportFacts:
    return ScrutinyReportFacts(REPORT, "A report", when(dated), COUNCIL, "The council", vague(replied_on))


def partnership_plan(covers: str = "yes", **changes: Any) -> PartnershipPlanFacts:
    """Dates among `changes` are given as stored text."""
    whole = PartnershipPlanFacts(next(_numbers), "Community safety plan", covers, None, None, None, None)
    dated = ("period_from", "period_to", "adopted_on")
    return dataclasses.replace(whole, **{name: vague(value) if name in dated else value for name, value in changes.items()})


def statement(year: int, due: str, approved_on: str | None = None, *, approver: bool = True) -> StatementFacts:
    return StatementFacts(next(_numbers), year, when(due), approver, vague(approved_on))


def homicide_review(
    notified_on: str, *, decided_on: str | None = None, under_review: bool | None = None, finished_on: str | None = None
) -> HomicideReviewFacts:
    return HomicideReviewFacts(next(_numbers), "1", when(notified_on), vague(decided_on), under_review, vague(finished_on))


def contact(held_on: str, *, answer_by: str | None = None, answered_on: str | None = None, kind: str = "visit") -> PolicingContactFacts:
    by = day(answer_by) if answer_by else None
    return PolicingContactFacts(next(_numbers), kind, "The policing body", when(held_on), by, vague(answered_on))
