"""What every law of the engine is put together from: how many histories, what was found, and partnerships with a record more or less."""

import dataclasses
import datetime
import os
from collections.abc import Callable
from typing import Any
from unittest import mock

from hypothesis import settings

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Finding, Status
from compliance.requirements import BY_CODE
from tests.compliance import slow_model

HISTORIES = os.environ.get("ENGINE_HISTORIES")
law = settings(max_examples=int(HISTORIES or 100), derandomize=HISTORIES is None, deadline=None, database=None)
Place = tuple[str, str]


def found(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Finding]:
    return {(finding.code, finding.key): finding for finding in evaluate(facts, on)}


def plain(finding: Finding) -> slow_model.Answer:
    """A finding as the slow model says it. What is not applicable has no date worth comparing."""
    due = finding.due.on if finding.due and finding.status is not Status.NOT_APPLICABLE else None
    return finding.status.value, due, finding.late_by


def only(facts: PartnershipFacts, change: Callable[[Any], Any]) -> PartnershipFacts:
    """The partnership with each of its versions changed."""
    return dataclasses.replace(
        facts,
        strategies=tuple(
            dataclasses.replace(strategy, versions=tuple(change(version) for version in strategy.versions)) for strategy in facts.strategies
        ),
    )


def one(facts: PartnershipFacts, on: datetime.date, place: Place) -> Finding | None:
    """The finding at that place; nothing else is worked out."""
    with mock.patch("compliance.evaluate.CATALOGUE", (BY_CODE[place[0]],)):
        return found(facts, on).get(place)


def never_worse(before: PartnershipFacts, after: PartnershipFacts, on: datetime.date, place: Place) -> None:
    was, became = one(before, on, place), one(after, on, place)
    if was and was.status is not Status.NOT_APPLICABLE:
        assert became, was
        assert became.status.rank >= was.status.rank, (was, became, after)
        if was.status is became.status is Status.MET_LATE:
            assert became.late_by <= was.late_by, (was, became)


def with_record(facts: PartnershipFacts, version_pk: int, field: str, record: Any) -> PartnershipFacts:
    return only(
        facts,
        lambda version: (
            dataclasses.replace(version, **{field: (*getattr(version, field), record)}) if version.pk == version_pk else version
        ),
    )


def newest_pk(record: Any) -> Any:
    return dataclasses.replace(record, pk=9_500_000)
