"""How many words a text has to read."""

import pytest

from svduty.text.words import count_words


@pytest.mark.parametrize(
    ("markdown", "number"),
    [
        ("", 0),
        ("one two\n\nthree", 3),
        ("## A heading\n\n- first\n- second\n\n1. third\n2. fourth", 6),
        ("| Year | Count |\n| --- | ---: |\n|2025|412|", 4),
        ("see [the plan](https://example.org/a-b) now", 4),
        ("Fewer[^1] **knives** \u2013 and more.\n\n[^1]: Note", 5),
        ("{{finding 3}}\n\nWords", 1),
        ("the board's well-being in 2025.", 5),
    ],
)
def test_only_what_is_read_counts_as_a_word(markdown: str, number: int) -> None:
    assert count_words(markdown) == number
