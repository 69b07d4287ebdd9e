"""Who may open what, of compliance/urls_reviewing.py."""

from tests.guards.levels import COORDINATE, READ, Row

WORK = {"pk": "reviewwork"}

ROWS: dict[str, Row] = {
    "reviewwork_open": Row(COORDINATE, {"strategy_pk": "strategy"}, get=405),
    "reviewwork": Row(READ, WORK, posts=False),
    "reviewwork_change": Row(COORDINATE, WORK),
    "reviewwork_finish": Row(COORDINATE, WORK),
    "reviewwork_cancel": Row(COORDINATE, WORK),
}
