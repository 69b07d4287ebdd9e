"""Who may open what: publishing in one go, and what anyone may read."""

from tests.guards.levels import COORDINATE, OPEN, READ, Row

PLACE = {"place": "=anyborough"}
STRATEGY = {**PLACE, "strategy_pk": "public_strategy"}

ROWS: dict[str, Row] = {
    "published": Row(OPEN, posts=False),
    "published_feed": Row(OPEN, posts=False),
    "published_by": Row(OPEN, PLACE, posts=False),
    "published_strategy": Row(OPEN, STRATEGY, posts=False),
    "published_version": Row(OPEN, {**STRATEGY, "number": "public_number"}, posts=False),
    "published_pdf": Row(OPEN, {**STRATEGY, "number": "public_number"}, posts=False),
    "published_word": Row(OPEN, {**STRATEGY, "number": "public_number"}, posts=False),
    "published_document": Row(OPEN, {**PLACE, "strategy_pk": "public_document", "number": "=1"}, posts=False),
    "version_publish": Row(READ, {"version_pk": "version"}, posts=False),
    "version_publish_now": Row(COORDINATE, {"version_pk": "version_to_publish"}),
    "publicpage_open": Row(COORDINATE, {"version_pk": "version_to_open"}),
    "publicpage_pdf": Row(COORDINATE, {"pk": "publicpage"}, get=405),
    "publicpage_withdraw": Row(COORDINATE, {"pk": "publicpage"}),
}
