from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry, LocalGovernmentArea, Organisation, Partnership, PoliceArea, RoleGrant, User
from partnerships.models.person import Role
from tests.cast import Cast, make_holder, make_partnership, make_person
from tests.guards.mailed import make_invitation
from tests.partnerships.conftest import CHOSEN, path_in_mail, words

NEW = {
    "name": "Newtown Safety Partnership",
    "slug": "newtown",
    "legal_basis": "s8",
    "records_from": "31 1 2023",
    "coordinator_email": "officer@newtown.example",
    "coordinator_name": "Community safety officer",
}


def test_partnership_is_opened_with_its_first_coordinator(cast: Cast, administrator: Client) -> None:
    page = words(administrator.post(reverse("partnership_add"), NEW, follow=True))
    assert "Newtown Safety Partnership" in page
    assert "A link goes to officer@newtown.example by mail" in page
    partnership = Partnership.objects.get(slug="newtown")
    Client().post(path_in_mail(), {"name": "Community safety officer", **CHOSEN})
    assert RoleGrant.objects.get(partnership=partnership).role == Role.COORDINATOR
    own = AuditEntry.objects.filter(partnership=partnership).order_by("number").values_list("event", flat=True)
    assert list(own) == ["partnership.added", "invitation.added", "user.added", "rolegrant.added", "invitation.accepted"]
    elsewhere = AuditEntry.objects.filter(partnership=None).order_by("number").values_list("event", flat=True)
    assert list(elsewhere) == ["partnership.added", "user.password-set"]
    assert administrator.get("/p/newtown/who/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"slug": "anyborough"}, "Another partnership uses this short name."),
        ({"slug": "New Town"}, "Use lower-case letters, numbers and hyphens"),
        ({"records_from": "2023"}, "Enter the exact day, for example 20 2 2024."),
        ({"records_from": ""}, "Enter “Records complete from”: it cannot be left empty."),
        ({"coordinator_email": "officer"}, "Enter an address like name@example.gov.uk"),
        ({"name": "Otherton Safety Board"}, "Another partnership has this name."),
    ],
)
def test_wrong_partnership_is_refused_and_nothing_is_left_behind(cast: Cast, administrator: Client, wrong: dict, sentence: str) -> None:
    page = words(administrator.post(reverse("partnership_add"), NEW | wrong))
    assert sentence in page
    assert "Community safety officer" in page
    assert Partnership.objects.count() == 2
    assert not User.objects.filter(email="officer@newtown.example").exists()
    assert not AuditEntry.objects.exists()


def test_administrator_sees_names_of_partnerships_and_no_content(cast: Cast, administrator: Client) -> None:
    make_holder(cast.ours, cast.area, "fire", "Secret Fire Authority")
    cast.ours.source = "Secret source"
    cast.ours.save()
    for name in ("installation", "installation_people", "shared_organisations", "areas", "policeareas", "installation_history"):
        page = words(administrator.get(reverse(name)))
        assert "Secret" not in page, name
    assert "Anyborough Community Safety Partnership" in words(administrator.get(reverse("installation")))


def test_nobody_else_opens_the_installation(cast: Cast, as_person: Callable[[User], Client]) -> None:
    for role, person in cast.people.items():
        expected = 200 if role == Role.ADMINISTRATOR else 403
        assert as_person(person).get(reverse("installation")).status_code == expected


def test_area_is_added_and_changed_with_a_police_area(cast: Cast, administrator: Client) -> None:
    administrator.post(reverse("policearea_add"), {"name": "Newshire"})
    police = PoliceArea.objects.get(name="Newshire")
    posted = {"name": "Newtown", "kind": "two-tier", "police_area": police.pk, "upper_tier": "Newshire", "ons_code": "e07000999"}
    assert administrator.post(reverse("area_add"), posted).status_code == 302
    area = LocalGovernmentArea.objects.get(name="Newtown")
    assert (area.ons_code, area.upper_tier, area.police_area) == ("E07000999", "Newshire", police)
    change = reverse("area_change", args=[area.pk])
    administrator.post(change, posted | {"name": "New Town", "seen_version": 1})
    assert LocalGovernmentArea.objects.get(pk=area.pk).name == "New Town"
    stale = administrator.post(change, posted | {"name": "Newtown again", "seen_version": 1})
    assert stale.status_code == 409
    assert "New Town" in words(stale)
    assert "Newtown again" in words(stale)
    events = list(AuditEntry.objects.order_by("number").values_list("event", flat=True))
    assert events == ["policearea.added", "localgovernmentarea.added", "localgovernmentarea.changed"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ons_code": "12345"}, "An ONS code is E or W and eight numbers"),
        ({"upper_tier": "Newshire"}, "Only a district in a two-tier county has a county above it."),
        ({"kind": "kingdom"}, "Choose “Kind of area” from the list"),
        ({"police_area": "77777"}, "Choose “Police area” from the list"),
    ],
)
def test_wrong_area_is_refused_with_a_sentence(cast: Cast, administrator: Client, wrong: dict, sentence: str) -> None:
    page = words(administrator.post(reverse("area_add"), {"name": "Newtown", "kind": "london"} | wrong))
    assert sentence in page
    assert not LocalGovernmentArea.objects.filter(name="Newtown").exists()


