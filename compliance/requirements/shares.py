"""A duty that stands for several areas and may be done in several ways: what each gives, and the one answer they make."""

import dataclasses
import datetime

from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.requirement import Answer
from compliance.requirements.versions import Judged
from svduty import dates

BEFORE = Due("DL-02", None, "while the strategy is prepared, before it is published; the law sets no date", in_law=False)


@dataclasses.dataclass(frozen=True)
class Share:
    """What stands of the duty for one area, or by one consultation. `grade`: of several consultations the highest decides."""

    status: Status
    why: str
    step: NextStep | None = None
    due: Due = BEFORE
    refs: tuple[RecordRef, ...] = ()
    grade: int = 0


NOT_ALL, IN_DOUBT, OPEN, DONE = range(4)


def answer_of(judged: Judged, shares: list[Share]) -> Answer:
    """The worst share decides, of equals the one that is due first; what is said of several areas alike is said once."""
    worst = min(shares, key=lambda share: (share.status.rank, share.due.on or datetime.date.max))
    if worst.status != Status.MET and judged.start_last and judged.start_last < DUTY_BEGAN:
        why = f"It was published {judged.started}, before the duty began on {dates.say(DUTY_BEGAN)}."
        return Answer(judged.key, judged.name, Status.NOT_APPLICABLE, why, None, (judged.record,), current=judged.current)
    sentences = list(dict.fromkeys(share.why for share in shares if share.status == worst.status))
    more = f" The same holds for {len(sentences) - 3} more." if len(sentences) > 3 else ""
    refs = dict.fromkeys(ref for share in shares for ref in share.refs)
    step = None if worst.status == Status.MET else worst.step
    why = " ".join(sentences[:3]) + more
    return Answer(judged.key, judged.name, worst.status, why, worst.due, (judged.record, *refs), step, 0, judged.current)


def best_of(shares: list[Share]) -> Share | None:
    """What the best consultation did; of several still open the one that closes first."""
    return max(shares, key=lambda share: (share.grade, -share.due.on.toordinal() if share.due.on else 0), default=None)


def doubt(why: str, step: NextStep, refs: tuple[RecordRef, ...]) -> Share:
    """A fact is missing before the consultation can count."""
    return Share(Status.CANNOT_TELL, why, step, refs=refs, grade=IN_DOUBT)
