"""Objectives, actions and news of them in the examples: how a plan is written down, and how it is added."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from compliance.examples.loading import Example, ago
from partnerships.models import Organisation
from strategies.models import Action, Milestone, Objective, ProgressUpdate, Strategy
from svduty import dates
from svduty.vague_dates import VagueDate

MONTHS_OF_SEASONS = {3: "21", 4: "21", 5: "21", 6: "22", 7: "22", 8: "22", 9: "23", 10: "23", 11: "23"}


@dataclasses.dataclass(frozen=True)
class Told:
    """News of that many days ago. `next_in`: news was promised so many days later, 0: no day was named."""

    ago: int
    state: str
    words: str = ""
    reason: str = ""
    next_in: int = 35
    no_change: bool = False


@dataclasses.dataclass(frozen=True)
class Step:
    """`due` and `reached`: so many days ago, a negative number still to come; None where no day is known."""

    title: str
    due: int | None = None
    reached: int | None = None


@dataclasses.dataclass(frozen=True)
class Planned:
    """An action. `starts` and `due`: so many days ago; `vague`: "month" or "season", where the plan names no day."""

    objective: int
    title: str
    owner: str = ""
    post: str = ""
    description: str = ""
    contact: str = ""
    starts: int | None = None
    due: int | None = None
    vague: str = ""
    relevant: str = ""
    prevention: str = ""
    finding: int | None = None
    needs: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    news: tuple[Told, ...] = ()


def on_day(on: datetime.date, days: int | None, vague: str = "") -> VagueDate | None:
    """The day that many days before `on`, or the month or season that holds it."""
    if days is None:
        return None
    day = dates.days_after(on, -days)
    if vague == "month":
        return VagueDate.from_edtf(f"{day:%Y-%m}")
    if vague == "season":
        winter_of = day.year if day.month == 12 else day.year - 1
        season = MONTHS_OF_SEASONS.get(day.month)
        return VagueDate.from_edtf(f"{day.year:04}-{season}" if season else f"{winter_of:04}-24")
    return ago(on, days)


def add_objectives(example: Example, strategy: Strategy, objectives: Iterable[Mapping[str, Any]], source: str = "") -> list[Objective]:
    """The objectives in their order, each a mapping of its fields."""
    return [
        example.add(Objective(strategy=strategy, position=position, **fields), source)
        for position, fields in enumerate(objectives, start=1)
    ]


def add_paper_actions(
    example: Example, actions: Iterable[tuple[dict[str, Any], str]], para: Callable[[str], str], needs: Mapping[str, str] | None = None
) -> None:
    """The actions that a paper tells of: their fields, and the paragraph. `needs`: title -> the title of what it waits for."""
    by_title: dict[str, Action] = {}
    for fields, place in actions:
        action = example.add(Action(partnership=example.partnership, **fields), para(place))
        by_title[action.title] = action
    for title, needed in (needs or {}).items():
        by_title[title].needs.add(by_title[needed])


def add_actions(
    example: Example, objectives: list[Objective], planned: Iterable[Planned], bodies: Mapping[str, Organisation], on: datetime.date
) -> None:
    """The actions of a plan with their steps and all that was said of them up to the day `on`."""
    by_title: dict[str, Action] = {}
    for plan in planned:
        action = Action(
            partnership=example.partnership,
            objective=objectives[plan.objective - 1] if plan.objective else None,
            title=plan.title,
            description=plan.description,
            owner=bodies[plan.owner] if plan.owner else None,
            post=plan.post,
            contact=plan.contact,
            starts=on_day(on, plan.starts),
            due=on_day(on, plan.due, plan.vague),
            relevant_authority=bodies[plan.relevant] if plan.relevant else None,
            prevention=plan.prevention,
            finding=plan.finding,
        )
        by_title[plan.title] = example.add(action)
        action.needs.set([by_title[title] for title in plan.needs])
        for step in plan.steps:
            example.add(Milestone(action=action, title=step.title, due=on_day(on, step.due), reached_on=on_day(on, step.reached)))
        for told in plan.news:
            _add_news(example, action, told, on)


def _add_news(example: Example, action: Action, told: Told, on: datetime.date) -> None:
    day = ago(on, told.ago)
    update = ProgressUpdate(
        partnership=example.partnership,
        on=day,
        state=told.state,
        words=told.words,
        reason=told.reason,
        next_on=ago(on, told.ago - told.next_in) if told.next_in else None,
        no_change=told.no_change,
        by_label=action.owner_words,
        said_on=day.earliest,
    )
    example.add(update)
    update.actions.set([action])
