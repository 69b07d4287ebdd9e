"""What an invented partnership wrote down of carrying its strategies out, year by year, for tests/bench/data.py to write in bulk."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Model

from partnerships.models import Organisation, Partnership
from strategies.models import (
    Action,
    FundingLine,
    FundingStream,
    GrantReturn,
    Measure,
    Milestone,
    Objective,
    PlanTheme,
    ProgressUpdate,
    Reading,
    Strategy,
)
from svduty import dates
from svduty.vague_dates import VagueDate
from tests.bench.filling import Spread

ACTIONS_A_YEAR, ACTIONS_A_YEAR_ELSEWHERE = 8, 3
QUARTERS = 4
MEASURES = ("Homicides", "Hospital admissions for assault with a knife", "Offences with a knife")
THEMES = ("Governance", "Prevention", "Places")
SENTENCE = "We did what we had agreed; the next step waits for an answer of the health board."


class Delivery:
    """Of one partnership: objectives, actions and their news, measures, money.

    Each method needs the rows of those before it in the database.
    """

    def __init__(self, partnership: Partnership, years: int, *, measured: bool) -> None:
        self.partnership, self.years, self.measured = partnership, years, measured
        self.spread = Spread()

    def at(self, year: int, part: float = 0) -> float:
        """The fraction of all days at which that part of the year has passed."""
        return (year + part) / self.years

    def aims(self, strategies: list[Strategy], bodies: list[Organisation]) -> Iterator[Model]:
        self.bodies = bodies
        council, police, *_ = bodies
        self.objectives = [
            Objective(strategy=strategies[year // 3], position=year % 3 + 1, title=f"Aim {year % 3 + 1}", owner=council)
            for year in range(self.years)
        ]
        yield from self.objectives
        self.themes = [PlanTheme(partnership=self.partnership, position=at, title=title) for at, title in enumerate(THEMES, start=1)]
        yield from self.themes
        self.stream = FundingStream(
            partnership=self.partnership, name="Grant for the duty", duty_grant=True, starts=self.spread.vague(0), funder=police
        )
        yield self.stream
        self.measures = [
            Measure(
                partnership=self.partnership,
                name=name,
                objective=self.objectives[-1],
                source_body=police,
                target=Decimal(40),
                target_by=self.spread.day(1),
                starts=self.spread.vague(0),
            )
            for name in MEASURES
        ]
        yield from self.measures

    def doing(self) -> Iterator[Model]:
        number = ACTIONS_A_YEAR if self.measured else ACTIONS_A_YEAR_ELSEWHERE
        self.actions = [[self.action(year, place) for place in range(number)] for year in range(self.years)]
        for of_year in self.actions:
            yield from of_year
        yield from self.returns()
        for year in range(self.years):
            yield from self.year(year)

    def action(self, year: int, place: int) -> Action:
        return Action(
            partnership=self.partnership,
            objective=self.objectives[year],
            title=f"Action {place + 1} of year {year + 1}",
            description=SENTENCE,
            owner=self.bodies[place % len(self.bodies)],
            post="Head of service",
            starts=self.spread.vague(self.at(year)),
            due=VagueDate.of(self.spread.planned(self.at(year, 1), 60 if year == self.years - 1 else -5)),
            prevention="primary",
            theme=self.themes[place % len(THEMES)],
            stream=self.stream,
        )

    def returns(self) -> Iterator[Model]:
        """One for each quarter that has days in it; ten years' quarters fall on the same days more than once."""
        asked: dict[tuple[int, int], float] = {}
        for quarter in range(self.years * QUARTERS):
            day = self.spread.day(self.at(0, quarter / QUARTERS))
            asked[dates.financial_year_of(day), (day.month - 4) % 12 // 3 + 1] = self.at(0, quarter / QUARTERS)
        for (year, quarter), at in asked.items():
            yield GrantReturn(
                stream=self.stream, year=year, quarter=quarter, due_on=self.spread.day(at, 30), sent_on=self.spread.vague(at, 20)
            )

    def year(self, year: int) -> Iterator[Model]:
        for quarter in range(QUARTERS):
            first, last = self.spread.between(self.at(year, quarter / QUARTERS), self.at(year, (quarter + 1) / QUARTERS))
            for measure in self.measures:
                yield Reading(measure=measure, first=first, last=last, value=Decimal(60 - quarter))
        yield from self.money(year)

    def money(self, year: int) -> Iterator[Model]:
        """The year's award, a commitment for each of its actions and two payments on each of them."""
        on = self.spread.vague(self.at(year), 10)
        line = {"stream": self.stream, "year": dates.financial_year_of(on.latest), "on": on}
        yield FundingLine(**line, kind="award", amount=Decimal("20232.36"))
        for action in self.actions[year]:
            told = line | {"action": action, "what": action.title, "cost_type": "non-labour"}
            yield FundingLine(**told, kind="commitment", amount=Decimal("1500.00"))
            for _ in range(2):
                yield FundingLine(**told, kind="spend", amount=Decimal("612.45"), reference="Invoice")

    def telling(self) -> Iterator[Model]:
        """News of each action every quarter; the newest year's are still at work."""
        self.news: list[tuple[Action, ProgressUpdate]] = []
        for year, actions in enumerate(self.actions):
            for place, action in enumerate(actions):
                yield Milestone(action=action, title="Agreed", due=self.spread.vague(self.at(year, 0.5)), reached_on=action.starts)
                yield Milestone(action=action, title="At work", due=action.due)
                self.news += [(action, self.update(year, quarter, place)) for quarter in range(QUARTERS)]
        for _, update in self.news:
            yield update

    def update(self, year: int, quarter: int, place: int) -> ProgressUpdate:
        ended = quarter == QUARTERS - 1 and year < self.years - 1
        state = "done" if ended else "at-risk" if (place + quarter) % 5 == 0 else "on-track"
        return ProgressUpdate(
            partnership=self.partnership,
            on=self.spread.vague(self.at(year, (quarter + 0.9) / QUARTERS)),
            state=state,
            words=SENTENCE,
            reason="Somebody is ill." if state == "at-risk" else "",
            said_on=self.spread.day(self.at(year, (quarter + 0.9) / QUARTERS)),
            by_label="Head of service",
        )

    def linking(self) -> Iterator[Model]:
        tells = ProgressUpdate.actions.through
        for action, update in self.news:
            yield tells(progressupdate=update, action=action)

    def shown(self) -> dict[str, int]:
        """The numbers of the rows whose pages are measured."""
        return {
            "action": self.actions[-1][0].pk,
            "objective": self.objectives[-1].pk,
            "measure": self.measures[0].pk,
            "stream": self.stream.pk,
        }
