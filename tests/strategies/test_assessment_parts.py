"""What a needs assessment found in each area, and whose data it rests on."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from partnerships.models.person import Role
from strategies.models import AssessedArea, DataSource, NeedsAssessment, Strategy
from tests.cast import Cast, day, make_holder
from tests.strategies.assessments import FOUND, make_assessment, make_found
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, text_of


@pytest.fixture
def assessment(cast: Cast) -> NeedsAssessment:
    return make_assessment(cast)


@pytest.fixture
def found(assessment: NeedsAssessment, cast: Cast) -> AssessedArea:
    return make_found(assessment, cast.area)


def test_what_was_found_in_an_area_is_kept_once_and_shown_as_lists(coordinator: Client, cast: Cast, assessment: NeedsAssessment) -> None:
    address = at("assessedarea_add", assessment.pk)
    assert f'<option value="{cast.area.pk}" selected>' in text_of(coordinator.get(f"{address}?area={cast.area.pk}"))
    for _ in range(2):
        page = coordinator.post(address, {**FOUND, "area": cast.area.pk}, follow=True)
    assert page.redirect_chain[-1][0] == at("needsassessment", assessment.pk) + "#areas"
    assert AssessedArea.objects.get().kind_lines == ["Robbery with a knife", "Group violence"]
    assert "<li>Group violence</li>" in text_of(page)
    assert "<li>Exclusion from school</li>" in text_of(page)
    assert "Add what was found" not in text_of(page)
    assert "2 kinds and 1 cause in 1 area" in text_of(coordinator.get(at("needsassessments")))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kinds": " \n ", "causes": ""}, "Write at least one kind of serious violence"),
        ({"kinds": "Something else"}, "What was found in Anyborough is recorded already. Change that record"),
        ({"area": ""}, "Choose “Area”: it cannot be left empty."),
        ({"area": "999999"}, "Choose “Area” from the list"),
    ],
)
def test_row_of_an_area_that_says_nothing_or_contradicts_another_is_refused(
    coordinator: Client, cast: Cast, found: AssessedArea, changes: dict[str, Any], sentence: str
) -> None:
    page = coordinator.post(at("assessedarea_add", found.assessment.pk), {**FOUND, "area": cast.area.pk, **changes})
    assert sentence in text_of(page)
    assert AssessedArea.objects.count() == 1


def test_area_of_another_partnership_cannot_be_recorded(coordinator: Client, cast: Cast, assessment: NeedsAssessment) -> None:
    page = coordinator.post(at("assessedarea_add", assessment.pk), {**FOUND, "area": cast.their_area.pk})
    assert page.context["form"].errors["area"]
    assert not AssessedArea.objects.exists()


def test_causes_and_a_note_that_there_are_none_are_questioned(coordinator: Client, cast: Cast, assessment: NeedsAssessment) -> None:
    data = {**FOUND, "area": cast.area.pk, "causes_note": "Too few cases"}
    page = coordinator.post(at("assessedarea_add", assessment.pk), data)
    assert "You list causes, and also say why none could be found" in text_of(page)
    assert coordinator.post(at("assessedarea_add", assessment.pk), {**data, "causes": ""}).status_code == 302
    assert "None could be found: Too few cases" in text_of(coordinator.get(at("needsassessment", assessment.pk)))


def test_specified_authorities_stand_first_and_those_without_data_are_shown_as_missing(
    coordinator: Client, cast: Cast, assessment: NeedsAssessment
) -> None:
    police = make_holder(cast.ours, cast.area, "police", name="Anyshire Police").organisation
    council = make_holder(cast.ours, cast.area, "local-authority", name="Anyborough Council").organisation
    make_holder(cast.ours, cast.area, "youth-offending", name="Anyborough Council")
    ended = make_holder(cast.ours, cast.area, "fire", name="Old Fire Authority")
    ended.ends = day("2023-10-29")
    ended.save()
    later = make_holder(cast.ours, cast.area, "health", name="New Health Board")
    later.starts = day("2023-11")
    later.save()
    DataSource.objects.create(assessment=assessment, other_body="Aardvark youth club", what="A survey", received_on=day("2023-09-14"))
    missing = DataSource.objects.create(assessment=assessment, organisation=police, what="Knife crime", gap="No places given")
    page = coordinator.get(at("needsassessment", assessment.pk))
    lines = [(line.name, line.source and line.source.what) for line in page.context["bodies"]]
    assert lines == [("Anyborough Council", None), ("Anyshire Police", "Knife crime"), ("Aardvark youth club", "A survey")]
    assert "No places given" in text_of(page)
    add = at("datasource_add", assessment.pk) + f"?organisation={council.pk}"
    assert text_of(page).count(add) == 1
    assert f'<option value="{council.pk}" selected>' in text_of(coordinator.get(add))
    missing.withdrawn_on, missing.withdrawn_reason = cast.ours.records_from, "Wrong body"
    missing.save()
    page = coordinator.get(at("needsassessment", assessment.pk))
    assert [(line.name, line.source) for line in page.context["bodies"]][1:3] == [("Anyshire Police", missing), ("Anyshire Police", None)]
    assert "Wrong body" in text_of(page)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "Choose the body that gave the data, or write its name below."),
        ({"organisation": True, "other_body": "A youth club"}, "You chose a body above. Clear this box"),
    ],
)
def test_data_comes_from_one_body(coordinator: Client, cast: Cast, assessment: NeedsAssessment, body: dict, sentence: str) -> None:
    organisation = make_holder(cast.ours, cast.area).organisation
    sent = {**body, **({"organisation": organisation.pk} if "organisation" in body else {}), "what": "Offences"}
    assert sentence in text_of(coordinator.post(at("datasource_add", assessment.pk), sent))
    assert not DataSource.objects.exists()
    assert coordinator.post(at("datasource_add", assessment.pk), {"organisation": organisation.pk, "what": "Offences"}).status_code == 302
    assert last_event().event == "datasource.added"


def test_withdrawn_records_stay_readable_and_take_no_more(coordinator: Client, cast: Cast, found: AssessedArea) -> None:
    assessment = found.assessment
    coordinator.post(at("assessedarea_withdraw", found.pk), {"reason": "Wrong year", "seen_version": 1})
    page = text_of(coordinator.get(at("needsassessment", assessment.pk)))
    assert "Wrong year" in page
    assert "Add what was found in Anyborough" in page
    assert coordinator.get(at("assessedarea_change", found.pk)).status_code == 404
    coordinator.post(at("needsassessment_withdraw", assessment.pk), {"reason": "Never finished", "seen_version": 1})
    page = text_of(coordinator.get(at("needsassessment", assessment.pk)))
    assert "Withdrawn, so it no longer counts: Never finished" in page
    for verb in ("change", "withdraw"):
        assert at(f"needsassessment_{verb}", assessment.pk) not in page
    assert "Never finished" in text_of(coordinator.get(at("needsassessments")))
    for kind, data in (("assessedarea", {**FOUND, "area": cast.area.pk}), ("datasource", {"other_body": "Club", "what": "Survey"})):
        assert coordinator.get(at(f"{kind}_add", assessment.pk)).status_code == 404
        answer = coordinator.post(at(f"{kind}_add", assessment.pk), data)
        assert "The needs assessment was withdrawn meanwhile" in text_of(answer)
    assert AssessedArea.objects.filter(withdrawn_on=None).count() == DataSource.objects.count() == 0


def test_viewer_reads_without_being_offered_what_only_the_coordinator_may_do(cast: Cast, found: AssessedArea) -> None:
    client = signed_in(cast.people[Role.VIEWER])
    make_holder(cast.ours, cast.area)
    page = text_of(client.get(at("needsassessment", found.assessment.pk)))
    assert "Robbery with a knife" in page
    for route in ("needsassessment_change", "assessedarea_change", "datasource_add", "assessedarea_add"):
        assert at(route, found.pk if route == "assessedarea_change" else found.assessment.pk) not in page
    NeedsAssessment.objects.all().update(withdrawn_on="2024-01-01")
    assert at("needsassessment_add") not in text_of(client.get(at("needsassessments")))


def test_page_asks_the_database_the_same_number_of_times_for_one_row_and_for_ten(
    coordinator: Client, cast: Cast, assessment: NeedsAssessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_holder(cast.ours, cast.area)
    for made in (1, 10):
        for number in range(made):
            AssessedArea.objects.create(assessment=assessment, area=cast.area, kinds="x", withdrawn_on="2024-01-01")
            body = make_holder(cast.ours, cast.area, name=f"Body {made} {number}").organisation
            DataSource.objects.create(assessment=assessment, organisation=body, what="Offences")
            Strategy.objects.create(partnership=cast.ours, title=f"Strategy {number}", assessment=assessment)
            NeedsAssessment.objects.create(partnership=cast.ours, title=f"Needs {number}")
        with django_assert_num_queries(9):
            coordinator.get(at("needsassessment", assessment.pk))
        with django_assert_num_queries(7):
            coordinator.get(at("needsassessments"))
