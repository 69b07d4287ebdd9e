"""What authorities agreed on sharing information, and what they answered when the policing body or each other asked."""

import datetime

from compliance.facts import CollaborationFacts, PartnershipFacts, PolicingRequestFacts, SharingFacts
from svduty.vague_dates import VagueDate
from tests.compliance.slow_model.days import (
    ANY_DAY,
    Answer,
    Days,
    Place,
    count_days,
    days_of,
    on_or_after,
    placed_against,
    possibly,
    stands,
    surely,
    window,
)
from tests.compliance.slow_model.delivery import named_for_others
from tests.compliance.slow_model.planning import looked_at_by
from tests.compliance.slow_model.reviewing import Range, a_year_after


def sharing(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = named_for_others(facts, on)
    for agreement in facts.sharing:
        if stands(agreement.starts, agreement.ends, on):
            found["SVD-INFO-01", f"sharing:{agreement.pk}"] = agreed_to_share(facts, agreement, on)
    for asked in facts.policing_requests:
        if begun(asked.asked_on, on):
            found["SVD-LPB-01", f"policingbodyrequest:{asked.pk}"] = co_operated(facts, asked, on)
    for request in facts.collaboration:
        if begun(request.asked_on, on):
            found["SVD-IMP-02", f"collaborationrequest:{request.pk}"] = (worked_together(request, on), None, 0)
    for code, nothing in (("SVD-INFO-01", "NOT_MET"), ("SVD-LPB-01", "NOT_APPLICABLE"), ("SVD-IMP-02", "NOT_APPLICABLE")):
        if not any(place[0] == code for place in found):
            found[code, "partnership"] = (nothing, None, 0)
    return found


def begun(date: VagueDate | None, on: datetime.date) -> bool:
    """Could it have happened by this day?"""
    return date is not None and possibly(date, lambda day: day <= on)


def happened(date: VagueDate, on: datetime.date) -> bool:
    return surely(date, lambda day: day <= on)


# The agreement on sharing


def agreed_to_share(facts: PartnershipFacts, agreement: SharingFacts, on: datetime.date) -> Answer:
    barred = [answer for _, answer in agreement.barred]
    if "no" in barred:
        return "NOT_MET", ANY_DAY, 0
    ended = agreement.ends is not None and not surely(agreement.ends, lambda last: last >= on)
    if len(set(agreement.party_pks)) < 2 or "" in barred or ended:
        return "CANNOT_TELL", ANY_DAY, 0
    if agreement.starts is None or not happened(agreement.starts, on):
        return "CANNOT_TELL", ANY_DAY, 0
    if agreement.review_on:
        due = Range(days_of(agreement.review_on)[0], days_of(agreement.review_on)[-1])
    else:
        due = a_year_after(Range(days_of(agreement.starts)[0], days_of(agreement.starts)[-1]))
    return looked_at_by(due, window(facts, "DL-11"), on)


# What the policing body asked


def co_operated(facts: PartnershipFacts, asked: PolicingRequestFacts, on: datetime.date) -> Answer:
    due = answer_due(facts, asked)
    if asked.answered_on is None or not begun(asked.answered_on, on):
        return not_yet(due, window(facts, "DL-17"), on)
    if not happened(asked.answered_on, on) or asked.answer in ("", "partly"):
        return "CANNOT_TELL", ANY_DAY, 0
    if asked.answer == "refused":
        return "NOT_MET", ANY_DAY, 0
    if not due:
        return "MET", None, 0
    status, late_by = placed_against(asked.answered_on, due, on)
    return status, due[0], late_by


def answer_due(facts: PartnershipFacts, asked: PolicingRequestFacts) -> Days:
    """Every day that could be the last: the one asked for, or so many days after the request, where our own number says how many."""
    if asked.answer_by:
        return [asked.answer_by]
    target = next(one.target_days for one in facts.deadlines if one.code == "DL-17")
    return [] if target is None else [on_or_after(day, target) for day in days_of(asked.asked_on)]


def not_yet(due: Days, ahead: int, on: datetime.date) -> Answer:
    if not due:
        return "DUE_LATER", None, 0
    if on > due[0]:
        return ("OVERDUE" if on > due[-1] else "CANNOT_TELL"), due[0], 0
    return ("DUE_SOON" if count_days(on, due[0]) <= ahead else "DUE_LATER"), due[0], 0


# What authorities asked each other


def worked_together(request: CollaborationFacts, on: datetime.date) -> str:
    """A request binds, unless one of the four grounds of section 15(7) holds and section 15(9) leaves it."""
    if request.answered_on is None or not begun(request.answered_on, on):
        return "DUE_LATER"
    if not happened(request.answered_on, on) or request.answer == "":
        return "CANNOT_TELL"
    if request.answer == "agreed":
        return "MET"
    if not request.grounds or no_escape(request):
        return "NOT_MET"
    return "MET" if request.reasoned else "CANNOT_TELL"


def no_escape(request: CollaborationFacts) -> bool:
    """Section 15(9): a specified authority asks a relevant one, to identify kinds or causes or to prepare the strategy."""
    asked_by_specified = request.asked_by_as == "specified" and request.asked_of_as == "relevant"
    return asked_by_specified and request.purpose in ("assessing", "preparing")
