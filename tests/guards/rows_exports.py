"""Who may open what, of strategies/urls_exports.py."""

from tests.guards.levels import COORDINATE, READ, Row

PAPER, MAKING = {"pk": "issuedpaper"}, {"pk": "issuedpaper_making"}
ROWS: dict[str, Row] = {
    "version_markdown": Row(READ, {"pk": "version"}, posts=False),
    "version_word": Row(READ, {"pk": "version"}, posts=False),
    "version_comments_word": Row(READ, {"pk": "version"}, posts=False),
    "version_comments_csv": Row(READ, {"pk": "version"}, posts=False),
    "version_paper_make": Row(READ, {"pk": "version", "kind": "=text"}, get=405),
    "strategy_draft_markdown": Row(READ, {"pk": "strategy"}, posts=False),
    "strategy_draft_word": Row(READ, {"pk": "strategy"}, posts=False),
    "strategy_draft_paper_make": Row(READ, {"pk": "strategy"}, get=405),
    "strategy_paper_making": Row(READ, MAKING, posts=False),
    "strategy_paper_making_again": Row(READ, MAKING, get=405),
    "strategy_paper": Row(READ, PAPER, posts=False),
    "strategy_paper_pdf": Row(READ, PAPER, posts=False),
    "strategy_import": Row(COORDINATE, {"pk": "strategy"}),
    "strategy_import_found": Row(COORDINATE, {"pk": "draftimport"}),
}
