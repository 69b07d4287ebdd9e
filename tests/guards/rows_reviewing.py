"""Who may open what, of compliance/urls_reviewing.py."""

from tests.guards.levels import COORDINATE, READ, Row

WORK = {"pk": "reviewwork"}

ROWS: dict[str, Row] = {
    "reviewwork_open": Row(COORDINATE, {"strategy_pk": "strategy"}, get=405),
    "reviewwork": Row(READ, WORK, posts=False),
    "reviewwork_change": Row(COORDINATE, WORK),
    "reviewwork_finish": Row(COORDINATE, WORK),
    "reviewwork_cancel": Row(COORDINATE, WORK),
    # Their reviews decided nothing, so there is nothing to begin.
    "review_next_draft": Row(COORDINATE, {"pk": "annualreview"}, get=302),
    "review_refresh": Row(COORDINATE, {"pk": "annualreview"}, get=405),
    "rollforward_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "rollforward": Row(READ, {"strategy_pk": "rolled_strategy"}, posts=False),
    "review_word": Row(READ, WORK | {"kind": "=reviewwork"}, posts=False),
    "review_pdf": Row(READ, WORK | {"kind": "=reviewwork"}, get=405),
}
