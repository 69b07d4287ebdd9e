"""What happened to a version: its sensitivity check, approvals and publications."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from compliance.models import Submission
from partnerships.models import AuditEntry, Board, Organisation
from strategies.models import Approval, ApprovalRound, Comment, Publication, SensitivityCheck, Version
from tests.cast import Cast, make_holder
from tests.strategies.helpers import (
    APPROVAL,
    CHECK,
    OTHER_FORM,
    at,
    last_event,
    make_approval,
    make_check,
    make_publication,
    text_of,
    website_data,
)

KINDS = [
    ("sensitivitycheck", SensitivityCheck, CHECK, "checked_on"),
    ("approval", Approval, APPROVAL, "decided_on"),
    ("publication", Publication, {**OTHER_FORM, "reason": "Seen by counsel", "cautions_seen": "unapproved"}, "published_on"),
]


def add_address(kind: str, version: Version) -> str:
    return at(f"{kind}_add", version.pk, *(["other"] if kind == "publication" else []))


@pytest.mark.parametrize(("kind", "model", "data", "date_field"), KINDS)
def test_happening_is_recorded_once_and_shown_on_the_version(
    coordinator: Client, version: Version, kind: str, model: Any, data: dict, date_field: str
) -> None:
    for _ in range(2):
        response = coordinator.post(add_address(kind, version), data, follow=True)
        assert response.redirect_chain[-1][0] == at("version", version.pk)
    assert model.objects.count() == 1
    assert str(getattr(model.objects.get(), date_field)) in text_of(response)
    assert AuditEntry.objects.count() == 1
    assert last_event().event == f"{kind}.added"


@pytest.mark.parametrize(("kind", "model", "data", "date_field"), KINDS)
@time_machine.travel("2024-02-01 12:00:00+00:00", tick=False)
def test_plan_is_not_an_event(cast: Cast, version: Version, kind: str, model: Any, data: dict, date_field: str) -> None:
    client = Client()
    client.force_login(cast.coordinator)
    response = client.post(add_address(kind, version), {**data, date_field: "2 2 2024"})
    assert "2 February 2024 is still to come. Record it on the day it happens" in text_of(response)
    assert not model.objects.exists()
    assert not AuditEntry.objects.exists()
    assert client.post(add_address(kind, version), {**data, date_field: "February 2024"}).status_code == 302


@pytest.mark.parametrize(("kind", "model", "data", "date_field"), KINDS)
@pytest.mark.parametrize("wrong", ["", "31 2 2024", "soon", "1 1 1850"])
def test_wrong_date_gets_a_sentence_and_loses_nothing(
    coordinator: Client, version: Version, kind: str, model: Any, data: dict, date_field: str, wrong: str
) -> None:
    response = coordinator.post(add_address(kind, version), {**data, date_field: wrong})
    assert response.context["form"].errors[date_field]
    typed = next(value for name, value in data.items() if name in ("checked_by", "decided_by", "other_form"))
    assert typed in text_of(response)
    assert not model.objects.exists()
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(("kind", "model", "data", "date_field"), KINDS)
def test_withdrawn_happening_stays_readable_and_can_no_longer_be_changed(
    coordinator: Client, version: Version, kind: str, model: Any, data: dict, date_field: str
) -> None:
    coordinator.post(add_address(kind, version), data)
    pk = model.objects.get().pk
    coordinator.post(at(f"{kind}_withdraw", pk), {"reason": "Wrong version", "seen_version": 1})
    page = coordinator.get(at("version", version.pk)).content.decode()
    assert "Wrong version" in page
    assert "<s>" in page
    assert last_event().event == f"{kind}.withdrawn"
    assert at(f"{kind}_change", pk) not in page
    assert coordinator.get(at(f"{kind}_change", pk)).status_code == 404
    response = coordinator.post(at(f"{kind}_change", pk), {**data, "seen_version": 2})
    assert "This record was withdrawn meanwhile" in text_of(response)
    assert coordinator.post(add_address(kind, version), data).status_code == 302
    assert model.objects.filter(withdrawn_on=None).count() == 1


@pytest.mark.parametrize(("kind", "model", "data", "date_field"), KINDS)
def test_two_people_changing_a_happening_both_keep_their_words(
    coordinator: Client, version: Version, kind: str, model: Any, data: dict, date_field: str
) -> None:
    coordinator.post(add_address(kind, version), data)
    address, field = at(f"{kind}_change", model.objects.get().pk), next(n for n in data if n in ("checked_by", "decided_by", "audience"))
    assert coordinator.post(address, {**data, field: "Their words", "seen_version": 1}).status_code == 302
    entries = AuditEntry.objects.count()
    response = coordinator.post(address, {**data, field: "My words", "seen_version": 1})
    assert response.status_code == 409
    assert "Their words" in text_of(response)
    assert "My words" in text_of(response)
    assert getattr(model.objects.get(), field) == "Their words"
    assert AuditEntry.objects.count() == entries
    assert last_event().event == f"{kind}.changed"


def test_sensitivity_check_takes_an_answer_to_every_statement(coordinator: Client, version: Version) -> None:
    response = coordinator.post(at("sensitivitycheck_add", version.pk), {"result": "nothing"})
    errors = response.context["form"].errors
    assert set(errors) == {"safety", "prevention", "investigation", "institutions", "persons", "checked_by", "checked_on"}
    assert errors["safety"] == ["Say whether this holds: “Nothing in it might jeopardise anyone's safety”."]


def test_check_that_finds_barred_material_is_questioned_and_recorded_when_ticked(coordinator: Client, version: Version) -> None:
    data = {**CHECK, "safety": "no", "result": "still-there"}
    first = text_of(coordinator.post(at("sensitivitycheck_add", version.pk), data))
    assert "The Act does not allow this material in a strategy" in first
    assert not SensitivityCheck.objects.exists()
    coordinator.post(at("sensitivitycheck_add", version.pk), {**data, "cautions_seen": "still-there"})
    check = SensitivityCheck.objects.get()
    assert (check.safety, check.prevention, check.result) == (False, True, "still-there")


def test_check_that_contradicts_itself_is_questioned(coordinator: Client, version: Version) -> None:
    response = coordinator.post(at("sensitivitycheck_add", version.pk), {**CHECK, "persons": "no"})
    assert "You answered “No” to a statement" in text_of(response)
    assert not SensitivityCheck.objects.exists()


def test_changing_a_check_shows_the_answers_that_were_given(coordinator: Client, version: Version) -> None:
    check = make_check(version)
    form = coordinator.get(at("sensitivitycheck_change", check.pk)).context["form"]
    assert [form[name].value() for name in ("safety", "persons")] == ["yes", "yes"]


def test_approval_after_publication_is_questioned(coordinator: Client, version: Version) -> None:
    make_publication(version, on="2024-01-10")
    response = coordinator.post(at("approval_add", version.pk), APPROVAL)
    assert "This version was published on 10 January 2024, before this decision." in text_of(response)
    ticked = {**APPROVAL, "cautions_seen": "after-publication unassessed"}
    assert coordinator.post(at("approval_add", version.pk), ticked).status_code == 302


def test_checked_and_approved_version_is_published_without_a_question(cast: Cast, coordinator: Client, version: Version) -> None:
    make_check(version)
    make_approval(version)
    council = make_holder(cast.ours, cast.area).organisation
    response = coordinator.post(at("publication_add", version.pk, "website"), website_data(cast.area, owner=council.pk))
    assert response.status_code == 302
    publication = Publication.objects.get()
    assert (publication.way, publication.area, publication.owner, publication.reason) == ("website", cast.area, council, "")
    assert last_event().comment == ""


def test_publication_without_a_check_asks_for_a_reason_and_keeps_what_was_typed(coordinator: Client, version: Version) -> None:
    make_approval(version)
    address = at("publication_add", version.pk, "other")
    assert 'type="hidden" name="reason"' in coordinator.get(address).content.decode()
    first = coordinator.post(address, OTHER_FORM)
    page = first.content.decode()
    assert "No sensitivity check of this version is recorded on or before that day." in text_of(first)
    assert "Say why it went out all the same, or record the check first and come back." in text_of(first)
    assert '<textarea class="govuk-textarea' in page
    assert 'id="id_reason"' in page
    assert "Why it went out all the same" in page
    assert "Young people" in page
    assert not Publication.objects.exists()
    assert not AuditEntry.objects.exists()
    coordinator.post(address, {**OTHER_FORM, "reason": "The check was made on paper"})
    assert Publication.objects.get().reason == "The check was made on paper"
    assert last_event().comment.startswith("Saved after a warning: No sensitivity check")
    assert "The check was made on paper" in text_of(coordinator.get(at("version", version.pk)))


@pytest.mark.parametrize(
    ("checked", "published", "asks"),
    [
        ("2024-01-31", "31 1 2024", False),
        ("2024-02-01", "31 1 2024", True),
        ("2024-01", "31 1 2024", False),
        ("2024-02", "31 1 2024", True),
    ],
)
def test_check_counts_on_the_day_of_publication_and_not_the_day_after(
    coordinator: Client, version: Version, checked: str, published: str, asks: bool
) -> None:
    make_approval(version)
    make_check(version, on=checked)
    response = coordinator.post(at("publication_add", version.pk, "other"), {**OTHER_FORM, "published_on": published})
    assert response.status_code == (200 if asks else 302)


def test_withdrawn_check_does_not_spare_the_question(coordinator: Client, version: Version) -> None:
    make_approval(version)
    check = make_check(version)
    coordinator.post(at("sensitivitycheck_withdraw", check.pk), {"reason": "Of another text", "seen_version": 1})
    response = coordinator.post(at("publication_add", version.pk, "other"), OTHER_FORM)
    assert "No sensitivity check of this version is recorded" in text_of(response)


def test_check_that_found_material_still_there_asks_for_a_reason(coordinator: Client, version: Version) -> None:
    make_approval(version)
    make_check(version, result="still-there")
    response = coordinator.post(at("publication_add", version.pk, "other"), OTHER_FORM)
    assert "found material in this version that the Act bars" in text_of(response)
    assert "reason" in response.context["form"].errors


def test_publication_before_approval_is_questioned_only(coordinator: Client, version: Version) -> None:
    make_check(version)
    make_approval(version, on="2024-02-20")
    address = at("publication_add", version.pk, "other")
    response = coordinator.post(address, OTHER_FORM)
    assert "Cabinet approved this version on 20 February 2024, after that day." in text_of(response)
    assert 'name="cautions_seen" type="checkbox" value="approved-later"' in response.content.decode()
    assert coordinator.post(address, {**OTHER_FORM, "cautions_seen": "approved-later"}).status_code == 302


def test_publication_before_the_versions_own_date_is_questioned(coordinator: Client, version: Version) -> None:
    make_check(version, on="2023-11-01")
    make_approval(version, on="2023-11-01")
    response = coordinator.post(at("publication_add", version.pk, "other"), {**OTHER_FORM, "published_on": "30 11 2023"})
    assert "This version is dated 1 December 2023, after that day." in text_of(response)


def ready(version: Version) -> None:
    make_check(version)
    make_approval(version)


def test_website_of_a_body_without_the_duty_is_questioned(cast: Cast, coordinator: Client, version: Version) -> None:
    ready(version)
    unit = Organisation.objects.create(name="Violence Reduction Unit", kind="vru")
    data = website_data(cast.area, owner=unit.pk)
    response = coordinator.post(at("publication_add", version.pk, "website"), data)
    assert "is recorded here neither as a specified authority for Anyborough nor as the local policing body" in text_of(response)
    assert coordinator.post(at("publication_add", version.pk, "website"), {**data, "cautions_seen": "other-website"}).status_code == 302


def test_website_of_the_policing_body_is_as_good(cast: Cast, coordinator: Client, version: Version) -> None:
    ready(version)
    body = make_holder(cast.ours, cast.area, capacity="policing-body").organisation
    assert coordinator.post(at("publication_add", version.pk, "website"), website_data(cast.area, owner=body.pk)).status_code == 302


def test_bodies_whose_website_counts_stand_first(cast: Cast, coordinator: Client, version: Version) -> None:
    Organisation.objects.create(name="A voluntary group", kind="voluntary")
    council = make_holder(cast.ours, cast.area, name="Zebra Council").organisation
    form = coordinator.get(at("publication_add", version.pk, "website")).context["form"]
    assert form.fields["owner"].queryset[0] == council
    assert form["area"].value() == cast.area.pk


def test_area_and_body_of_another_partnership_are_refused(cast: Cast, coordinator: Client, version: Version) -> None:
    ready(version)
    theirs = make_holder(cast.theirs, cast.their_area).organisation
    address = at("publication_add", version.pk, "website")
    for wrong in ({"area": cast.their_area.pk}, {"owner": theirs.pk}, {"area": ""}, {"area": "x"}):
        response = coordinator.post(address, website_data(cast.area, **wrong))
        assert response.status_code == 200
        assert "https://www.example.gov.uk/s" in text_of(response)
        assert theirs.name not in text_of(response)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "not an address", "https://" + "x" * 500])
def test_wrong_address_of_a_page_gets_a_sentence(cast: Cast, coordinator: Client, version: Version, wrong: str) -> None:
    ready(version)
    response = coordinator.post(at("publication_add", version.pk, "website"), website_data(cast.area, address=wrong))
    assert response.context["form"].errors["address"]
    assert not Publication.objects.exists()


def test_fields_the_form_does_not_show_cannot_be_written(cast: Cast, coordinator: Client, version: Version, their_version: Version) -> None:
    hidden = {"strategy_version": their_version.pk, "withdrawn_reason": "x", "withdrawn_on": "2024-01-01", "version": "9", "id": "99"}
    coordinator.post(at("approval_add", version.pk), {**APPROVAL, **hidden})
    approval = Approval.objects.get()
    assert (approval.strategy_version, approval.decided_by, approval.version, approval.withdrawn_on) == (version, "Cabinet", 1, None)


def test_version_page_offers_what_usually_comes_next(cast: Cast, coordinator: Client, version: Version) -> None:
    def offered() -> Any:
        return coordinator.get(at("version", version.pk)).context["next"]

    now = version.frozen_at
    comment = Comment.objects.create(strategy_version=version, author=cast.viewer, text="Which schools?", made_at=now)
    assert offered() == ("Answer the comments", at("comments", version.strategy_id))
    Comment.objects.filter(pk=comment.pk).update(answer="accepted", answer_reason="Named.", answered_at=now)
    assert offered() == ("Ask boards about this version", at("round_open", version.pk))
    board = Board.objects.create(partnership=cast.ours, name="Safety board")
    asked = {"strategy_version": version, "board": board, "opened_by": cast.coordinator, "opened_at": now, "answer_by": now.date()}
    asked = ApprovalRound.objects.create(asked="Approve it?", **asked)
    assert offered() == ("See how the board answers", at("round", asked.pk))
    make_approval(version)
    assert offered() == ("Publish", at("version_publish", version.pk))
    Publication.objects.create(strategy_version=version, way="website", area=cast.area, published_on=version.dated)
    assert offered() == ("Record the sending", at("submission_add", version.pk))
    Submission.objects.create(
        strategy_version=version, sender=make_holder(cast.ours, cast.area).organisation, sent_on=version.dated, recipient="home-office"
    )
    assert offered() == ("Record publication in another form", at("publication_add", version.pk, "other"))
    make_publication(version)
    assert offered() is None


def test_overtaken_version_offers_no_next_step(coordinator: Client, version: Version) -> None:
    kept = {"form": "typed", "dated": version.dated, "sha256": "1" * 64, "frozen_at": version.frozen_at}
    Version.objects.create(strategy=version.strategy, number=2, title="Second", **kept)
    assert coordinator.get(at("version", version.pk)).context["next"] is None
