"""Needs assessments: the facts of the paper, and the strategies that rest on it."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.models import AuditEntry, StoredFile
from strategies.models import NeedsAssessment, Strategy
from tests.cast import Cast, make_holder
from tests.strategies.assessments import PAPER, make_assessment
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_approval, strategy_data, text_of


@pytest.fixture
def assessment(cast: Cast) -> NeedsAssessment:
    return make_assessment(cast)


def test_assessment_is_typed_in_from_a_paper_once_and_read_back_line_by_line(coordinator: Client, cast: Cast) -> None:
    for _ in range(2):
        page = coordinator.post(at("needsassessment_add"), PAPER, follow=True)
    assessment = NeedsAssessment.objects.get()
    assert page.redirect_chain[-1][0] == at("needsassessment", assessment.pk)
    assert assessment.recommendation_lines == ["Plan patrols after school.", "Share hospital data."]
    shown = text_of(page)
    for words in ("April 2021 to March 2023", "30 October 2023", "Safety Board", "14 November 2023", "<li>Share hospital data.</li>"):
        assert words in shown
    assert "Add what was found in Anyborough" in shown
    assert "It asks for no paper, and a needs assessment need not be published" in shown
    assert [entry.event for entry in AuditEntry.objects.all()] == ["needsassessment.added"]


def test_paper_is_kept_as_a_file_once_and_a_later_save_does_not_lose_it(coordinator: Client) -> None:
    for _ in range(2):
        upload = SimpleUploadedFile("needs.txt", b"what happens and why")
        assert coordinator.post(at("needsassessment_add"), {**PAPER, "upload": upload}).status_code == 302
    assessment = NeedsAssessment.objects.get()
    assert coordinator.post(at("needsassessment_change", assessment.pk), {**PAPER, "title": "New", "seen_version": 1}).status_code == 302
    assessment.refresh_from_db()
    assert assessment.document == StoredFile.objects.get()
    assert at("file", assessment.document.pk) in text_of(coordinator.get(at("needsassessment", assessment.pk)))


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"completed_on": "28 2 2023"}, "It was completed on 28 February 2023, before the end of the time it looks at (March 2023)"),
        ({"approved_on": "29 10 2023"}, "It was approved on 29 October 2023, before it was completed on 30 October 2023"),
    ],
)
def test_days_that_do_not_fit_are_questioned_and_saved_when_ticked(coordinator: Client, changes: dict[str, str], warning: str) -> None:
    page = coordinator.post(at("needsassessment_add"), {**PAPER, **changes})
    assert warning in text_of(page)
    assert not NeedsAssessment.objects.exists()
    ticked = {"cautions_seen": page.context["form"].to_tick}
    assert coordinator.post(at("needsassessment_add"), {**PAPER, **changes, **ticked}).status_code == 302
    assert warning in last_event().comment


@pytest.mark.parametrize("changes", [{"completed_on": "March 2023"}, {"completed_on": "2023"}, {"approved_on": "October 2023"}])
def test_days_that_may_fit_are_not_questioned(coordinator: Client, changes: dict[str, str]) -> None:
    assert coordinator.post(at("needsassessment_add"), {**PAPER, **changes}).status_code == 302


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"title": ""}, "title", "Enter “Title”: it cannot be left empty."),
        ({"period_to": "March 2020"}, "period_to", "The time it looks at begins April 2021, so it cannot end March 2020"),
        ({"completed_on": "2 2 2024"}, "completed_on", "2 February 2024 is still to come"),
        ({"approved_on": "31 11 2023"}, "approved_on", "November 2023 has 30 days"),
    ],
)
@time_machine.travel("2024-02-01 12:00:00+00:00", tick=False)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_typed_is_lost(
    cast: Cast, changes: dict[str, str], field: str, sentence: str
) -> None:
    data = {**PAPER, **changes, "upload": SimpleUploadedFile("needs.txt", b"what happens and why")}
    page = signed_in(cast.coordinator).post(at("needsassessment_add"), data)
    assert sentence in " ".join(page.context["form"].errors[field])
    assert "The file was not kept, because the form was not saved yet. Choose it again." in text_of(page)
    assert "Plan patrols after school." in text_of(page)
    assert not NeedsAssessment.objects.exists()
    assert not StoredFile.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(("approved", "warned"), [("2023-10-29", True), ("2023-10-30", False), ("2023-10", False), ("2023-09", True)])
def test_assessment_completed_after_the_first_approval_of_its_strategy_is_questioned(
    coordinator: Client, assessment: NeedsAssessment, strategy: Strategy, approved: str, warned: bool
) -> None:
    make_approval(strategy.versions.get(), on="2024-01-16", by="Council")
    make_approval(strategy.versions.get(), on=approved)
    # Linking it to the strategy asks, and so does moving its completion.
    linking = {**strategy_data(strategy.areas.get()), "assessment": assessment.pk, "seen_version": 1}
    page = coordinator.post(at("strategy_change", strategy.pk), linking)
    assert (page.status_code == 200) is warned
    Strategy.objects.update(assessment=assessment)
    page = coordinator.post(at("needsassessment_change", assessment.pk), {**PAPER, "approved_on": "", "seen_version": 1})
    assert (page.status_code == 200) is warned
    if warned:
        assert "after Cabinet approved “Serious Violence Strategy” on" in text_of(page)
        NeedsAssessment.objects.update(completed_on=None)
        Strategy.objects.update(withdrawn_on="2024-01-01")
        again = coordinator.post(at("needsassessment_change", assessment.pk), {**PAPER, "approved_on": "", "seen_version": 1})
        assert again.status_code == 302


def test_strategy_names_who_made_it_and_the_evidence_behind_it(
    coordinator: Client, cast: Cast, assessment: NeedsAssessment, strategy: Strategy
) -> None:
    council = make_holder(cast.ours, cast.area, name="Anyborough Council").organisation
    school = make_holder(cast.ours, cast.area, "educational", name="Anyborough College").organisation
    theirs = NeedsAssessment.objects.create(partnership=cast.theirs, title="Otherton needs")
    data = {**strategy_data(cast.area), "seen_version": 1}
    for wrong in ({"made_by": [school.pk]}, {"assessment": theirs.pk}):
        assert coordinator.post(at("strategy_change", strategy.pk), {**data, **wrong}).context["form"].errors
    right = {"made_by": [council.pk], "assessment": assessment.pk}
    page = text_of(coordinator.post(at("strategy_change", strategy.pk), {**data, **right}, follow=True))
    assert "Anyborough Council" in page
    assert at("needsassessment", assessment.pk) in page
    assert at("strategy", strategy.pk) in text_of(coordinator.get(at("needsassessment", assessment.pk)))


def test_strategy_keeps_a_body_and_an_assessment_that_could_no_longer_be_chosen(
    coordinator: Client, cast: Cast, assessment: NeedsAssessment, strategy: Strategy
) -> None:
    holder = make_holder(cast.ours, cast.area, name="Anyborough Council")
    strategy.made_by.add(holder.organisation)
    Strategy.objects.update(assessment=assessment)
    holder.delete()
    assessment.withdrawn_on = cast.ours.records_from
    assessment.save()
    form = coordinator.get(at("strategy_change", strategy.pk)).context["form"]
    assert list(form["made_by"].value()) == [holder.organisation.pk]
    kept = {"made_by": [holder.organisation.pk], "assessment": assessment.pk, "title": "New title", "seen_version": 1}
    assert coordinator.post(at("strategy_change", strategy.pk), {**strategy_data(cast.area), **kept}).status_code == 302
    assert list(last_event().changes) == ["Title"]
    other = at("strategy_add")
    assert {"made_by", "assessment"}.isdisjoint(coordinator.get(other).context["form"].fields)
