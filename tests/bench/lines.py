"""From what was measured to lines with their budgets. The numbers of the promises are those of docs/figures.md."""

from dataclasses import dataclass
from typing import Any

from tests.bench.budgets import Line
from tests.bench.measure import Figures

TEN_YEARS, ONE_YEAR = "tenborough", "oneborough"
LISTS = (
    *("duties", "who", "definitions", "evidence", "strategies", "reports", "people", "history"),
    *("my actions", "actions", "board", "timeline", "measures", "money", "risks", "training", "regional plan"),
    *("reviews", "scrutiny", "year", "law"),
)
DETAILS = ("duty", "version", "action", "objective", "measure", "stream", "review on its way")
HTML_KB, VISIT_KB = 100, 150
SLOWER = 1.2  # with ten times the history or the areas


@dataclass(frozen=True)
class Measured:
    """`few`, `many`: page -> figures with two partnerships and with all. `visits`: page -> bytes of a first visit."""

    few: dict[str, Figures]
    many: dict[str, Figures]
    visits: dict[str, int]
    engine: dict[str, Any]
    report: dict[str, float]
    comparing: dict[str, float]
    ready_seconds: float
    missing: list[str]


def yardstick(measured: Measured) -> list[Line]:
    return [_time(name, figures) for name, figures in measured.many.items() if name.startswith("yardstick")]


def lines_of(measured: Measured) -> list[Line]:
    return [
        *_ratios(measured),
        *_oversight(measured),
        *_times(measured),
        *_history_and_areas(measured),
        *_queries(measured),
        *_weights(measured),
        *_engine(measured),
        *_report(measured),
        *_comparing(measured),
        Line("P13", "empty database to ready", measured.ready_seconds, "s", 30),
        *(Line("", f"{name}: there is no such page", 1, "pages", 0) for name in measured.missing),
    ]


def _time(name: str, figures: Figures) -> Line:
    return Line("", f"{name}, median (95 %: {figures.slow * 1000:.1f} ms)", figures.median * 1000, "ms")


def _times(measured: Measured) -> list[Line]:
    return [_time(name, figures) for name, figures in measured.many.items() if name.startswith(TEN_YEARS)]


def _ratios(measured: Measured) -> list[Line]:
    many = measured.many
    hello, area = many["yardstick: hello"].median, many["yardstick: area page"].median
    ours = {name.removeprefix(f"{TEN_YEARS}: "): figures.median for name, figures in many.items() if name.startswith(TEN_YEARS)}
    return [
        Line("", "yardstick's area page to hello", area / hello, "x"),
        Line("P1", "empty page to hello, signed in", ours["empty page"] / many["yardstick: hello, signed in"].median, "x", 2.0),
        Line("P3", "overview to the area page", ours["overview"] / area, "x", 1.5),
        Line("P16", "overview to hello", ours["overview"] / hello, "x", 40),
        Line("", "overview, cold, to the area page", ours["overview, cold"] / area, "x"),
    ]


def _oversight(measured: Measured) -> list[Line]:
    many, number = measured.many, measured.engine["partnerships"]
    sign_in = many[f"{TEN_YEARS}: empty page"].queries or 0
    warm, cold, few = many["oversight"], many["oversight, cold"], measured.few["oversight"]
    return [
        Line("P4", f"oversight of {number} partnerships, nothing kept", cold.median, "s", 1),
        Line("P4", f"oversight of {number} partnerships, after a restart", many["oversight, after a restart"].median, "s", 1),
        Line("P4", "oversight, to raw SQL for the same figures", warm.median / many["yardstick: national"].median, "x", 2),
        Line("P16", "oversight to hello", warm.median / many["yardstick: hello"].median, "x", 150),
        Line("P2", "oversight, cold: queries beyond sign-in", (cold.queries or 0) - sign_in, "", 50),
        Line("P2", "oversight: queries beyond sign-in", (warm.queries or 0) - sign_in, "", 6),
        Line("P2", f"oversight: queries for {number} partnerships beside those for two", (warm.queries or 0) - (few.queries or 0), "", 0),
        Line("P11", "oversight: HTML", warm.size / 1000, "kB", HTML_KB),
        _time("oversight", warm),
    ]


