"""Where a partnership stands, in a sentence, counts and a list of what to do. Pure: from findings and a day.

Counts and headlines are by requirement: its headline is the worst current finding, and past cycles are history.
"""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable

from compliance.finding import LOCAL_TARGET, Due, Finding, Status, Strength
from compliance.requirements import BY_CODE
from svduty import dates

# As they are read from left to right: what is done, what is coming, what is wrong, what is unknown.
SHOWN_ORDER = (
    Status.MET,
    Status.MET_LATE,
    Status.DUE_LATER,
    Status.DUE_SOON,
    Status.OVERDUE,
    Status.NOT_MET,
    Status.CANNOT_TELL,
    Status.NOT_HELD,
)
NAMED = 3  # how many duties a sentence names before it says "and others"


@dataclasses.dataclass(frozen=True)
class Position:
    """`headlines`: code -> worst current finding. `counts` and `applying` leave out what does not apply. `todo`: worst first.

    `sentences` are what a chair would read out, the most important first. `next_date` is the pending finding whose date comes
    next, today included.
    """

    sentences: tuple[str, ...]
    counts: list[tuple[Status, int]]
    applying: int
    todo: list[Finding]
    headlines: dict[str, Finding]
    next_date: Finding | None

    @property
    def sentence(self) -> str:
        """All of it in one piece."""
        return " ".join(self.sentences)


def position_of(findings: Iterable[Finding], on: datetime.date) -> Position:
    """The position as at `on` of one partnership, of its findings as at that day."""
    every = list(findings)
    current = [finding for finding in every if finding.current]
    headlines = headlines_of(every)
    applying = [finding for finding in headlines.values() if finding.status != Status.NOT_APPLICABLE]
    counts = [(status, sum(finding.status == status for finding in applying)) for status in SHOWN_ORDER]
    next_date = _next_date(current, on)
    return Position(
        sentences=tuple(_sentences(applying, current, next_date, on)),
        counts=[(status, number) for status, number in counts if number],
        applying=len(applying),
        todo=sorted((one for one in current if one.status.wants_action), key=lambda one: (not _comes_first(one), *urgency(one))),
        headlines=headlines,
        next_date=next_date,
    )


def _comes_first(finding: Finding) -> bool:
    """Without an area hardly anything else can be told."""
    return finding.next_step is not None and finding.next_step.route == "partnershiparea_add"


def urgency(finding: Finding) -> tuple[int, int, bool, bool, datetime.date]:
    """Worst first: by status, then strength, the law before a local target, its own date rules before other conditions, then date."""
    due = finding.due
    day = due.on if due and due.on else datetime.date.max
    ruled = due is not None and due.rule.startswith("DL-")
    return finding.status.rank, finding.strength.rank, past_local_target(finding), not ruled, day


def past_local_target(finding: Finding) -> bool:
    """Is the date it missed only our own, not the law's?"""
    return finding.status == Status.OVERDUE and finding.due is not None and local_target(finding.due)


def local_target(due: Due) -> bool:
    return not due.in_law and due.standing == LOCAL_TARGET


def headlines_of(findings: list[Finding]) -> dict[str, Finding]:
    """By requirement, the worst of its current findings; of its past ones where none is current."""
    groups = defaultdict(list)
    for finding in findings:
        groups[finding.code].append(finding)
    return {code: min([f for f in group if f.current] or group, key=urgency) for code, group in groups.items()}


def _next_date(current: list[Finding], on: datetime.date) -> Finding | None:
    dated = [
        (finding.due.on, urgency(finding), finding)
        for finding in current
        if finding.status in (Status.DUE_SOON, Status.DUE_LATER) and finding.due and finding.due.on and finding.due.on >= on
    ]
    return min(dated, key=lambda item: item[:2], default=(None, None, None))[2]


def _sentences(applying: list[Finding], current: list[Finding], next_date: Finding | None, on: datetime.date) -> list[str]:
    """The worst by name, the rest by number, and what comes next."""
    if not applying:
        return [f"No duty applies on {dates.say_short(on)}."]
    if all(finding.status == Status.NOT_HELD for finding in applying):
        return [f"The records held here do not cover {dates.say_short(on)}, so nothing is claimed about that day."]
    wrong = [
        ("overdue", [f for f in applying if f.status == Status.OVERDUE and not past_local_target(f)]),
        ("not met", [f for f in applying if f.status == Status.NOT_MET]),
        ("past our local target, which is not law", [f for f in applying if past_local_target(f)]),
    ]
    wrong = [(words, sorted(group, key=urgency)) for words, group in wrong if group]
    unknown = [f for f in applying if f.status == Status.CANNOT_TELL]
    sentences = [_all_is_well(applying)] if not wrong and not unknown else []
    if wrong:
        (words, group), *others = wrong
        sentences.append(f"{_number(group)} {words}: {_named(group, current)}.")
        sentences += [f"{_more(len(rest))} {words}." for words, rest in others]
    if unknown:
        sentences.append(_cannot_tell(unknown, named=not wrong))
    if not_held := sum(f.status == Status.NOT_HELD for f in applying):
        sentences.append(f"For {_count(not_held)} the records held here do not say.")
    return sentences + _what_comes(next_date, on)


