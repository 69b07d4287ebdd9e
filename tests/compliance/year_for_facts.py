"""Random records of a year's work: what was assessed, who was asked, who decided, what was reviewed."""

import datetime

from compliance.facts import (
    ApprovalFacts,
    ArrangementFacts,
    AssessedAreaFacts,
    AssessmentFacts,
    ConsultationFacts,
    ContentsFacts,
    EqualityFacts,
    NumberFacts,
    ReviewFacts,
)
from svduty.vague_dates import VagueDate
from tests.compliance import build
from tests.compliance.chance import LONG_AGO, Chance, Day

ORGANISATIONS = [build.COUNCIL, build.POLICE, build.COUNTY, build.POLICING_BODY, build.VRU]
AUTHORITIES = [*build.EVERYWHERE.values(), build.COUNTY]
# Small numbers, so that the number asked and the number there often agree.
KINDS = {"education": [2, 2, 2, 3, 0], "prison": [0, 0, 0, 1], "youth-custody": [0, 0, 1]}


class Year(Chance):
    """Each record is drawn around a day that matters to it."""

    def before(self, day: Day, *counts: int) -> VagueDate:
        return self.vague(day - datetime.timedelta(days=self.chance.choice(counts)))

    def approval(self, day: Day) -> ApprovalFacts:
        when = self.before(day, -1, 0, 13, 14, 15, 27, 28, 29, 60)
        return ApprovalFacts(self.pk(), "The cabinet", when, self.often("approved", "conditions", "conditions", "noted", "sent-back"))

    def equality(self, day: Day) -> EqualityFacts:
        return EqualityFacts(self.pk(), "An assessment", self.before(day, -30, -1, 0, 0, 1, 14, 28, 29, 60))

    def contents(self, day: Day) -> ContentsFacts:
        answers = [(element.code, self.answer_of_element()) for element in build.ELEMENTS]
        return ContentsFacts(self.pk(), self.before(day, -10, 0, 5, 30), tuple((code, answer) for code, answer in answers if answer))

    def answer_of_element(self) -> str:
        return "yes" if self.chance.random() < 0.88 else self.chance.choice(["partly", "no", "not-needed", ""])

    # Consulting

    def consultations(self, day: Day, covered: list[int]) -> tuple[ConsultationFacts, ...]:
        """Mostly of schools, closing about the day of publication."""
        return self.times(lambda: self.consultation(day, covered), 0, 1, 1, 2, 3, 4)

    def consultation(self, day: Day, covered: list[int]) -> ConsultationFacts:
        kind = self.chance.choice(["education"] * 4 + ["prison", "youth-custody", "specified", "specified", "community"])
        closes = day - datetime.timedelta(days=self.chance.choice([-30, -8, -7, -1, 0, 0, 1, 7, 8, 30, 60]))
        opens = closes - datetime.timedelta(days=self.chance.choice([0, 28, 28, 28, 90]))
        bodies = self.chance.choice([AUTHORITIES, AUTHORITIES, self.chance.sample(AUTHORITIES, 4)]) if kind == "specified" else []
        return ConsultationFacts(
            pk=self.pk(),
            kind=kind,
            area_pk=self.chance.choice([None, None, *covered]),
            opens_on=self.vague(opens),
            closes_on=self.often(self.vague(closes), None),
            asked=self.often(self.chance.choice([2, 2, 2, 3, 4]), None, 0, 1, 5, 6),
            body_pks=tuple(bodies),
        )

    def numbers(self, area_pks: list[int]) -> tuple[NumberFacts, ...]:
        """Now and then one good count of each, so that somewhere everybody was asked of every revision."""
        if self.chance.random() < 0.3:
            return tuple(
                NumberFacts(self.pk(), area_pk, kind, self.chance.choice(KINDS[kind]), LONG_AGO, "A list", "A post", "A reason")
                for area_pk in area_pks
                for kind in KINDS
            )
        return tuple(
            self.number(area_pk, kind) for area_pk in area_pks for kind in KINDS for _ in range(self.chance.choice([0, 1, 1, 1, 1, 2, 3]))
        )

    def number(self, area_pk: int, kind: str) -> NumberFacts:
        number = self.chance.choice(KINDS[kind])
        return NumberFacts(
            pk=self.pk(),
            area_pk=area_pk,
            kind=kind,
            number=number,
            counted_on=self.vague(self.day() - datetime.timedelta(days=self.chance.choice([0, 200, 600]))),
            source="" if self.chance.random() < 0.07 else "A list",
            confirmed_by="" if self.chance.random() < 0.07 else "A post",
            reason=self.often("A reason", "") if number == 0 else "",
        )

    def makers(self, section_9: bool) -> tuple[int, ...]:
        """Who made the strategy together."""
        if not section_9 or self.chance.random() < 0.4:
            return ()
        return tuple(self.chance.choice([AUTHORITIES, AUTHORITIES[:3], self.chance.sample(AUTHORITIES, 5)]))

    # Assessing

    def assessments(self, area_pks: list[int], approved: list[Day]) -> tuple[AssessmentFacts, ...]:
        return self.times(lambda: self.assessment(area_pks, approved), 0, 1, 1, 2, 3)

    def assessment(self, area_pks: list[int], approved: list[Day]) -> AssessmentFacts:
        about = self.chance.choice(approved) if approved and self.chance.random() < 0.7 else self.day()
        completed_on = self.often(self.before(about, -30, -1, 0, 0, 1, 44, 200), None)
        return AssessmentFacts(
            pk=self.pk(),
            title="An assessment",
            period_from=None if self.chance.random() < 0.07 else self.vague(),
            period_to=None if self.chance.random() < 0.07 else self.vague(),
            completed_on=completed_on,
            approved_by="" if self.chance.random() < 0.07 else "The board",
            approved_on=self.chance.choice([None, self.before(about, -30, 0, 30)]),
            sources=0 if self.chance.random() < 0.07 else 3,
            areas=tuple(self.assessed(pk) for pk in area_pks if self.chance.random() < 0.8),
        )

    def assessed(self, area_pk: int) -> AssessedAreaFacts:
        return AssessedAreaFacts(
            self.pk(), area_pk, self.chance.choice([0, 1, 3]), self.chance.choice([0, 1, 3]), self.often("", "A reason")
        )

    # Reviewing

    def reviews(self, started: list[Day]) -> tuple[ReviewFacts, ...]:
        """Mostly in the order of the years, about a year from a publication or a review, or its window before."""
        made: list[ReviewFacts] = []
        for _ in range(self.chance.choice([0, 0, 1, 1, 2, 3])):
            about = self.chance.choice([*started, *(one.held_on.earliest for one in made)] or [self.day()])
            after = datetime.timedelta(days=self.chance.choice([-20, 30, 274, 275, 276, 345, 364, 365, 366, 367, 400, 455, 640, 731]))
            decision = self.chance.choice(["keep", "keep", "keep", "revise", "revise", "revise", "refresh", ""])
            assessment = self.often("still-right", "newer", "no", "")
            made.append(ReviewFacts(self.pk(), self.vague(about + after), decision, self.chance.random() < 0.93, assessment))
        return tuple(made)

    def arrangement(self, started: list[Day]) -> ArrangementFacts:
        about = self.chance.choice([self.day(), *started])
        return ArrangementFacts(
            pk=self.pk(),
            who="" if self.chance.random() < 0.07 else "The board",
            every_months=None if self.chance.random() < 0.07 else 12,
            next_on=None if self.chance.random() < 0.07 else self.vague(),
            counting=self.chance.choice(["rolling", "anniversary"]),
            agreed_on=self.often(self.before(about, 40, 0, -1, -300), None),
        )
