"""An administrator closes the account of somebody who has left altogether, opens it again, or erases who they were."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from partnerships.actions.close_account import close_account
from partnerships.actions.invite import invite
from partnerships.audit.record import first_broken_entry
from partnerships.models import ActorLabel, AuditEntry, Handover, Invitation, Mail, MailedLink, Partnership, RoleGrant, User
from partnerships.models.person import Role
from svduty import clock
from tests.cast import BEGAN, Cast, make_person
from tests.partnerships.conftest import words

LIST = "/installation/people/accounts/"
REASON = {"reason": "Has left the council"}
ERASE = REASON | {"sure": "on"}


def page_of(verb: str, person: User) -> str:
    return reverse(f"installation_account_{verb}", args=[person.pk])


@pytest.fixture
def leaver(cast: Cast) -> User:
    """A coordinator here, where they are the only one, and a viewer next door."""
    RoleGrant.objects.create(user=cast.coordinator, role=Role.VIEWER, partnership=cast.theirs, starts=BEGAN)
    RoleGrant.objects.create(user=cast.coordinator, role=Role.OVERSEER, police_area=cast.area.police_area, starts=BEGAN)
    return cast.coordinator


def test_closed_account_opens_nothing_at_once_and_each_partnership_is_told(
    cast: Cast, administrator: Client, leaver: User, coordinator: Client, stranger: Client
) -> None:
    assert coordinator.get("/p/anyborough/").status_code == 200
    page = words(administrator.get(page_of("close", leaver)))
    assert "Anyborough Community Safety Partnership: <strong>nobody else coordinates it" in page
    assert "Otherton Safety Board</li>" in page
    assert "Overseer of Anyshire" in page
    assert "can no longer sign in" in words(administrator.post(page_of("close", leaver), REASON, follow=True))
    assert coordinator.get("/p/anyborough/").status_code == 302
    assert not RoleGrant.objects.filter(user=leaver, ended_on__isnull=True).exists()
    assert Handover.objects.filter(taker=None, note="Has left the council").count() == 2
    assert "Nobody follows yet." in words(stranger.get("/p/otherton/"))
    assert [mail.to_user for mail in Mail.objects.filter(kind="left-behind")] == [cast.stranger]
    assert [entry.event for entry in AuditEntry.objects.filter(partnership=None).order_by("number")][-1] == "user.closed"


def test_only_administrator_and_ones_own_account_stay(cast: Cast, administrator: Client) -> None:
    own = cast.people[Role.ADMINISTRATOR]
    assert "Ask another administrator to close it." in words(administrator.post(page_of("close", own), REASON))
    second = make_person("second@anyborough.example", Role.ADMINISTRATOR)
    RoleGrant.objects.filter(user=own).update(ended_on=BEGAN)
    browser = Client()
    browser.force_login(second)
    third = make_person("third@anyborough.example", Role.ADMINISTRATOR)
    close_account(third, on=clock.today(), reason="Left", actor=second)
    from partnerships.actions.end_grant import LastOfItsKind

    with pytest.raises(LastOfItsKind):
        close_account(second, on=clock.today(), reason="Left", actor=third)
    assert User.objects.get(pk=second.pk).is_active


def test_account_that_is_opened_again_has_no_role(cast: Cast, administrator: Client, leaver: User) -> None:
    administrator.post(page_of("close", leaver), REASON)
    assert "can sign in again" in words(administrator.post(page_of("open", leaver), follow=True))
    browser = Client()
    browser.force_login(User.objects.get(pk=leaver.pk))
    assert browser.get("/account/").status_code == 200
    assert browser.get("/p/anyborough/").status_code == 404
    assert AuditEntry.objects.filter(event="user.opened").count() == 1


def test_an_account_is_erased_only_once_it_is_closed_and_only_when_meant(cast: Cast, administrator: Client, leaver: User) -> None:
    assert "Close the account first" in words(administrator.get(page_of("erase", leaver)))
    assert "Close the account first" in words(administrator.post(page_of("erase", leaver), ERASE))
    administrator.post(page_of("close", leaver), REASON)
    assert "Tick the box to say that this is meant." in words(administrator.post(page_of("erase", leaver), REASON))
    assert User.objects.get(pk=leaver.pk).name == "Coordinator"


def test_erased_person_is_named_nowhere_and_every_history_is_whole(cast: Cast, administrator: Client, coordinator: Client) -> None:
    person = make_person("marigold@anyborough.example", Role.COORDINATOR, cast.ours)
    User.objects.filter(pk=person.pk).update(name="Marigold Quill")
    person.refresh_from_db()
    theirs = Client()
    theirs.force_login(person)
    theirs.post("/p/anyborough/who/organisations/add/", {"name": "A body", "kind": "other", "seen_version": "1"})
    invite("somebody@anyborough.example", "Somebody", Role.VIEWER, actor=person, on=BEGAN, partnership=cast.ours)
    invite(person.email, "Marigold Quill", Role.VIEWER, actor=cast.coordinator, on=BEGAN, partnership=cast.ours)
    Authenticator.objects.create(user=person, type="totp", data={})
    assert "Marigold Quill" in words(coordinator.get("/p/anyborough/history/"))
    administrator.post(page_of("close", person), REASON)
    administrator.post(page_of("erase", person), ERASE)
    assert "Somebody whose name has been erased" in words(coordinator.get("/p/anyborough/history/"))
    everything = "".join(
        str(list(model.objects.values()))
        for model in (User, ActorLabel, AuditEntry, Invitation, MailedLink, Mail, Handover, RoleGrant, Authenticator)
    )
    assert "arigold" not in everything
    assert not Authenticator.objects.filter(user=person).exists()
    for partnership in [None, *Partnership.objects.all()]:
        assert first_broken_entry(partnership) is None
    call_command("check_records")


def test_erased_account_stays_closed(cast: Cast, administrator: Client, leaver: User) -> None:
    administrator.post(page_of("close", leaver), REASON)
    administrator.post(page_of("erase", leaver), ERASE)
    assert "has been erased, so the account stays closed" in words(administrator.post(page_of("open", leaver), follow=True))
    erased = User.objects.get(pk=leaver.pk)
    assert (erased.is_active, erased.name, erased.has_usable_password()) == (False, f"Erased person {leaver.pk}", False)
    assert Client().login(username=erased.email, password="a long enough password") is False


def test_accounts_are_found_by_a_part_of_name_or_address(cast: Cast, administrator: Client) -> None:
    page = words(administrator.get(LIST, {"words": "VIEWER anyborough"}))
    assert "viewer@anyborough.example" in page
    assert "contributor@anyborough.example" not in page
    assert "Nobody has such a name" in words(administrator.get(LIST, {"words": "' OR 1=1"}))


@pytest.mark.parametrize("verb", ["close", "erase", "open"])
def test_nobody_else_touches_accounts(cast: Cast, coordinator: Client, verb: str) -> None:
    assert coordinator.post(page_of(verb, cast.viewer), ERASE).status_code == 403
    assert User.objects.get(pk=cast.viewer.pk).is_active
