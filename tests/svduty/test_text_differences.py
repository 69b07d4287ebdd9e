from hypothesis import given, settings
from hypothesis import strategies as st

from svduty.text.differences import Change, Part, compare, to_html

SAME, INSERTED, DELETED = Change.SAME, Change.INSERTED, Change.DELETED


def told(before: str, after: str) -> list[tuple[Change, str]]:
    return [(part.change, part.text) for part in compare(before, after)]


def test_equal_texts_have_no_change() -> None:
    assert told("One.\n\nTwo.", "One.\r\n\r\n\r\nTwo.  ") == [(SAME, "One."), (SAME, "Two.")]


def test_words_are_marked_inside_a_paragraph_that_was_changed() -> None:
    assert told("The board meets four times a year.", "The board meets six times a year.") == [
        (SAME, "The board meets"),
        (DELETED, "four"),
        (INSERTED, "six"),
        (SAME, "times a year."),
    ]


def test_words_are_never_cut_in_the_middle() -> None:
    parts = told("We will report quarterly.", "We will report quickly.")
    assert (DELETED, "quarterly.") in parts
    assert (INSERTED, "quickly.") in parts


def test_new_and_removed_paragraphs_are_marked_whole_and_the_rest_is_left_alone() -> None:
    before = "Aim.\n\nWe will meet each month at the town hall.\n\nEnd."
    after = "Aim.\n\nYoung people told us what they fear.\n\nEnd."
    assert told(before, after) == [
        (SAME, "Aim."),
        (INSERTED, "Young people told us what they fear."),
        (DELETED, "We will meet each month at the town hall."),
        (SAME, "End."),
    ]


def test_changed_paragraph_is_found_although_one_was_put_before_it() -> None:
    before = "The council leads the work on knife crime."
    after = "A new first paragraph.\n\nThe council leads the work on serious violence."
    assert compare(before, after) == [
        Part(INSERTED, "A new first paragraph.", 0),
        Part(SAME, "The council leads the work on", 1),
        Part(DELETED, "knife crime.", 1),
        Part(INSERTED, "serious violence.", 1),
    ]


def test_one_point_of_a_list_is_compared_by_itself() -> None:
    assert told("- one\n- two\n- three", "- one\n- three") == [(SAME, "- one"), (DELETED, "- two"), (SAME, "- three")]


def test_small_word_between_two_changes_does_not_break_them_into_confetti() -> None:
    changes = [change for change, _ in told("We will act by spring of next year", "We will act before autumn of that year")]
    assert changes == [SAME, DELETED, INSERTED, SAME]


def test_everything_new_and_everything_gone() -> None:
    assert told("", "New.") == [(INSERTED, "New.")]
    assert told("Old.", "") == [(DELETED, "Old.")]
    assert told("", " \n ") == []


def test_reader_who_cannot_see_hears_what_was_inserted_and_deleted() -> None:
    html = to_html(compare("It was four.", "It was six."))
    assert html == (
        '<p>It was <del><span class="govuk-visually-hidden">Deleted: </span>four.</del> '
        '<ins><span class="govuk-visually-hidden">Inserted: </span>six.</ins> </p>'
    )


def test_markup_in_either_text_is_shown_as_text() -> None:
    html = to_html(compare("a <script>alert(1)</script>", "a <img src=x onerror=alert(1)>"))
    assert "<script" not in html
    assert "<img" not in html


WORDS = st.lists(st.sampled_from(["board", "the", "of", "council", "-", "plan", "\n\n", "\n- "]), max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_both_texts_can_be_read_back_from_the_parts(before: str, after: str) -> None:
    parts = compare(before, after)
    assert " ".join(part.text for part in parts if part.change != DELETED).split() == after.split()
    assert " ".join(part.text for part in parts if part.change != INSERTED).split() == before.split()
