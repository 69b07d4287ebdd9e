"""Objectives, actions and their steps in the browser."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships.models import AuditEntry, Board, Organisation, RoleGrant, Seat
from partnerships.models.person import Role
from strategies.models import Action, Milestone, NeedsAssessment, Objective, ProgressUpdate, Strategy
from tests.cast import Cast, day, make_holder
from tests.hostile import RUN, TAGS
from tests.partnerships.conftest import words
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2027, 6, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def police(cast: Cast) -> Organisation:
    return make_holder(cast.ours, cast.area, "police", name="Shire Police").organisation


@pytest.fixture
def objective(strategy: Strategy) -> Objective:
    return Objective.objects.create(strategy=strategy, position=1, title="Fewer knives")


def an_action(cast: Cast, title: str, **more: Any) -> Action:
    return Action.objects.create(partnership=cast.ours, title=title, **more)


def news(action: Action, state: str, on: str = "2027-05-01", **more: Any) -> ProgressUpdate:
    update = ProgressUpdate.objects.create(partnership=action.partnership, on=day(on), state=state, **more)
    update.actions.add(action)
    return update


def ticked(client: Client, url: str, data: dict[str, Any]) -> str:
    """Send, meet the warning, tick it, and send again; the warning's page."""
    first = client.post(url, data)
    assert first.status_code == 200
    seen = first.context["form"].to_tick
    assert seen
    assert client.post(url, data | {"cautions_seen": seen}).status_code == 302
    return words(first)


def test_an_action_says_what_who_and_when_and_a_season_is_due_at_its_end(
    cast: Cast, coordinator: Client, objective: Objective, police: Organisation
) -> None:
    sent = {"title": "Run an amnesty", "objective": objective.pk, "owner": police.pk, "post": "Inspector", "due": "Spring 2027"}
    for _ in range(2):
        answer = coordinator.post(at("action_add"), sent)
    made = Action.objects.get()
    assert answer["Location"] == at("action", made.pk)
    assert made.due == day("2027-21")
    page = words(coordinator.get(at("delivery")))
    assert all(
        part in page for part in ("1. Fewer knives", "Run an amnesty", "Inspector", "Shire Police", "Spring 2027", "1 day past its date")
    )
    assert AuditEntry.objects.filter(event="action.added").count() == 1


def test_what_is_done_before_it_begins_is_refused(coordinator: Client) -> None:
    page = words(coordinator.post(at("action_add"), {"title": "Back to front", "starts": "July 2027", "due": "June 2027"}))
    assert "It begins in or on July 2027, so it cannot be done by June 2027." in page
    assert not Action.objects.exists()


def test_actions_that_would_wait_for_one_another_are_refused_and_named(cast: Cast, coordinator: Client) -> None:
    hire, train, open_it = (an_action(cast, title) for title in ("Hire", "Train", "Open"))
    train.needs.add(hire)
    open_it.needs.add(train)
    sent = {"title": "Hire", "needs": [open_it.pk], "seen_version": 1}
    page = words(coordinator.post(at("action_change", hire.pk), sent))
    assert "“Hire” would wait for “Open”, which waits for “Train”, which waits for “Hire”. Take one of them out." in page
    assert not hire.needs.exists()
    itself = words(coordinator.post(at("action_change", hire.pk), sent | {"needs": [hire.pk]}))
    assert "Choose among this partnership's other actions." in itself
    assert coordinator.post(at("action_change", open_it.pk), {"title": "Open", "needs": [hire.pk], "seen_version": 1}).status_code == 302


def test_nobody_waits_for_an_action_of_another_partnership(cast: Cast, coordinator: Client) -> None:
    foreign = Action.objects.create(partnership=cast.theirs, title="Otherton's own")
    ours = an_action(cast, "Ours")
    an_action(cast, "Beside it")
    page = coordinator.post(at("action_change", ours.pk), {"title": "Ours", "needs": [foreign.pk], "seen_version": 1})
    assert "Choose among this partnership's other actions." in words(page)
    assert "Otherton" not in words(coordinator.get(at("action_change", ours.pk)))
    assert not ours.needs.exists()


