"""Which boards lead on a day, who was represented at a meeting, and the board's own year."""

import dataclasses
import datetime
import itertools

from compliance.facts import BoardFacts, MeetingFacts, PartnershipFacts, SeatFacts, lasts_on
from compliance.finding import RecordRef
from compliance.requirements.bodies import overlaps, specified_types
from svduty import dates
from svduty.vague_dates import VagueDate


def leading_boards(facts: PartnershipFacts, on: datetime.date) -> list[BoardFacts]:
    """The boards that lead the work and possibly stand on the day."""
    return [board for board in facts.boards if board.leads and lasts_on(board.starts, board.ends, on)]


def board_ref(board: BoardFacts) -> RecordRef:
    return RecordRef("board", board.pk, board.name)


def meeting_ref(meeting: MeetingFacts) -> RecordRef:
    return RecordRef("meeting", meeting.pk, f"Meeting of {dates.say_short(meeting.day)}")


def specified_there(facts: PartnershipFacts, board: BoardFacts, meeting: MeetingFacts) -> set[int]:
    """The specified authorities whose seats were taken at a meeting."""
    seats = [seat for seat in board.seats if seat.pk in (meeting.there or ())]
    return {seat.organisation_pk for seat in seats if seat.organisation_pk and _stands_for_specified(facts, seat, meeting.day)}


def _stands_for_specified(facts: PartnershipFacts, seat: SeatFacts, day: datetime.date) -> bool:
    then = VagueDate.of(day)
    kinds = specified_types(facts, then)
    return any(
        holder.capacity in kinds and holder.capacity == (seat.capacity or holder.capacity) and overlaps(holder.starts, holder.ends, then)
        for holder in facts.holders
        if holder.organisation_pk == seat.organisation_pk
    )


@dataclasses.dataclass(frozen=True)
class BoardYear:
    """A year of a board: from the first of a month to the day before it comes again. `quarters` are (first day, last day)."""

    begins: datetime.date

    @classmethod
    def containing(cls, day: datetime.date, month: int) -> "BoardYear":
        return cls(datetime.date(day.year if day.month >= month else day.year - 1, month, 1))

    @property
    def ends(self) -> datetime.date:
        return dates.days_after(dates.one_year_on(self.begins), -1)

    @property
    def before(self) -> "BoardYear":
        return BoardYear(dates.years_on(self.begins, -1))

    @property
    def quarters(self) -> list[tuple[datetime.date, datetime.date]]:
        firsts = []
        for quarter in range(5):
            years, month = divmod(self.begins.month - 1 + 3 * quarter, 12)
            firsts.append(datetime.date(self.begins.year + years, month + 1, 1))
        return [(first, dates.days_after(following, -1)) for first, following in itertools.pairwise(firsts)]

    def __str__(self) -> str:
        """`the year to 31 March 2027`."""
        return f"the year to {dates.say_short(self.ends)}"
