"""Asking the engine one question, so that an example reads like one."""

import datetime

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Finding, Status
from tests.compliance.build import day

LATER = day("2027-06-30")


def find(partnership: PartnershipFacts, code: str, on: str | datetime.date = LATER, key: str | None = None) -> Finding:
    """The one finding for a requirement, or for one of its subjects."""
    asked = day(on) if isinstance(on, str) else on
    found = [finding for finding in evaluate(partnership, asked) if finding.code == code and key in (None, finding.key)]
    assert len(found) == 1, [finding.key for finding in found]
    return found[0]


def status(partnership: PartnershipFacts, code: str, on: str | datetime.date = LATER, key: str | None = None) -> Status:
    return find(partnership, code, on, key).status


def due(finding: Finding) -> datetime.date | None:
    assert finding.due
    return finding.due.on
