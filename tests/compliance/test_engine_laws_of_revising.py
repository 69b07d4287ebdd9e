"""What must hold of every finding on the revision of a strategy, whatever a partnership's history."""

import dataclasses
import datetime

from hypothesis import given

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Finding, Status
from compliance.requirements.in_its_time import SETTLED
from svduty.vague_dates import Truth
from tests.compliance import build
from tests.compliance.laws import found, law, newest_pk
from tests.compliance.strategies_for_facts import histories

History = tuple[PartnershipFacts, datetime.date]
REVISED = "SVD-REV-03"
ABOUT_A_VERSION = ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04", *(f"SVD-PUB-0{number}" for number in range(1, 6)))
NEVER_PUBLISHED = (Status.DUE_LATER, Status.CANNOT_TELL, Status.NOT_APPLICABLE, Status.NOT_HELD)


def published_since(finding: Finding, facts: PartnershipFacts, on: datetime.date) -> list[int]:
    """The versions that the finding rests on and that surely or possibly were published."""
    named = {ref.pk for ref in finding.rests_on if ref.kind == "version"}
    versions = [version for strategy in facts.strategies for version in strategy.versions if version.pk in named]
    return [version.pk for version in versions if any(one.published_on.by(on) is not Truth.NO for one in version.publications)]


@law
@given(histories())
def test_before_a_revised_version_is_published_nothing_about_it_is_due_late_or_wrong(history: History):
    facts, on = history
    for finding in evaluate(facts, on):
        if finding.code == REVISED and not published_since(finding, facts, on):
            assert finding.status in NEVER_PUBLISHED, finding
            assert finding.due is None or finding.due.on is None, finding


@law
@given(histories())
def test_a_published_revision_stands_no_better_than_any_finding_about_it_and_as_one_of_them_does(history: History):
    """Our local target left aside, which is no law."""
    facts, on = history
    findings = found(facts, on)
    for (code, _), finding in findings.items():
        published = published_since(finding, facts, on) if code == REVISED else []
        if not published or finding.status in (Status.NOT_APPLICABLE, Status.NOT_HELD) or "cannot be told" in finding.why:
            continue
        subject = f"version:{published[0]}"
        parts = [one for place, one in findings.items() if place[0] in ABOUT_A_VERSION and place[1].split("/")[0] == subject]
        by_law = [one for one in parts if one.due is None or one.due.rule != "DL-02" or one.status in (Status.NOT_MET, Status.CANNOT_TELL)]
        worst = min(one.status.rank for one in by_law if one.status is not Status.NOT_APPLICABLE)
        assert finding.status.rank <= worst, (finding, parts)
        if finding.status not in (Status.DUE_LATER, Status.MET):
            same = [one for one in by_law if one.status is finding.status]
            assert [one for one in same if (one.late_by, one.due) == (finding.late_by, finding.due)], (finding, parts)


@law
@given(histories())
def test_keeping_the_strategy_on_the_day_leaves_no_decision_to_revise_open(history: History):
    facts, on = history
    for strategy in facts.strategies:
        surely_held = all(one.held_on.latest < on for one in strategy.reviews)
        if not surely_held or any(one.published_on.latest > on for one in _publications(facts)):
            continue
        kept = newest_pk(build.review(on.isoformat(), "keep"))
        changed = dataclasses.replace(strategy, reviews=(*strategy.reviews, kept))
        more = dataclasses.replace(facts, strategies=tuple(changed if one.pk == strategy.pk else one for one in facts.strategies))
        finding = found(more, on).get((REVISED, f"strategy:{strategy.pk}"))
        if finding and not published_since(finding, more, on):
            assert finding.status in (*SETTLED, Status.CANNOT_TELL), finding


def _publications(facts: PartnershipFacts) -> list[build.PublicationFacts]:
    return [one for strategy in facts.strategies for version in strategy.versions for one in version.publications]
