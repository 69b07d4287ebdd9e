"""Whether the words a comment is about still stand in a later text."""

import pytest

from strategies.comment_standing import LaterText, in_words, later_texts, standing
from strategies.kept import KeptSection
from strategies.models import Comment, Version

THEN = [KeptSection("1", "Purpose", "We want **fewer** people hurt."), KeptSection("2", "Aims", "More trust.")]


def about(quote: str = "", key: str = "1", heading: str = "Purpose") -> Comment:
    return Comment(section_key=key, section_heading=heading, quote=quote)


def now(text: str, key: str = "1", heading: str = "Purpose") -> list[KeptSection]:
    return [KeptSection(key, heading, text), KeptSection("2", "Aims", "More trust.")]


@pytest.mark.parametrize(
    ("quote", "later", "became"),
    [
        ("fewer people", now("We want *fewer* people hurt, everywhere."), "stands"),
        ("fewer people", now("We want fewer people hurt.", heading="Why"), "stands"),
        ("fewer people", now("We want nobody hurt."), "changed"),
        ("fewer people", [KeptSection("2", "Aims", "We want fewer people hurt.")], "elsewhere"),
        ("fewer people", [KeptSection("2", "Aims", "More trust.")], "gone"),
        ("", now("We want **fewer** people hurt.", heading="Why"), "stands"),
        ("", now("We want nobody hurt."), "changed"),
        ("", [], "gone"),
        ("fewer people", now("We want fewer people hurt.", key="77"), "stands"),
        ("fewer people", now("Fewer people", key="77", heading=" purpose"), "changed"),
    ],
)
def test_what_became_of_the_words(quote: str, later: list[KeptSection], became: str) -> None:
    assert standing(about(quote), THEN, later) == became


def test_section_known_only_by_its_place_is_not_taken_for_another_that_stands_there() -> None:
    then = [KeptSection("place-1", "Purpose", "We want fewer people hurt.")]
    later = [KeptSection("place-1", "Money", "We want fewer people hurt.")]
    assert standing(about(key="place-1"), then, later) == "gone"


def test_comment_on_the_whole_is_about_no_particular_words() -> None:
    assert standing(about(key="", heading=""), THEN, now("x")) is None
    assert in_words(about(key="", heading=""), THEN, [LaterText("version 3", now("x"))]) == []


def test_same_fate_in_two_texts_is_said_once() -> None:
    texts = [LaterText("version 3", now("We want fewer people hurt.")), LaterText("the draft", now("Fewer people hurt."))]
    assert in_words(about("people hurt"), THEN, texts) == ["These words still stand in version 3 and in the draft."]
    assert in_words(about("want"), THEN, texts) == ["These words still stand in version 3.", "These words have changed in the draft."]
    assert in_words(about(), THEN, texts) == ["This section has changed in version 3 and in the draft."]


def test_withdrawn_comment_is_followed_no_further() -> None:
    comment = about("fewer")
    comment.withdrawn_on = "2024-01-01"
    assert in_words(comment, THEN, [LaterText("version 3", now("x"))]) == []


def test_later_texts_are_the_newest_version_and_a_draft_that_says_something_else() -> None:
    kept = [{"key": "1", "heading": "Purpose", "text": "New."}]
    first, second, third = (Version(number=number, sections=kept) for number in (1, 2, 3))
    same = [KeptSection("9", "Purpose", "New.")]
    other = [KeptSection("9", "Purpose", "Newer.")]
    typed = [third, second, first]
    assert [text.name for text in later_texts(first, typed, other)] == ["version 3", "the draft"]
    assert [text.name for text in later_texts(first, typed, same)] == ["version 3"]
    assert [text.name for text in later_texts(third, typed, other)] == ["the draft"]
    assert [text.name for text in later_texts(third, typed, [])] == []
