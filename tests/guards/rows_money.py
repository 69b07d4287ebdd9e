"""Who may open what, of strategies/urls_money.py."""

from tests.guards.levels import COORDINATE, READ, UPDATE_OWN, Row, pages_of

STREAM = {"stream_pk": "fundingstream"}
ROWS: dict[str, Row] = {
    "money": Row(READ, posts=False),
    "money_csv": Row(READ, posts=False),
    "fundingstream": Row(READ, {"pk": "fundingstream"}, posts=False),
    "fundingstream_add": Row(COORDINATE),
    **pages_of("fundingstream", COORDINATE, "change", "end"),
    "fundingline_add": Row(COORDINATE, STREAM),
    **pages_of("fundingline", COORDINATE, "change", "withdraw"),
    "grantreturn_add": Row(COORDINATE, STREAM),
    **pages_of("grantreturn", COORDINATE, "change", "withdraw"),
    "measures": Row(READ, posts=False),
    "measure": Row(READ, {"pk": "measure"}, posts=False),
    "measure_add": Row(COORDINATE),
    "measures_add_national": Row(COORDINATE, get=405),
    **pages_of("measure", COORDINATE, "change", "end"),
    "reading_add": Row(UPDATE_OWN, {"measure_pk": "measure"}),
    **pages_of("reading", UPDATE_OWN, "change"),
    **pages_of("reading", COORDINATE, "withdraw"),
    "risks": Row(READ, posts=False),
    "risk": Row(READ, {"pk": "risk"}, posts=False),
    "risk_add": Row(COORDINATE),
    **pages_of("risk", COORDINATE, "change", "end"),
    **pages_of("risk", UPDATE_OWN, "review"),
    "training": Row(READ, posts=False),
    "trainingrecord_add": Row(COORDINATE),
    **pages_of("trainingrecord", COORDINATE, "change", "withdraw"),
}
