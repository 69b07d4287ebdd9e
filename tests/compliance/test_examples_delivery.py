"""What the examples do to carry their strategies out, held to the papers' own counts."""

import datetime

import pytest

from partnerships.models import Partnership
from strategies import queries_delivery as queries
from strategies.action_lines import ActionLine, lines_of
from strategies.models import Action, Objective, ProgressUpdate, RegionalPlanSending
from strategies.queries_owners import left_on, relevant_bodies
from strategies.regional_plan import regional_groups
from svduty import clock
from tests.compliance.example_data import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def lines(slug: str, on: datetime.date) -> list[ActionLine]:
    partnership = Partnership.objects.get(slug=slug)
    actions = list(queries.with_news(queries.standing_actions(partnership)))
    return lines_of(actions, on, left_on(partnership, {action.owner_id for action in actions if action.owner_id}, on))


def test_havering_has_eight_objectives_each_with_its_first_action_and_nobody_named_for_any() -> None:
    load("havering")
    assert [one.position for one in Objective.objects.all()] == list(range(1, 9))
    assert [action.objective.position for action in Action.objects.all() if action.objective] == list(range(1, 9))
    assert not Action.objects.filter(owner__isnull=False).exists()
    [follow_up] = Action.objects.filter(due__isnull=False)
    assert (follow_up.title, str(follow_up.due)) == ("Come back to the Places Overview and Scrutiny Sub Committee", "January 2025")
    assert follow_up.due
    assert follow_up.due.latest == datetime.date(2025, 1, 31)
    assert not ProgressUpdate.objects.exists()


def test_barnet_has_seven_objectives_and_no_action_since_its_plan_is_not_held() -> None:
    load("barnet")
    assert Objective.objects.count() == 7
    assert not Action.objects.exists()


def test_warwickshire_has_three_priorities_and_what_its_paper_lists_to_do() -> None:
    load("warwickshire")
    assert Objective.objects.count() == 3
    due = {action.title: str(action.due) for action in Action.objects.filter(due__isnull=False)}
    assert due == {
        "Hold a conference of all agencies": "13 October 2022",
        "Make the delivery plan": "Autumn 2022",
        "Try out reviews of homicides with weapons at the desk": "Autumn 2022",
        "Tell the partnership's board what homicide reviews will cost": "April 2023",
        "Write the first Annual Assurance Statement": "Spring 2023",
    }
    fund = Action.objects.get(title__contains="delivery fund")
    assert fund.needed_by.count() == 3
    assert not any(line.standing.late for line in lines("warwickshire", datetime.date(2022, 9, 7)))


def test_anyborough_has_an_action_in_every_state_on_the_day_it_is_loaded() -> None:
    load("anyborough")
    on = clock.today()
    found = lines("anyborough", on)
    assert len(found) >= 14
    assert {line.standing.state for line in found} == {"", "on-track", "at-risk", "late", "done", "stopped"}
    assert any(line.standing.late for line in found)
    assert any(line.standing.silent(on) for line in found)
    assert any(line.action.needs.exists() and line.standing.open for line in found)
    assert any(line.action.owner and not line.action.post for line in found)
    assert any(line.action.owner is None for line in found)
    assert any(line.left for line in found)
    assert any(line.action.due and not line.action.due.exact for line in found)
    named = {line.action.relevant_authority_id for line in found if line.action.relevant_authority_id}
    assert len(named) == 2
    assert named <= set(relevant_bodies(Partnership.objects.get()).values_list("pk", flat=True))


def test_news_of_anyborough_lies_in_the_past_and_gives_a_reason_where_one_is_asked_for() -> None:
    load("anyborough")
    on = clock.today()
    year_ago = on - datetime.timedelta(days=365)
    news = list(ProgressUpdate.objects.all())
    assert all(update.on.latest < on for update in news)
    assert sum(update.on.earliest > year_ago for update in news) >= 30
    wanting = [update for update in news if update.state in ("at-risk", "late", "stopped") and not update.no_change and not update.reason]
    assert wanting == []
    for action in Action.objects.filter(finding__isnull=False):
        assert action.objective
        assert action.objective.strategy.assessment
        assert action.finding in range(1, len(action.objective.strategy.assessment.finding_lines) + 1)


def test_barnets_regional_plan_has_the_papers_day_and_nothing_is_said_of_its_sending() -> None:
    load("barnet")
    plan = RegionalPlanSending.objects.get()
    assert (plan.due_on, plan.sent_on) == (datetime.date(2024, 2, 28), None)
    assert "Violence Reduction Unit" in plan.recipient


def test_havering_waits_for_its_template_so_no_plan_is_due() -> None:
    load("havering")
    assert not RegionalPlanSending.objects.exists()


def test_anyborough_stands_under_its_units_themes_with_one_plan_sent_in_time_and_one_to_come() -> None:
    load("anyborough")
    partnership, today = Partnership.objects.get(slug="anyborough"), clock.today()
    groups = regional_groups(partnership, today)
    assert [bool(group.lines) for group in groups] == [True, True, False, True, True]
    earlier = Action.objects.filter(partnership=partnership, objective__strategy__title__endswith="2023 to 2026")
    assert earlier.exists()
    assert not {line.action.pk for group in groups for line in group.lines} & {action.pk for action in earlier}
    to_come, sent = RegionalPlanSending.objects.order_by("-due_on")
    assert to_come.due_on > today
    assert to_come.sent_on is None
    assert sent.sent_on
    assert sent.sent_on.latest < sent.due_on
    assert sent.document
