"""Carrying a strategy over into the next: what is copied, what stays, what is left behind, and that a second press copies nothing."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, Board, LocalDefinition, Organisation
from strategies.models import Action, Milestone, Objective, ProgressUpdate, RollForward, Section, Strategy
from strategies.models.strategy import SectionState
from tests.cast import Cast, day, make_holder, make_version
from tests.compliance.pages import make_evidence
from tests.compliance.pages import text_of as words_of
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, make_publication, make_section

TODAY = "2027-02-01 12:00:00+00:00"
NEW = {"into": "new", "title": "Serious Violence Strategy 2027 to 2030"}


def say(action: Action, state: str, on: str = "2026-12-01", reason: str = "") -> None:
    news = ProgressUpdate.objects.create(partnership=action.partnership, on=day(on), state=state, reason=reason)
    news.actions.add(action)


@pytest.fixture
def on_the_day() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def coordinator(cast: Cast, on_the_day: None) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def actions(cast: Cast, strategy: Strategy, on_the_day: None) -> dict[str, Action]:
    """One of each fate, by name: open and waiting for another and for what is done, done, stopped, withdrawn, of a body that left."""
    council = make_holder(cast.ours, cast.area, name="Anyborough Council").organisation
    gone = make_holder(cast.ours, cast.area, name="Old Fire Authority")
    gone.ends = day("2026-06-30")
    gone.save()
    objective = Objective.objects.create(strategy=strategy, position=3, title="Fewer knives", owner=council, finding=2)
    Objective.objects.create(strategy=strategy, position=4, title="Dropped", withdrawn_on="2026-01-01", withdrawn_reason="Entered twice.")

    def make(title: str, owner: Organisation = council, **more: Any) -> Action:
        return Action.objects.create(partnership=cast.ours, objective=objective, title=title, owner=owner, post="Head of Safety", **more)

    made = {name: make(name) for name in ("waits", "open", "done", "stopped", "silent")}
    made["gone"] = make("gone", gone.organisation, contact="fire@example.org")
    made["withdrawn"] = make("withdrawn", withdrawn_on="2026-02-02", withdrawn_reason="A mistake.")
    say(made["open"], "on-track")
    say(made["done"], "done")
    say(made["stopped"], "stopped", reason="No money.")
    made["waits"].needs.set([made["open"], made["done"]])
    Milestone.objects.create(action=made["open"], title="First step", reached_on=day("2026-10"))
    Milestone.objects.create(action=made["open"], title="Second step", due=day("2027-05"))
    return made


def roll(client: Client, strategy: Strategy, **changes: str) -> Any:
    return client.post(at("rollforward_add", strategy.pk), {**NEW, **changes}, follow=True)


def test_open_actions_and_objectives_are_copied_and_lead_back_to_where_they_came_from(
    coordinator: Client, strategy: Strategy, actions: dict[str, Action]
) -> None:
    roll(coordinator, strategy)
    after = Strategy.objects.get(follows=strategy)
    copies = {action.title: action for action in Action.objects.filter(objective__strategy=after)}
    assert set(copies) == {"waits", "open", "silent", "gone"}
    assert all(copy.carried_from == actions[title] for title, copy in copies.items())
    assert [(one.position, one.title, one.finding) for one in after.objectives.all()] == [(1, "Fewer knives", 2)]
    assert list(copies["waits"].needs.all()) == [copies["open"]]
    assert [(step.title, step.reached_on) for step in copies["open"].milestones.all()] == [("Second step", None)]
    assert not copies["open"].updates.exists()
    assert (copies["open"].owner_words, copies["gone"].owner_words, copies["gone"].contact) == (
        "Head of Safety, Anyborough Council",
        "",
        "",
    )


def test_what_is_left_behind_is_listed_with_its_reason_and_can_be_read_later(
    cast: Cast, coordinator: Client, strategy: Strategy, actions: dict[str, Action]
) -> None:
    make_evidence(cast.ours, title="Old receipt")
    make_evidence(cast.ours, title="Fresh receipt", dated=day("2026-02-01"))
    LocalDefinition.objects.create(partnership=cast.ours, number=2, wording="Ours")
    Board.objects.create(partnership=cast.ours, name="Safety Board")
    before = words_of(coordinator.get(at("rollforward_add", strategy.pk)))
    assert not RollForward.objects.exists()
    after = words_of(roll(coordinator, strategy))
    for page in (before, after):
        for said in (
            "Action: done Done on 1 December 2026.",
            "Action: stopped Stopped on 1 December 2026. No money.",
            "Action: withdrawn Withdrawn: A mistake.",
            "Objective: Dropped Withdrawn: Entered twice.",
            "Old Fire Authority no longer takes part. Say who does it now.",
            "1 of 2 steps was reached and stays behind.",
            "It need not wait any more for: done.",
            "Evidence: Old receipt Dated 6 February 2024, more than a year ago.",
            "1 piece of evidence Not older than a year",
            "Definition, version 2 It stays in force",
            "Safety Board Boards and their seats go on as they are.",
            "Each revised strategy needs its own (section 8(11)).",
        ):
            assert said in page


def test_a_second_press_copies_nothing(coordinator: Client, strategy: Strategy, actions: dict[str, Action]) -> None:
    for _ in range(2):
        page = roll(coordinator, strategy)
    assert (RollForward.objects.count(), Strategy.objects.filter(follows=strategy).count()) == (1, 1)
    assert Action.objects.filter(carried_from__isnull=False).count() == 4
    assert "Nothing was copied twice." in words_of(page)
    after = Strategy.objects.get(follows=strategy)
    page = roll(coordinator, strategy, into=str(after.pk))
    assert page.redirect_chain[-1][0] == at("rollforward", after.pk)
    assert Action.objects.filter(carried_from__isnull=False).count() == 4
    assert AuditEntry.objects.filter(event="rollforward.made").count() == 1


def test_a_new_strategy_begins_with_the_text_of_the_last_one_every_section_to_write(
    coordinator: Client, strategy: Strategy, on_the_day: None
) -> None:
    make_section(strategy, state=SectionState.READY)
    roll(coordinator, strategy)
    [section] = Section.objects.filter(strategy__follows=strategy)
    assert (section.text, section.state) == ("Fewer people hurt.", SectionState.TO_WRITE)
    assert strategy.sections.get().state == SectionState.READY


def test_the_earlier_actions_may_be_told_to_go_on_elsewhere_only_once_the_next_strategy_is_published(
    cast: Cast, coordinator: Client, strategy: Strategy, actions: dict[str, Action]
) -> None:
    after = Strategy.objects.create(partnership=cast.ours, title="The next one", follows=strategy)
    assert "Say of the earlier actions" not in words_of(coordinator.get(at("rollforward_add", strategy.pk)))
    for into in (str(after.pk), "new"):
        assert "the next strategy is not published, so “Serious Violence Strategy” is still in force" in words_of(
            roll(coordinator, strategy, into=into, close="on")
        )
    assert not RollForward.objects.exists()
    other = make_version(cast.ours, cast.area, title="The next one", dated="2027-01-10")
    make_publication(other, "2027-02-01")
    after.delete()
    after = other.strategy
    Strategy.objects.filter(pk=after.pk).update(follows=strategy)
    assert "Say of the earlier actions" in words_of(coordinator.get(at("rollforward_add", strategy.pk)))
    page = words_of(roll(coordinator, strategy, into=str(after.pk), close="on"))
    assert "Carried over into “The next one”. “Actions with owners” (" in page
    news = ProgressUpdate.objects.order_by("pk").last()
    assert news is not None
    assert (news.state, news.reason) == ("stopped", "It goes on in “The next one”.")
    assert {action.title for action in news.actions.all()} == {"waits", "open", "silent", "gone"}
    # It rests on no needs assessment, the earlier on none: the number still means the same.
    assert after.objectives.get().finding == 2


def test_a_new_strategy_needs_a_title_and_a_stranger_s_strategy_cannot_be_chosen(
    coordinator: Client, strategy: Strategy, their_version: Any, on_the_day: None
) -> None:
    assert "Enter the title of the new strategy" in words_of(roll(coordinator, strategy, title=""))
    assert "Choose “Carry them over into” from the list" in words_of(roll(coordinator, strategy, into=str(their_version.strategy_id)))
    assert not RollForward.objects.exists()
