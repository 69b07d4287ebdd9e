"""Measure our pages beside the yardstick's in one run, on SQLite and on PostgreSQL, and hold them to their budgets.

TEST_POSTGRES_URL names the server; `./dev bench` starts one. Ends with 1 when a figure is over its budget or the run is void.
"""

import argparse
import contextlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urljoin

from tests.bench import databases
from tests.bench.budgets import Line, as_markdown, as_text
from tests.bench.client import Client
from tests.bench.counting import KEPT, MEMORY
from tests.bench.lines import Measured, lines_of, yardstick
from tests.bench.measure import Page, first_visit, measure
from tests.bench.server import python, service
from tests.figures import keep

YARDSTICK = "tests.bench.reference.settings"
EMAIL, OVERSEER, PASSWORD = "coordinator@bench.example", "overseer@bench.example", "only for as long as it runs"
TEN_YEARS, ONE_YEAR = "tenborough", "oneborough"
OURS = {
    "empty page": "bench/empty/",
    "empty page in its frame": "bench/frame/",
    "overview": "",
    "duties": "duties/",
    "duty": "duties/SVD-PUB-03/",
    "who": "who/",
    "definitions": "definition/",
    "evidence": "evidence/",
    "strategies": "strategies/",
    "version": "versions/{version}/",
    "reports": "reports/",
    "people": "people/",
    "history": "history/",
    "my actions": "my-actions/",
    "actions": "delivery/",
    "board": "delivery/?as=board",
    "timeline": "delivery/?as=timeline",
    "action": "delivery/actions/{action}/",
    "objective": "objectives/{objective}/",
    "measures": "measures/",
    "measure": "measures/{measure}/",
    "money": "money/",
    "stream": "money/{stream}/",
    "risks": "risks/",
    "training": "training/",
    "regional plan": "delivery/regional/",
    "reviews": "reviews/",
    "review on its way": "reviewing/{work}/",
    "scrutiny": "scrutiny/",
    "year": "year/",
    "law": "/law/",
}
COLD_REQUESTS = 5  # each works out how every partnership stands
VOID_ON = "PostgreSQL"
EXPECTED_RATIO, TOLERANCE = 26, 0.2


@dataclass(frozen=True)
class Plan:
    """How many partnerships besides the two measured, and how often each page is asked for."""

    others: int
    requests: int
    rounds: int


FULL, QUICK = Plan(398, 10, 24), Plan(18, 10, 4)


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure speed against our budgets.")
    parser.add_argument("--quick", action="store_true", help="some minutes: fewer partnerships, fewer requests")
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/figures.md, unless the run is void")
    parser.add_argument("--only", choices=["SQLite", "PostgreSQL"], help="one database instead of both")
    arguments = parser.parse_args()
    plan = QUICK if arguments.quick else FULL
    kinds = {"SQLite": databases.sqlite, "PostgreSQL": databases.postgresql}
    tables: dict[str, list[Line]] = {}
    void = []
    for kind, database in kinds.items():
        if arguments.only in (None, kind):
            with database() as url:
                measured = measure_on(url, plan)
            tables[kind] = [*yardstick(measured), *lines_of(measured)]
            print(f"\n{kind}, {plan.others + 2} partnerships\n\n{as_text(tables[kind])}", flush=True)
            void += [kind] if kind == VOID_ON and disturbed(measured) else []
    if arguments.write and not void:
        keep("Speed", "\n\n".join([machine(), *(f"### {kind}\n\n{as_markdown(lines)}" for kind, lines in tables.items())]))
    return verdict(tables, void)


