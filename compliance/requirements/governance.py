"""SVD-PART-04: governance written down, and looked at each year."""

import datetime
from collections.abc import Iterable

from compliance.facts import BoardFacts, PartnershipFacts, lasts_on
from compliance.finding import GUIDANCE, Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.boards import board_ref, leading_boards
from compliance.requirements.judging import Deadline, pending, when
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

NO_BOARD = "No board is recorded as leading the work."
ADD_BOARD = NextStep("Add the board", "board_add")


def governance_recorded(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Chair, terms, quorum, how often it meets and to whom it reports are recorded, and looked at again each year (guidance; DL-06)."""
    boards = leading_boards(facts, on)
    if not boards:
        yield whole_partnership(facts, Status.NOT_MET, NO_BOARD, ADD_BOARD)
    for board in boards:
        yield _of_board(facts, board, on)


def _of_board(facts: PartnershipFacts, board: BoardFacts, on: datetime.date) -> Answer:
    missing = _missing(board, on)
    if missing:
        only_chair = missing == ["the chair"]
        step = NextStep("Add the chair", "seat_add", (("board_pk", board.pk),)) if only_chair else _change(board)
        why = f"Of {board.name} it is not recorded: {listed(missing)}."
        return Answer(f"board:{board.pk}", board.name, Status.NOT_MET, why, None, (board_ref(board),), step)
    looked, what, ref = _last_looked_at(board, on)
    review = NextStep("Record the look at it", "governancereview_add", (("board_pk", board.pk),))
    if looked is None:
        why = "All is recorded, but not when it was agreed or last looked at."
        return Answer(f"board:{board.pk}", board.name, Status.CANNOT_TELL, why, None, (board_ref(board),), review)
    if looked.by(on) is Truth.MAYBE:
        route = ref.kind + "_change"
        why = f"All is recorded; {what} {when(looked)}. Give the exact date."
        step = NextStep("Give the exact date", route, (("pk", ref.pk),))
        return Answer(f"board:{board.pk}", board.name, Status.CANNOT_TELL, why, None, (ref,), step)
    deadline = Deadline(dates.one_year_on(looked.earliest), dates.one_year_on(looked.latest), facts.deadline("DL-06").window_days)
    due = Due("DL-06", deadline.first, f"one year after {what}, {looked}", in_law=False, standing=GUIDANCE)
    status = pending(deadline, on).status
    if status == Status.DUE_LATER:
        why = f"Chair, terms, quorum, meetings and reporting line are recorded; {what} {when(looked)}."
        return Answer(f"board:{board.pk}", board.name, Status.MET, why, due, (ref,))
    day = dates.say(deadline.first)
    why = {
        Status.OVERDUE: f"All is recorded, but {what} {when(looked)}; it should be looked at again each year, by {day}.",
        Status.DUE_SOON: f"All is recorded; {what} {when(looked)}. It should be looked at again by {day}.",
        Status.CANNOT_TELL: f"All is recorded; {what} {when(looked)}. Whether the year is over depends on the exact date.",
    }[status]
    if status == Status.CANNOT_TELL:
        review = NextStep("Give the exact date", f"{ref.kind}_change", (("pk", ref.pk),))
    return Answer(f"board:{board.pk}", board.name, status, why, due, (ref,), review)


def _missing(board: BoardFacts, on: datetime.date) -> list[str]:
    chair = any(seat.kind == "chair" and lasts_on(seat.starts, seat.ends, on) for seat in board.seats)
    parts = {
        "the chair": chair,
        "its terms of reference": board.terms,
        "its quorum": board.quorum,
        "how often it meets": bool(board.meets) and (board.meets != "times" or bool(board.times)),
        "to whom it reports": board.reporting,
    }
    return [words for words, there in parts.items() if not there]


def _last_looked_at(board: BoardFacts, on: datetime.date) -> tuple[VagueDate | None, str, RecordRef]:
    reviews = [review for review in board.reviews if review.held_on.by(on) is not Truth.NO]
    if reviews:
        last = max(reviews, key=lambda review: (review.held_on.latest, review.pk))
        return last.held_on, "it was last looked at", RecordRef("governancereview", last.pk, f"Governance review of {last.held_on}")
    for day, what in ((board.terms_agreed_on, "its terms were agreed"), (board.starts, "it began")):
        if day and day.by(on) is not Truth.NO:
            return day, what, board_ref(board)
    return None, "", board_ref(board)


def _change(board: BoardFacts) -> NextStep:
    return NextStep("Complete the record", "board_change", (("pk", board.pk),))


REQUIREMENTS = (
    Requirement(
        code="SVD-PART-04",
        family="Who takes part",
        title="Governance written down and reviewed",
        plain="The board that leads should have its chair, terms of reference, quorum, meetings and reporting line written down, and look "
        "at them again each year.",
        citation="Statutory guidance under s.19; local practice",
        strength=Strength.GUIDANCE,
        task="Write down how the board works, and look at it each year",
        shortfall="how the leading board works was not written down in full, or not looked at again",
        evidence="The board with its chair, terms, quorum rule, how often it meets and to whom it reports; and the yearly look at them.",
        rule=governance_recorded,
        deadline="DL-06",
    ),
)
