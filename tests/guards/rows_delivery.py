"""Who may open what, of strategies/urls_delivery.py."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
