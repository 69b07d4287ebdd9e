import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry, AuthorityType, DutyHolder, LocalGovernmentArea, Organisation, PartnershipArea
from tests.cast import Cast, make_holder
from tests.partnerships.conftest import words

ADD = "/p/anyborough/who/bodies/add/"


def capacity(code: str) -> int:
    return AuthorityType.objects.get(code=code).pk


def second_area(cast: Cast) -> LocalGovernmentArea:
    area = LocalGovernmentArea.objects.create(name="Nextborough", kind="london")
    PartnershipArea.objects.create(partnership=cast.ours, area=area)
    return area


def test_form_begins_with_the_next_kind_that_is_missing_and_ticks_none_of_several_areas(cast: Cast, coordinator: Client) -> None:
    area = second_area(cast)
    make_holder(cast.ours, cast.area, "local-authority")
    make_holder(cast.ours, area, "local-authority")
    form = coordinator.get(ADD).context["form"]
    assert form["capacity"].value() == capacity("police")
    assert form["areas"].value() == []


def test_form_ticks_the_only_area(cast: Cast, coordinator: Client) -> None:
    assert coordinator.get(ADD).context["form"]["areas"].value() == [cast.area.pk]


def test_new_body_is_entered_for_several_areas_in_one_step(cast: Cast, coordinator: Client) -> None:
    area = second_area(cast)
    posted = {
        "capacity": capacity("police"),
        "new_organisation": "Anyshire Police",
        "areas": [cast.area.pk, area.pk],
        "senior_lead": "Borough Commander",
        "deputy": "Superintendent",
        "starts": "31 1 2023",
    }
    assert coordinator.post(ADD, posted).status_code == 302
    holders = list(DutyHolder.objects.filter(partnership=cast.ours).order_by("area__name"))
    assert [(str(holder.area), holder.senior_lead, str(holder.starts)) for holder in holders] == [
        ("Anyborough", "Borough Commander", "31 January 2023"),
        ("Nextborough", "Borough Commander", "31 January 2023"),
    ]
    organisation = Organisation.objects.get(name="Anyshire Police")
    assert (organisation.partnership, organisation.kind) == (cast.ours, "police")
    events = AuditEntry.objects.order_by("number").values_list("event", flat=True)
    assert list(events) == ["organisation.added", "dutyholder.added", "dutyholder.added"]


def test_save_and_add_another_goes_on_with_the_next_kind_and_the_same_day(cast: Cast, coordinator: Client) -> None:
    posted = {
        "capacity": capacity("local-authority"),
        "new_organisation": "Anyborough Council",
        "areas": [cast.area.pk],
        "starts": "31 1 2023",
    }
    answer = coordinator.post(ADD, posted | {"another": "yes"}, follow=True)
    form = answer.context["form"]
    assert form["capacity"].value() == capacity("police")
    assert form["starts"].value() == "31 January 2023"
    assert "Done" in words(answer)


def test_name_that_is_known_already_is_not_entered_twice(cast: Cast, coordinator: Client) -> None:
    shared = Organisation.objects.create(name="Anyshire Fire Authority", kind="fire")
    coordinator.post(ADD, {"capacity": capacity("fire"), "new_organisation": "anyshire fire authority ", "areas": [cast.area.pk]})
    assert DutyHolder.objects.get().organisation == shared
    assert Organisation.objects.count() == 1


