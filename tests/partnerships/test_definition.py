import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships import queries
from partnerships.models import AuditEntry, LocalDefinition, Partnership
from svduty.vague_dates import VagueDate
from tests.cast import Cast, day
from tests.partnerships.conftest import words

LIST, ADD = "/p/anyborough/definition/", "/p/anyborough/definition/add/"


def make_definition(partnership: Partnership, number: int = 1, **more: object) -> LocalDefinition:
    return LocalDefinition.objects.create(partnership=partnership, number=number, wording=f"Wording {number}", **more)


def page_of(definition: LocalDefinition, name: str = "localdefinition") -> str:
    return reverse(name, args=["anyborough", definition.pk])


def test_empty_page_offers_the_first_step_to_those_who_may_take_it(cast: Cast, coordinator: Client, viewer: Client) -> None:
    assert ADD in words(coordinator.get(LIST))
    page = words(viewer.get(LIST))
    assert "No definition yet" in page
    assert ADD not in page


def test_definition_is_written_and_reads_well(cast: Cast, coordinator: Client) -> None:
    posted = {
        "wording": "Violence that harms young people.\n\nAnd those around them.",
        "penalty": "yes",
        "penalty_note": "Offences with five years or more.",
        "terrorism": "out",
        "agreed_by": "Safety board",
        "agreed_on": "February 2024",
    }
    answer = coordinator.post(ADD, posted, follow=True)
    page = words(answer)
    assert "<p>Violence that harms young people.</p> <p>And those around them.</p>" in page
    assert "Offences with five years or more." in page
    assert "Left out" in page
    assert "February 2024" in page
    assert "This is the definition that counts now." in page
    assert "Not recorded" in page
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.changes["Agreed on"]) == ("localdefinition.added", ["", "February 2024"])


def test_next_version_begins_with_the_last_but_not_with_who_agreed_it(cast: Cast, coordinator: Client) -> None:
    make_definition(cast.ours, 1, victim="yes", agreed_by="Old board", agreed_on=day("2023-03"))
    form = coordinator.get(ADD).context["form"]
    assert form["wording"].value() == "Wording 1"
    assert form["victim"].value() == "yes"
    assert not form["agreed_by"].value()
    coordinator.post(ADD, {"wording": "New words"})
    assert list(LocalDefinition.objects.order_by("number").values_list("number", "wording")) == [(1, "Wording 1"), (2, "New words")]


def test_number_of_a_withdrawn_version_is_not_used_again(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, 1)
    answer = coordinator.post(page_of(definition, "localdefinition_withdraw"), {"reason": "Entered twice", "seen_version": 1})
    assert answer.status_code == 302
    coordinator.post(ADD, {"wording": "Again"})
    assert LocalDefinition.objects.get(wording="Again").number == 2
    page = words(coordinator.get(LIST))
    assert "because: Entered twice" in page
    assert "Withdrawn" in page


def test_withdrawal_without_a_reason_is_refused(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours)
    page = words(coordinator.post(page_of(definition, "localdefinition_withdraw"), {"reason": "", "seen_version": 1}))
    assert "Enter “Why is it withdrawn?”: it cannot be left empty." in page
    assert LocalDefinition.objects.get().withdrawn_on is None
    assert not AuditEntry.objects.exists()


def test_withdrawn_version_is_read_and_never_changed(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, withdrawn_on="2024-01-01", withdrawn_reason="Wrong file.")
    assert "because: Wrong file." in words(coordinator.get(page_of(definition)))
    for name in ("localdefinition_change", "localdefinition_withdraw"):
        assert coordinator.get(page_of(definition, name)).status_code == 404


def test_stale_change_shows_both_texts_and_then_saves_knowingly(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours)
    address = page_of(definition, "localdefinition_change")
    coordinator.post(address, {"wording": "Their words", "seen_version": 1})
    answer = coordinator.post(address, {"wording": "My words", "seen_version": 1})
    assert answer.status_code == 409
    assert "Their words" in words(answer)
    assert "My words" in words(answer)
    assert LocalDefinition.objects.get().wording == "Their words"
    assert AuditEntry.objects.count() == 1
    assert coordinator.post(address, {"wording": "My words", "seen_version": 2}).status_code == 302
    assert AuditEntry.objects.latest("number").changes["The definition"] == ["Their words", "My words"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"wording": ""}, "Enter “The definition”: it cannot be left empty."),
        ({"agreed_on": "soon"}, "“soon” is not a date we can read."),
        ({"penalty": "perhaps"}, "Choose one of the answers to “Was the maximum penalty taken into account?”."),
        ({"agreed_by": "b" * 201}, "“Agreed by” can have at most 200 characters; this has 201. Shorten it."),
    ],
)
def test_wrong_input_gets_a_sentence_and_loses_nothing(cast: Cast, coordinator: Client, wrong: dict, sentence: str) -> None:
    page = words(coordinator.post(ADD, {"wording": "Some words", "notes": "Kept notes"} | wrong))
    assert sentence in page
    assert "Kept notes" in page
    assert not LocalDefinition.objects.exists()
    assert not AuditEntry.objects.exists()


def test_others_cannot_reach_or_write_it(cast: Cast, coordinator: Client, viewer: Client, stranger: Client) -> None:
    ours, theirs = make_definition(cast.ours), make_definition(cast.theirs)
    assert viewer.get(page_of(ours)).status_code == 200
    for name in ("localdefinition_change", "localdefinition_withdraw"):
        assert viewer.get(page_of(ours, name)).status_code == 403
        assert stranger.get(page_of(ours, name)).status_code == 404
        assert coordinator.get(page_of(theirs, name)).status_code == 404
    assert coordinator.get(page_of(theirs)).status_code == 404


def test_version_counts_from_the_day_it_is_agreed(cast: Cast) -> None:
    make_definition(cast.ours, 1, agreed_on=day("2023-03-06"))
    make_definition(cast.ours, 2, agreed_on=day("2024-03-06"))
    versions = list(queries.definitions_of(cast.ours))
    for on, number in (("2024-03-05", 1), ("2024-03-06", 2), ("2024-03-07", 2)):
        current = queries.current_definition(versions, VagueDate.from_edtf(on).earliest)
        assert current
        assert current.number == number


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_versions(
    cast: Cast, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_definition(cast.ours, number + 1)
    with django_assert_num_queries(4):
        coordinator.get(LIST)
