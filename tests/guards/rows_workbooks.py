"""Who may open what, of strategies/urls_workbooks.py."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