def test_section_8_5_is_about_schools_prisons_and_youth_custody_and_any_other_body_gets_a_warning(
    cast: Cast, coordinator: Client, police: Organisation
) -> None:
    college = make_holder(cast.ours, cast.area, "educational", name="Anyborough College").organisation
    prison = Organisation.objects.create(partnership=cast.ours, name="HMP Anyshire", kind="prison")
    for named in (college, prison):
        assert coordinator.post(at("action_add"), {"title": f"For {named}", "relevant_authority": named.pk}).status_code == 302
    page = ticked(coordinator, at("action_add"), {"title": "For the police", "relevant_authority": police.pk})
    assert "Shire Police is recorded here neither as a school or college" in page
    shown = words(coordinator.get(at("delivery"), {"named": "on"}))
    assert "The strategy asks Anyborough College to act (section 8(5))" in shown


def test_a_finding_that_is_not_there_gets_a_warning_and_one_that_is_there_is_shown(
    cast: Cast, coordinator: Client, objective: Objective, strategy: Strategy
) -> None:
    strategy.assessment = NeedsAssessment.objects.create(partnership=cast.ours, title="Needs", findings="Knives at night\nHarm at home")
    strategy.save()
    page = ticked(coordinator, at("action_add"), {"title": "Lights", "objective": objective.pk, "finding": 3})
    assert "The needs assessment has 2 findings, so there is none with the number 3." in page
    made = Action.objects.get()
    coordinator.post(at("action_change", made.pk), {"title": "Lights", "objective": objective.pk, "finding": 2, "seen_version": 1})
    assert 'Answers finding 2</dt> <dd class="govuk-summary-list__value">Harm at home' in words(coordinator.get(at("action", made.pk)))


def test_an_action_whose_body_has_left_says_so_with_a_way_to_pass_it_on(cast: Cast, coordinator: Client, police: Organisation) -> None:
    left = an_action(cast, "Patrol the station", owner=police)
    stays = an_action(cast, "Light the park", owner=make_holder(cast.ours, cast.area, name="Shire Council").organisation)
    one_of_two = make_holder(cast.ours, cast.area, "county-council", name="Shire Council")
    one_of_two.ends = day("2027-01")
    one_of_two.save()
    holder = police.duty_holders.get()
    holder.ends = day("2027-06-01")
    holder.save()
    assert "Left the partnership" not in words(coordinator.get(at("delivery")))
    holder.ends = day("2027-05-31")
    holder.save()
    for page in (words(coordinator.get(at("delivery"))), words(coordinator.get(at("action", left.pk)))):
        assert "Left the partnership on 31 May 2027." in page
        assert f'{at("action_change", left.pk)}">Give it to another body' in page
    assert "Left the partnership" not in words(coordinator.get(at("action", stays.pk)))
    seen = words(signed_in(cast.viewer).get(at("action", left.pk)))
    assert "Left the partnership on 31 May 2027." in seen
    assert at("action_change", left.pk) not in seen
    assert "Shire Police left the partnership on 31 May 2027." in ticked(
        coordinator, at("action_change", left.pk), {"title": "Patrol", "owner": police.pk, "seen_version": 1}
    )
    news(left, "done")
    assert "Give it to another body" not in words(coordinator.get(at("action", left.pk)))


def test_the_list_is_narrowed_by_an_address_that_can_be_kept(
    cast: Cast, coordinator: Client, objective: Objective, police: Organisation
) -> None:
    an_action(cast, "Amnesty bins", objective=objective, owner=police, due=day("2027-05"), prevention="primary")
    done = an_action(cast, "Mentor at school", objective=objective, prevention="tertiary")
    news(done, "done")
    news(an_action(cast, "Street lights", owner=police), "late", reason="No parts")

    def found(**asked: Any) -> set[str]:
        page = words(coordinator.get(at("delivery"), asked))
        return {title for title in ("Amnesty bins", "Mentor at school", "Street lights") if title in page}

    assert len(found()) == 3
    assert found(words="BINS amn") == {"Amnesty bins"}
    assert found(objective=objective.pk) == {"Amnesty bins", "Mentor at school"}
    assert found(objective="none") == {"Street lights"}
    assert found(owner=police.pk) == {"Amnesty bins", "Street lights"}
    assert found(owner="none") == {"Mentor at school"}
    assert found(state="open") == {"Amnesty bins", "Street lights"}
    assert found(state="done") == {"Mentor at school"}
    assert found(state="no-news") == {"Amnesty bins"}
    assert found(late="on") == {"Amnesty bins", "Street lights"}
    assert found(prevention="tertiary") == {"Mentor at school"}
    assert found(owner=police.pk, state="late") == {"Street lights"}
    assert found(owner="999999", state="<b>") == {"Amnesty bins", "Mentor at school", "Street lights"}
    for way in ("board", "timeline"):
        assert found(**{"as": way, "state": "done"}) <= {"Mentor at school"}
        assert f'name="as" value="{way}"' in words(coordinator.get(at("delivery"), {"as": way}))