def test_second_area_with_an_ons_code_is_refused(cast: Cast, administrator: Client) -> None:
    LocalGovernmentArea.objects.create(name="Oldtown", kind="london", ons_code="E09000099")
    page = words(administrator.post(reverse("area_add"), {"name": "Newtown", "kind": "london", "ons_code": "E09000099"}))
    assert "Another area already has this ONS code." in page


def test_shared_register_is_kept_by_administrators(cast: Cast, administrator: Client) -> None:
    administrator.post(reverse("shared_organisation_add"), {"name": "Anyshire Police", "kind": "police"})
    shared = Organisation.objects.get(name="Anyshire Police")
    assert shared.partnership is None
    again = words(administrator.post(reverse("shared_organisation_add"), {"name": "Anyshire Police", "kind": "police"}))
    assert "An organisation with this name is already in the register." in again
    address = reverse("shared_organisation_change", args=[shared.pk])
    administrator.post(address, {"name": "Anyshire Constabulary", "kind": "police", "seen_version": 1})
    assert Organisation.objects.get(pk=shared.pk).name == "Anyshire Constabulary"
    own = make_holder(cast.ours, cast.area).organisation
    assert administrator.get(reverse("shared_organisation_change", args=[own.pk])).status_code == 404


def test_overseer_needs_a_police_area_and_coordinator_a_partnership(cast: Cast, administrator: Client) -> None:
    add, person = reverse("installation_person_add"), {"email": "new@anyshire.example", "name": "Policy officer"}
    assert "Choose the police area this person oversees." in words(administrator.post(add, person | {"role": "overseer"}))
    assert "Choose the partnership this person coordinates." in words(administrator.post(add, person | {"role": "coordinator"}))
    assert "Choose one of the roles shown." in words(administrator.post(add, person | {"role": "viewer", "partnership": cast.ours.pk}))
    police = PoliceArea.objects.get(name="Anyshire")
    administrator.post(add, person | {"role": "overseer", "police_area": police.pk, "partnership": cast.ours.pk})
    Client().post(path_in_mail(), {"name": "Policy officer", **CHOSEN})
    grant = RoleGrant.objects.get(user__email="new@anyshire.example")
    assert (grant.role, grant.police_area, grant.partnership) == ("overseer", police, None)
    assert AuditEntry.objects.filter(partnership=None, event="rolegrant.added").count() == 1


def test_only_administrator_and_only_coordinator_stay(cast: Cast, administrator: Client) -> None:
    for role in (Role.ADMINISTRATOR, Role.COORDINATOR):
        grant = RoleGrant.objects.get(user=cast.people[role])
        page = words(administrator.post(reverse("installation_grant_end", args=[grant.pk]), {"reason": "Left"}))
        assert f"This is the only {role.label.lower()}." in page
    viewer = RoleGrant.objects.get(user=cast.viewer)
    assert administrator.get(reverse("installation_grant_end", args=[viewer.pk])).status_code == 404
    overseer = RoleGrant.objects.get(user=cast.people[Role.OVERSEER])
    administrator.post(reverse("installation_grant_end", args=[overseer.pk]), {"reason": "Left"})
    assert RoleGrant.objects.get(pk=overseer.pk).ended_on
    assert "Left" in words(administrator.get(reverse("installation_history")))


@pytest.mark.parametrize("rows", [1, 10])
def test_lists_take_the_same_number_of_queries_however_long(
    cast: Cast, administrator: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    police = PoliceArea.objects.get(name="Anyshire")
    for number in range(rows):
        partnership, _ = make_partnership(f"area-{number}", f"Partnership {number}", police)
        make_person(f"c{number}@anyborough.example", Role.COORDINATOR, partnership)
        Organisation.objects.create(name=f"Body {number}", kind="other")
        make_invitation(police_area=police, mark=f"Invited {number}")
    for name in ("installation", "installation_people", "shared_organisations", "areas", "policeareas"):
        # The people who are invited are one more list.
        with django_assert_num_queries(6 if name == "installation_people" else 5):
            assert administrator.get(reverse(name)).status_code == 200
