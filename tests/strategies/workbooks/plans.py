"""A small plan with every kind of record that goes into a workbook, and workbooks filled in as partners do."""

import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook

from partnerships.models import Organisation
from strategies.models import (
    Action,
    FundingLine,
    FundingStream,
    Measure,
    Milestone,
    Objective,
    PlanTheme,
    ProgressUpdate,
    Reading,
    Strategy,
)
from strategies.workbooks.actions_sheet import ACTIONS, STEPS
from strategies.workbooks.amounts_sheet import AMOUNTS
from strategies.workbooks.books import book_of
from strategies.workbooks.columns import REFERENCE
from strategies.workbooks.comparing import compare
from strategies.workbooks.comparison import Comparison
from strategies.workbooks.figures_sheet import FIGURES
from strategies.workbooks.read_workbook import read_workbook
from strategies.workbooks.writing import workbook_bytes
from tests.cast import day

KINDS = (ACTIONS, STEPS, FIGURES, AMOUNTS)
TODAY = datetime.date(2026, 6, 15)
HOSTILE = '=HYPERLINK("https://evil.example","Look")'


def make_plan(strategy: Strategy) -> dict[str, Any]:
    """Two actions, one with news and a step; a measure with two figures; two amounts."""
    ours = strategy.partnership
    council = Organisation.objects.get_or_create(name="Anyborough District Council", kind="council")[0]
    college = Organisation.objects.create(name="Anyborough College", kind="education", partnership=ours)
    objective = Objective.objects.create(strategy=strategy, position=1, title="Fewer young people carry knives")
    theme = PlanTheme.objects.create(partnership=ours, position=1, title="Reducing access to weapons")
    stream = FundingStream.objects.create(partnership=ours, name="Serious Violence Duty grant")
    first = Action.objects.create(
        partnership=ours,
        title="Mentors in three schools",
        description="Two days a week.\r\nFrom September.",
        objective=objective,
        owner=council,
        post="Head of Youth Services",
        due=day("2027-21"),
        theme=theme,
        stream=stream,
    )
    second = Action.objects.create(partnership=ours, title=HOSTILE, owner=college, due=day("2026-09"))
    update = ProgressUpdate.objects.create(partnership=ours, on=day("2026-05-01"), state="on-track", words="Two mentors began.")
    update.actions.add(first)
    step = Milestone.objects.create(action=first, title="Choose the schools", due=day("2026-07"))
    measure = Measure.objects.create(partnership=ours, name="Knife crime offences", source_body=council)
    quarters = [(datetime.date(2025, 7, 1), datetime.date(2025, 9, 30)), (datetime.date(2025, 10, 1), datetime.date(2025, 12, 31))]
    readings = [
        Reading.objects.create(measure=measure, first=begins, last=ends, value=Decimal("41.50") - number)
        for number, (begins, ends) in enumerate(quarters)
    ]
    award = FundingLine.objects.create(stream=stream, kind="award", year=2026, amount=Decimal("392139.87"))
    spend = FundingLine.objects.create(stream=stream, kind="spend", year=2026, amount=Decimal("0.10"), cost_type="labour", what="Stamps")
    return {
        "first": first,
        "second": second,
        "step": step,
        "measure": measure,
        "readings": readings,
        "award": award,
        "spend": spend,
        "council": council,
        "college": college,
        "stream": stream,
        "objective": objective,
    }


def taken_out(strategy: Strategy, kind: str = "actions") -> bytes:
    return workbook_bytes(book_of(strategy.partnership, kind, TODAY))


def brought(strategy: Strategy, content: bytes, kind: str = "actions") -> Comparison:
    return compare(read_workbook(content, "Plan.xlsx"), book_of(strategy.partnership, kind, TODAY), TODAY)


def filled_in(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    book = load_workbook(io.BytesIO(content))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def put(content: bytes, sheet: str, at: Any, **cells: Any) -> bytes:
    """The workbook with those cells, named by the key of their column, in the row of a record or in that of a number."""

    def change(book: Workbook) -> None:
        number = at if isinstance(at, int) else row_of(book, sheet, at.pk)
        for key, value in cells.items():
            book[sheet].cell(number, column_of(book, sheet, key)).value = value

    return filled_in(content, change)


def column_of(book: Workbook, sheet: str, key: str) -> int:
    kind = next(kind for kind in KINDS if kind.name == sheet)
    heading = kind.column(key).heading
    return next(cell.column for cell in book[sheet][1] if cell.value == heading)


def row_of(book: Workbook, sheet: str, pk: int) -> int:
    column = column_of(book, sheet, REFERENCE)
    return next(number for number in range(2, 100) if book[sheet].cell(number, column).value == pk)


def changes_of(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """Key -> (as it is here, as it would be)."""
    return {change.key: (change.was, change.becomes) for group in comparison.groups for change in group.changes}


def said(comparison: Comparison) -> list[str]:
    return [f"{trouble.where}: {trouble.words}" for trouble in comparison.troubles]
