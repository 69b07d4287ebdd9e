"""Who may open what, of compliance/urls_law.py."""

from tests.guards.levels import READ, Row

ROWS: dict[str, Row] = {
    "scrutiny": Row(READ, posts=False),
    "scrutinyreport": Row(READ, {"pk": "scrutinyreport"}, posts=False),
}
