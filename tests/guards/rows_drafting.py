"""Who may open what, of strategies/urls_drafting.py."""

from tests.guards.levels import COORDINATE, Row

ROWS: dict[str, Row] = {
    "section_begin": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "section_preview": Row(COORDINATE, {"strategy_pk": "strategy"}, get=405),
    "section_paste": Row(COORDINATE, {"strategy_pk": "strategy"}, get=405),
}
