"""Who may open what, of compliance/urls_reviewing.py."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
