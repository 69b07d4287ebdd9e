"""Who may open what, of strategies/urls_delivery.py."""

from tests.guards.levels import READ, Row

ROWS: dict[str, Row] = {
    "delivery": Row(READ, posts=False),
}
