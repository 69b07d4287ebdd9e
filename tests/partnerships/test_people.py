from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry, Invitation, Mail, RoleGrant, User
from partnerships.models.person import Role
from tests.cast import BEGAN, PASSWORD, Cast, make_holder, make_person
from tests.guards.mailed import make_invitation
from tests.partnerships.conftest import CHOSEN, path_in_mail, words

LIST, ADD = "/p/anyborough/people/", "/p/anyborough/people/add/"
NEW = {"email": "New.Officer@Anyborough.example", "name": "Data officer", "role": "viewer"}


def grant_of(cast: Cast, role: Role) -> RoleGrant:
    return RoleGrant.objects.get(user=cast.people[role], role=role)


def end(grant: RoleGrant) -> str:
    return reverse("grant_end", args=["anyborough", grant.pk])


def test_names_stay_out_of_the_audit_so_that_they_can_be_erased(cast: Cast, coordinator: Client) -> None:
    coordinator.post(ADD, NEW)
    browser, accept = Client(), path_in_mail()
    browser.post(accept, {"name": "Data officer", **CHOSEN})
    stored = " ".join(str(entry.changes) + entry.target_label + entry.comment for entry in AuditEntry.objects.all())
    assert "Data officer" not in stored
    assert "new.officer" not in stored
    assert "Data officer: Viewer" in words(coordinator.get("/p/anyborough/history/"))


def test_person_who_is_here_already_keeps_name_and_password(cast: Cast, coordinator: Client) -> None:
    coordinator.post(ADD, {"email": "Coordinator@Otherton.example", "name": "Renamed", "role": "board"})
    Client().post(path_in_mail())
    kept = User.objects.get(pk=cast.stranger.pk)
    assert kept.name == "Coordinator"
    assert kept.check_password(PASSWORD)
    assert RoleGrant.objects.filter(user=kept, role="board", partnership=cast.ours).exists()


def test_role_is_held_once(cast: Cast, coordinator: Client) -> None:
    page = words(coordinator.post(ADD, {"email": "viewer@anyborough.example", "name": "Kept name", "role": "viewer"}))
    assert "This person holds this role here already." in page
    assert "Kept name" in page
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("role", ["overseer", "administrator", "owner"])
def test_coordinator_cannot_give_a_role_of_the_installation(cast: Cast, coordinator: Client, role: str) -> None:
    page = words(coordinator.post(ADD, NEW | {"role": role}))
    assert "Choose one of the roles shown." in page
    assert not Invitation.objects.exists()


def test_contributor_works_for_a_body_of_this_partnership(cast: Cast, coordinator: Client) -> None:
    ours, theirs = make_holder(cast.ours, cast.area), make_holder(cast.theirs, cast.their_area)
    asked = NEW | {"role": "contributor"}
    assert "Choose the body this contributor works for." in words(coordinator.post(ADD, asked))
    page = words(coordinator.post(ADD, asked | {"body": theirs.organisation.pk}))
    assert "Choose “Body they work for” from the list" in page
    coordinator.post(ADD, asked | {"body": ours.organisation.pk})
    assert Invitation.objects.get().body == ours.organisation
    Client().post(path_in_mail(), {"name": "Data officer", **CHOSEN})
    assert RoleGrant.objects.get(user__email__startswith="new.officer").body == ours.organisation


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"email": "nobody"}, "Enter an address like name@example.gov.uk"),
        ({"name": ""}, "Enter “Name or post”: it cannot be left empty."),
        ({"email": "a" * 250 + "@anyborough.example"}, "“Work e-mail address” can have at most 254 characters"),
        ({"name": "n" * 151}, "“Name or post” can have at most 150 characters; this has 151. Shorten it."),
    ],
)
def test_wrong_input_gets_a_sentence_and_adds_nobody(cast: Cast, coordinator: Client, wrong: dict, sentence: str) -> None:
    people = User.objects.count()
    assert sentence in words(coordinator.post(ADD, NEW | wrong))
    assert User.objects.count() == people
    assert not Invitation.objects.exists()
    assert not Mail.objects.exists()


def test_role_ends_with_a_reason_and_the_person_is_out_at_once(cast: Cast, coordinator: Client, viewer: Client) -> None:
    grant = grant_of(cast, Role.VIEWER)
    assert "Enter “Reason”" in words(coordinator.post(end(grant), {"reason": ""}))
    coordinator.post(end(grant), {"reason": "Has left the council"})
    assert viewer.get(LIST).status_code == 404
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.comment) == ("rolegrant.ended", "Has left the council")
    assert "Roles that have ended" in words(coordinator.get(LIST))
    assert coordinator.get(end(grant)).status_code == 404


def test_only_coordinator_stays_until_another_is_named(cast: Cast, coordinator: Client) -> None:
    grant = grant_of(cast, Role.COORDINATOR)
    page = words(coordinator.post(end(grant), {"reason": "Moving on"}))
    assert "This is the only coordinator. Add another person as coordinator first" in page
    assert "Moving on" in page
    make_person("second@anyborough.example", Role.COORDINATOR, cast.ours)
    assert coordinator.post(end(grant), {"reason": "Moving on"}).url == "/"
    assert coordinator.get(LIST).status_code == 404


def test_end_of_a_role_that_somebody_ended_meanwhile_is_no_error(cast: Cast, as_person: Callable[[User], Client]) -> None:
    from partnerships.actions.end_grant import AlreadyEnded, end_grant

    grant = grant_of(cast, Role.VIEWER)
    end_grant(grant, on=BEGAN, reason="Left", actor=cast.coordinator)
    with pytest.raises(AlreadyEnded):
        end_grant(grant, on=BEGAN, reason="Left", actor=cast.coordinator)
    assert AuditEntry.objects.count() == 1


def test_viewer_reads_who_has_access_without_addresses(cast: Cast, viewer: Client) -> None:
    page = words(viewer.get(LIST))
    assert "Board member" in page
    assert "overseer of Anyshire" in page
    assert "@anyborough.example" not in page
    assert viewer.get(ADD).status_code == 403
    assert viewer.get(end(grant_of(cast, Role.BOARD_MEMBER))).status_code == 403


def test_roles_of_another_partnership_and_of_overseers_are_not_found(cast: Cast, coordinator: Client, stranger: Client) -> None:
    theirs = RoleGrant.objects.get(partnership=cast.theirs)
    for grant in (theirs, grant_of(cast, Role.OVERSEER), grant_of(cast, Role.ADMINISTRATOR)):
        assert coordinator.get(end(grant)).status_code == 404
    assert stranger.get(LIST).status_code == 404


@pytest.mark.parametrize("rows", [1, 10])
def test_list_takes_the_same_number_of_queries_however_many_people(
    cast: Cast, coordinator: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for number in range(rows):
        make_person(f"person-{number}@anyborough.example", Role.VIEWER, cast.ours)
        make_invitation(cast.ours, f"Invited {number}")
    with django_assert_num_queries(9):
        coordinator.get(LIST)
