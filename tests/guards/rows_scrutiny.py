"""Who may open what, of strategies/urls_scrutiny.py."""

from tests.guards.levels import COORDINATE, UPDATE_OWN, Row, pages_of

ROWS: dict[str, Row] = {
    "scrutinymeeting_add": Row(COORDINATE),
    **pages_of("scrutinymeeting", COORDINATE, "change", "withdraw"),
    "scrutinyreport_add": Row(COORDINATE),
    **pages_of("scrutinyreport", COORDINATE, "change", "withdraw"),
    **pages_of("scrutinyreport", UPDATE_OWN, "reply"),
    "scrutinyrequest_add": Row(COORDINATE),
    **pages_of("scrutinyrequest", COORDINATE, "change", "withdraw"),
    **pages_of("scrutinyrequest", UPDATE_OWN, "answer"),
}
