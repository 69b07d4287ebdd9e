"""Who may open what, of compliance/urls_law.py."""

from tests.guards.levels import OPEN, READ, Row

ROWS: dict[str, Row] = {
    "law": Row(OPEN, posts=False),
    "scrutiny": Row(READ, posts=False),
    "scrutinyreport": Row(READ, {"pk": "scrutinyreport"}, posts=False),
}
