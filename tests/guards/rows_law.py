"""Who may open what, of compliance/urls_law.py."""

from tests.guards.levels import COORDINATE, OPEN, READ, Row, pages_of


def composed(kind: str) -> dict[str, Row]:
    """The pages of a text that is composed from the records."""
    of = {"pk": kind}
    return {
        f"{kind}s": Row(READ, posts=False),
        f"{kind}_add": Row(COORDINATE),
        kind: Row(READ, of, posts=False),
        **pages_of(kind, COORDINATE, "change", "compose", "text", "withdraw"),
        f"{kind}_word": Row(READ, of, posts=False),
        f"{kind}_pdf": Row(READ, of, get=405),
    }


ROWS: dict[str, Row] = {
    "law": Row(OPEN, posts=False),
    "scrutiny": Row(READ, posts=False),
    **composed("assurancestatement"),
    **composed("committeereport"),
    "composed_preview": Row(COORDINATE, get=405),
    "scrutinyreport": Row(READ, {"pk": "scrutinyreport"}, posts=False),
}