def test_same_body_in_the_same_capacity_and_area_is_refused_with_a_sentence(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire", "Anyshire Fire")
    posted = {"capacity": capacity("fire"), "organisation": holder.organisation.pk, "areas": [cast.area.pk], "senior_lead": "Kept words"}
    page = words(coordinator.post(ADD, posted))
    assert "Anyshire Fire as Fire and rescue authority for Anyborough is recorded already." in page
    assert "Kept words" in page
    assert DutyHolder.objects.count() == 1
    assert not AuditEntry.objects.exists()


def test_change_into_a_row_that_exists_is_refused_with_a_sentence(cast: Cast, coordinator: Client) -> None:
    make_holder(cast.ours, cast.area, "fire", "Anyshire Fire")
    other = make_holder(cast.ours, cast.area, "health", "Anyshire Fire")
    posted = {"organisation": other.organisation.pk, "capacity": capacity("fire"), "area": cast.area.pk, "seen_version": 1}
    page = words(coordinator.post(reverse("dutyholder_change", args=["anyborough", other.pk]), posted))
    assert "This organisation already takes part in this capacity for this area." in page
    assert DutyHolder.objects.get(pk=other.pk).capacity.code == "health"


def test_body_that_left_may_come_back(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire", "Anyshire Fire")
    address = reverse("dutyholder_end", args=["anyborough", holder.pk])
    coordinator.post(address, {"ends": "1 4 2023", "reason": "Left", "seen_version": 1})
    posted = {"capacity": capacity("fire"), "organisation": holder.organisation.pk, "areas": [cast.area.pk], "starts": "1 5 2024"}
    assert coordinator.post(ADD, posted).status_code == 302
    page = words(coordinator.get(reverse("who", args=["anyborough"])))
    assert "Bodies that took part before" in page
    assert "until 1 April 2023" in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"new_organisation": ""}, "Type its name: there is none in the list yet."),
        ({"areas": []}, "Choose “For these areas”: it cannot be left empty."),
        ({"capacity": "999999"}, "Choose “Takes part as” from the list; what was sent is not in it."),
        ({"starts": "31 2 2023"}, "February 2023 has 28 days. Check the day."),
        ({"starts": "31 1 1066"}, "The year must be between 1900 and 2100."),
        ({"new_organisation": "x" * 201}, "“Or type its name” can have at most 200 characters; this has 201. Shorten it."),
        ({"senior_lead": "y" * 201}, "“Named senior lead” can have at most 200 characters; this has 201. Shorten it."),
        ({"note": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_wrong_input_gets_a_sentence_and_loses_nothing(cast: Cast, coordinator: Client, wrong: dict, sentence: str) -> None:
    right = {"capacity": capacity("fire"), "new_organisation": "Kept name", "areas": [cast.area.pk], "deputy": "Kept deputy"}
    answer = coordinator.post(ADD, right | wrong)
    page = words(answer)
    assert answer.status_code == 200
    assert sentence in page
    assert "Kept deputy" in page
    assert not DutyHolder.objects.exists()
    assert not Organisation.objects.exists()
    assert not AuditEntry.objects.exists()


def test_area_and_organisation_of_another_partnership_are_refused(cast: Cast, coordinator: Client) -> None:
    foreign = make_holder(cast.theirs, cast.their_area, "fire").organisation
    posted = {"capacity": capacity("fire"), "organisation": foreign.pk, "areas": [cast.their_area.pk]}
    page = words(coordinator.post(ADD, posted))
    assert "Choose “Organisation” from the list" in page
    assert "Choose “For these areas” from the list; what was sent is not in it." in page
    assert not DutyHolder.objects.filter(partnership=cast.ours).exists()


def test_hidden_fields_of_a_record_cannot_be_written(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire")
    posted = {
        "organisation": holder.organisation.pk,
        "capacity": capacity("fire"),
        "area": cast.area.pk,
        "senior_lead": "Area Commander",
        "lead_since": "1 5 2024",
        "seen_version": 1,
        "carried_over": "on",
        "partnership": cast.theirs.pk,
        "version": 77,
        "ends": "1 1 2024",
        "id": 12345,
    }
    assert coordinator.post(reverse("dutyholder_change", args=["anyborough", holder.pk]), posted).status_code == 302
    saved = DutyHolder.objects.get()
    assert (saved.pk, saved.senior_lead, saved.partnership, saved.version, saved.ends) == (holder.pk, "Area Commander", cast.ours, 2, None)


def test_hostile_text_is_shown_as_text(cast: Cast, coordinator: Client) -> None:
    holder = make_holder(cast.ours, cast.area, "fire", "<script>alert(1)</script>")
    holder.note = "<img src=x onerror=alert(2)>"
    holder.save()
    for address in (reverse("who", args=["anyborough"]), reverse("dutyholder_change", args=["anyborough", holder.pk])):
        page = coordinator.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_own_organisation_is_added_and_changed(cast: Cast, coordinator: Client) -> None:
    Organisation.objects.create(name="Shared Probation", kind="probation")
    add = reverse("organisation_add", args=["anyborough"])
    assert "is in the shared register already" in words(coordinator.post(add, {"name": "shared probation", "kind": "probation"}))
    assert "Enter a full web address" in words(coordinator.post(add, {"name": "New", "kind": "other", "website": "javascript:alert(1)"}))
    assert coordinator.post(add, {"name": "Anyborough Trust", "kind": "voluntary"}).status_code == 302
    own = Organisation.objects.get(name="Anyborough Trust")
    assert own.partnership == cast.ours
    again = words(coordinator.post(add, {"name": "Anyborough Trust", "kind": "voluntary"}))
    assert "An organisation with this name is already in the register." in again
    change = reverse("organisation_change", args=["anyborough", own.pk])
    coordinator.post(change, {"name": "Anyborough Youth Trust", "kind": "voluntary", "seen_version": 1})
    assert Organisation.objects.get(pk=own.pk).name == "Anyborough Youth Trust"
    assert list(AuditEntry.objects.order_by("number").values_list("event", flat=True)) == ["organisation.added", "organisation.changed"]


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_bodies(
    cast: Cast, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_holder(cast.ours, cast.area, "other", f"Partner {number}")
    with django_assert_num_queries(10):
        coordinator.get(reverse("who", args=["anyborough"]))
