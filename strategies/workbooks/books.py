"""A partnership's workbooks, as at a day: what stands here, in the words of their cells. A fixed number of queries each."""

import datetime
from collections.abc import Callable, Iterable

from partnerships.models import Partnership
from partnerships.queries import organisations_for
from strategies import queries_workbooks as queries
from strategies.delivery import newest_first, standing_of
from strategies.models import Action, ProgressUpdate, WorkbookKind
from strategies.models.delivery import Prevention
from strategies.models.money import CostType, LineKind
from strategies.models.progress import Progress
from strategies.workbooks import actions_sheet, amounts_sheet, figures_sheet
from strategies.workbooks.columns import Book, Choices, Held, Sheet
from svduty import dates


def book_of(partnership: Partnership, kind: str, on: datetime.date) -> Book:
    """Raises KeyError for a kind that is none."""
    return BOOKS[kind](partnership, on)


def plan_book(partnership: Partnership, on: datetime.date) -> Book:
    lists = {
        "bodies": _bodies(partnership),
        "states": Choices({state.label: state.value for state in Progress}),
        "objectives": _choices([(f"{one}", f"{one} ({one.strategy})", one.pk) for one in queries.objectives_in(partnership)]),
        "prevention": Choices({choice.label: choice.value for choice in Prevention}),
        "themes": _choices([(one.title, one.title, one.pk) for one in queries.themes_in(partnership)]),
        "streams": _streams(partnership),
    }
    actions = list(queries.actions_for_workbook(partnership))
    rows = [_action(action, action.told, on, lists) for action in actions]  # type: ignore[attr-defined]  # prefetched
    steps = [actions_sheet.held_step(step, action) for action in actions for step in action.steps]  # type: ignore[attr-defined]  # prefetched
    sheets = (Sheet(actions_sheet.ACTIONS, tuple(rows)), Sheet(actions_sheet.STEPS, tuple(steps)))
    return _book(WorkbookKind.ACTIONS, partnership, on, sheets, lists, actions_sheet.GUIDANCE)


def _action(action: Action, told: list[ProgressUpdate], on: datetime.date, lists: dict[str, Choices]) -> Held:
    newest = next(iter(newest_first(told, on)), None)
    return actions_sheet.held_action(action, standing_of(action.due, told, on), newest, lists)


def figures_book(partnership: Partnership, on: datetime.date) -> Book:
    measures = list(queries.measures_for_workbook(partnership))
    lists = {"measures": _choices([(one.name, one.name, one.pk) for one in measures])}
    rows: list[Held] = []
    for measure in measures:
        words, figures = lists["measures"].words(measure.pk), measure.figures  # type: ignore[attr-defined]  # prefetched
        rows += [figures_sheet.held_reading(reading, measure, words) for reading in figures]
        if measure.ends is None or measure.ends.latest > on:
            rows += figures_sheet.offered(measure, words, figures, on)
    return _book(WorkbookKind.FIGURES, partnership, on, (Sheet(figures_sheet.FIGURES, tuple(rows)),), lists, figures_sheet.GUIDANCE)


def amounts_book(partnership: Partnership, on: datetime.date) -> Book:
    lists = {
        "streams": _streams(partnership),
        "kinds": Choices({choice.label.split(":")[0]: choice.value for choice in LineKind}),
        "cost_types": Choices({choice.label.split(":")[0]: choice.value for choice in CostType}),
        "bodies": _bodies(partnership),
    }
    rows = tuple(amounts_sheet.held_amount(line, lists) for line in queries.amounts_for_workbook(partnership))
    return _book(WorkbookKind.AMOUNTS, partnership, on, (Sheet(amounts_sheet.AMOUNTS, rows),), lists, amounts_sheet.GUIDANCE)


def _book(
    kind: WorkbookKind,
    partnership: Partnership,
    on: datetime.date,
    sheets: tuple[Sheet, ...],
    lists: dict[str, Choices],
    guidance: tuple[str, ...],
) -> Book:
    return Book(kind.value, f"{kind.label} of {partnership.name}", partnership.slug, dates.say_short(on), sheets, lists, guidance)


def _bodies(partnership: Partnership) -> Choices:
    listed = queries.bodies_to_list(partnership)
    shown: list[tuple[str, str, int]] = []
    also: list[tuple[str, str, int]] = []
    for body in organisations_for(partnership):
        (shown if body.pk in listed else also).append((body.name, f"{body.name} (shared register)", body.pk))
    found = _choices(shown)
    return Choices(found.shown, {words: value for words, value in _choices(also).shown.items() if words not in found.shown})


def _streams(partnership: Partnership) -> Choices:
    return _choices([(one.name, one.name, one.pk) for one in queries.streams_in(partnership)])


def _choices(named: Iterable[tuple[str, str, int]]) -> Choices:
    """Each by its name; one whose name is taken already by its longer name, or with its number."""
    shown: dict[str, str] = {}
    for name, longer, pk in named:
        words = next(words for words in (name, longer, f"{name} [{pk}]") if words not in shown)
        shown[words] = str(pk)
    return Choices(shown)


BOOKS: dict[str, Callable[[Partnership, datetime.date], Book]] = {
    WorkbookKind.ACTIONS: plan_book,
    WorkbookKind.FIGURES: figures_book,
    WorkbookKind.AMOUNTS: amounts_book,
}
