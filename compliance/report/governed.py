"""On paper: the boards and their meetings, what is agreed on sharing information, and who asked whom for what."""

import datetime
from collections.abc import Iterable

from compliance.facts import BoardFacts, CollaborationFacts, MeetingFacts, PolicingRequestFacts, SharingFacts, lasts_on
from compliance.report.layout import Block, Column, Pairs, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from partnerships.models.sharing import CollaborationAnswer, CollaborationPurpose, PolicingAnswer, PolicingRequestKind
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

MEETINGS = (Column("Day", "w20"), Column("Seats taken", "w15"), Column("Quorate", "w20"), Column("Decisions", "w15"), Column("Minutes"))
SHARING = (Column("Agreement", "w30"), Column("In force", "w25"), Column("Review", "w20"), Column("Parties"))
ASKED = (Column("Asked", "w20"), Column("Whom, and what for", "w40"), Column("Answered", "w15"), Column("Answer"))
RULES = {"quarterly": "At least once in each quarter", "as-needed": "When there is need"}
SHOWN_MEETINGS = 12  # the newest; a report is not the minute book


def board_blocks(source: ReportSource) -> Iterable[Block]:
    """Each board that stands on the day, with its newest meetings."""
    on = source.as_at
    boards = [board for board in source.facts.boards if lasts_on(board.starts, board.ends, on)]
    for board in sorted(boards, key=lambda board: (not board.leads, board.name)):
        yield _about(board, on)
        held = sorted((meeting for meeting in board.meetings if meeting.day <= on), key=lambda meeting: meeting.day, reverse=True)
        if held:
            left_out = f", the newest {SHOWN_MEETINGS} of {len(held)}" if len(held) > SHOWN_MEETINGS else ""
            rows = tuple(_meeting(board, meeting) for meeting in held[:SHOWN_MEETINGS])
            yield Table(f"Meetings of {board.name}{left_out}", MEETINGS, rows)
    if not boards:
        yield Remark("No board is recorded.")


def _about(board: BoardFacts, on: datetime.date) -> Pairs:
    seats = [seat for seat in board.seats if lasts_on(seat.starts, seat.ends, on)]
    chair = next((seat.post for seat in seats if seat.kind == "chair"), "")
    looked = [review.held_on for review in board.reviews if review.held_on.by(on) is not Truth.NO]
    last = max(looked, key=lambda day: day.latest, default=None)
    votes = sum(seat.kind == "voting" for seat in seats)
    return Pairs(
        board.name + (" (leads the work)" if board.leads else ""),
        (
            ("Chair", said_or_not(chair)),
            ("Members besides the chair", f"{sum(seat.kind != 'chair' for seat in seats)}, {votes} of them with a vote"),
            ("Meets", said_or_not(_meets(board))),
            ("Terms, quorum, reporting line", ", ".join(_written(board))),
            ("Last looked at", said_or_not(last)),
        ),
    )


def _meets(board: BoardFacts) -> str:
    if board.meets == "times":
        begins = dates.MONTHS[board.year_begins - 1]
        return f"{board.times} times in the year from {begins}" if board.times else ""
    return RULES.get(board.meets, "")


def _written(board: BoardFacts) -> list[str]:
    parts = {"terms": board.terms, "quorum": board.quorum, "reporting line": board.reporting}
    return [f"{name} {'recorded' if there else 'not recorded'}" for name, there in parts.items()]


def _meeting(board: BoardFacts, meeting: MeetingFacts) -> tuple[str, ...]:
    there = "Not recorded" if meeting.there is None else f"{len(meeting.there)} of {_seats_on(board, meeting.day)}"
    quorate = {True: "Yes", False: "No: it could not decide", None: "Not recorded"}[meeting.quorate]
    return dates.say_short(meeting.day), there, quorate, str(meeting.decisions), "Kept" if meeting.minuted else "Not recorded"


def _seats_on(board: BoardFacts, day: datetime.date) -> int:
    return sum(lasts_on(seat.starts, seat.ends, day) for seat in board.seats)


def sharing_blocks(source: ReportSource) -> Iterable[Block]:
    """The agreements in force, and the requests made by the day, newest first."""
    facts, on = source.facts, source.as_at
    names = {holder.organisation_pk: holder.organisation for holder in facts.holders}
    agreements = [agreement for agreement in facts.sharing if lasts_on(agreement.starts, agreement.ends, on)]
    if agreements:
        rows = tuple(_agreement(agreement, names) for agreement in agreements)
        yield Table("Agreements on sharing information in force", SHARING, rows)
    else:
        yield Remark("No agreement on sharing information is recorded as in force.")
    policing = [request for request in facts.policing_requests if request.asked_on.by(on) is not Truth.NO]
    if policing:
        newest = sorted(policing, key=lambda request: request.asked_on.latest, reverse=True)
        yield Table("What the local policing body asked", ASKED, tuple(_policing(request, on) for request in newest))
    together = [request for request in facts.collaboration if request.asked_on.by(on) is not Truth.NO]
    if together:
        newest_first = sorted(together, key=lambda request: request.asked_on.latest, reverse=True)
        yield Table("Requests to work together (section 15)", ASKED, tuple(_together(request, on) for request in newest_first))


def _agreement(agreement: SharingFacts, names: dict[int, str]) -> tuple[str, ...]:
    known = sorted(names[pk] for pk in agreement.party_pks if pk in names)
    others = len(agreement.party_pks) - len(known)
    parties = ", ".join([*known, *([f"{others} more"] if others else [])])
    in_force = f"Since {agreement.starts}" if agreement.starts else "Since when is not recorded"
    return (
        agreement.title,
        in_force + (f", until {agreement.ends}" if agreement.ends else ""),
        str(agreement.review_on or "Names no day: twelve months"),
        said_or_not(parties),
    )


def _policing(request: PolicingRequestFacts, on: datetime.date) -> tuple[str, ...]:
    what = f"{request.asked_by} asked {request.asked_of}: {PolicingRequestKind(request.kind).label}"
    answer = PolicingAnswer(request.answer).label if request.answer else ""
    return _asked(request.asked_on, what, request.answered_on, answer, on)


def _together(request: CollaborationFacts, on: datetime.date) -> tuple[str, ...]:
    what = f"{request.asked_by} asked {request.asked_of}: {CollaborationPurpose(request.purpose).label}"
    answer = CollaborationAnswer(request.answer).label if request.answer else ""
    if request.grounds:
        answer += f"; ground {', '.join(f'15(7)({letter})' for letter in request.grounds)}"
    return _asked(request.asked_on, what, request.answered_on, answer, on)


def _asked(asked_on: VagueDate, what: str, answered_on: VagueDate | None, answer: str, on: datetime.date) -> tuple[str, ...]:
    open_still = answered_on is None or answered_on.by(on) is Truth.NO
    return str(asked_on), what, "Not yet" if open_still else str(answered_on), "" if open_still else said_or_not(answer)
