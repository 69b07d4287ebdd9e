"""Random boards, meetings, decisions, agreements and requests, drawn around the days on which an answer turns."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from compliance.facts import (
    BoardFacts,
    CollaborationFacts,
    DecisionFacts,
    DefinitionFacts,
    GovernanceReviewFacts,
    MeetingFacts,
    PartnershipFacts,
    PolicingRequestFacts,
    RoundFacts,
    SeatFacts,
    SharingFacts,
    StrategyFacts,
    VersionFacts,
)
from svduty.vague_dates import VagueDate
from tests.compliance import build
from tests.compliance.chance import LONG_AGO, Chance, Day, Span, days
from tests.compliance.governance_for_facts import BARRED, SCHOOL

MEMBERS = [build.COUNCIL, build.COUNCIL, build.POLICE, build.HEALTH, build.COUNTY, build.POLICING_BODY, SCHOOL, None]
STARTS_OF_YEARS = [Day(year, month, 1) for year in (2022, 2023, 2024, 2025, 2026) for month in (1, 4, 7, 10)]
OUTCOMES = ["agreed", "agreed", "conditions", "conditions", "not-agreed", "deferred", "noted"]
# 0.8 in every place leaves few whole boards, so most of what a board needs is there more often than that.
RARELY = 0.06


class Governing(Chance):
    def rarely(self) -> bool:
        return self.chance.random() < RARELY

    def turning(self) -> Day:
        """A day on or about the beginning of a quarter, or any day that turns an answer."""
        if self.chance.random() < 0.5:
            return self.chance.choice(STARTS_OF_YEARS) + datetime.timedelta(days=self.chance.choice([-30, -2, -1, 0, 0, 1, 20, 45]))
        return self.day()

    def governance(self, definitions: tuple[DefinitionFacts, ...]) -> dict[str, Any]:
        return {
            "boards": self.times(self.board, 0, 1, 1, 1, 2),
            "decisions": self.times(lambda: self.decision(definitions), 0, 1, 1, 2, 3) if definitions else (),
            "sharing": self.times(self.agreement, 0, 1, 1, 2),
            "policing_requests": self.times(self.policing_request, 0, 1, 1, 2),
            "collaboration": self.times(self.collaboration_request, 0, 1, 1, 2),
        }

    # Boards

    def board(self) -> BoardFacts:
        seats = self.times(self.seat, 0, 3, 4, 5)
        meets, times = self.chance.choice([("times", 4), ("times", 2), ("times", 1), ("quarterly", None), ("quarterly", None)])
        if self.rarely():
            meets, times = self.chance.choice([("as-needed", None), ("as-needed", None), ("", None), ("times", None)])
        starts, ends = self.lifetime()
        return BoardFacts(
            pk=self.pk(),
            name="A board",
            leads=self.often(True, False),
            starts=starts,
            ends=ends,
            terms=not self.rarely(),
            terms_agreed_on=self.often(self.vague(), None),
            quorum=not self.rarely(),
            reporting=not self.rarely(),
            meets=meets,
            times=times,
            year_begins=self.chance.choice([1, 3, 4, 4, 4, 5, 9, 12]),
            seats=seats,
            meetings=self.meetings(seats),
            reviews=self.times(lambda: GovernanceReviewFacts(self.pk(), self.vague(self.turning())), 0, 0, 1, 2),
        )

    def lifetime(self) -> Span:
        """Mostly standing since long ago or since a day that matters."""
        return self.chance.choice([(LONG_AGO, None), (None, None), (self.vague(self.turning()), None), self.span()])

    def seat(self) -> SeatFacts:
        starts, ends = self.often((None, None), self.span())
        capacity = self.often("", "local-authority", "police", "county-council", "policing-body")
        kind = self.chance.choice(["chair", "voting", "voting", "non-voting"])
        return SeatFacts(self.pk(), "A post", self.chance.choice(MEMBERS), capacity, kind, starts, ends)

    def meetings(self, seats: tuple[SeatFacts, ...]) -> tuple[MeetingFacts, ...]:
        """Some lie alone; some follow each other by about a quarter, so that whole years of meetings occur."""
        alone = [self.turning() for _ in range(self.chance.choice([0, 0, 1, 2]))]
        first = self.turning()
        following = [
            first + datetime.timedelta(days=91 * number + self.chance.choice([-1, 0, 0, 1, 20]))
            for number in range(self.chance.randrange(13))
        ]
        return tuple(self.meeting(day, seats) for day in [*alone, *following])

    def meeting(self, day: Day, seats: tuple[SeatFacts, ...]) -> MeetingFacts:
        came = tuple(seat.pk for seat in seats if self.chance.random() < 0.75)
        return MeetingFacts(
            pk=self.pk(),
            day=day,
            minuted=self.often(True, False),
            there=None if self.chance.random() < 0.15 else came,
            quorate=self.chance.choice([True] * 14 + [False, None, None]),
            decisions=self.chance.choice([0, 0, 1, 2]),
        )

    def decision(self, definitions: Sequence[DefinitionFacts]) -> DecisionFacts:
        about = self.chance.choice([*definitions, definitions[-1]]).pk
        kind, outcome = self.often("localdefinition", "version"), self.chance.choice(OUTCOMES)
        return DecisionFacts(self.pk(), "A board", self.day(), self.chance.choice([True, False, None]), outcome, kind, about)

    # Rounds

    def asking_boards(self, strategies: Sequence[StrategyFacts], boards: Sequence[BoardFacts]) -> tuple[StrategyFacts, ...]:
        """The strategies with rounds in which boards were asked about some of their versions."""
        return tuple(
            dataclasses.replace(one, versions=tuple(self.asking(version, boards) for version in one.versions)) for one in strategies
        )

    def asking(self, version: VersionFacts, boards: Sequence[BoardFacts]) -> VersionFacts:
        about = self.chance.choice([self.day(), *(one.decided_on.latest for one in version.approvals)])
        rounds = self.times(lambda: self.round_of(self.chance.choice(boards), about), 0, 0, 1, 2) if boards else ()
        return dataclasses.replace(version, rounds=rounds)

    def round_of(self, board: BoardFacts, about: Day) -> RoundFacts:
        """Opened no earlier than the board could stand."""
        opened = max(about - self.chance.choice(days(0, 1, 14, 30, 60)), board.starts.earliest if board.starts else Day.min)
        ended = self.chance.choice([None, opened, *(opened + gap for gap in days(1, 14, 30, 60))])
        outcome = self.chance.choice(["approved", "approved", "conditions", "sent-back", "noted", "not-decided"])
        return RoundFacts(
            pk=self.pk(),
            board_pk=board.pk,
            part=self.often("decides", "comments"),
            opened_on=opened,
            answer_by=opened + self.chance.choice(days(1, 14, 30)),
            ended_on=ended,
            outcome=outcome if ended else "",
            votes=tuple((seat.pk, opened + self.chance.choice(days(0, 1, 14))) for seat in board.seats if self.chance.random() < 0.6),
        )

    # What was agreed and asked

    def agreement(self) -> SharingFacts:
        return SharingFacts(
            pk=self.pk(),
            title="An agreement",
            party_pks=self.often((build.COUNCIL, build.POLICE), (), (build.COUNCIL,)),
            starts=None if self.rarely() else self.vague(),
            ends=self.often(None, self.vague()),
            review_on=self.chance.choice([None, self.vague()]),
            for_csp=self.often(False, True),
            barred=tuple((name, self.chance.choice(["no", ""]) if self.rarely() else "yes") for name in BARRED),
        )

    def policing_request(self) -> PolicingRequestFacts:
        asked_on = self.vague()
        by = asked_on.earliest + datetime.timedelta(days=self.chance.choice([0, 7, 28, 60]))
        answered_on = self.vague(
            asked_on.earliest + datetime.timedelta(days=self.chance.choice([0, 1, 7, 8, 27, 28, 28, 29, 30, 59, 61, 90]))
        )
        return PolicingRequestFacts(
            pk=self.pk(),
            kind=self.chance.choice(["information", "meeting", "monitoring"]),
            asked_by="The policing body",
            asked_of="The council",
            asked_on=asked_on,
            answer_by=self.chance.choice([None, None, by]),
            answered_on=self.chance.choice([None, answered_on, answered_on]),
            answer=self.chance.choice(["given"] * 4 + ["not-held", "partly", "refused", ""]),
        )

    def collaboration_request(self) -> CollaborationFacts:
        asked_on = self.vague()
        return CollaborationFacts(
            pk=self.pk(),
            asked_by="The council",
            asked_by_as=self.chance.choice(["specified", "specified", "relevant"]),
            asked_of="A school",
            asked_of_as=self.chance.choice(["relevant", "relevant", "specified"]),
            asked_on=asked_on,
            purpose=self.chance.choice(["assessing", "preparing", "carrying-out", "other"]),
            answered_on=self.often(self.vague(asked_on.earliest + datetime.timedelta(days=self.chance.choice([0, 20, 90]))), None),
            answer=self.chance.choice(["agreed", "partly", "refused", "refused", ""]),
            grounds=self.chance.choice([(), ("a",), ("b", "d")]),
            reasoned=self.often(True, False),
        )


def turning_days(facts: PartnershipFacts) -> list[Day]:
    """The days about which an answer on the records of its boards and requests turns."""
    dated: list[VagueDate] = [one.held_on for board in facts.boards for one in board.reviews]
    dated += [date for board in facts.boards for date in (board.terms_agreed_on, board.starts, board.ends) if date]
    dated += [date for one in facts.sharing for date in (one.starts, one.ends, one.review_on) if date]
    dated += [VagueDate.of(one.day) for board in facts.boards for one in board.meetings]
    asked = [one.asked_on for one in facts.policing_requests]
    asked += [one.answered_on for one in (*facts.policing_requests, *facts.collaboration) if one.answered_on]
    asked += [VagueDate.of(one.answer_by) for one in facts.policing_requests if one.answer_by]
    turning = [date.earliest + gap for date in dated for gap in days(-61, -60, -1, 0, 274, 275, 276, 304, 305, 306, 364, 365, 366, 367)]
    turning += [date.latest + gap for date in dated for gap in days(0, 1, 365, 366, 367)]
    turning += [date.earliest + gap for date in asked for gap in days(-8, -7, -1, 0, 1, 20, 21, 22, 28, 29)]
    turning += [date.latest + gap for date in asked for gap in days(0, 1, 28, 29)]
    turning += [first + gap for first in STARTS_OF_YEARS for gap in days(-31, -30, -1, 0)]
    return turning + [facts.records_from + gap for gap in days(0, 1, 90, 334, 335, 336, 364, 365, 366)]
