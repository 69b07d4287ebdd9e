"""Who may open what, of strategies/urls_progress.py. Of contributors only those whose role names the body that carries an action out."""

from tests.guards.levels import COORDINATE, READ, UPDATE_OWN, Row

UPDATE = {"pk": "progressupdate"}

ROWS: dict[str, Row] = {
    "my_actions": Row(READ, posts=False),
    "progress_add": Row(UPDATE_OWN),
    "progress_ask": Row(COORDINATE),
    # Nobody of the cast said it, so they are led away.
    "progress_change": Row(UPDATE_OWN, UPDATE, get=302),
    "progress_withdraw": Row(UPDATE_OWN, UPDATE),
    "progress_no_change": Row(UPDATE_OWN, {"pk": "action"}, get=405),
}
