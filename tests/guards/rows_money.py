"""Who may open what, of strategies/urls_money.py."""

from tests.guards.levels import COORDINATE, READ, Row, pages_of

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
}
