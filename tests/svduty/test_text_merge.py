"""Putting two people's texts together: no added word is lost, and what only one of them changed is taken as they left it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svduty.text.merge import Clash, merge

BASE = "# Aims\n\nFewer people hurt. Fewer knives carried. More trust.\n\n- schools\n- prisons\n\nThe board meets in March."
words = st.text(alphabet="abcde", min_size=1, max_size=3)
sentences = st.lists(words, min_size=1, max_size=3).map(lambda found: " ".join(found).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
texts = st.lists(paragraphs, max_size=5).map("\n\n".join)


def plain(text: str) -> list[str]:
    return text.split()


def test_changes_in_different_paragraphs_both_stand() -> None:
    merged = merge(BASE, BASE.replace("in March", "in May"), BASE.replace("# Aims", "# Our aims"))
    assert merged.text == BASE.replace("in March", "in May").replace("# Aims", "# Our aims")
    assert merged.clashes == []


def test_changes_in_different_sentences_of_one_paragraph_both_stand() -> None:
    merged = merge(BASE, BASE.replace("More trust.", "Much more trust."), BASE.replace("Fewer people hurt.", "Nobody hurt."))
    assert "Nobody hurt. Fewer knives carried. Much more trust." in merged.text
    assert merged.clashes == []


def test_one_sentence_changed_by_both_stands_in_both_wordings() -> None:
    merged = merge(BASE, BASE.replace("Fewer knives", "No knives"), BASE.replace("Fewer knives", "Far fewer knives"))
    assert "Fewer people hurt. No knives carried. Far fewer knives carried. More trust." in merged.text
    assert merged.clashes == [Clash("No knives carried.", "Far fewer knives carried.")]


def test_neighbouring_paragraphs_changed_by_one_each_do_not_clash() -> None:
    merged = merge("One.\n\nTwo.\n\nThree.", "1.\n\nTwo.\n\nThree.", "One.\n\n2.\n\nThree.")
    assert (merged.text, merged.clashes) == ("1.\n\n2.\n\nThree.", [])


def test_paragraph_changed_by_one_and_followed_by_a_new_one_of_the_other_does_not_stand_twice() -> None:
    merged = merge("One. Two.\n\nEnd.", "One. Two. Three.\n\nEnd.", "Nil. One. Two.\n\nNew.\n\nEnd.")
    assert (merged.text, merged.clashes) == ("Nil. One. Two. Three.\n\nNew.\n\nEnd.", [])


def test_item_added_to_a_list_stays_in_the_list() -> None:
    merged = merge(BASE, BASE.replace("- prisons", "- prisons\n- hospitals"), BASE.replace("# Aims", "# Our aims"))
    assert "- schools\n- prisons\n- hospitals\n\nThe board" in merged.text


def test_what_one_took_out_and_the_other_left_alone_is_gone() -> None:
    assert "March" not in merge(BASE, BASE.replace("The board meets in March.", ""), BASE.replace("# Aims", "# Our aims")).text


def test_what_one_took_out_and_the_other_changed_stands_and_is_named() -> None:
    merged = merge(BASE, BASE.replace("The board meets in March.", ""), BASE.replace("in March", "in May"))
    assert merged.text.endswith("The board meets in May.")
    assert merged.clashes == [Clash("", "The board meets in May.")]


def test_without_the_text_both_began_with_nothing_is_left_out() -> None:
    merged = merge(None, "Start.\n\nOne. Two.", "One. Two.\n\nEnd.")
    assert merged.text == "Start.\n\nOne. Two.\n\nEnd."


def test_line_ends_of_a_browser_are_no_change() -> None:
    merged = merge(BASE, BASE.replace("\n", "\r\n"), BASE.replace("March", "May"))
    assert (merged.text, merged.clashes) == (BASE.replace("March", "May"), [])


@given(texts, texts)
def test_whoever_changed_alone_gets_their_text(base: str, changed: str) -> None:
    assert plain(merge(base, changed, base).text) == plain(changed)
    assert plain(merge(base, base, changed).text) == plain(changed)
    assert merge(base, changed, changed).clashes == []


@given(st.none() | texts, texts, texts)
def test_no_word_that_was_added_is_lost(base: str | None, theirs: str, mine: str) -> None:
    merged = set(plain(merge(base, theirs, mine).text))
    before = set(plain(base or ""))
    assert (set(plain(theirs)) | set(plain(mine))) - before <= merged
    if base is None:
        assert set(plain(theirs)) | set(plain(mine)) <= merged


@pytest.mark.parametrize("shared", ["", " Both share this."])
def test_two_long_texts_changed_throughout_are_put_together_soon(shared: str) -> None:
    old, theirs, mine = ("\n\n".join(f"{who} sentence {n}.{shared}" for n in range(1500)) for who in ("Old", "Their", "My"))
    began = time.perf_counter()
    merged = merge(old, theirs, f"{mine}\n\nMore.")
    assert time.perf_counter() - began < 5
    assert merged.text.count("Their sentence") == merged.text.count("My sentence") == 1500
