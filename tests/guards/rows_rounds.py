"""Who may open what, of strategies/urls_rounds.py. Of board members only those who hold a seat of the board, or chair it."""

from tests.guards.levels import COORDINATE, DECIDE, READ, RUN_ROUNDS, Row

ROUND = {"pk": "approvalround"}

ROWS: dict[str, Row] = {
    "round_open": Row(RUN_ROUNDS, {"version_pk": "version"}),
    "round": Row(READ, ROUND, posts=False),
    "round_decide": Row(DECIDE, ROUND),
    "round_remind": Row(COORDINATE, ROUND, get=405),
    "round_close": Row(RUN_ROUNDS, ROUND),
    "round_withdraw": Row(COORDINATE, ROUND),
}
