"""What is missing if a version goes out on a day and in certain places, each with its law. Pure: from facts.

The list is read from the findings of supposed facts, so it follows the very rules by which the duties are judged afterwards.
"""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.evaluate import evaluate
from compliance.facts import AreaFacts, CheckFacts, PartnershipFacts, PublicationFacts, StrategyFacts, VersionFacts
from compliance.finding import Finding, NextStep, Status
from compliance.requirements.law_dates import DAYS_TO_SEND
from compliance.requirements.versions import APPROVING, areas_of
from compliance.year import short_law
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

SENSITIVITY, EQUALITY, CONTENTS, APPROVED = "SVD-STR-03", "SVD-STR-05", "SVD-STR-02", "SVD-STR-04"
CONSULTED = ("SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04")
WEBSITE, OTHER_FORM, LANGUAGES = "SVD-PUB-01", "SVD-PUB-02", "SVD-PUB-04"
SENT, SENT_IN_WALES = "SVD-PUB-03", "SVD-PUB-05"
BEFORE = (SENSITIVITY, EQUALITY, *CONSULTED, CONTENTS, APPROVED)
WHERE = (WEBSITE, OTHER_FORM, LANGUAGES)
# Nothing is missing of what was done, if late, of what does not apply, and of what the records do not claim to hold.
NOT_MISSING = (Status.MET, Status.MET_LATE, Status.NOT_APPLICABLE, Status.NOT_HELD)

WORDS = {
    SENSITIVITY: "No complete sensitivity check, made by the day of publication, says that nothing barred is in it.",
    EQUALITY: "Nothing shows that equality was considered before the decision.",
    "SVD-CONS-01": "Not every educational authority is recorded as consulted.",
    "SVD-CONS-02": "Not every prison authority is recorded as consulted, nor that there is none.",
    "SVD-CONS-03": "Not every youth custody authority is recorded as consulted, nor that there is none.",
    "SVD-CONS-04": "Not every other specified authority of the wider area is recorded as consulted.",
    CONTENTS: "It is not shown that it contains all that is expected of a strategy.",
    APPROVED: "No approval of this version is recorded.",
    OTHER_FORM: "It goes out in no other form with a word on whom that is for.",
    LANGUAGES: "It does not go out in both English and Welsh.",
}
BARRED = "The newest sensitivity check found material in this version that the Act bars."


@dataclasses.dataclass(frozen=True)
class Missing:
    """One thing that is missing: a sentence, its law in short, and where it can be put right, if anywhere."""

    code: str
    words: str
    law: str
    step: NextStep | None = None

    @property
    def sentence(self) -> str:
        return f"{self.words} ({self.law})" if self.law else self.words


@dataclasses.dataclass(frozen=True)
class Outlook:
    """A version among the facts, if it goes out: `findings` by code as they would be then."""

    strategy: StrategyFacts
    version: VersionFacts
    areas: tuple[AreaFacts, ...]
    findings: dict[str, list[Finding]]
    day: datetime.date

    @property
    def in_wales(self) -> bool:
        return any(area.in_wales for area in self.areas)

    @property
    def barred(self) -> bool:
        newest = newest_check(self.version)
        return newest is not None and newest.result == "still-there"

    @property
    def newer(self) -> VersionFacts | None:
        """A version of the same strategy made after this one."""
        return max((one for one in self.strategy.versions if one.number > self.version.number), key=lambda one: one.number, default=None)

    @property
    def approved_before(self) -> VersionFacts | None:
        """The newest earlier version that was approved, where this one was not: the text has changed since."""
        if any(approval.outcome in APPROVING for approval in self.version.approvals):
            return None
        earlier = [one for one in self.strategy.versions if one.number < self.version.number]
        approved = [one for one in earlier if any(approval.outcome in APPROVING for approval in one.approvals)]
        return max(approved, key=lambda one: one.number, default=None)

    def missing(self, codes: Iterable[str]) -> list[Missing]:
        """What is missing of these requirements, in their order."""
        found = [self._missing(finding) for code in codes for finding in self.findings.get(code, []) if finding.status not in NOT_MISSING]
        if self.version.dated.earliest > self.day:
            found.append(Missing("", f"This version is dated {self.version.dated}, after that day.", ""))
        return found

    def _missing(self, finding: Finding) -> Missing:
        words = WORDS.get(finding.code) or self._no_website(finding)
        if finding.code == SENSITIVITY and self.barred:
            words = BARRED
        elif finding.code == APPROVED and (before := self.approved_before):
            words = f"Version {before.number} was approved; the text has changed since, and this version is not approved."
        elif finding.code == APPROVED and any(approval.outcome == "sent-back" for approval in self.version.approvals):
            words = "It was sent back and not approved since."
        return Missing(finding.code, words, short_law(finding.citation), finding.next_step)

    def _no_website(self, finding: Finding) -> str:
        area = next((area.name for area in self.areas if finding.key.endswith(f"/area:{area.pk}")), "")
        owners = "a specified authority for the area or of its policing body"
        return f"No website of {owners} is named{f' for {area}' if area else ''}."


def newest_check(version: VersionFacts) -> CheckFacts | None:
    return max(version.checks, key=lambda check: (check.checked_on.latest, check.pk), default=None)


def outlook(
    facts: PartnershipFacts, version_pk: int, publications: Iterable[PublicationFacts], day: datetime.date, today: datetime.date
) -> Outlook:
    """How the version would stand if it went out on `day` in these `publications` besides those on record.

    Raises StopIteration for a version that is not among the facts: of a strategy that was withdrawn.
    """
    strategy, version = next((s, v) for s in facts.strategies for v in s.versions if v.pk == version_pk)
    supposed = dataclasses.replace(version, publications=(*version.publications, *publications))
    if supposed.dated.by(day) is Truth.NO:
        supposed = dataclasses.replace(supposed, dated=VagueDate.of(day))
    # A newer version that is not out would be judged in place of this one.
    known = [one for one in strategy.versions if one.number <= version.number or one.publications]
    versions = tuple(supposed if one.pk == version_pk else one for one in known)
    strategies = tuple(dataclasses.replace(one, versions=versions) if one.pk == strategy.pk else one for one in facts.strategies)
    world = dataclasses.replace(facts, strategies=strategies, records_to=None)
    key = f"version:{version_pk}"
    found: dict[str, list[Finding]] = {}
    for finding in evaluate(world, max(day, today)):
        if finding.key == key or finding.key.startswith(f"{key}/"):
            found.setdefault(finding.code, []).append(finding)
    return Outlook(strategy, version, tuple(areas_of(facts, strategy)), found, day)


def last_day_to_send(published_on: datetime.date) -> datetime.date:
    """The seventh day, that of publication being the first (SI 2022/1304 regs 4(2), 5(2) and, for Wales, 6)."""
    return dates.last_day_of_period(published_on, DAYS_TO_SEND)
