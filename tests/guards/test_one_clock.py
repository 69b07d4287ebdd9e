"""Only the clock asks the time; views ask the database only through named reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ["svduty", "partnerships", "strategies", "compliance"]
ASKS_THE_TIME = {"now", "today", "utcnow", "localdate", "localtime", "time", "time_ns"}
OF_A_CLOCK = {"datetime", "date", "timezone", "time"}


def sources(*floors: str) -> list[Path]:
    return [path for floor in floors for path in sorted((ROOT / floor).rglob("*.py"))]


def asks_the_time(source: str) -> Iterator[int]:
    """Line numbers of calls such as datetime.date.today() or timezone.now()."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS_THE_TIME:
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            # datetime.time(14) is two o'clock, on any day; the module's time.time() is now.
            if name in OF_A_CLOCK and (node.func.attr, name) != ("time", "datetime"):
                yield node.lineno


@pytest.mark.parametrize("source", ["datetime.date.today()", "timezone.now()", "time.time()", "datetime.datetime.now(tz)"])
def test_this_guard_sees_a_call_that_asks_the_time(source: str) -> None:
    assert list(asks_the_time(source)) == [1]


def test_only_the_clock_asks_the_time() -> None:
    clock = ROOT / "svduty" / "clock.py"
    found = [f"{path.relative_to(ROOT)}:{line}" for path in sources(*FLOORS) if path != clock for line in asks_the_time(path.read_text())]
    assert found == []


def test_nothing_below_the_edge_asks_the_clock() -> None:
    """Rules and facts receive the day they work on."""
    pure = [*sources("compliance/requirements", "compliance/facts"), ROOT / "compliance" / "evaluate.py"]
    assert len(pure) > 20
    assert [path.name for path in pure if re.search(r"import clock|svduty\.clock", path.read_text())] == []


def test_views_never_start_from_a_model() -> None:
    views = [path for floor in FLOORS for path in (ROOT / floor / "views").glob("*.py")]
    assert len(views) > 10
    assert [str(path.relative_to(ROOT)) for path in views if ".objects." in path.read_text()] == []
