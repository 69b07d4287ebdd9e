"""Who may open what: publishing in one go, and what anyone may read."""

from tests.guards.levels import Row

ROWS: dict[str, Row] = {}
