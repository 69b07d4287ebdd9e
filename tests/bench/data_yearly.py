"""What is done each year around an invented partnership's strategies, for tests/bench/data.py to write in bulk."""

from collections.abc import Iterator

from django.db.models import Model

from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from strategies.models import (
    AnnualReview,
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    Consultee,
    DataSource,
    NeedsAssessment,
    RegionalPlanSending,
    ReviewArrangement,
    ReviewWork,
    Risk,
    ScrutinyMeeting,
    ScrutinyReport,
    Strategy,
    TrainingRecord,
    Version,
)
from strategies.models.training import Sector
from svduty.vague_dates import VagueDate
from tests.bench.filling import Spread

SENTENCE = "The board looked at it and asked the health board for what is missing."


class Yearly:
    """Of one partnership: needs assessments, consultations, reviews, risks, training, scrutiny.

    Each method needs the rows of those before it in the database.
    """

    def __init__(self, partnership: Partnership, area: LocalGovernmentArea, years: int, *, measured: bool) -> None:
        self.partnership, self.area, self.years, self.measured = partnership, area, years, measured
        self.spread = Spread()

    def at(self, year: int, part: float = 0) -> float:
        """The fraction of all days at which that part of the year has passed."""
        return (year + part) / self.years

    def needs(self) -> Iterator[Model]:
        self.assessments = [
            NeedsAssessment(
                partnership=self.partnership,
                title=f"Needs assessment {year + 1}",
                period_from=self.spread.vague(0),
                period_to=self.spread.vague(self.at(year)),
                completed_on=self.spread.vague(self.at(year), 2),
                approved_by="The board",
                approved_on=self.spread.vague(self.at(year), 7),
                findings="\n".join(f"Finding {number}" for number in range(1, 6)),
            )
            for year in range(self.years)
        ]
        yield from self.assessments

    def asking(self, strategies: list[Strategy], versions: list[Version], bodies: list[Organisation]) -> Iterator[Model]:
        self.strategies, self.bodies = strategies, bodies
        self.consultations = [
            Consultation(
                strategy_version=version,
                kind="education",
                area=self.area,
                opens_on=self.spread.vague(self.at(year)),
                closes_on=self.spread.vague(self.at(year), 28),
                answers_received=2,
            )
            for year, version in enumerate(versions)
        ]
        yield from self.consultations
        for strategy in strategies:
            yield ReviewArrangement(strategy=strategy, who="The board", every_months=12)
        if self.measured:
            self.work = ReviewWork(strategy=strategies[-1], opened_on=self.spread.day(1), effect=SENTENCE)
            yield self.work

    def answering(self) -> Iterator[Model]:
        for consultation in self.consultations:
            yield Consultee(consultation=consultation, name="A school", answered_on=consultation.closes_on)
            yield Consultee(consultation=consultation, name="A college", answered_on=consultation.closes_on)
            for by in ("A school", "A college"):
                yield ConsultationAnswer(
                    consultation=consultation, by=by, received_on=consultation.closes_on, said=SENTENCE, outcome="changed"
                )
        for assessment in self.assessments:
            yield AssessedArea(assessment=assessment, area=self.area, kinds="Robbery\nAssault", causes="Exclusion\nPoverty")
            for body in self.bodies:
                yield DataSource(assessment=assessment, organisation=body, what="Records of assaults", received_on=assessment.completed_on)

    def looking(self) -> Iterator[Model]:
        for year in range(self.years):
            yield from self.looked_at(year)

    def looked_at(self, year: int) -> Iterator[Model]:
        """Risks, training, scrutiny, the year's review, and what was sent to the funder."""
        council, at = self.bodies[0], self.at(year)
        of_partnership = {"partnership": self.partnership}
        for number in (1, 2):
            yield Risk(
                **of_partnership,
                title=f"Risk {number} of year {year + 1}",
                description=SENTENCE,
                owner=council,
                likelihood=3,
                impact=4,
                treatment=SENTENCE,
                likelihood_after=2,
                impact_after=3,
                starts=self.spread.vague(at),
                reviewed_on=self.spread.vague(at, 60),
                review_on=VagueDate.of(self.spread.planned(at, 150)),
                ends=None if year == self.years - 1 else self.spread.vague(self.at(year, 1)),
            )
        for number, sector in enumerate(list(Sector)[:4]):
            yield TrainingRecord(**of_partnership, title="The duty", sector=sector, held_on=self.spread.vague(at, 30 + number), people=12)
        committee = of_partnership | {"council": council, "committee": "Scrutiny committee"}
        yield ScrutinyMeeting(**committee, held_on=self.spread.vague(at, 40), about=SENTENCE)
        yield ScrutinyReport(
            **committee,
            title=f"Report of year {year + 1}",
            dated=self.spread.vague(at, 41),
            recommendations="Meet more often.",
            asked_of=council,
            replied_on=self.spread.vague(at, 60),
            reply=SENTENCE,
        )
        yield RegionalPlanSending(
            **of_partnership, title="Action plan", recipient="The unit", due_on=self.spread.day(at, 90), sent_on=self.spread.vague(at, 80)
        )
        yield AnnualReview(
            strategy=self.strategies[year // 3],
            held_on=self.spread.vague(self.at(year, 0.9)),
            findings=SENTENCE,
            decision="keep",
            decided_by="The board",
            assessment_looked="still-right",
        )
