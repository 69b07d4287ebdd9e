"""What to do next, a line each: equal problems of several areas or versions stand in one line. Pure."""

import dataclasses
import datetime

from compliance.finding import Finding, NextStep, Status
from compliance.position import local_target, past_local_target
from compliance.requirements import BY_CODE
from compliance.requirements.requirement import listed
from svduty import dates

NAMED = 2  # how many areas or versions a line names
RESTS_ON_OTHERS = "SVD-REV-03"
FOR = ", for "  # between a version and the area it is about


@dataclasses.dataclass(frozen=True)
class Line:
    """`when` says how it stands in words, `tone` in what colour; `step` is None where several different ones are needed."""

    code: str
    when: str
    tone: str
    what: str
    where: str
    who: str
    number: int
    step: NextStep | None


def todo_lines(todo: list[Finding], on: datetime.date) -> list[Line]:
    """The findings that want action, in the order given, those that say the same of several subjects taken together.

    Whether a strategy was revised rests on other duties of its new version. What is to be done for one of them is not listed twice.
    """
    groups: dict[tuple[str, str], list[Finding]] = {}
    steps = {finding.next_step for finding in todo if finding.code != RESTS_ON_OTHERS}
    for finding in todo:
        if finding.code == RESTS_ON_OTHERS and finding.next_step in steps:
            continue
        groups.setdefault((finding.code, standing(finding, on)), []).append(finding)
    return [_line(when, group) for (_, when), group in groups.items()]


def standing(finding: Finding, on: datetime.date) -> str:
    """How it stands: `Overdue by 2 days`, `Due in 6 days`, `Not met`, `Past our local target by 3 days`."""
    due = finding.due.on if finding.due else None
    if due is None or finding.status not in (Status.OVERDUE, Status.DUE_SOON, Status.DUE_LATER):
        return finding.status.words
    gap = (due - on).days
    if finding.status == Status.OVERDUE:
        return f"{'Past our local target' if past_local_target(finding) else 'Overdue'} by {dates.say_days(-gap)}"
    start = "Local target" if finding.due and local_target(finding.due) else "Due"
    return f"{start} {dates.say_distance(due, on)}"


def degree(finding: Finding, on: datetime.date) -> str:
    """By how much, beside the status itself: `by 2 days`, `in 6 days`, `past our local target by 3 days`; nothing without a date."""
    if finding.status == Status.MET_LATE:
        return f"by {dates.say_days(finding.late_by)}"
    due = finding.due.on if finding.due else None
    if finding.due is None or due is None:
        return ""
    if finding.status == Status.OVERDUE:
        late = f"by {dates.say_days((on - due).days)}"
        return f"past our local target {late}" if past_local_target(finding) else late
    if finding.status in (Status.DUE_SOON, Status.DUE_LATER):
        return dates.say_distance(due, on) + (", our local target" if local_target(finding.due) else "")
    return ""


def tone(finding: Finding) -> str:
    """The colour set for what wants action."""
    if finding.status == Status.CANNOT_TELL:
        return "quiet"
    return "soon" if finding.status == Status.DUE_SOON or past_local_target(finding) else "bad"


def subjects(findings: list[Finding]) -> str:
    """`Anyborough`, `Anyborough and Otherton`, `Anyborough, Otherton and 4 more`; what precedes ", for" is said once."""
    names = list(dict.fromkeys(finding.subject for finding in findings))
    heads = {name.rpartition(FOR)[0] for name in names}
    head = heads.pop() + FOR if len(heads) == 1 and FOR in names[0] else ""
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return head + listed([name.removeprefix(head) for name in names[:NAMED]] + more)


def _line(when: str, group: list[Finding]) -> Line:
    first = group[0]
    steps = {finding.next_step for finding in group}
    requirement = BY_CODE.get(first.code)
    return Line(
        code=first.code,
        when=when,
        tone=tone(first),
        what=requirement.task if requirement else first.title,
        where=subjects(group),
        who=listed(sorted({finding.next_step.who for finding in group if finding.next_step} or {""})),
        number=len(group),
        step=first.next_step if len(steps) == 1 else None,
    )