def test_the_board_shows_each_action_under_its_state(cast: Cast, coordinator: Client) -> None:
    news(an_action(cast, "Amnesty bins"), "at-risk", reason="No money")
    an_action(cast, "Street lights")
    columns = coordinator.get(at("delivery"), {"as": "board"}).context["columns"]
    assert [(state, [line.action.title for line in lines]) for state, _, lines in columns if lines] == [
        ("No news yet", ["Street lights"]),
        ("At risk", ["Amnesty bins"]),
    ]


@pytest.mark.parametrize("way", ["", "board", "timeline"])
def test_a_long_list_asks_the_database_no_more_than_a_short_one(
    cast: Cast, coordinator: Client, objective: Objective, police: Organisation, way: str
) -> None:
    asked = []
    for number in (1, 10, 100):
        for place in range(number - Action.objects.count()):
            made = an_action(cast, f"Action {number} {place}", objective=objective, owner=police, due=day("2027-07"))
            news(made, "on-track")
        with CaptureQueriesContext(connection) as queries:
            assert coordinator.get(at("delivery"), {"as": way}).status_code == 200
        asked.append(len(queries))
    assert asked[1:] == asked[:-1]


def test_a_contributor_minds_the_steps_of_their_own_bodys_actions_and_of_no_other(cast: Cast, police: Organisation) -> None:
    mine, other = an_action(cast, "Ours to do", owner=police), an_action(cast, "Of nobody")
    person = cast.people[Role.CONTRIBUTOR]
    RoleGrant.objects.filter(user=person).update(body=police)
    client = signed_in(person)
    assert client.post(at("milestone_add", other.pk), {"title": "Sneaked in"}).status_code == 403
    assert client.post(at("milestone_add", mine.pk), {"title": "Venue found", "due": "July 2027"}).status_code == 302
    step = Milestone.objects.get()
    assert client.post(at("milestone_reached", step.pk), {"reached": "yes", "seen_version": 1}).status_code == 302
    step.refresh_from_db()
    assert step.reached_on == day("2027-06-01")
    assert last_event().changes["Reached on"] == ["", "1 June 2027"]
    client.post(at("milestone_reached", step.pk), {"reached": "no", "seen_version": 1})
    step.refresh_from_db()
    assert step.reached_on, "an old page changes nothing"
    client.post(at("milestone_reached", step.pk), {"reached": "no", "seen_version": 2})
    step.refresh_from_db()
    assert step.reached_on is None
    theirs = Milestone.objects.create(action=other, title="Of nobody's")
    assert client.post(at("milestone_reached", theirs.pk), {"reached": "yes", "seen_version": 1}).status_code == 403
    assert client.get(at("action_change", mine.pk)).status_code == 403


def test_the_history_of_an_action_reads_as_a_story(cast: Cast, coordinator: Client, police: Organisation) -> None:
    coordinator.post(at("action_add"), {"title": "Run an amnesty", "due": "June 2027"})
    made = Action.objects.get()
    news(made, "on-track", "2027-05-01", words="Bins are ordered", by_label="Inspector")
    news(made, "late", "2027-05-20", reason="The bins did not come", said_by=cast.coordinator)
    news(made, "done", "2027-05-21", withdrawn_on=datetime.date(2027, 5, 22), withdrawn_reason="It was another action")
    news(made, "late", "2027-05-30", no_change=True)
    coordinator.post(
        at("action_change", made.pk),
        {"title": "Run an amnesty", "due": "Summer 2027", "owner": police.pk, "post": "Inspector", "seen_version": 1},
    )
    coordinator.post(at("milestone_add", made.pk), {"title": "Bins stand"})
    page = words(coordinator.get(at("action", made.pk)))
    story = page[page.index("What happened") :]
    told = [
        "Step added: “Bins stand”.",
        "Shire Police took it on.",
        "The Inspector answers for it now.",
        "The day by which it is to be done moved from June 2027 to Summer 2027.",
        "Added to the plan.",
        "No change: still late",
        "It was another action",
        "From on track to late",
        "The bins did not come",
        str(cast.coordinator),
        "Bins are ordered",
        "Inspector",
    ]
    for sentence in told:
        assert sentence in story
    days = [story.index(day) for day in (">1 June 2027 (", ">30 May 2027 (", ">21 May 2027 (", ">20 May 2027 (", ">1 May 2027 (")]
    assert days == sorted(days)
    assert "The bins did not come" in page[: page.index("What happened")], "it is late still, and that is why"


