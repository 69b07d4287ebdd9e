"""The position in a sentence, in counts, and as a list of what to do."""

import dataclasses

from compliance.evaluate import evaluate
from compliance.finding import Due, Finding, NextStep, Status, Strength
from compliance.position import Position, position_of
from compliance.todo import todo_lines
from tests.compliance import build as b
from tests.compliance import delivery_for_facts as d
from tests.compliance import governance_for_facts as g

ON = b.day("2024-02-08")
IN_ORDER = {
    "leads": (b.lead(),),
    "definitions": (b.definition(),),
    "assessments": (b.assessment(),),
    "numbers": (b.number(), b.none_here("prison"), b.none_here("youth-custody")),
    "boards": (
        g.board(*map(g.met, ("2023-12-05", "2025-12-05")), *map(g.looked_at, ("2023-12-05", "2025-12-05")), meets="as-needed", times=None),
    ),
    "sharing": (g.agreement("2023-04-01", review_on="2027-04-01"),),
    "actions": (d.action("2028-01-01"),),
    "measures": (d.measure(*((f"{year}-01-01", f"{year}-12-31") for year in (2023, 2024, 2025)), every=12, starts=None),),
    "risks": (d.risk("2028-01-01"),),
    "training": (d.training("2023-11-01"),),
    "partnership_plans": (d.partnership_plan(),),
    "scrutiny_meetings": (d.scrutiny("2023-12-05", pk=1), d.scrutiny("2025-12-05", pk=2)),
}


def strategy(*records: object) -> object:
    """Approved on 13 December 2023, published on 16 January 2024, with all that should go before."""
    before = (b.consultation(), b.equality("2023-12-01"), b.contents(), b.approval("2023-12-13"), b.check("2023-12-20"))
    published = (b.website("2024-01-16"), b.other_form("2024-01-16"))
    return b.strategy(b.version(*before, *published, *records), b.arrangement(), aligned=1)


def position(facts: object, on: str) -> Position:
    return position_of(evaluate(facts, b.day(on)), b.day(on))


def finding(
    code: str, status: Status, due: str | None = None, *, subject: str = "Anyborough", in_law: bool = True, **changes: object
) -> Finding:
    day = Due("DL-00", b.day(due) if due else None, "worked out", in_law)
    whole = Finding(code, f"Title of {code}", Strength.STATUTORY, "The law", f"key:{subject}", subject, status, "Because.", day)
    return dataclasses.replace(whole, **changes)


def test_when_all_is_well_the_sentence_says_so_and_when_the_next_review_is_due():
    found = position(b.facts(strategy(b.sent("2024-01-19")), **IN_ORDER), "2024-06-01")
    assert found.sentences[0] == "Nothing is overdue. 28 of the 30 duties that apply are met, and two are not due yet."
    assert found.sentences[1] == "The next date, guidance and not law, is 16 January 2025 (Thursday), in 229 days: review the strategy."
    assert (found.applying, found.counts, found.todo) == (30, [(Status.MET, 28), (Status.DUE_LATER, 2)], [])


def test_when_nothing_is_still_to_come_all_duties_are_met():
    found = position_of([finding("SVD-DEF-01", Status.MET), finding("SVD-STR-01", Status.MET)], ON)
    assert found.sentence == "Nothing is overdue. All 2 duties that apply are met."
    assert found.next_date is None


def test_the_sentence_names_what_is_overdue_and_its_day():
    found = position(b.facts(strategy(), **IN_ORDER), "2024-01-23")
    assert found.sentences[0] == "One statutory duty is overdue: the strategy was not sent to the Home Office by 22 January 2024."
    assert [item.code for item in found.todo] == ["SVD-PUB-03"]


def test_on_the_last_day_nothing_is_overdue_and_the_next_date_is_today():
    found = position(b.facts(strategy(), **IN_ORDER), "2024-01-22")
    assert found.sentences[0].startswith("Nothing is overdue.")
    assert found.sentences[-1] == "The next date is 22 January 2024 (Monday), today: send the strategy to the Home Office."
    assert found.next_date is not None
    assert found.next_date.code == "SVD-PUB-03"


def test_a_local_target_is_never_called_law():
    version = b.version(b.equality("2026-01-10"), b.contents(), b.approval("2026-01-13"))
    later = b.facts(b.strategy(version, b.arrangement(), earlier_not_held=True, aligned=1), **IN_ORDER)
    before = position(later, "2026-01-20")
    assert "The next date, our local target and not law, is 10 February 2026" in before.sentence
    after = position(later, "2026-03-01")
    assert after.sentences[0].startswith("Two duties are past our local target, which is not law: ")
    assert "statutory" not in after.sentence
    assert "overdue" not in after.sentence


def test_outside_complete_records_nothing_is_claimed():
    found = position(b.facts(holders=(), records_from="2025-01-01"), "2024-06-01")
    assert found.sentence == "The records held here do not cover 1 June 2024, so nothing is claimed about that day."
    assert found.todo == []