def _history_and_areas(measured: Measured) -> list[Line]:
    """Ten years beside one, in the same run; and all partnerships beside two, each against the yardstick of its own run.

    A list may take longer by as much as it prints more.
    """
    lines = []
    for page in ("overview", *LISTS, *DETAILS):
        ten, one = f"{TEN_YEARS}: {page}", f"{ONE_YEAR}: {page}"
        if ten in measured.many and one in measured.many:
            longer = max(1.0, measured.many[ten].size / measured.many[one].size)
            history = measured.many[ten].median / measured.many[one].median
            lines.append(Line("P5", f"{page}: ten years to one", history, "x", SLOWER * longer))
            areas = _in_area_pages(measured.many, ten) / _in_area_pages(measured.few, ten)
            lines.append(Line("P5", f"{page}: {measured.engine['partnerships']} partnerships to two", areas, "x", SLOWER))
    return lines


def _in_area_pages(figures: dict[str, Figures], page: str) -> float:
    return figures[page].median / figures["yardstick: area page"].median


def _queries(measured: Measured) -> list[Line]:
    """Beyond those that find the session, the person and their roles, which an empty page asks too."""
    many = measured.many
    sign_in = many[f"{TEN_YEARS}: empty page"].queries or 0
    limits = {"overview": 6, "overview, cold": 50} | dict.fromkeys(LISTS, 8) | dict.fromkeys(DETAILS, 12)
    grown = [page for page in (*LISTS, *DETAILS) if _asked(many, TEN_YEARS, page) > _asked(many, ONE_YEAR, page)]
    return [
        *(
            Line("P2", f"{page}: queries beyond sign-in", figures.queries - sign_in, "", limit)
            for page, limit in limits.items()
            if (figures := many.get(f"{TEN_YEARS}: {page}")) and figures.queries is not None
        ),
        Line("P2", f"pages that ask more of the database for ten years than for one: {', '.join(grown) or 'none'}", len(grown), "", 0),
    ]


def _asked(figures: dict[str, Figures], slug: str, page: str) -> int:
    found = figures.get(f"{slug}: {page}")
    return found.queries or 0 if found else 0


def _weights(measured: Measured) -> list[Line]:
    lines = []
    for name, weight in measured.visits.items():
        lines.append(Line("P11", f"{name}: HTML", measured.many[name].size / 1000, "kB", HTML_KB))
        lines.append(Line("P11", f"{name}: first visit", weight / 1000, "kB", VISIT_KB))
    return lines


def _engine(measured: Measured) -> list[Line]:
    engine = measured.engine
    return [
        Line("P14", "all rules, one partnership of one year", engine["one_year_seconds"] * 1000, "ms", 1),
        Line("P14", f"all rules, {engine['others']} partnerships of five years", engine["others_seconds"], "s", 2),
        Line("", "all rules, one partnership of ten years", engine["ten_years_seconds"] * 1000, "ms"),
        Line("", f"loading the facts of {engine['partnerships']} partnerships", engine["load_seconds"], "s"),
    ]


def _report(measured: Measured) -> list[Line]:
    report = measured.report
    return [
        Line("P9", "report: gathering, writing and keeping it, to the engine's own time", report["share"] * 100, "%", 15),
        Line("P9", "report: memory of the process that sets it in type, at most", report["peak_mb"], "MB", 250),
        Line("", "report: gathering, writing and keeping it", report["ours"] * 1000, "ms"),
        Line("", f"report of {report['kb']:.0f} kB: the engine", report["engine"], "s"),
        Line("", "report: the engine with the start of its process", report["child"], "s"),
    ]


def _comparing(measured: Measured) -> list[Line]:
    """Of the processor's time. What is awkward has no promise but must not keep a page waiting."""
    comparing = measured.comparing
    return [
        Line("", "two texts of 10,000 words compared", comparing["compare"] * 1000, "ms", 100),
        Line("", "the same with what changed rendered to be read", comparing["marked"] * 1000, "ms"),
        Line("", "10,000 words with nothing in common, or made to be slow", comparing["worst"], "s", 2),
    ]