def test_hostile_words_stay_words(cast: Cast, coordinator: Client, strategy: Strategy) -> None:
    for hostile in (tag.format(RUN) for tag in TAGS):
        objective = Objective.objects.create(strategy=strategy, position=1, title=hostile)
        made = an_action(cast, hostile, description=hostile, objective=objective, due=day("2027-07"), post=hostile)
        news(made, "late", words=hostile, reason=hostile)
        Milestone.objects.create(action=made, title=hostile)
        for url in (at("action", made.pk), at("objective", objective.pk)):
            answer = coordinator.get(url)
            assert " ".join(hostile.split()) in words(answer), "it is there"
            assert f"<script>{RUN}" not in answer.content.decode(), "and escaped"
    for way in ("", "board", "timeline"):
        body = coordinator.get(at("delivery"), {"as": way}).content.decode()
        assert f"&lt;script&gt;{RUN}" in body
        assert f"<script>{RUN}" not in body


def test_what_is_withdrawn_leaves_the_list_and_stays_readable(cast: Cast, coordinator: Client) -> None:
    made = an_action(cast, "Entered twice")
    coordinator.post(at("action_withdraw", made.pk), {"reason": "Entered twice by mistake", "seen_version": 1})
    assert "Entered twice</a>" not in words(coordinator.get(at("delivery")))
    assert "Withdrawn, so it no longer counts: Entered twice by mistake" in words(coordinator.get(at("action", made.pk)))
    assert coordinator.get(at("action_change", made.pk)).status_code == 404


def test_an_objective_gets_the_next_number_and_a_number_taken_gets_a_warning(cast: Cast, coordinator: Client, objective: Objective) -> None:
    url = at("objective_add", objective.strategy_id)
    assert 'value="2"' in words(coordinator.get(url))
    assert "“Fewer knives” has the number 1 already." in ticked(coordinator, url, {"position": 1, "title": "Safer streets"})
    made = Objective.objects.get(title="Safer streets")
    assert "No action serves it yet." in words(coordinator.get(at("objective", made.pk)))
    assert "Objectives without an action" in words(coordinator.get(at("delivery")))


def test_only_open_actions_are_offered_to_wait_for_and_those_it_waits_for_already(cast: Cast, coordinator: Client) -> None:
    done, before, open_one = (an_action(cast, title) for title in ("Done already", "Done and waited for", "Still open"))
    news(done, "done")
    news(before, "stopped", reason="No money")
    waiting = an_action(cast, "Waiting")
    waiting.needs.add(before)
    offered = coordinator.get(at("action_change", waiting.pk)).context["form"].fields["needs"].queryset
    assert set(offered) == {before, open_one}


def test_the_counts_read_as_a_sentence(cast: Cast, coordinator: Client) -> None:
    first = an_action(cast, "Amnesty bins", due=day("2027-05"))
    assert coordinator.get(at("delivery")).context["said"] == "1 action, without news. 1 is past its date."
    second = an_action(cast, "Street lights")
    assert coordinator.get(at("delivery")).context["said"] == "2 actions, all without news. 1 is past its date."
    news(first, "done")
    news(second, "at-risk", reason="No parts")
    assert coordinator.get(at("delivery")).context["said"] == "2 actions: 1 at risk, 1 done."


def test_an_action_is_offered_no_body_that_belongs_to_other_partnerships_alone(coordinator: Client, cast: Cast) -> None:
    ours = make_holder(cast.ours, cast.area, "police", "Our police").organisation
    theirs = make_holder(cast.theirs, cast.area, "fire", "Their fire brigade").organisation
    seated = make_holder(cast.theirs, cast.area, "probation", "A service of both").organisation
    Organisation.objects.update(partnership=None)
    Seat.objects.create(board=Board.objects.create(partnership=cast.ours, name="Board"), post="Head", organisation=seated)
    nowhere = Organisation.objects.create(name="A prison of the register", kind="prison")

    def offered() -> set[Organisation]:
        return set(coordinator.get(at("action_add")).context["form"].fields["owner"].queryset)

    assert {ours, seated, nowhere} <= offered()
    assert theirs not in offered()
    an_action(cast, "Theirs all the same", owner=theirs)
    assert theirs in offered()
