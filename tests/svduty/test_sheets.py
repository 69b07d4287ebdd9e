"""CSV that people open in a spreadsheet: it holds what was written, and nothing in it can run (OWASP ASVS 1.2.10)."""

import csv
import io

import pytest

from svduty.sheets import csv_bytes, inert

PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1/?x="&A1,"click")',
    "=WEBSERVICE(A1)",
    "=IMPORTXML(A1)",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    " =1+1",
    "   @SUM(A1)",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\x00=1+1",
    "\x01+1",
    "\x1b=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '";=1+1;"',
    '"=1+1',
    "=\t1",
    "\t",
    " \t=1",
]
HARMLESS = ["", "Anyborough", "Tŷ Mawr", "1 January 2024", "a=b", "7 days - counted", 'He said "yes", twice', "two\r\nlines", "’=", "1-2"]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_no_cell_starts_like_a_formula(payload: str) -> None:
    [head, row] = read(csv_bytes([payload], [[payload]]))
    for cell in (*head, *row):
        assert not cell.strip(" \u00a0\u3000\u200b\ufeff\x00\x01\x1b").startswith(
            ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
        )


def test_cell_with_a_separator_and_a_formula_stays_one_cell() -> None:
    assert read(csv_bytes(["a", "b"], [['x",=1+1,"', "y\n=1+1"]])) == [["a", "b"], ['x",=1+1,"', "y\n=1+1"]]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert inert(text) == text
    assert read(csv_bytes(["head"], [[text]]))[1:] == [[text]]


def test_excel_knows_it_for_utf_8_and_lines_end_as_the_rfc_asks() -> None:
    content = csv_bytes(["Name"], [["Tŷ Mawr"]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b'"T\xc5\xb7 Mawr"\r\n')
