"""Who may open what, of strategies/urls_delivery.py. Of contributors only those of the body that carries the action out."""

from tests.guards.levels import COORDINATE, READ, UPDATE_OWN, Row

ROWS: dict[str, Row] = {
    "delivery": Row(READ, posts=False),
    "objective_add": Row(COORDINATE, {"strategy_pk": "strategy"}),
    "objective": Row(READ, {"pk": "objective"}, posts=False),
    "objective_change": Row(COORDINATE, {"pk": "objective"}),
    "objective_withdraw": Row(COORDINATE, {"pk": "objective"}),
    "action_add": Row(COORDINATE),
    "action": Row(READ, {"pk": "action"}, posts=False),
    "action_change": Row(COORDINATE, {"pk": "action"}),
    "action_withdraw": Row(COORDINATE, {"pk": "action"}),
    "milestone_add": Row(UPDATE_OWN, {"action_pk": "action"}),
    "milestone_change": Row(UPDATE_OWN, {"pk": "milestone"}),
    "milestone_reached": Row(UPDATE_OWN, {"pk": "milestone"}, get=405),
    "milestone_withdraw": Row(UPDATE_OWN, {"pk": "milestone"}),
}
