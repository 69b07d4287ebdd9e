"""What goes out comes back as it was, by whatever program; what a partner changed comes back as just that change."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from strategies.models import Action, ProgressUpdate, Strategy
from strategies.workbooks.books import book_of
from strategies.workbooks.writing import workbook_bytes, workbook_csv
from svduty.sheets import TRIGGERS
from tests.cast import day
from tests.strategies.workbooks.plans import HOSTILE, TODAY, brought, changes_of, make_plan, put, said, taken_out

KINDS = ("actions", "figures", "amounts")


@pytest.fixture
def plan(strategy: Strategy) -> dict[str, Any]:
    return make_plan(strategy)


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_that_nobody_changed_changes_nothing(strategy: Strategy, plan: dict[str, Any], kind: str) -> None:
    comparison = brought(strategy, taken_out(strategy, kind), kind)
    assert changes_of(comparison) == {}
    assert said(comparison) == []
    assert comparison.remarks == ()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine; ./dev test installs it")
def test_libreoffice_opens_and_saves_each_unharmed(strategy: Strategy, plan: dict[str, Any], tmp_path: Path) -> None:
    def saved_again(contents: dict[str, bytes]) -> dict[str, bytes]:
        for kind, content in contents.items():
            (tmp_path / f"{kind}.xlsx").write_bytes(content)
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx", "--outdir"]
        files = [str(tmp_path / f"{kind}.xlsx") for kind in contents]
        subprocess.run([*command, str(tmp_path / "out"), *files], check=True, capture_output=True, timeout=300)
        return {kind: (tmp_path / "out" / f"{kind}.xlsx").read_bytes() for kind in contents}

    through = saved_again({kind: taken_out(strategy, kind) for kind in KINDS})
    for kind, content in through.items():
        same = brought(strategy, content, kind)
        assert (changes_of(same), said(same), same.remarks) == ({}, [], ()), kind
    action, reading, award = plan["first"], plan["readings"][0], plan["award"]
    changed = saved_again(
        {
            "actions": put(through["actions"], "Actions", action, due="Summer 2027"),
            "figures": put(through["figures"], "Figures", reading, value=40),
            "amounts": put(through["amounts"], "Amounts", award, amount=392139.88),
        }
    )
    expected = {
        "actions": {f"action-{action.pk}-due": ("Spring 2027", "Summer 2027")},
        "figures": {f"reading-{reading.pk}-value": ("41.5", "40")},
        "amounts": {f"fundingline-{award.pk}-amount": ("392139.87", "392139.88")},
    }
    for kind, content in changed.items():
        comparison = brought(strategy, content, kind)
        assert changes_of(comparison) == expected[kind]
        assert comparison.ready == set(expected[kind])
        assert said(comparison) == []


def test_the_workbook_is_made_for_people_who_fill_it_in(strategy: Strategy, plan: dict[str, Any]) -> None:
    book = load_workbook(io.BytesIO(taken_out(strategy)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Actions", "visible"),
        ("Steps", "visible"),
        ("How to fill this in", "visible"),
        ("Lists", "hidden"),
        ("Marks", "hidden"),
    ]
    sheet = book["Actions"]
    assert sheet.freeze_panes == "C2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == ("landscape", 9, 1)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = {cell.value: sheet.cell(2, cell.column).protection.locked for cell in sheet[1]}
    assert [heading for heading, shut in locked.items() if shut] == ["Reference", "Where it stands", "Last news", "Version"]
    assert locked.keys() >= {"What will be done", "New: what happened?"}
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists.keys() >= {"C2", "H2", "M2", "P2", "R2"}
    owners = lists["C2"]
    column = owners.split("$")[1]
    assert "Anyborough District Council" in [cell.value for cell in book["Lists"][column]]


def test_text_that_begins_like_a_formula_stays_text_in_every_program(strategy: Strategy, plan: dict[str, Any]) -> None:
    for sign in TRIGGERS:
        Action.objects.create(partnership=strategy.partnership, title=f"{sign}1+1", description=f"{sign}cmd|' /C calc'!A0")
    content = taken_out(strategy)
    cells = [cell for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(TRIGGERS) and cell.data_type == "s")
    assert HOSTILE in [cell.value for cell in cells]
    assert changes_of(brought(strategy, content)) == {}
    table = workbook_csv(book_of(strategy.partnership, "actions", TODAY).sheets[0]).decode()
    assert f"'{HOSTILE}".replace('"', '""') in table


def test_a_workbook_is_written_with_as_many_queries_for_many_actions(
    strategy: Strategy, plan: dict[str, Any], django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10) as few:
        book_of(strategy.partnership, "actions", TODAY)
    for number in range(30):
        action = Action.objects.create(partnership=strategy.partnership, title=f"Action {number}", owner=plan["council"])
        update = ProgressUpdate.objects.create(partnership=strategy.partnership, on=day("2026-05-02"), state="on-track")
        update.actions.add(action)
    with django_assert_num_queries(len(few)):
        book = book_of(strategy.partnership, "actions", TODAY)
    assert len(book.sheets[0].rows) == 32


def test_withdrawn_actions_and_those_of_others_are_not_in_it(strategy: Strategy, plan: dict[str, Any], their_version: Any) -> None:
    Action.objects.filter(pk=plan["second"].pk).update(withdrawn_on=TODAY, withdrawn_reason="A mistake")
    Action.objects.create(partnership=their_version.strategy.partnership, title="Otherton secret")
    assert [row.title for row in book_of(strategy.partnership, "actions", TODAY).sheets[0].rows] == ["Mentors in three schools"]
    assert b"Otherton" not in b"".join(sorted(_texts(workbook_bytes(book_of(strategy.partnership, "actions", TODAY)))))


def _texts(content: bytes) -> list[bytes]:
    return [str(cell.value).encode() for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]