def test_what_cannot_be_told_is_named_when_nothing_is_worse():
    found = position_of([finding("SVD-DEF-01", Status.CANNOT_TELL), finding("SVD-STR-01", Status.MET)], ON)
    assert found.sentence == (
        "Nothing is overdue, but for one of the duties it cannot be told, because a fact is missing: “Title of SVD-DEF-01”."
    )


def test_worst_comes_first_then_law_before_guidance_and_local_targets_then_the_earlier_day():
    made = [
        finding("SVD-PUB-05", Status.DUE_SOON, "2024-02-10"),
        finding("SVD-DEF-01", Status.CANNOT_TELL),
        finding("SVD-PUB-02", Status.OVERDUE, "2024-01-01", in_law=False),
        finding("SVD-PART-03", Status.OVERDUE, "2024-01-01", strength=Strength.GUIDANCE),
        finding("SVD-PUB-03", Status.OVERDUE, "2024-02-06"),
        finding("SVD-PUB-01", Status.OVERDUE, "2024-01-31"),
        finding("SVD-PART-01", Status.NOT_MET),
        finding("SVD-STR-01", Status.MET),
    ]
    order = ["SVD-PUB-01", "SVD-PUB-03", "SVD-PUB-02", "SVD-PART-03", "SVD-PART-01", "SVD-DEF-01", "SVD-PUB-05"]
    assert [item.code for item in position_of(made, ON).todo] == order
    assert [item.code for item in position_of(made[::-1], ON).todo] == order


def test_the_headline_is_the_worst_current_finding_and_history_never_counts():
    made = [
        finding("SVD-PUB-03", Status.OVERDUE, "2023-01-06", subject="old", current=False),
        finding("SVD-PUB-03", Status.MET, "2024-02-06", subject="new"),
        finding("SVD-PUB-03", Status.DUE_SOON, "2024-02-10", subject="newer"),
        finding("SVD-PUB-04", Status.NOT_APPLICABLE),
    ]
    found = position_of(made, ON)
    assert found.headlines["SVD-PUB-03"].subject == "newer"
    assert (found.applying, found.counts) == (1, [(Status.DUE_SOON, 1)])
    assert [item.subject for item in found.todo] == ["newer"]


def test_counts_add_up_to_the_duties_that_apply():
    for on in ("2022-06-01", "2023-02-01", "2024-01-23", "2026-01-01"):
        found = position(b.facts(strategy()), on)
        assert sum(number for _, number in found.counts) == found.applying


def test_with_several_areas_the_sentence_says_where():
    made = [finding("SVD-PART-01", Status.NOT_MET, subject="Ayton"), finding("SVD-PART-01", Status.MET, subject="Beeton")]
    assert "not every duty holder is recorded as taking part (Ayton)." in position_of(made, ON).sentence
    both = [*made, finding("SVD-PART-01", Status.NOT_MET, subject="Ceeton")]
    assert "taking part (2 of 3)." in position_of(both, ON).sentence


def test_a_line_says_how_it_stands_in_words():
    lines = {
        "Overdue by 2 days": finding("SVD-PUB-03", Status.OVERDUE, "2024-02-06"),
        "Past our local target by 1 day": finding("SVD-PUB-01", Status.OVERDUE, "2024-02-07", in_law=False),
        "Not met": finding("SVD-PART-01", Status.NOT_MET),
        "Cannot tell": finding("SVD-DEF-01", Status.CANNOT_TELL),
        "Due today": finding("SVD-PUB-05", Status.DUE_SOON, "2024-02-08"),
        "Local target in 6 days": finding("SVD-PUB-02", Status.DUE_SOON, "2024-02-14", in_law=False),
    }
    for words, one in lines.items():
        assert [line.when for line in todo_lines([one], ON)] == [words]


def test_the_same_problem_of_many_areas_is_one_line_and_keeps_its_step_only_when_it_is_the_same():
    step = NextStep("Add a body", "dutyholder_add")
    areas = [finding("SVD-PART-01", Status.NOT_MET, subject=f"Area {n}", next_step=step) for n in range(1, 6)]
    [line] = todo_lines(areas, ON)
    assert (line.number, line.where, line.step) == (5, "Area 1, Area 2 and 3 more", step)
    other = dataclasses.replace(areas[0], next_step=NextStep("Complete the entry", "dutyholder_change", (("pk", 1),)))
    [line] = todo_lines([*areas, other], ON)
    assert (line.number, line.step) == (6, None)


def test_a_version_is_named_once_for_all_its_areas():
    made = [finding("SVD-PUB-01", Status.NOT_MET, subject=f"Strategy, version 1, for {area}") for area in ("Ayton", "Beeton", "Ceeton")]
    [line] = todo_lines(made, ON)
    assert line.where == "Strategy, version 1, for Ayton, Beeton and 1 more"
    [line] = todo_lines(made[:1], ON)
    assert line.where == "Strategy, version 1, for Ayton"
    [line] = todo_lines([*made[:1], finding("SVD-PUB-01", Status.NOT_MET, subject="Beeton")], ON)
    assert line.where == "Strategy, version 1, for Ayton and Beeton"
