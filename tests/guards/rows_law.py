"""Who may open what, of compliance/urls_law.py."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
