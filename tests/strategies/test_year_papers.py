"""The partnership plan, readiness beside the time before, homicide reviews only where they are in force."""

from typing import Any

import pytest
from django.test import Client

from partnerships.models import AuditEntry, Partnership
from strategies.models import HomicideReview, PartnershipPlan, ReadinessAssessment, Strategy
from tests.cast import Cast, day, make_version
from tests.page_forms import controls_of
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, text_of

MODULE = ["homicidereviews", "homicidereview_add"]


LISTS = ["scrutiny", "policingbody", "partnershipplans", "readinessassessments", "assurancestatements", "committeereports"]


@pytest.mark.parametrize("route", LISTS)
def test_empty_list_says_what_belongs_there_and_offers_the_first_step_to_who_may_take_it(cast: Cast, route: str) -> None:
    for person, offered in ((cast.coordinator, True), (cast.viewer, False)):
        page = text_of(signed_in(person).get(at(route)))
        assert "svd-empty" in page
        assert ('<a href="' in page.split("svd-empty__text")[1].split("</div>")[0]) is offered


def readiness_data(**changes: str) -> dict[str, str]:
    return {"assessed_on": "3 3 2024", "assessor": "Assessor of the Home Office", "level": "Developing", **changes}


def test_themes_are_kept_with_the_assessment_and_told_in_its_history(coordinator: Client) -> None:
    told = readiness_data(theme_1="Partnership", level_1="Mature", note_1="All came", theme_2="Definition")
    for _ in range(2):
        page = coordinator.post(at("readinessassessment_add"), told, follow=True)
    found = ReadinessAssessment.objects.get()
    assert [(row.theme, row.level, row.note) for row in found.themes.all()] == [("Partnership", "Mature", "All came")]
    assert last_event().changes["Themes"] == ["", "Partnership: Mature (All came)"]
    assert (AuditEntry.objects.count(), "Mature" in text_of(page)) == (1, True)


def test_same_day_with_other_themes_is_another_assessment(coordinator: Client) -> None:
    for level in ("Mature", "Preparing"):
        coordinator.post(at("readinessassessment_add"), readiness_data(theme_1="Partnership", level_1=level))
    assert ReadinessAssessment.objects.count() == 2


def test_level_that_changed_since_the_time_before_is_marked(coordinator: Client, cast: Cast) -> None:
    for when, level, theme in [("2023-03", "Preparing", "partnership "), ("2024-03", "Mature", "Partnership")]:
        one = ReadinessAssessment.objects.create(partnership=cast.ours, assessed_on=day(when), assessor="Assessor", level=level)
        one.themes.create(position=1, theme=theme, level=level)
        one.themes.create(position=2, theme="Data", level="Developing")
    page = coordinator.get(at("readinessassessments"))
    newest, oldest = page.context["rows"]
    assert [(line.theme, line.before, line.changed) for line in newest.lines] == [
        ("Partnership", "Preparing", True),
        ("Data", "Developing", False),
    ]
    assert (oldest.before, text_of(page).count(">Changed<")) == (None, 1)


def test_second_writer_of_a_readiness_assessment_sees_both_themes(coordinator: Client, cast: Cast) -> None:
    one = ReadinessAssessment.objects.create(partnership=cast.ours, assessed_on=day("2024-03-03"), assessor="Assessor", level="Developing")
    one.themes.create(position=1, theme="Partnership", level="Mature")
    ReadinessAssessment.objects.update(version=2)
    mine = readiness_data(assessor="Assessor", seen_version="1", theme_1="Partnership", level_1="Preparing")
    page = coordinator.post(at("readinessassessment_change", one.pk), mine)
    assert page.status_code == 409
    assert "level_1" in [difference.name for difference in page.context["form"].conflict]
    assert one.themes.get().level == "Mature"


