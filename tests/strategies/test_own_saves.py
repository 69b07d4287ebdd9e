"""A person's own saves, on pages that were opened before them, take no word and are called nobody else's."""

from typing import Any

import pytest
from django.test import Client

from partnerships.models.person import Role
from strategies.models import Section, Strategy
from svduty.editing.conflict import one_text
from tests.cast import Cast, make_person
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, make_section, text_of
from tests.strategies.test_sections_live import by_itself

IMPORTED = "One.\n\nTwo."
SENT = IMPORTED.replace("\n", "\r\n")  # as every browser sends it
NEW = SENT + " Three."


@pytest.fixture
def section(strategy: Strategy) -> Section:
    return make_section(strategy, text=IMPORTED, state="to-write")


def press(client: Client, section: Section, text: str, seen: int, **more: str) -> Any:
    return client.post(at("section_change", section.pk), {"heading": "Purpose", "text": text, "seen_version": seen, **more})


def test_words_saved_while_the_page_was_loaded_again_outlive_the_next_save_of_that_page(coordinator: Client, section: Section) -> None:
    by_itself(coordinator, section, NEW, state="to-write")  # on leaving, after the page was served anew
    saved = press(coordinator, section, SENT, seen=1, owner="Analyst", state="to-write")
    assert saved.status_code == 302
    section.refresh_from_db()
    assert one_text(section.text) == one_text(NEW)
    assert (section.owner, section.state) == ("Analyst", "writing")


def test_what_another_person_saved_stays_in_the_form_of_who_had_not_changed_it(coordinator: Client, cast: Cast, section: Section) -> None:
    by_itself(signed_in(make_person("colleague@anyborough.example", Role.COORDINATOR, cast.ours)), section, NEW, state="to-write")
    page = press(coordinator, section, SENT, seen=1, owner="Analyst", state="to-write")
    assert page.status_code == 409
    assert "Somebody else saved this record" in text_of(page)
    form = page.context["form"]
    assert (one_text(form["text"].value()), form["state"].value(), form["owner"].value()) == (one_text(NEW), "writing", "Analyst")
    assert all(one.untouched for one in page.context["conflict"] if one.name in ("text", "state"))


def test_same_words_sent_again_are_answered_with_the_token_of_the_first_save(coordinator: Client, section: Section) -> None:
    for _ in range(2):
        answer = by_itself(coordinator, section, NEW, state="to-write")
    assert (answer.status_code, answer.json()["seen_version"], answer.json()["state"]) == (200, 2, "writing")


def test_two_tabs_of_one_person_lose_nothing_and_blame_nobody(coordinator: Client, section: Section) -> None:
    by_itself(coordinator, section, "From the first tab")
    answer = by_itself(coordinator, section, "From the second tab")
    assert (answer.status_code, answer.json()) == (409, {"own": True})
    page = press(coordinator, section, "From the second tab", seen=1)
    assert page.status_code == 409
    assert "What you saved in another tab" in text_of(page)
    assert "omebody else" not in text_of(page)
    assert "From the first tab" in text_of(page)
