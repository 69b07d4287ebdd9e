"""Who may open what, of strategies/urls_comments.py."""

from tests.guards.levels import COMMENT, COORDINATE, READ, Row

# Their author alone changes the words of a comment: in the world of the guards that is the coordinator.
AUTHOR = COORDINATE

ROWS: dict[str, Row] = {
    "version_read": Row(READ, {"pk": "version"}, posts=False),
    "version_read_done": Row(READ, {"pk": "version"}, get=405),
    "version_compare": Row(READ, {"pk": "strategy"}, posts=False),
    "comments": Row(READ, {"pk": "strategy"}, posts=False),
    "comment_add": Row(COMMENT, {"version_pk": "version"}),
    "comment_reply": Row(COMMENT, {"pk": "comment"}),
    "comment_change": Row(AUTHOR, {"pk": "comment"}),
    "comment_withdraw": Row(AUTHOR, {"pk": "comment"}),
    "comment_answer": Row(COORDINATE, {"pk": "comment"}),
    "comment_reopen": Row(COORDINATE, {"pk": "answered_comment"}),
}
