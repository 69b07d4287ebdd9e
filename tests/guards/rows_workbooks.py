"""Who may open what, of strategies/urls_workbooks.py."""

from tests.guards.levels import COORDINATE, READ, Row, pages_of

KIND = {"kind": "=actions"}

ROWS: dict[str, Row] = {
    "workbooks": Row(READ, posts=False),
    "workbook_xlsx": Row(READ, KIND, posts=False),
    "workbook_table": Row(READ, KIND, posts=False),
    "workbookimport_add": Row(COORDINATE),
    "workbookimport": Row(COORDINATE, {"pk": "workbookimport"}),
    "workbookimport_aside": Row(COORDINATE, {"pk": "workbookimport"}, get=405),
    "regionalplan": Row(READ, posts=False),
    "regionalplan_file": Row(READ, {"kind": "=docx"}, posts=False),
    "plantheme_add": Row(COORDINATE),
    "plantheme_london": Row(COORDINATE, get=405),
    **pages_of("plantheme", COORDINATE, "change", "end"),
    "regionalplansending_add": Row(COORDINATE),
    **pages_of("regionalplansending", COORDINATE, "change", "withdraw"),
}
