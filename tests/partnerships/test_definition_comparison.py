"""Wordings of the definition beside each other, what a version is based on, and what boards decided about it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.definition_comparison import Wording, compare_wordings
from partnerships.models import Board, Decision, DefinitionTemplate, LocalDefinition, Meeting, Partnership, RoleGrant
from partnerships.models.person import Role
from tests.cast import BEGAN, Cast, day
from tests.partnerships.conftest import words

LONDON = "London minimum definition (VRU and MOPAC)"
COMPARE = "/p/anyborough/definition/compare/"


def make_definition(partnership: Partnership, number: int = 1, wording: str = "", **more: Any) -> LocalDefinition:
    return LocalDefinition.objects.create(partnership=partnership, number=number, wording=wording or f"Wording {number}", **more)


def page_of(definition: LocalDefinition, name: str = "localdefinition") -> str:
    return reverse(name, args=["anyborough", definition.pk])


def decide(definition: LocalDefinition, outcome: str = "agreed", **meeting: Any) -> Decision:
    board = Board.objects.create(partnership=definition.partnership, name=f"Board {Board.objects.count()}")
    kept = {"day": datetime.date(2024, 2, 20), "state": "held", **meeting}
    return Decision.objects.create(
        meeting=Meeting.objects.create(board=board, **kept),
        wording="That the definition be agreed.",
        outcome=outcome,
        about_kind="localdefinition",
        about_pk=definition.pk,
        about_version=definition.version,
    )


def compared(client: Client, one: str, other: str) -> str:
    return words(client.get(COMPARE, {"one": one, "other": other}))


def test_what_an_area_added_to_londons_words_is_said_in_words(cast: Cast, coordinator: Client) -> None:
    london = DefinitionTemplate.objects.get(name=LONDON)
    ours = make_definition(cast.ours, wording=london.wording.replace("sexual violence.", "sexual violence and hate crime."))
    page = compared(coordinator, f"wording-{london.pk}", f"version-{ours.pk}")
    assert "Only in Version 1:" in page
    assert "hate crime" in page.split("Only in Version 1:")[1].split("Everything else is the same.")[0]
    assert '<mark class="svd-only"><span class="govuk-visually-hidden">Only here: </span>' in page


def test_same_words_are_called_the_same_and_other_texts_other() -> None:
    one, same, other = (Wording(text, text, text) for text in ("Harm to the young.", "Harm to the young.", "Arson that endangers life."))
    assert compare_wordings(one, same).same
    assert not compare_wordings(one, same).apart
    assert compare_wordings(one, other).apart
    assert not compare_wordings(one, other).same


def test_checklists_of_two_versions_say_where_they_differ(cast: Cast, coordinator: Client) -> None:
    first = make_definition(cast.ours, 1, penalty="yes", terrorism="out")
    second = make_definition(cast.ours, 2, penalty="yes", terrorism="in")
    answer = coordinator.get(COMPARE, {"one": f"version-{first.pk}", "other": f"version-{second.pk}"})
    assert [row.label for row in answer.context["compared"].answers if row.differs] == ["Terrorism"]


def test_hostile_wording_is_shown_as_words(cast: Cast, coordinator: Client) -> None:
    bad = make_definition(cast.ours, 1, "<script>alert(1)</script>", notes="<img src=x onerror=alert(1)> [go](javascript:alert(1))")
    good = make_definition(cast.ours, 2, "Harm.")
    for page in (
        coordinator.get(COMPARE, {"one": f"version-{bad.pk}", "other": f"version-{good.pk}"}),
        coordinator.get(page_of(bad)),
    ):
        raw = page.content.decode()
        assert "&lt;script&gt;" in raw
        assert "<script>alert" not in raw
        assert "<img src=x" not in raw
        assert 'href="javascript' not in raw


def test_notes_are_read_as_markdown(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, notes="# Note A\n\n- **domestic abuse** means")
    raw = coordinator.get(page_of(definition)).content.decode()
    assert "<h3>Note A</h3>" in raw
    assert "<strong>domestic abuse</strong>" in raw


def test_words_of_another_area_are_offered_to_those_who_read_it_and_to_nobody_else(
    cast: Cast, as_person: Callable[..., Client], coordinator: Client
) -> None:
    ours, theirs = make_definition(cast.ours, wording="Our words."), make_definition(cast.theirs, wording="Zebrastripe words.")
    asked = {"one": f"version-{ours.pk}", "other": f"version-{theirs.pk}"}
    refused = words(coordinator.get(COMPARE, asked))
    assert "Choose “Beside this one” from the list; what was asked for is not in it." in refused
    assert "Zebrastripe" not in refused
    assert cast.theirs.name not in refused
    RoleGrant.objects.create(user=cast.coordinator, role=Role.VIEWER, partnership=cast.theirs, starts=BEGAN)
    allowed = words(as_person(cast.coordinator).get(COMPARE, asked))
    assert f"{cast.theirs.name}, version 1" in allowed
    assert "Zebrastripe" in allowed


@pytest.mark.parametrize("asked", [{"one": "version-1"}, {"one": "x", "other": "y"}, {"one": "version-999999", "other": "wording-999999"}])
def test_addresses_that_name_nothing_get_a_sentence(cast: Cast, viewer: Client, asked: dict[str, str]) -> None:
    make_definition(cast.ours, 1)
    make_definition(cast.ours, 2)
    answer = viewer.get(COMPARE, asked)
    assert answer.status_code == 200
    assert "from the list" in words(answer)


def test_first_version_begins_with_a_wording_and_says_so(cast: Cast, coordinator: Client) -> None:
    london = DefinitionTemplate.objects.get(name=LONDON)
    begin = reverse("localdefinition_add", args=["anyborough"]) + f"?wording={london.pk}"
    assert begin in words(coordinator.get(reverse("definitions", args=["anyborough"])))
    form = coordinator.get(begin).context["form"]
    assert form["wording"].value() == london.wording
    sent = {"wording": london.wording, "based_on_template": london.pk}
    page = words(coordinator.post(begin, sent, follow=True))
    definition = LocalDefinition.objects.get()
    assert definition.based_on_template == london
    assert london.source in page
    assert f"{COMPARE}?one=wording-{london.pk}&other=version-{definition.pk}" in page


def test_wording_that_is_over_is_no_longer_offered_but_stays_with_those_who_chose_it(cast: Cast, coordinator: Client) -> None:
    over = DefinitionTemplate.objects.create(name="Old words", wording="Old.", source="A paper", ends=day("2024"))
    based = make_definition(cast.ours, based_on_template=over)
    assert (
        over
        not in coordinator.get(reverse("localdefinition_add", args=["anyborough"])).context["form"].fields["based_on_template"].queryset
    )
    form = coordinator.get(page_of(based, "localdefinition_change")).context["form"]
    assert form["based_on_template"].value() == over.pk
    assert over in form.fields["based_on_template"].queryset


def test_version_is_never_based_on_anothers_or_on_a_later_one(cast: Cast, coordinator: Client) -> None:
    first, later, theirs = make_definition(cast.ours, 1), make_definition(cast.ours, 2), make_definition(cast.theirs, 1)
    second = reverse("localdefinition_add", args=["anyborough"])
    for wrong, address in ((theirs, second), (later, page_of(first, "localdefinition_change"))):
        page = words(coordinator.post(address, {"wording": "Words", "based_on_version": wrong.pk, "seen_version": 1}))
        assert "what was sent is not in it" in page or "based_on_version" not in page
    assert not LocalDefinition.objects.filter(based_on_version__isnull=False).exists()


def test_page_shows_who_decided_with_the_quorum_as_it_was_kept(cast: Cast, viewer: Client) -> None:
    definition = make_definition(cast.ours)
    kept = {"quorum_rule": "a quarter of all members, and the chair", "quorum_base": 54, "quorum_needed": 14}
    decide(definition, quorate=True, quorum_present=15, quorum_chair=True, **kept)
    decide(definition, "not-agreed", quorate=False)
    decide(make_definition(cast.ours, 2), "deferred")
    page = words(viewer.get(page_of(definition)))
    assert "14 of 54 members were needed (a quarter of all members, and the chair); 15 were there, and the chair" in page
    assert "Not quorate" in page
    assert "Put off" not in page
    assert "has been changed since" not in page


def test_words_changed_after_they_were_agreed_are_shown_with_the_difference(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, wording="Harm to people under 25.")
    decide(definition)
    changed = {"wording": "Harm to people under 18.", "seen_version": 1}
    coordinator.post(page_of(definition, "localdefinition_change"), changed)
    page = words(coordinator.get(page_of(definition)))
    assert "The wording has been changed since Board 0 agreed it on 20 February 2024" in page
    assert '<del><span class="govuk-visually-hidden">Deleted: </span>25.</del>' in page
    assert "18.</ins>" in page


def test_words_that_a_quorate_board_agreed_are_not_changed_and_the_new_ones_are_not_lost(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, wording="Harm to people under 25.")
    decide(definition, quorate=True)
    answer = coordinator.post(page_of(definition, "localdefinition_change"), {"wording": "Harm to people under 18.", "seen_version": 1})
    definition.refresh_from_db()
    assert (definition.wording, definition.version) == ("Harm to people under 25.", 1)
    page = words(answer)
    assert "Board 0 agreed these words on 20 February 2024, so they stay. Add a version for other words" in page
    assert "Harm to people under 18." in page


def test_change_of_anything_else_leaves_the_agreement_as_it_is(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours, wording="Harm to people under 25.")
    decide(definition)
    coordinator.post(page_of(definition, "localdefinition_change"), {"wording": definition.wording, "source": "Item 4", "seen_version": 1})
    definition.refresh_from_db()
    assert definition.version == 2
    assert "has been changed since" not in words(coordinator.get(page_of(definition)))


def test_planned_meetings_are_offered_to_those_who_may_put_it_on_an_agenda(cast: Cast, coordinator: Client, viewer: Client) -> None:
    definition = make_definition(cast.ours)
    for partnership, name in ((cast.ours, "Our board"), (cast.theirs, "Zebrastripe board")):
        board = Board.objects.create(partnership=partnership, name=name)
        Meeting.objects.create(board=board, day=datetime.date(2099, 1, 5))
        Meeting.objects.create(board=board, day=datetime.date(2001, 1, 5))
    page = words(coordinator.get(page_of(definition)))
    assert "Our board, 5 January 2099" in page
    assert "2001" not in page
    assert "Zebrastripe" not in page
    assert "Put it on an agenda" not in words(viewer.get(page_of(definition)))


def test_administrator_keeps_wordings_with_their_history(cast: Cast, administrator: Client) -> None:
    london = DefinitionTemplate.objects.get(name=LONDON)
    page = reverse("definitiontemplate", args=[london.pk])
    assert "It stands as it came with this service" in words(administrator.get(page))
    changed = {"name": LONDON, "wording": london.wording, "source": "A newer page", "seen_version": 1}
    administrator.post(reverse("definitiontemplate_change", args=[london.pk]), changed)
    shown = words(administrator.get(page))
    assert "Changed a wording to begin from" in shown
    assert "A newer page" in shown
    twice = words(administrator.post(reverse("definitiontemplate_add"), {"name": LONDON, "wording": "W", "source": "S"}))
    assert "A wording of this name is here already." in twice


@pytest.mark.parametrize("rows", [1, 10])
def test_pages_take_the_same_number_of_queries_however_many_versions(
    cast: Cast, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    made = [make_definition(cast.ours, number + 1) for number in range(rows + 1)]
    for _ in range(rows):
        decide(made[0])
    with django_assert_num_queries(7):
        coordinator.get(page_of(made[0]))
    with django_assert_num_queries(5):
        coordinator.get(COMPARE, {"one": f"version-{made[0].pk}", "other": f"version-{made[1].pk}"})


def test_item_that_is_put_on_an_agenda_is_about_this_version(cast: Cast, coordinator: Client) -> None:
    definition = make_definition(cast.ours)
    board = Board.objects.create(partnership=cast.ours, name="Our board")
    meeting = Meeting.objects.create(board=board, day=datetime.date(2099, 1, 5))
    offered = f"{reverse('agendaitem_add', args=['anyborough', meeting.pk])}?about=localdefinition:{definition.pk}"
    assert offered in words(coordinator.get(page_of(definition)))
    assert coordinator.get(offered).context["form"]["about"].value() == f"localdefinition:{definition.pk}"
