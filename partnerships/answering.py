"""By when a request of the local policing body is to be answered, and what the Act asks of the answer. Pure."""

import dataclasses
import datetime

from partnerships.models import PolicingBodyRequest
from partnerships.models.sharing import PolicingRequestKind
from svduty import dates

# What the Act asks of whoever is asked, by kind of request.
ASKS = {
    PolicingRequestKind.INFORMATION: "The body must comply (section 17(4)), within the limits of section 17: information it already "
    "holds, which is about the body itself, its functions or the people it serves. What is given may be used only for the policing "
    "body's functions under section 14.",
    PolicingRequestKind.MEETING: "The policing body may ask representatives to come, after consulting those affected and so far as that "
    "is reasonable and proportionate (SI 2022/1304 regulation 9).",
    PolicingRequestKind.MONITORING: "The policing body may monitor how the duty is met (section 14), and specified authorities must "
    "co-operate with it (section 14(6)).",
}


@dataclasses.dataclass(frozen=True)
class AnswerBy:
    """The last day to answer, and why that day. `asked_for`: the request names it; otherwise it is our own target and not law."""

    day: datetime.date
    asked_for: bool
    why: str


def answer_by(request: PolicingBodyRequest, target_days: int) -> AnswerBy:
    """The day the request asks for, or else our target counted from the last day on which it can have been asked (DL-17)."""
    if request.answer_by:
        return AnswerBy(request.answer_by, True, "the day it was asked for; the law sets none")
    day = dates.days_after(request.asked_on.latest, target_days)
    return AnswerBy(day, False, f"{dates.say_days(target_days)} after it was asked: our local target, not law")


def is_open(request: PolicingBodyRequest) -> bool:
    """Does it still wait for an answer?"""
    return request.answered_on is None and request.withdrawn_on is None