def _what_comes(next_date: Finding | None, on: datetime.date) -> list[str]:
    due = next_date.due if next_date else None
    if next_date is None or due is None or due.on is None:
        return []
    ours = "our " if local_target(due) else ""
    which = "The next date" if due.in_law else f"The next date, {ours}{due.standing} and not law,"
    return [f"{which} is {dates.say(due.on)}, {dates.say_distance(due.on, on)}: {_as_task(next_date)}."]


def _all_is_well(applying: list[Finding]) -> str:
    met = [f for f in applying if f.status in (Status.MET, Status.MET_LATE)]
    late = sum(f.status == Status.MET_LATE for f in met)
    waiting = sum(f.status in (Status.DUE_SOON, Status.DUE_LATER) for f in applying)
    if len(met) == len(applying):
        what = f"All {len(met)} duties that apply are met" if len(met) > 1 else "The one duty that applies is met"
    else:
        what = f"{_count(len(met)).capitalize()} of the {len(applying)} duties that apply {_is(len(met))} met"
    after = f", {_count(late)} of them late" if late and len(met) > 1 else ", late" if late else ""
    not_yet = f", and {_count(waiting)} {_is(waiting)} not due yet" if waiting else ""
    return f"Nothing is overdue. {what}{after}{not_yet}."


def _cannot_tell(unknown: list[Finding], *, named: bool) -> str:
    number = _count(len(unknown))
    if not named:
        return f"For {number} a fact is missing, so it cannot be told."
    titles = [f"“{finding.title}”" for finding in unknown[:NAMED]]
    others = [f"{_count(len(unknown) - NAMED)} more"] if len(unknown) > NAMED else []
    return f"Nothing is overdue, but for {number} of the duties it cannot be told, because a fact is missing: {_joined(titles + others)}."


def _named(group: list[Finding], current: list[Finding]) -> str:
    """What is wrong, in words to read aloud, with the date it should have been done by and where."""
    phrases = []
    for finding in group[:NAMED]:
        requirement = BY_CODE.get(finding.code)
        phrase = requirement.shortfall if requirement else f"“{finding.title}”"
        if finding.status == Status.OVERDUE and finding.due and finding.due.on:
            phrase += f" by {dates.say_short(finding.due.on)}"
        phrases.append(phrase + _where(finding, current))
    others = [f"{_count(len(group) - NAMED)} more"] if len(group) > NAMED else []
    return _joined(phrases + others)


def _as_task(finding: Finding) -> str:
    """What there is to do, to read on in a sentence."""
    requirement = BY_CODE.get(finding.code)
    return requirement.task[0].lower() + requirement.task[1:] if requirement else f"“{finding.title}”"


def _where(finding: Finding, current: list[Finding]) -> str:
    """Which of several areas or versions, where the duty stands for more than one."""
    subjects = [other for other in current if other.code == finding.code and other.status != Status.NOT_APPLICABLE]
    same = [other for other in subjects if other.status == finding.status]
    if len(subjects) < 2:
        return ""
    return f" ({finding.subject})" if len(same) == 1 else f" ({len(same)} of {len(subjects)})"


def _number(group: list[Finding]) -> str:
    in_law = all(finding.strength == Strength.STATUTORY and not past_local_target(finding) for finding in group)
    statutory = "statutory " if in_law else ""
    noun = "duty" if len(group) == 1 else "duties"
    return f"{_count(len(group)).capitalize()} {statutory}{noun} {_is(len(group))}"


def _more(number: int) -> str:
    return f"{_count(number).capitalize()} more {_is(number)}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _count(number: int) -> str:
    """In words up to nine, as in running text."""
    return ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")[number] if number < 10 else str(number)


def _joined(parts: list[str]) -> str:
    *rest, last = parts
    return f"{'; '.join(rest)}; and {last}" if len(rest) > 1 else f"{rest[0]}, and {last}" if rest else last