def test_level_without_a_theme_is_asked_about(coordinator: Client) -> None:
    page = coordinator.post(at("readinessassessment_add"), readiness_data(level_7="Mature"))
    assert page.context["form"].errors["theme_7"] == ["Name the theme that this is about, or empty its row."]


def test_plan_offers_the_strategies_of_its_own_partnership_alone(coordinator: Client, cast: Cast, strategy: Strategy) -> None:
    theirs = make_version(cast.theirs, cast.their_area).strategy
    told = {"title": "Plan", "covers": "yes", "strategy": theirs.pk}
    assert "strategy" in coordinator.post(at("partnershipplan_add"), told).context["form"].errors
    assert coordinator.post(at("partnershipplan_add"), {**told, "strategy": strategy.pk}).status_code == 302
    assert PartnershipPlan.objects.get().strategy == strategy


@pytest.mark.parametrize(
    ("changed", "asked"),
    [({"covers": "no"}, ["covers-by-it"]), ({"period_from": "April 2024", "adopted_on": "1 5 2024"}, ["after-start"]), ({}, [])],
)
def test_plan_is_kept_after_a_question(coordinator: Client, strategy: Strategy, changed: dict[str, str], asked: list[str]) -> None:
    told: dict[str, Any] = {"title": "Plan", "covers": "yes", "strategy": strategy.pk, **changed}
    page = coordinator.post(at("partnershipplan_add"), told)
    assert ([caution.code for caution in page.context["form"].cautions] if page.status_code == 200 else []) == asked
    assert coordinator.post(at("partnershipplan_add"), {**told, "cautions_seen": " ".join(asked)}).status_code == 302


def test_homicide_reviews_are_not_there_until_the_partnership_says_so(coordinator: Client, cast: Cast) -> None:
    HomicideReview.objects.create(partnership=cast.ours, reference="2024/1", notified_on=day("2024-04"))
    assert [coordinator.get(at(route)).status_code for route in MODULE] == [404, 404]
    assert coordinator.post(at("homicidereview_add"), {"reference": "2024/2", "notified_on": "1 4 2024"}).status_code == 404
    assert "Homicide reviews" not in text_of(coordinator.get(at("reviews")))
    Partnership.objects.filter(pk=cast.ours.pk).update(homicide_reviews=True)
    assert [coordinator.get(at(route)).status_code for route in MODULE] == [200, 200]
    assert "Homicide reviews" in text_of(coordinator.get(at("reviews")))


def test_switching_homicide_reviews_on_warns_that_they_may_not_be_in_force(coordinator: Client, cast: Cast) -> None:
    as_it_stands = {name: value for name, value in _form_of(coordinator).items() if name != "homicide_reviews"}
    page = coordinator.post(at("partnership_change"), {**as_it_stands, "homicide_reviews": "on"})
    assert [caution.code for caution in page.context["form"].cautions] == ["only-where"]
    ticked = {**as_it_stands, "homicide_reviews": "on", "cautions_seen": "only-where"}
    assert coordinator.post(at("partnership_change"), ticked).status_code == 302
    cast.ours.refresh_from_db()
    assert cast.ours.homicide_reviews


def _form_of(client: Client) -> dict[str, str]:
    text = client.get(at("partnership_change")).content.decode()
    found = controls_of(text).items()
    return {name: control.values[0] for name, control in found if control.values and name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize("reference", ["Marigold Smith", "Marigold", "22 High Street", "x" * 19 + "12"])
def test_reference_of_a_homicide_review_can_be_no_name_and_no_place(coordinator: Client, cast: Cast, reference: str) -> None:
    Partnership.objects.filter(pk=cast.ours.pk).update(homicide_reviews=True)
    page = coordinator.post(at("homicidereview_add"), {"reference": reference, "notified_on": "1 4 2024"})
    assert "reference" in page.context["form"].errors
    assert coordinator.post(at("homicidereview_add"), {"reference": "2024/1", "notified_on": "1 4 2024"}).status_code == 302
