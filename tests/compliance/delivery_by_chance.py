"""Random actions with their news, measures with their figures, and scrutiny, drawn around the days on which an answer turns."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from compliance.facts import (
    ActionFacts,
    MeasureFacts,
    NewsFacts,
    PartnershipFacts,
    ReadingFacts,
    ScrutinyMeetingFacts,
    ScrutinyReportFacts,
)
from svduty.vague_dates import VagueDate
from tests.compliance import build
from tests.compliance.chance import Chance, Day, days

STATES = ["on-track", "on-track", "at-risk", "late", "done", "done", "stopped"]
LENGTHS = {1: 30, 3: 91, 6: 182, 12: 365}


class Carrying(Chance):
    def delivery(self, strategy_pks: Sequence[int]) -> dict[str, Any]:
        return {
            "actions": self.carried_on(self.times(lambda: self.action(strategy_pks), 0, 0, 1, 2, 4)),
            "measures": self.times(self.measure, 0, 0, 1, 2),
            "scrutiny_meetings": self.times(self.scrutiny_meeting, 0, 1, 1, 2, 3),
            "scrutiny_reports": self.times(self.scrutiny_report, 0, 0, 1, 2),
        }

    def carried_on(self, actions: tuple[ActionFacts, ...]) -> tuple[ActionFacts, ...]:
        """Some of them come from one before."""
        before: list[int | None] = [None]
        found = []
        for action in actions:
            found.append(dataclasses.replace(action, carried_from=self.chance.choice(before)))
            before += [action.pk, action.pk]
        return tuple(found)

    def action(self, strategy_pks: Sequence[int]) -> ActionFacts:
        due = self.vague()
        owner = self.often("The council", "")
        return ActionFacts(
            pk=self.pk(),
            title="An action",
            strategy_pk=self.chance.choice([None, 999, *strategy_pks, *strategy_pks, *strategy_pks]),
            owner_pk=build.COUNCIL if owner else None,
            owner=owner,
            named=self.chance.choice(["", "", "A school"]),
            starts=self.chance.choice([None, self.vague()]),
            due=self.often(due, None),
            news=self.times(lambda: self.news(due.latest), 0, 1, 1, 2, 4),
        )

    def news(self, about: Day) -> NewsFacts:
        on = about + self.chance.choice(days(-90, -30, -1, 0, 0, 1, 2, 29, 30, 31, 60))
        return NewsFacts(self.pk(), on, self.chance.choice(STATES), self.chance.choice([True, False]))

    def measure(self) -> MeasureFacts:
        every = self.chance.choice([1, 3, 3, 6, 12])
        starts, ends = self.often((self.vague(), None), (None, None), self.span())
        return MeasureFacts(
            pk=self.pk(),
            name="A measure",
            every_months=every,
            days_to_report=self.chance.choice([0, 14, 60]),
            starts=starts,
            ends=ends,
            readings=self.readings(every),
        )

    def readings(self, every: int) -> tuple[ReadingFacts, ...]:
        """Mostly one after the other, now and then with one left out, or over each other."""
        first, found = self.day(), []
        for _ in range(self.chance.choice([0, 0, 1, 2, 4])):
            last = first + datetime.timedelta(days=LENGTHS[every] + self.chance.choice([-1, 0, 0, 1]))
            found.append(ReadingFacts(self.pk(), first, last))
            first = last + datetime.timedelta(days=self.chance.choice([1, 1, 1, -5, 2, LENGTHS[every] - 1, LENGTHS[every] + 2]))
        return tuple(found)

    def scrutiny_meeting(self) -> ScrutinyMeetingFacts:
        held = self.vague()
        come_back = self.vague(held.latest + self.chance.choice(days(20, 90, 365)))
        return ScrutinyMeetingFacts(
            pk=self.pk(),
            council_pk=self.chance.choice([build.COUNCIL, build.COUNCIL, build.COUNCIL, build.COUNTY, 999]),
            held_on=held,
            functions=self.often(True, False),
            next_on=self.chance.choice([None, None, come_back]),
        )

    def scrutiny_report(self) -> ScrutinyReportFacts:
        dated = self.vague()
        replied = self.vague(dated.earliest + self.chance.choice(days(0, 1, 27, 28, 28, 29, 30, 90)))
        asked_of = self.chance.choice([("", None), ("The council", build.COUNCIL)])
        return ScrutinyReportFacts(self.pk(), "A report", dated, asked_of[1], asked_of[0], self.chance.choice([None, replied, replied]))


def turning_of_delivery(facts: PartnershipFacts) -> list[Day]:
    """The days about which an answer on these records turns."""
    dues = [action.due.latest for action in facts.actions if action.due]
    turning = [day + gap for day in dues for gap in days(-15, -14, -1, 0, 1, 29, 30, 31)]
    turning += [news.on + gap for action in facts.actions for news in action.news for gap in days(-1, 0, 1)]
    figures = [(measure, reading.last) for measure in facts.measures for reading in measure.readings]
    for measure, last in figures:
        after = last + datetime.timedelta(days=LENGTHS[measure.every_months])
        turning += [
            after + gap for gap in days(-1, 0, 1, 2, measure.days_to_report, measure.days_to_report + 1, measure.days_to_report + 2)
        ]
    held: list[VagueDate] = [meeting.held_on for meeting in facts.scrutiny_meetings]
    turning += [date.earliest + gap for date in held for gap in days(0, 274, 275, 364, 365, 366)]
    turning += [date.latest + gap for date in held for gap in days(0, 365, 366)]
    promised = [meeting.next_on.latest for meeting in facts.scrutiny_meetings if meeting.next_on]
    turning += [day + gap for day in promised for gap in days(-31, -30, 0, 1)]
    turning += [report.dated.earliest + gap for report in facts.scrutiny_reports for gap in days(0, 13, 14, 27, 28, 29)]
    return turning + [report.dated.latest + gap for report in facts.scrutiny_reports for gap in days(28, 29)]
