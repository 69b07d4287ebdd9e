"""What each revision needs anew (s.8(11)): the findings that other requirements make about its version."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts
from compliance.finding import Due, Status
from compliance.requirements import consultation, publication, strategy
from compliance.requirements.in_its_time import in_its_time
from compliance.requirements.requirement import Answer, Requirement
from compliance.requirements.versions import Judged, Versions

SENDING = [requirement for requirement in publication.REQUIREMENTS if requirement.deadline == "DL-03"]
PUBLISHING = [requirement for requirement in publication.REQUIREMENTS if requirement not in SENDING]
APPROVAL = [requirement for requirement in strategy.REQUIREMENTS if requirement.code == "SVD-STR-04"]
UNDATED = Due("DL-02", None, "from time to time; the Act sets no date for preparing a revised strategy", in_law=False)
# Our local target for publishing (DL-02) is help, not law: for a revision it makes nothing overdue and nothing late.
WITHOUT_TARGET = {Status.OVERDUE: Status.DUE_LATER, Status.DUE_SOON: Status.DUE_LATER}
Found = list[tuple[Requirement, Answer]]


def needed_anew(facts: PartnershipFacts, revised: Judged, on: datetime.date, everything: Versions) -> Found:
    """Sending, publication and consultation of a published revision, as those requirements find them, our local target left aside."""
    came = _came_at_all(facts, on, everything)
    found = [
        (requirement, in_its_time(facts, requirement, on, _by_law(answer, (requirement.code, answer.key) in came)))
        for requirement, answer in _about(facts, revised, on, everything, (*SENDING, *PUBLISHING, *consultation.REQUIREMENTS))
    ]
    return [(requirement, answer) for requirement, answer in found if answer.status != Status.NOT_APPLICABLE]


def before_publication(facts: PartnershipFacts, draft: Judged, on: datetime.date, everything: Versions) -> Found:
    """What comes before a revision is out, in order: consultation, approval, publication."""
    found = _about(facts, draft, on, everything, (*consultation.REQUIREMENTS, *APPROVAL, *PUBLISHING))
    return [(requirement, in_its_time(facts, requirement, on, answer)) for requirement, answer in found]


def _about(facts: PartnershipFacts, judged: Judged, on: datetime.date, everything: Versions, requirements: Iterable[Requirement]) -> Found:
    return [
        (requirement, answer)
        for requirement in requirements
        for answer in requirement.rule(facts, on, everything)
        if answer.key.split("/")[0] == judged.key
    ]


def _came_at_all(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> set[tuple[str, str]]:
    """What was surely published by the day, whenever that was: met if there were no target at all."""
    deadlines = tuple(dataclasses.replace(one, target_days=None) if one.code == "DL-02" else one for one in facts.deadlines)
    untargeted = dataclasses.replace(facts, deadlines=deadlines)
    return {
        (requirement.code, answer.key)
        for requirement in PUBLISHING
        for answer in requirement.rule(untargeted, on, everything)
        if answer.status == Status.MET
    }


def _by_law(answer: Answer, came: bool) -> Answer:
    if answer.due is None or answer.due.rule != "DL-02":
        return answer
    status = Status.MET if came else WITHOUT_TARGET.get(answer.status, answer.status)
    return answer if status == answer.status else dataclasses.replace(answer, status=status, due=UNDATED, late_by=0)
