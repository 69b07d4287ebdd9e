"""Actions of a strategy whose time is over, and those that go on in the next one: where they are listed, counted and asked about."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from compliance.statements.committee_parts import actions_part
from strategies.models import Action, Objective, ProgressUpdate, Strategy
from strategies.queries_progress import actions_to_ask
from strategies.queries_regional import lines_by_theme
from svduty import clock
from tests.cast import Cast, day, make_version
from tests.compliance.pages import text_of
from tests.strategies.helpers import at, make_publication


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel("2027-02-01 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def plan(cast: Cast, strategy: Strategy) -> dict[str, Action]:
    """An action of the strategy in force that goes on in the next, which is written now; one that does not; and one new in the next."""
    after = make_version(cast.ours, cast.area, title="The next one", dated="2027-01-10").strategy
    Strategy.objects.filter(pk=after.pk).update(follows=strategy)
    earlier, later = (Objective.objects.create(strategy=one, position=1, title="Fewer knives") for one in (strategy, after))
    goes_on = Action.objects.create(partnership=cast.ours, objective=earlier, title="Mentors", due=day("2026-12"))
    copy = Action.objects.create(partnership=cast.ours, objective=later, title="Mentors", due=day("2026-12"), carried_from=goes_on)
    ends = Action.objects.create(partnership=cast.ours, objective=earlier, title="Bins", due=day("2026-12"))
    new = Action.objects.create(partnership=cast.ours, objective=later, title="Lights")
    return {"goes on": goes_on, "copy": copy, "ends": ends, "new": new}


def publish_the_next() -> None:
    make_publication(Strategy.objects.get(title="The next one").versions.get(), "2027-01-20")


def planned(cast: Cast) -> set[int]:
    return {line.action.pk for line in lines_by_theme(cast.ours, clock.today()).get(None, [])}


def test_delivery_counts_what_is_in_force_and_to_come_and_the_rest_is_one_filter_away(coordinator: Client, plan: dict[str, Action]) -> None:
    assert "4 actions, all without news." in text_of(coordinator.get(at("delivery")))
    publish_the_next()
    for way in ("", "board", "timeline"):
        page = text_of(coordinator.get(at("delivery"), {"as": way}))
        assert "2 actions, all without news." in page
        assert "2 actions of earlier strategies are left out." in page
        assert "Bins" not in page
    assert "Bins" in text_of(coordinator.get(at("delivery"), {"strategy": "earlier"}))
    assert "4 actions, all without news." in text_of(coordinator.get(at("delivery"), {"strategy": "all"}))
    Action.objects.filter(objective__strategy__title="The next one").update(withdrawn_on="2027-02-01", withdrawn_reason="No.")
    assert "No action is recorded for a strategy that is in force" in text_of(coordinator.get(at("delivery")))


def test_the_regional_plan_and_the_committee_read_of_an_action_once(cast: Cast, plan: dict[str, Action]) -> None:
    assert planned(cast) == {plan[name].pk for name in ("goes on", "ends", "new")}
    stopped = ProgressUpdate.objects.create(partnership=cast.ours, on=day("2027-01-15"), state="stopped", reason="It goes on.")
    stopped.actions.add(plan["goes on"])
    assert planned(cast) == {plan[name].pk for name in ("copy", "ends", "new")}
    publish_the_next()
    assert planned(cast) == {plan["copy"].pk, plan["new"].pk}
    assert actions_part(cast.ours, clock.today())[0].startswith("2 actions: ")


def test_nobody_is_asked_for_news_of_an_action_and_of_what_it_goes_on_as(cast: Cast, plan: dict[str, Action]) -> None:
    def asked_about() -> set[int]:
        return {action.pk for action in actions_to_ask(cast.ours, None, clock.today())}

    assert asked_about() == {plan[name].pk for name in ("goes on", "ends", "new")}
    publish_the_next()
    assert asked_about() == {plan["copy"].pk, plan["new"].pk}


def test_of_an_action_that_was_done_and_goes_on_no_news_is_asked(cast: Cast, plan: dict[str, Action]) -> None:
    done = ProgressUpdate.objects.create(partnership=cast.ours, on=day("2027-01-15"), state="done")
    done.actions.add(plan["goes on"])
    assert {action.pk for action in actions_to_ask(cast.ours, None, clock.today())} == {plan[name].pk for name in ("ends", "new")}


def test_the_changes_of_an_action_lead_to_the_page_that_tells_its_news(coordinator: Client, plan: dict[str, Action]) -> None:
    coordinator.post(at("action_withdraw", plan["ends"].pk), {"reason": "No.", "seen_version": 1})
    page = coordinator.get(at("record_history", "action", plan["ends"].pk)).content.decode()
    assert f'<a class="govuk-link" href="{at("action", plan["ends"].pk)}">News of it is told on its page</a>' in page
