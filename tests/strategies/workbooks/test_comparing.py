"""What a workbook that came back would change, what clashes with what was done here meanwhile, and what is not taken and why."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from strategies.models import Action, Milestone, ProgressUpdate, Strategy
from strategies.workbooks.found import WorkbookRefused
from strategies.workbooks.read_workbook import read_workbook
from tests.cast import day
from tests.strategies.workbooks.plans import brought, changes_of, column_of, filled_in, make_plan, put, row_of, said, taken_out


@pytest.fixture
def plan(strategy: Strategy) -> dict[str, Any]:
    return make_plan(strategy)


def test_what_was_changed_here_alone_is_not_changed_back(strategy: Strategy, plan: dict[str, Any]) -> None:
    content = taken_out(strategy)
    Action.objects.filter(pk=plan["first"].pk).update(post="Director of Children's Services", version=2)
    assert changes_of(brought(strategy, content)) == {}


def test_a_cell_changed_in_both_is_a_clash_and_not_ticked(strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    content = put(taken_out(strategy), "Actions", first, post="Head of Schools", due="June 2027")
    Action.objects.filter(pk=first.pk).update(post="Director of Children's Services", version=2)
    comparison = brought(strategy, content)
    key = f"action-{first.pk}"
    assert changes_of(comparison) == {
        f"{key}-post": ("Director of Children's Services", "Head of Schools"),
        f"{key}-due": ("Spring 2027", "June 2027"),
    }
    assert comparison.ready == {f"{key}-due"}
    assert comparison.clashes == 1


def test_without_the_hidden_marks_the_version_tells_a_clash(strategy: Strategy, plan: dict[str, Any]) -> None:
    def without_marks(book: Workbook) -> None:
        del book["Marks"]

    content = filled_in(put(taken_out(strategy), "Actions", plan["first"], post="Head of Schools"), without_marks)
    assert brought(strategy, content).clashes == 0
    Action.objects.filter(pk=plan["first"].pk).update(due=day("2027-12"), version=2)
    comparison = brought(strategy, content)
    # Nobody can tell any more who changed the date, so neither is taken silently.
    assert comparison.clashes == 2
    assert comparison.ready == set()


def test_news_and_new_rows_are_found_and_news_brought_twice_is_not(strategy: Strategy, plan: dict[str, Any]) -> None:
    first = plan["first"]
    content = put(taken_out(strategy), "Actions", first, new_state="at risk", new_reason="A mentor left.", new_next_on="July 2026")
    content = put(content, "Actions", 4, title="Street lights", owner="anyborough district council", due="Winter 2026")
    content = put(content, "Steps", 3, action=first.pk, title="Train the mentors", due="9/2026")
    groups = {group.record: group for group in brought(strategy, content).groups}
    told = {record: {change.column: change.becomes for change in group.changes} for record, group in groups.items()}
    assert told == {
        "progressupdate": {
            "new_state": "At risk",
            "new_reason": "A mentor left.",
            "new_next_on": "July 2026",
            "new_on": "15 June 2026",
        },
        "action": {"title": "Street lights", "owner": "Anyborough District Council", "due": "Winter 2026 to 2027"},
        "milestone": {"title": "Train the mentors", "due": "September 2026"},
    }
    assert groups["milestone"].belongs == first.pk
    same = ProgressUpdate.objects.create(partnership=strategy.partnership, on=day("2026-06-15"), state="at-risk", reason="A mentor left.")
    same.actions.add(first)
    assert "progressupdate" not in {group.record for group in brought(strategy, content).groups}


def test_an_action_like_one_that_is_here_is_not_ticked_by_itself(strategy: Strategy, plan: dict[str, Any]) -> None:
    comparison = brought(strategy, put(taken_out(strategy), "Actions", 4, title="Mentors in three schools"))
    assert [group.doubt for group in comparison.groups] == [
        f"There is one like it here already, with the reference {plan['first'].pk}. Tick this only if it is another."
    ]
    assert comparison.ready == set()


def test_each_cell_that_cannot_be_taken_is_named_with_what_to_do(strategy: Strategy, plan: dict[str, Any]) -> None:
    wrong = {
        "owner": "Nobody Council",
        "due": "soon",
        "finding": "third",
        "contact": "ask Jo",
        "post": "=A1&B1",
        "title": None,
        "description": "x" * 5001,
        "new_state": "Late",
    }
    comparison = brought(strategy, put(taken_out(strategy), "Actions", plan["first"], **wrong))
    assert changes_of(comparison) == {}
    row = next(trouble.row for trouble in comparison.troubles)
    told = {trouble.column: trouble.words for trouble in comparison.troubles}
    assert said(comparison)[0].startswith(f"“Actions”, row {row}, ")
    assert told["Which body does it"].startswith("“Nobody Council” is not in the list of this column.")
    assert told["To be done by"].startswith("“soon” is not a date we can read.")
    assert told["The finding it answers"] == "“third” is not a number from 1 on. Enter figures only."
    assert told["Where to ask for news"].startswith("“ask Jo” is not a mail address.")
    assert told["Which post"].startswith("It holds a formula, and formulas are not taken.")
    assert told["What will be done"].startswith("It cannot be empty.")
    assert told["More about it"] == "It can have at most 5,000 characters; this has 5,001. Shorten it."
    assert told["New: why"] == "Say why it is at risk, late or stopped."


def test_references_that_are_doubled_or_unknown_take_no_row_along(strategy: Strategy, plan: dict[str, Any], their_version: Any) -> None:
    other = Action.objects.create(partnership=their_version.strategy.partnership, title="Otherton secret")
    content = put(taken_out(strategy), "Actions", 4, pk=plan["first"].pk, title="A copy")
    content = put(content, "Actions", 5, pk=other.pk, title="Mine now")
    content = put(content, "Actions", 6, pk="twelve", title="Twelve")
    comparison = brought(strategy, content)
    assert changes_of(comparison) == {}
    assert [trouble.words.split(".")[0] for trouble in comparison.troubles] == [
        f"It has the same reference as row {_row(content, plan['first'])}, {plan['first'].pk}",
        f"No action here has the reference “{other.pk}”, or it was withdrawn",
        "No action here has the reference “twelve”, or it was withdrawn",
    ]


def _row(content: bytes, action: Action) -> int:
    return row_of(load_workbook(io.BytesIO(content)), "Actions", action.pk)


def test_columns_moved_renamed_hidden_and_merged_are_said(strategy: Strategy, plan: dict[str, Any]) -> None:
    def disturb(book: Workbook) -> None:
        sheet = book["Actions"]
        sheet.cell(1, column_of(book, "Actions", "due")).value = "Deadline"
        sheet.move_range("D1:D10", cols=25)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["M"].hidden = True
        sheet.merge_cells("N2:N3")
        book.create_sheet("Notes").append(["Ring the school"])
        book["Steps"].sheet_state = "hidden"

    comparison = brought(strategy, filled_in(taken_out(strategy), disturb))
    assert comparison.remarks == (
        "Rows of “Actions” are hidden and are read all the same: 3.",
        "Columns of “Actions” are hidden and are read all the same: M.",
        "Cells of “Actions” are merged: N2:N3. Only the first cell of each is read.",
        "The sheet “Steps” is hidden. It is read all the same.",
        "The sheet “Notes” is not one of ours and is not read.",
        "“Actions” has columns that are not ours and are not read: “Deadline” (E).",
        "“Actions” lacks columns, or they were renamed: “To be done by”. What belongs in them stays as it is here.",
        "The columns of “Actions” were moved. They were found by their headings.",
    )
    assert [trouble.words for trouble in comparison.troubles] == [
        "It was merged with another, so nobody can tell what belongs in it. Undo the merging and fill it in."
    ]


def test_without_its_reference_column_a_sheet_is_not_read(strategy: Strategy, plan: dict[str, Any]) -> None:
    comparison = brought(strategy, put(taken_out(strategy), "Actions", 1, pk="Our number", post="Post"))
    assert changes_of(comparison) == {}
    assert any("has no column “Reference”" in remark for remark in comparison.remarks)


def test_money_is_read_to_the_penny_and_never_rounded(strategy: Strategy, plan: dict[str, Any]) -> None:
    content = taken_out(strategy, "amounts")
    for value, becomes in ((392139.88, "392139.88"), ("£1,234.5", "1234.50"), (0.3, "0.30"), (999999999.99, "999999999.99")):
        changed = brought(strategy, put(content, "Amounts", plan["award"], amount=value), "amounts")
        assert changes_of(changed) == {f"fundingline-{plan['award'].pk}-amount": ("392139.87", becomes)}
    for value, words in (
        (10.005, "has more than two figures after the point"),
        (-5, "An amount cannot be less than 0."),
        (1000000000, "The most that can be kept as one amount is 999,999,999.99."),
        ("about a million", "is not an amount we can read."),
        ("=SUM(A1:A2)", "It holds a formula"),
    ):
        refused = brought(strategy, put(content, "Amounts", plan["award"], amount=value), "amounts")
        assert changes_of(refused) == {}
        assert words in refused.troubles[0].words


def test_the_next_times_of_a_measure_are_offered_and_filled_in(strategy: Strategy, plan: dict[str, Any]) -> None:
    content = taken_out(strategy, "figures")
    sheet = load_workbook(io.BytesIO(content))["Figures"]
    times = [(sheet.cell(row, 4).value, sheet.cell(row, 5).value, sheet.cell(row, 6).value) for row in range(2, 6)]
    assert times == [
        ("1 July 2025", "30 September 2025", 41.5),
        ("1 October 2025", "31 December 2025", 40.5),
        ("1 January 2026", "31 March 2026", None),
        (None, None, None),
    ]
    comparison = brought(strategy, put(content, "Figures", 4, value=37), "figures")
    (group,) = comparison.groups
    assert (group.record, group.belongs, group.title) == ("reading", plan["measure"].pk, "1 January 2026 to 31 March 2026")
    assert {change.column: change.becomes for change in group.changes}["value"] == "37"
    twice = brought(strategy, put(content, "Figures", 4, value=37, few="yes"), "figures")
    assert [trouble.words for trouble in twice.troubles] == ["It has a figure and is said to be fewer than five. Keep one of them."]


def test_a_step_may_be_changed_but_not_moved_to_another_action(strategy: Strategy, plan: dict[str, Any]) -> None:
    content = put(taken_out(strategy), "Steps", plan["step"], action=plan["second"].pk, reached_on="2 6 2026")
    assert changes_of(brought(strategy, content)) == {f"milestone-{plan['step'].pk}-reached_on": ("", "2 June 2026")}
    assert Milestone.objects.get().action == plan["first"]


@pytest.mark.slow
def test_half_a_million_rows_are_refused_in_a_moment_and_in_words() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Actions")
    for number in range(500_000):
        sheet.append([number])
    saved = io.BytesIO()
    book.save(saved)
    with pytest.raises(WorkbookRefused, match="has more than 2,000 rows with something in them in its sheet “Actions”"):
        read_workbook(saved.getvalue(), "Plan.xlsx")


def test_a_workbook_that_names_things_outside_itself_is_refused(strategy: Strategy) -> None:
    content, spoilt = io.BytesIO(taken_out(strategy)), io.BytesIO()
    with zipfile.ZipFile(content) as packed, zipfile.ZipFile(spoilt, "w") as into:
        for name in packed.namelist():
            text = packed.read(name)
            if name == "xl/workbook.xml":
                text = b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>' + text
            into.writestr(name, text)
    with pytest.raises(WorkbookRefused, match="names things outside itself"):
        read_workbook(spoilt.getvalue(), "Plan.xlsx")
