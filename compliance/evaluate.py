"""From facts and a day to findings. Pure: nothing here asks a database, a file or a clock."""

import datetime

from compliance.facts import PartnershipFacts
from compliance.finding import Finding
from compliance.requirements import CATALOGUE
from compliance.requirements.in_its_time import in_its_time
from compliance.requirements.requirement import Answer, Requirement
from compliance.requirements.versions import judged_versions


def evaluate(facts: PartnershipFacts, on: datetime.date) -> list[Finding]:
    """Every finding for one partnership as at `on`, in the catalogue's order."""
    versions = judged_versions(facts, on)
    return [
        _finding(requirement, in_its_time(facts, requirement, on, answer))
        for requirement in CATALOGUE
        if requirement.ends is None or requirement.ends >= on
        for answer in requirement.rule(facts, on, versions)
    ]


def _finding(requirement: Requirement, answer: Answer) -> Finding:
    return Finding(
        code=requirement.code,
        title=requirement.title,
        strength=answer.strength or requirement.strength,
        citation=requirement.citation,
        key=answer.key,
        subject=answer.subject,
        status=answer.status,
        why=answer.why,
        due=answer.due,
        rests_on=answer.rests_on,
        next_step=answer.next_step,
        late_by=answer.late_by,
        current=answer.current,
    )
