"""What a plan of a paper's way says: how each board stands, what to do, and the reason for urgency where papers are late. Pure."""

from partnerships.paper_days import NUMBERS
from partnerships.route_plan import PlannedBoard, RoutePlan, Standing, bank_holidays_between, listed_days
from svduty import dates

TAGS = {
    Standing.OVER: ("Has met", "green"),
    Standing.FITS: ("In time", "blue"),
    Standing.LATE_PAPERS: ("Papers are late", "red"),
    Standing.TOO_LATE: ("Too late", "red"),
    Standing.NO_MEETING: ("No meeting in time", "yellow"),
    Standing.PASSED: ("Too late", "red"),
}


def clear_days(number: int | None) -> str:
    """`five clear days, its own rule`."""
    if not number:
        return "no number of clear days is recorded" if number is None else "no clear days, its own rule"
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} clear day{'' if number == 1 else 's'}, its own rule"


def headline(plan: RoutePlan) -> str:
    """How it stands, in a sentence or two to read aloud."""
    if not plan.boards:
        return "No board is on the way yet."
    if plan.fits:
        if plan.ready_by is None:
            return "Every board on the way has met."
        return f"It fits. The paper must be ready to go out by {dates.say(plan.ready_by)}, {dates.say_distance(plan.ready_by, plan.on)}."
    late = sum(board.standing.is_late for board in plan.boards)
    missing = sum(board.standing == Standing.NO_MEETING for board in plan.boards)
    parts = [(late, "is", "are", "late already"), (missing, "has", "have", "no meeting planned in time")]
    said = [f"{number} {one if number == 1 else many} {what}" for number, one, many, what in parts if number]
    return f"It does not fit yet: of {len(plan.boards)} board{'' if len(plan.boards) == 1 else 's'}, {' and '.join(said)}."


def what_to_do(planned: PlannedBoard, plan: RoutePlan) -> str:
    """One or two sentences on this board."""
    limit, on = dates.say(planned.limit), plan.on
    following = f" Its next meeting is on {dates.say(planned.following.day)}." if planned.following else ""
    if planned.standing == Standing.OVER:
        return f"Its meeting was on {dates.say(planned.meets_on)}. Record with that meeting what it said."
    if planned.standing == Standing.FITS:
        return f"Its papers go out by {dates.say(planned.papers_by)}, {dates.say_distance(planned.papers_by, on)}."
    if planned.standing == Standing.NO_MEETING:
        return f"No meeting is planned in time: plan one by {limit}.{following}"
    if planned.standing == Standing.PASSED:
        return f"It would have had to meet by {limit}, {dates.say_distance(planned.limit, on)}.{following}"
    if planned.standing == Standing.TOO_LATE:
        return f"{_too_late(planned)} Choose or plan a meeting by {limit}."
    should = f"Its papers should have gone out by {dates.say(planned.papers_by)}"
    if planned.in_time:
        return f"{should}. The meeting of {dates.say(planned.in_time.day)} comes later and still fits."
    return f"{should}: they need a reason for urgency."


def _too_late(planned: PlannedBoard) -> str:
    gap = dates.say_days((planned.meets_on - planned.limit).days)
    to_be = f"the papers of {planned.before} go out" if planned.before else "it must be through"
    return f"The chosen meeting is {gap} after the day on which {to_be}."


def urgency(planned: PlannedBoard, plan: RoutePlan, why_then: str) -> str:
    """A draft of the reason for urgency, from what is planned; why the paper was not ready is to be added. Empty unless papers are late."""
    if planned.standing != Standing.LATE_PAPERS or planned.in_time or planned.sitting is None:
        return ""
    rule = clear_days(planned.board.paper_days).partition(",")[0]
    because = f" ({why_then})" if why_then else ""
    no_later = (
        f"and no later meeting of this board leaves time for {planned.before} after it"
        if planned.before
        else "and this board has no later meeting planned before then"
    )
    return (
        f"The paper could not go out by {dates.say_short(planned.papers_by)}, {rule} before the meeting of "
        f"{dates.say_short(planned.sitting.day)}. The matter must be through by {dates.say_short(plan.through_by)}{because}, {no_later}."
    )


def not_counted(planned: PlannedBoard) -> str:
    """Which bank holidays lie between papers and meeting, for those who count along."""
    days = bank_holidays_between(planned.papers_by, planned.meets_on) if planned.board.paper_days else []
    return f"Not counted: weekends, and the bank holiday{'' if len(days) == 1 else 's'} {listed_days(days)}." if days else ""
