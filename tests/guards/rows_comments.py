"""Who may open what, of strategies/urls_comments.py."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
