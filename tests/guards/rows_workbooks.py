"""Who may open what, of strategies/urls_workbooks.py."""

from tests.guards.levels import COORDINATE, READ, Row

KIND = {"kind": "=actions"}

ROWS: dict[str, Row] = {
    "workbooks": Row(READ, posts=False),
    "workbook_xlsx": Row(READ, KIND, posts=False),
    "workbook_table": Row(READ, KIND, posts=False),
    "workbookimport_add": Row(COORDINATE),
    "workbookimport": Row(COORDINATE, {"pk": "workbookimport"}),
    "workbookimport_aside": Row(COORDINATE, {"pk": "workbookimport"}, get=405),
}
