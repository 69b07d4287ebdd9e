"""SVD-PART-02: planning together."""

import datetime
from collections.abc import Iterable

from compliance.facts import BoardFacts, MeetingFacts, PartnershipFacts
from compliance.finding import Due, NextStep, Status, Strength
from compliance.requirements.boards import leading_boards, meeting_ref, specified_there
from compliance.requirements.judging import Deadline, pending
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates

OUR_TEST = "our local test"
SOON_DAYS = 30  # The law sets no day; this is only how early we remind.


def planned_together(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The authorities plan jointly (s.8(2)): shown by a minuted meeting of at least two specified authorities within twelve months.

    The twelve months are our test, not law. A meeting without a quorum did not proceed and shows nothing.
    """
    lately = sorted(
        (
            (meeting, board)
            for board in facts.boards
            for meeting in board.meetings
            if meeting.day <= on <= dates.one_year_on(meeting.day) and meeting.quorate is not False
        ),
        key=lambda pair: (pair[0].day, pair[0].pk),
        reverse=True,
    )
    doubtful = None
    for meeting, board in lately:
        there = specified_there(facts, board, meeting)
        if len(there) >= 2 and meeting.minuted:
            why = f"{board.name} met on {dates.say(meeting.day)} with {len(there)} specified authorities there, and it is minuted."
            worked_out = f"twelve months after the meeting of {dates.say_short(meeting.day)}"
            due = Due("", dates.one_year_on(meeting.day), worked_out, in_law=False, standing=OUR_TEST)
            yield Answer("partnership", facts.name, Status.MET, why, due, (meeting_ref(meeting),))
            return
        if doubtful is None and (meeting.there is None or len(there) >= 2):
            doubtful = meeting, board
    if doubtful:
        yield _doubt(facts, *doubtful)
    else:
        yield _nothing_shows_it(facts, bool(lately), on)


def _doubt(facts: PartnershipFacts, meeting: MeetingFacts, board: BoardFacts) -> Answer:
    missing = [] if meeting.there is not None else ["who came"]
    missing += [] if meeting.minuted else ["the minutes"]
    why = f"{board.name} met on {dates.say(meeting.day)}. Record {listed(missing)}."
    route = "meeting_attendance" if meeting.there is None else "meeting_minutes"
    step = NextStep("Record who came" if meeting.there is None else "Add the minutes", route, (("pk", meeting.pk),))
    return Answer("partnership", facts.name, Status.CANNOT_TELL, why, None, (meeting_ref(meeting),), step)


def _nothing_shows_it(facts: PartnershipFacts, met: bool, on: datetime.date) -> Answer:
    boards = leading_boards(facts, on)
    step = NextStep("Record a meeting", "meeting_add", (("board_pk", boards[0].pk),)) if boards else NextStep("Add a board", "board_add")
    said = "At none of the meetings of the last twelve months were two specified authorities" if met else "No meeting is recorded"
    # Nobody planned under the duty before it began.
    begun = max(facts.records_from, DUTY_BEGAN)
    last = dates.one_year_on(begun)
    if on <= last:
        due = Due("", last, f"twelve months from {dates.say_short(begun)}", in_law=False, standing=OUR_TEST)
        why = f"{said}{'' if met else ' yet'}. Our test is a minuted meeting in twelve months, counted from {dates.say(begun)}."
        status = pending(Deadline.on(last, SOON_DAYS), on).status
        return Answer("partnership", facts.name, status, why, due, (), step)
    why = f"{said}{'' if met else ' in the last twelve months'}. The law sets no period; twelve months is our test."
    return whole_partnership(facts, Status.NOT_MET, why, step)


REQUIREMENTS = (
    Requirement(
        code="SVD-PART-02",
        family="Who takes part",
        title="Planning together",
        plain="The authorities must plan together how they will use their functions to prevent and reduce serious violence.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(2)",
        strength=Strength.STATUTORY,
        task="Meet and plan together, and minute it",
        shortfall="no minuted meeting of the authorities within twelve months is recorded",
        evidence="A minuted meeting in the last twelve months at which two or more specified authorities were. The twelve months are our "
        "test, not words of the Act.",
        rule=planned_together,
    ),
)
