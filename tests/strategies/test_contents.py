"""The contents check: sixteen things a strategy is expected to contain, held against a version."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from compliance.load_facts import load_facts
from partnerships.models import AuditEntry
from partnerships.models.person import Role
from strategies.models import ContentsCheck, ContentsElement, Version
from tests.cast import Cast, make_version
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_contents_check, text_of

ABOUT = {"checked_by": "Strategy Officer", "checked_on": "8 1 2024"}
HALF = {**ABOUT, "covered_definition": "yes", "where_definition": "Section 2, page 4", "covered_funding": "partly"}


def rows(form: Any) -> dict[str, tuple[str, str]]:
    """What the form shows of each element that has an answer."""
    shown = {row.element.code: (row.covered.value(), row.where.value()) for row in form.rows}
    return {code: answer for code, answer in shown.items() if any(answer)}


def test_form_lists_all_sixteen_with_their_basis_and_the_headings_of_the_version(coordinator: Client, version: Version) -> None:
    page = coordinator.get(at("contentscheck_add", version.pk))
    assert len(page.context["form"].rows) == 16
    body = text_of(page)
    assert body.count('<fieldset class="svd-contents"') == 16
    assert "How each specified authority will use its functions" in body
    assert "Police, Crime, Sentencing and Courts Act 2022 s.8(3)(c)" in body
    assert '<option value="Purpose">' in body


def test_half_filled_check_is_saved_once_and_told_in_words(cast: Cast, coordinator: Client, version: Version) -> None:
    for _ in range(2):
        page = coordinator.post(at("contentscheck_add", version.pk), HALF, follow=True)
    check = ContentsCheck.objects.get()
    assert page.redirect_chain[-1][0] == at("contentscheck", check.pk)
    assert check.answers == {
        "definition": {"covered": "yes", "where": "Section 2, page 4"},
        "funding": {"covered": "partly", "where": ""},
    }
    said = "1 of 16 covered, 1 partly covered, 14 not answered"
    assert said in text_of(page)
    assert "To be added: Where the money comes from." in text_of(page)
    assert said in text_of(coordinator.get(at("version", version.pk)))
    assert last_event().changes["The agreed definition of serious violence"] == ["", "Yes, Section 2, page 4"]
    [facts] = load_facts([cast.ours])
    [contents] = facts.strategies[0].versions[0].contents
    assert dict(contents.answers) == {"definition": "yes", "funding": "partly"}


def test_history_says_in_words_what_changed_in_a_check(coordinator: Client, version: Version) -> None:
    check = make_contents_check(version, definition=("no", ""), funding=("yes", "page 9"))
    data = {**ABOUT, "covered_definition": "yes", "where_definition": "section 2", "covered_funding": "yes", "where_funding": "page 9"}
    assert coordinator.post(at("contentscheck_change", check.pk), {**data, "seen_version": 1}).status_code == 302
    assert last_event().event == "contentscheck.changed"
    assert last_event().changes == {"The agreed definition of serious violence": ["No", "Yes, section 2"]}
    history = text_of(coordinator.get(at("record_history", "contentscheck", check.pk)))
    assert "Yes, section 2" in history


def test_what_is_not_needed_takes_a_reason_and_nothing_typed_is_lost(coordinator: Client, version: Version) -> None:
    data = {**HALF, "covered_relevant-authorities": "not-needed"}
    page = coordinator.post(at("contentscheck_add", version.pk), data)
    assert list(page.context["form"].errors) == ["where_relevant-authorities"]
    assert "Say in “Where” why “Actions for schools, prisons and youth custody, if there are any” is not needed here." in text_of(page)
    assert "Section 2, page 4" in text_of(page)
    assert not ContentsCheck.objects.exists()
    coordinator.post(at("contentscheck_add", version.pk), {**data, "where_relevant-authorities": "None asked of them"})
    assert ContentsCheck.objects.get().answers["relevant-authorities"] == {"covered": "not-needed", "where": "None asked of them"}


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("covered_definition", "perhaps", "Choose one of the answers to “The agreed definition of serious violence”."),
        ("where_definition", "x" * 301, "Shorten “Where” of “The agreed definition of serious violence” to 300 characters."),
        ("checked_on", "", "Enter “Checked on”: it cannot be left empty."),
        ("checked_by", "", "Enter “Checked by”: it cannot be left empty."),
    ],
)
def test_wrong_answer_gets_a_sentence(coordinator: Client, version: Version, field: str, wrong: str, said: str) -> None:
    page = coordinator.post(at("contentscheck_add", version.pk), {**HALF, field: wrong})
    assert page.context["form"].errors[field] == [said]
    assert not ContentsCheck.objects.exists()
    assert not AuditEntry.objects.exists()


def test_second_check_begins_with_the_answers_of_the_newest_one_that_stands(cast: Cast, coordinator: Client, version: Version) -> None:
    make_contents_check(version, on="2024-01-09", funding=("yes", "page 9"))
    make_contents_check(version, on="2024-01-08", funding=("no", ""))
    other = make_version(cast.ours, cast.area, title="Another strategy")
    make_contents_check(other, on="2024-02-01", definition=("no", ""))
    assert rows(coordinator.get(at("contentscheck_add", version.pk)).context["form"]) == {"funding": ("yes", "page 9")}
    ContentsCheck.objects.filter(checked_on="2024-01-09").update(withdrawn_on="2024-01-09")
    assert rows(coordinator.get(at("contentscheck_add", version.pk)).context["form"]) == {"funding": ("no", "")}


def test_check_dated_before_its_version_is_questioned(coordinator: Client, version: Version) -> None:
    page = coordinator.post(at("contentscheck_add", version.pk), {**HALF, "checked_on": "1 11 2023"})
    assert "This version is dated 1 December 2023, after that day." in text_of(page)
    assert 'value="before-version"' in text_of(page)
    seen = {"checked_on": "1 11 2023", "cautions_seen": "before-version"}
    assert coordinator.post(at("contentscheck_add", version.pk), {**HALF, **seen}).status_code == 302


@time_machine.travel("2024-01-07 12:00:00+00:00", tick=False)
def test_check_planned_for_later_is_no_check(cast: Cast, version: Version) -> None:
    page = signed_in(cast.coordinator).post(at("contentscheck_add", version.pk), HALF)
    assert "8 January 2024 is still to come." in text_of(page)
    assert not ContentsCheck.objects.exists()


def test_two_people_changing_a_check_both_keep_their_answers(coordinator: Client, version: Version) -> None:
    check = make_contents_check(version, definition=("no", ""))
    address = at("contentscheck_change", check.pk)
    assert coordinator.post(address, {**HALF, "where_definition": "Their place", "seen_version": 1}).status_code == 302
    page = coordinator.post(address, {**HALF, "where_definition": "My place", "seen_version": 1})
    assert page.status_code == 409
    assert "Their place" in text_of(page)
    assert "My place" in text_of(page)
    check.refresh_from_db()
    assert check.answers["definition"]["where"] == "Their place"


def test_withdrawn_check_stays_readable_and_can_no_longer_be_changed(coordinator: Client, version: Version) -> None:
    check = make_contents_check(version, definition=("yes", "page 2"))
    coordinator.post(at("contentscheck_withdraw", check.pk), {"reason": "Of another text", "seen_version": 1})
    assert "Withdrawn, so it no longer counts: Of another text" in text_of(coordinator.get(at("contentscheck", check.pk)))
    assert "Of another text" in text_of(coordinator.get(at("version", version.pk)))
    assert coordinator.get(at("contentscheck_change", check.pk)).status_code == 404
    page = coordinator.post(at("contentscheck_change", check.pk), {**HALF, "seen_version": 2})
    assert "This record was withdrawn meanwhile" in text_of(page)


def test_viewer_reads_a_check_and_is_offered_no_change(cast: Cast, version: Version) -> None:
    check = make_contents_check(version, definition=("yes", "page 2"))
    page = text_of(signed_in(cast.viewer).get(at("contentscheck", check.pk)))
    assert "page 2" in page
    assert at("contentscheck_change", check.pk) not in page


def element(code: str) -> ContentsElement:
    return ContentsElement.objects.get(code=code)


def test_administrator_rewords_a_heading_for_every_partnership(cast: Cast, version: Version) -> None:
    administrator = signed_in(cast.people[Role.ADMINISTRATOR])
    address = reverse("contentselement_change", args=[element("funding").pk])
    data = {"name": "Funding and other resources", "basis": "Statutory guidance", "seen_version": 1}
    assert administrator.post(address, data)["Location"] == reverse("contentselements")
    assert "Funding and other resources" in text_of(administrator.get(reverse("contentselements")))
    assert (last_event().event, last_event().scope) == ("contentselement.changed", "installation")
    assert last_event().changes["What the strategy should contain"] == ["Where the money comes from", "Funding and other resources"]
    assert "Funding and other resources" in text_of(signed_in(cast.coordinator).get(at("contentscheck_add", version.pk)))
    [facts] = load_facts([cast.ours])
    assert "Funding and other resources" in [one.name for one in facts.elements]


def test_two_headings_with_one_name_are_refused(cast: Cast) -> None:
    administrator = signed_in(cast.people[Role.ADMINISTRATOR])
    data = {"name": "objectives or PRIORITIES", "basis": "", "seen_version": 1}
    page = administrator.post(reverse("contentselement_change", args=[element("funding").pk]), data)
    assert "is on the list already. Choose other words" in text_of(page)
    assert element("funding").name == "Where the money comes from"