def verdict(tables: dict[str, list[Line]], void: list[str]) -> int:
    judged = [line for lines in tables.values() for line in lines if line.limit is not None]
    failed = [line for line in judged if line.over]
    print(f"\n{machine()}")
    if void:
        print(
            f"Void: the yardstick's area page is not {EXPECTED_RATIO} times its hello, give or take {TOLERANCE:.0%}: a disturbed machine."
        )
    print(f"{len(judged) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or void else 0


def disturbed(measured: Measured) -> bool:
    ratio = measured.many["yardstick: area page"].median / measured.many["yardstick: hello"].median
    return abs(ratio / EXPECTED_RATIO - 1) > TOLERANCE


def machine() -> str:
    names = {name: version(name) for name in ("Django", "gunicorn", "psycopg2-binary")}
    libraries = ", ".join(f"{name} {number}" for name, number in names.items())
    return f"{os.cpu_count()} cores, {platform.system()} on {platform.machine()}, Python {platform.python_version()}, {libraries}."


def measure_on(url: str, plan: Plan) -> Measured:
    """Fill an empty database step by step and measure at each: two partnerships, then all."""
    began = time.monotonic()
    python("manage.py", "migrate", database=url)
    ready = time.monotonic() - began
    python("-m", "tests.bench.reference.fill", database=url, settings=YARDSTICK)
    shown: dict[str, dict[str, int]] = json.loads(python("-m", "tests.bench.data", "first", database=url))
    with tempfile.TemporaryDirectory(prefix="svduty-static-") as static, serving(url, static) as (ours, theirs, overseer):
        pages = [*chosen_pages(ours, theirs, shown), Page("oversight", overseer, "/oversight/")]
        missing = [page.name for page in pages if page.client.get(page.path).status == 404]
        pages = [page for page in pages if page.name not in missing]
        few = measure(pages, plan.requests, plan.rounds)
        visits = {page.name: first_visit(page) for page in pages if page.name.startswith(TEN_YEARS) and "empty page" not in page.name}
        python("-m", "tests.bench.data", "others", str(plan.others), database=url)
        engine = json.loads(python("-m", "tests.bench.engine", database=url))
        many = measure(pages, plan.requests, plan.rounds)
        restarted = Page("oversight, after a restart", overseer, "/oversight/", forget=MEMORY)
        cold = measure([restarted, Page("oversight, cold", overseer, "/oversight/", forget=KEPT)], COLD_REQUESTS, 1)
    report = json.loads(python("-m", "tests.bench.report", database=url))
    comparing = json.loads(python("-m", "tests.bench.comparing", database=url))
    return Measured(few, many | cold, visits, engine, report, comparing, ready, missing)


@contextlib.contextmanager
def serving(url: str, static: str) -> Iterator[tuple[Client, Client, Client]]:
    """Our service and the yardstick on the same database, the same person signed in to both; and an overseer signed in to ours."""
    python("manage.py", "collectstatic", "--noinput", database=url, STATIC_ROOT=static)
    with (
        service(url, STATIC_ROOT=static) as our_port,
        service(url, settings=YARDSTICK, application="tests.bench.reference.wsgi") as their_port,
        Client(our_port) as ours,
        Client(our_port) as overseer,
        Client(their_port) as theirs,
    ):
        ours.sign_in(EMAIL, PASSWORD)
        overseer.sign_in(OVERSEER, PASSWORD)
        theirs.cookies = ours.cookies
        if theirs.get("/signed-in/").text != "hello":
            raise RuntimeError("The yardstick does not know who is signed in.")
        yield ours, theirs, overseer


def chosen_pages(ours: Client, theirs: Client, shown: dict[str, dict[str, int]]) -> list[Page]:
    yardsticks = {"hello": "/hello/", "hello, signed in": "/signed-in/", "area page": "/area/", "national": "/national/"}
    pages = [Page(f"yardstick: {name}", theirs, path) for name, path in yardsticks.items()]
    for slug in (TEN_YEARS, ONE_YEAR):
        pages += [Page(f"{slug}: {name}", ours, urljoin(f"/p/{slug}/", path.format(**shown[slug]))) for name, path in OURS.items()]
    return [*pages, Page(f"{TEN_YEARS}: overview, cold", ours, f"/p/{TEN_YEARS}/", forget=MEMORY)]


if __name__ == "__main__":
    sys.exit(main())
