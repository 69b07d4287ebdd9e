"""Two texts of a strategy compared: which sections came, went, moved and got another name, and which words changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.comparison import ComparedSection, Comparison, compare_sections
from strategies.kept import KeptSection
from strategies.reading_time import minutes
from svduty.text.differences import compare
from svduty.text.marked_changes import CAME, marked_html, without_marks
from svduty.text.plain import plain, stands_in

DEFINITION = "What we mean by serious violence in this area, and whom it harms."
AIMS = "Fewer people hurt, fewer knives carried, and more trust in all of us."
MONEY = "The partnership spends its grant on early help and on people who can be believed."


def sections(*told: tuple[str, str, str]) -> list[KeptSection]:
    return [KeptSection(*one) for one in told]


WORDS = ("one", "two", "three", "four", "five", "six", "seven")
BEFORE = sections(("1", "Definition", DEFINITION), ("2", "Aims", AIMS), ("3", "Money", MONEY))


def told(before: list[KeptSection], after: list[KeptSection]) -> list[tuple[str, str]]:
    return [(section.heading, section.words) for section in compare_sections(before, after).sections]


def test_same_text_is_said_to_be_the_same() -> None:
    compared = compare_sections(BEFORE, BEFORE)
    assert compared.summary == "Nothing changed"
    assert compared.differing == []


def test_sections_that_came_went_changed_moved_and_got_another_name_are_told_apart() -> None:
    after = sections(("3", "Money", MONEY), ("1", "Our definition", f"{DEFINITION} Hate crime too."), ("4", "Health", "New."))
    assert told(BEFORE, after) == [
        ("Money", "Moved"),
        ("Our definition", "Changed, renamed"),
        ("Aims", "Removed"),
        ("Health", "Added"),
    ]
    assert compare_sections(BEFORE, after).summary == "1 section changed, 1 added, 1 removed, 1 renamed, 1 moved"


def test_of_many_sections_only_the_one_that_was_moved_is_called_moved() -> None:
    many = sections(*((str(number), f"Part {number}", f"Words of part {number}.") for number in range(8)))
    assert [heading for heading, words in told(many, [*many[1:6], many[0], *many[6:]]) if words == "Moved"] == ["Part 0"]


def test_texts_kept_without_keys_are_known_by_their_headings_and_then_by_their_words() -> None:
    old = sections(("place-1", "Definition", DEFINITION), ("place-2", "Aims", AIMS))
    new = sections(("7", "What we want", AIMS), ("8", "definition ", DEFINITION))
    compared = compare_sections(old, new)
    assert [(one.heading, one.before, one.state) for one in compared.sections] == [
        ("What we want", "Aims", "same"),
        ("definition ", "", "same"),
    ]


def test_unlike_texts_under_other_headings_are_not_called_one_section() -> None:
    assert told(sections(("place-1", "Aims", AIMS)), sections(("place-1", "Money", MONEY))) == [("Aims", "Removed"), ("Money", "Added")]


@given(st.permutations(range(7)), st.sets(st.integers(0, 6)), st.sets(st.integers(0, 6)))
def test_every_section_of_either_text_stands_in_the_comparison_once(order: list[int], left_out: set[int], new: set[int]) -> None:
    """And the sections not called moved stand in the order they had."""
    before = sections(*((str(number), f"Part {number}", WORDS[number]) for number in range(7) if number not in new))
    after = sections(*((str(number), f"Part {number}", WORDS[number]) for number in order if number not in left_out))
    found = compare_sections(before, after).sections
    assert [one.key for one in found if one.state != "removed"] == [one.key for one in after]
    assert {one.key for one in found if one.state == "removed"} == {one.key for one in before} - {one.key for one in after}
    assert {one.key for one in found if one.state == "new"} == {one.key for one in after} - {one.key for one in before}
    stayed = [int(one.key) for one in found if one.state == "same" and not one.moved]
    assert stayed == sorted(stayed)


def html(before: str, after: str) -> str:
    return str(marked_html(compare(without_marks(before), without_marks(after)), heading_from=4))


def silent(text: str) -> str:
    return re.sub(r'<span class="govuk-visually-hidden">(?:Inserted|Deleted): </span>', "", text)


def test_changed_words_stand_marked_in_a_text_that_is_formatted_as_ever() -> None:
    page = html("# Aims\n\n- **Fewer** people hurt\n- more trust", "# Our aims\n\n- **Fewer** young people hurt\n- more trust\n- jobs")
    assert "<h4>" in page
    assert "<strong>Fewer</strong> <ins>" in silent(page)
    assert "<li><ins>jobs</ins></li>" in silent(page)
    assert "**" not in page


def test_reader_who_cannot_see_hears_what_was_inserted_and_deleted() -> None:
    page = html("It was four.", "It was six.")
    assert '<del><span class="govuk-visually-hidden">Deleted: </span>four.</del>' in page
    assert '<ins><span class="govuk-visually-hidden">Inserted: </span>six.</ins>' in page


def test_marks_that_run_across_emphasis_never_cross_its_tags() -> None:
    page = silent(html("We act **early and well** here.", "We act **early now** and there."))
    assert page.count("<ins>") == page.count("</ins>")
    assert not re.search(r"<(ins|del)>[^<]*</?(?:strong|p)>", page)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[x](javascript:alert(1))", f"{CAME}open for ever", "| a |\n|---|\n| b |"]
)
def test_hostile_and_awkward_text_is_inert_and_closed(hostile: str) -> None:
    page = html("Once.", f"Once.\n\n{hostile}\n\nTwice.")
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert page.count("<ins>") == page.count("</ins>")
    assert page.count("<ins>") == page.count("Inserted:")


def test_changed_table_shows_its_words() -> None:
    page = silent(html("| Year | Money |\n|---|---|\n| 2024 | ten |", "| Year | Money |\n|---|---|\n| 2025 | ten |"))
    assert "<del>2024</del>" in page
    assert "<ins>2025</ins>" in page


def test_words_of_a_text_as_they_are_read() -> None:
    assert plain("# Aims\n\n- **Fewer** kni*v*es\n- [trust](https://example.org) & hope") == "Aims Fewer knives trust & hope"


@pytest.mark.parametrize(
    "words",
    ["Fewer people hurt", "  people\n\nhurt,   fewer knives ", "people hurt, fewer **knives**", "the board’s view", "the board's view"],
)
def test_words_stand_in_a_text_however_they_are_spaced_marked_or_quoted(words: str) -> None:
    assert stands_in(words, "Fewer people\nhurt, fewer **knives** carried: the board's view.")


@pytest.mark.parametrize("words", ["Fewer people harmed", "", "  ", "hurt Fewer"])
def test_words_that_are_not_there_do_not_stand(words: str) -> None:
    assert not stands_in(words, "Fewer people hurt.")


def test_time_to_read_is_counted_in_whole_minutes() -> None:
    assert [minutes(words) for words in (0, 1, 238, 239, 3332)] == [1, 1, 1, 2, 14]


def test_what_is_to_be_read_leaves_out_what_is_the_same() -> None:
    compared = Comparison([ComparedSection("1", "a", "A", "same", compare("one two", "one two"))])
    assert compared.length == 0
    assert compare_sections(BEFORE, sections(("1", "Definition", DEFINITION), ("2", "Aims", "Fewer people hurt."))).length > 3
