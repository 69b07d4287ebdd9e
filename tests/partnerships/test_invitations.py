"""Somebody is invited by mail and has the role once they accept: as the address that was invited, once, and while it stands."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from partnerships.actions.end_grant import end_grant
from partnerships.actions.send_invitation_again import send_invitation_again
from partnerships.actions.withdraw_invitation import InvitationIsOver, withdraw_invitation
from partnerships.models import AuditEntry, Invitation, Mail, MailedLink, RoleGrant, User
from partnerships.models.person import Role
from partnerships.outbox.sending import try_to_send
from svduty import clock
from tests.cast import BEGAN, PASSWORD, Cast, make_person
from tests.partnerships.conftest import CHOSEN, path_in_mail, words
from tests.smtp_sink import free_port, use_smtp

PEOPLE, ADD = "/p/anyborough/people/", "/p/anyborough/people/add/"
ADDRESS = "new.officer@anyborough.example"
NEW = {"email": "New.Officer@Anyborough.example", "name": "Data officer", "role": "viewer"}
ACCEPT = {"name": "Data and insight officer", **CHOSEN}


@pytest.fixture
def path(coordinator: Client) -> str:
    """The link in the mail to somebody new, invited to be a viewer."""
    coordinator.post(ADD, NEW)
    return path_in_mail()


def of_new_officer() -> RoleGrant | None:
    return RoleGrant.objects.filter(user__email=ADDRESS).first()


def test_mail_says_where_as_what_who_asked_and_what_if_not_expected(cast: Cast, path: str) -> None:
    [message] = mail.outbox
    assert (message.to, message.subject) == ([ADDRESS], "You are invited to the Serious Violence Duty service")
    said = " ".join(message.body.split())
    assert "Coordinator invites you to Anyborough Community Safety Partnership, as viewer." in said
    assert "The link is good for 14 days and works once." in said
    assert "If you did not expect this" in said
    assert len(message.subject.splitlines()) == 1


def test_nobody_and_nothing_comes_into_being_until_they_accept(cast: Cast, path: str, coordinator: Client) -> None:
    Client().get(path)
    assert of_new_officer() is None
    assert not User.objects.filter(email=ADDRESS).exists()
    page = words(coordinator.get(PEOPLE))
    assert "Data officer" in page
    assert "by Coordinator" in page
    assert "Link good until" in page


def test_new_person_accepts_with_a_name_and_a_password_and_signs_in(cast: Cast, path: str, coordinator: Client) -> None:
    browser = Client()
    page = words(browser.get(path))
    assert "Coordinator invites you to Anyborough Community Safety Partnership as viewer." in page
    assert 'value="Data officer"' in page
    done = words(browser.post(path, ACCEPT, follow=True))
    assert "You are now viewer of Anyborough Community Safety Partnership." in done
    grant = of_new_officer()
    assert grant
    assert (grant.role, grant.partnership, grant.starts, grant.user.name) == ("viewer", cast.ours, clock.today(), ACCEPT["name"])
    signed_in = browser.post(reverse("sign_in"), {"username": "NEW.officer@ANYBOROUGH.example", "password": CHOSEN["new_password1"]})
    assert signed_in.status_code == 302
    assert browser.get("/").url == "/p/anyborough/"
    assert "by Coordinator" in words(coordinator.get(PEOPLE))
    events = AuditEntry.objects.filter(partnership=cast.ours).order_by("number").values_list("event", flat=True)
    assert list(events) == ["invitation.added", "user.added", "rolegrant.added", "invitation.accepted"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Enter “Your name or post”: it cannot be left empty."),
        ({"new_password2": "another one here"}, "The two passwords differ."),
        ({"new_password1": "short", "new_password2": "short"}, "at least 12 characters"),
        ({"new_password1": "", "new_password2": ""}, "Enter “Password”: it cannot be left empty."),
        ({"name": "greenboats officer", "new_password1": "greenboats officer", "new_password2": "greenboats officer"}, "too similar"),
    ],
)
def test_wrong_input_gets_a_sentence_and_the_link_stays_good(cast: Cast, path: str, wrong: dict, sentence: str) -> None:
    page = words(Client().post(path, ACCEPT | wrong))
    assert sentence in page
    assert of_new_officer() is None
    Client().post(path, ACCEPT)
    assert of_new_officer()


def test_somebody_who_has_an_account_only_confirms_and_keeps_name_and_password(cast: Cast, coordinator: Client) -> None:
    coordinator.post(ADD, {"email": " COORDINATOR@otherton.example ", "name": "Renamed", "role": "board"})
    path = path_in_mail()
    assert "You have an account already." in mail.outbox[0].body
    page = words(Client().get(path))
    assert "password" not in page.partition("<main")[2]
    assert not RoleGrant.objects.filter(user=cast.stranger, partnership=cast.ours).exists()
    Client().post(path, {"name": "Renamed", "new_password1": "x", "new_password2": "x"})
    person = User.objects.get(email="coordinator@otherton.example")
    assert (person.pk, person.name, person.check_password(PASSWORD)) == (cast.stranger.pk, "Coordinator", True)
    assert RoleGrant.objects.filter(user=person, partnership=cast.ours, role="board").exists()


def test_whoever_is_signed_in_as_the_invited_person_goes_straight_on(cast: Cast, coordinator: Client, stranger: Client) -> None:
    coordinator.post(ADD, {"email": cast.stranger.email, "name": "Board member", "role": "board"})
    answer = stranger.post(path_in_mail(), follow=True)
    assert "You are now board member of Anyborough Community Safety Partnership." in words(answer)
    assert stranger.get("/p/anyborough/who/").status_code == 200


def test_used_twice_says_when_it_was_accepted_and_gives_nothing_more(cast: Cast, path: str) -> None:
    Client().post(path, ACCEPT)
    again = Client().post(path, ACCEPT | {"name": "Somebody else"})
    assert again.status_code == 410
    assert "The invitation was accepted on" in words(again)
    assert "Send me a new one" not in words(again)
    assert User.objects.get(email=ADDRESS).name == ACCEPT["name"]
    assert RoleGrant.objects.filter(user__email=ADDRESS).count() == 1


def test_expired_is_sent_anew_in_one_step_to_the_same_address(cast: Cast, path: str, coordinator: Client) -> None:
    MailedLink.objects.update(expires_at=clock.now())
    assert "It was good until" in words(Client().post(path, ACCEPT))
    assert of_new_officer() is None
    assert "The link is too old. Send it again." in words(coordinator.get(PEOPLE))
    Client().post(path, {"step": "new", "email": "evil@evil.example"})
    assert [message.to for message in mail.outbox] == [[ADDRESS]] * 2
    Client().post(path_in_mail(), ACCEPT)
    assert of_new_officer()


def test_withdrawn_says_so_and_whom_to_ask_and_cannot_be_renewed(cast: Cast, path: str, coordinator: Client) -> None:
    withdraw = reverse("person_invitation_withdraw", args=["anyborough", Invitation.objects.get().pk])
    assert "Enter “Reason”" in words(coordinator.post(withdraw, {"reason": ""}))
    coordinator.post(withdraw, {"reason": "The wrong address"})
    answer = Client().post(path, ACCEPT)
    assert "The invitation was withdrawn on" in words(answer)
    assert "ask the coordinator of Anyborough Community Safety Partnership" in words(answer)
    Client().post(path, {"step": "new"})
    assert len(mail.outbox) == 1
    assert of_new_officer() is None
    assert "because: The wrong address" in words(coordinator.get(PEOPLE))
    entry = AuditEntry.objects.get(event="invitation.withdrawn")
    assert entry.comment == "The wrong address"
    assert coordinator.get(withdraw).status_code == 404


def test_role_that_ended_meanwhile_is_told_and_not_given_again(cast: Cast, path: str) -> None:
    Client().post(path, ACCEPT)
    grant = of_new_officer()
    assert grant
    end_grant(grant, on=BEGAN, reason="Left", actor=cast.coordinator)
    page = words(Client().post(path, ACCEPT))
    assert "The role ended on 31 January 2023." in page
    assert "ask the coordinator of Anyborough Community Safety Partnership to invite you anew" in page
    assert not RoleGrant.objects.filter(user__email=ADDRESS, ended_on=None).exists()


def test_forwarded_invitation_stays_with_its_address(cast: Cast, path: str, viewer: Client) -> None:
    page = words(viewer.get(path))
    assert "This invitation is for “Data officer” at n…@a….example" in page
    assert ADDRESS not in page
    viewer.post(path, ACCEPT)
    assert of_new_officer() is None
    Client().post(path, ACCEPT | {"email": "friend@anyborough.example"})
    assert of_new_officer()
    assert not User.objects.filter(email="friend@anyborough.example").exists()


def test_sent_again_the_older_link_ends(cast: Cast, path: str, coordinator: Client) -> None:
    again = reverse("person_invitation_again", args=["anyborough", Invitation.objects.get().pk])
    assert f"A new link goes to {ADDRESS} by mail." in words(coordinator.post(again, follow=True))
    assert "A newer link was sent" in words(Client().post(path, ACCEPT))
    Client().post(path_in_mail(), ACCEPT)
    assert of_new_officer()
    for _ in range(5):
        coordinator.post(again)
    assert len(mail.outbox) == 2


def test_one_invitation_is_not_mailed_for_ever(cast: Cast, path: str, coordinator: Client) -> None:
    again = reverse("person_invitation_again", args=["anyborough", Invitation.objects.get().pk])
    answers = [words(coordinator.post(again, follow=True)) for _ in range(6)]
    assert len(mail.outbox) == 5
    assert "sent five times within an hour" in answers[-1]


def test_whoever_is_invited_and_asks_for_a_password_gets_the_invitation_again(cast: Cast, path: str, client: Client) -> None:
    client.post(reverse("password_reset"), {"email": ADDRESS})
    assert mail.outbox[1].subject == mail.outbox[0].subject
    Client().post(path_in_mail(), ACCEPT)
    assert of_new_officer()


def test_address_is_invited_to_a_role_once_however_it_is_written(cast: Cast, path: str, coordinator: Client) -> None:
    page = words(coordinator.post(ADD, NEW | {"email": ADDRESS.upper()}))
    assert "This person is invited to this role already." in page
    assert Invitation.objects.count() == 1
    assert coordinator.post(ADD, NEW | {"role": "board"}).status_code == 302


def test_mail_server_that_is_away_keeps_the_invitation_and_says_so(cast: Cast, coordinator: Client, settings: Any) -> None:
    use_smtp(settings, free_port())
    coordinator.post(ADD, NEW)
    assert "The mail was not sent. The mail server does not answer." in words(coordinator.get(PEOPLE))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    coordinator.post(reverse("person_invitation_again", args=["anyborough", Invitation.objects.get().pk]))
    Client().post(path_in_mail(), ACCEPT)
    assert of_new_officer()


def test_withdrawn_before_it_went_out_it_does_not_go_out(cast: Cast, coordinator: Client, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    coordinator.post(ADD, NEW)
    withdraw_invitation(Invitation.objects.get(), on=BEGAN, reason="Wrong", actor=cast.coordinator)
    assert try_to_send(Mail.objects.select_related("link").get(), last=False) == "dropped"
    assert mail.outbox == []


def test_over_meanwhile_is_no_error(cast: Cast, path: str) -> None:
    invitation = Invitation.objects.get()
    Client().post(path, ACCEPT)
    with pytest.raises(InvitationIsOver):
        send_invitation_again(invitation, actor=cast.coordinator)
    with pytest.raises(InvitationIsOver):
        withdraw_invitation(invitation, on=BEGAN, reason="Late", actor=cast.coordinator)
    assert Invitation.objects.get().withdrawn_on is None


def test_role_given_in_another_way_meanwhile_is_not_given_twice(cast: Cast, coordinator: Client) -> None:
    person = make_person("second@anyborough.example")
    coordinator.post(ADD, {"email": person.email, "name": "Second", "role": "viewer"})
    RoleGrant.objects.create(user=person, role=Role.VIEWER, partnership=cast.ours, starts=BEGAN)
    Client().post(path_in_mail())
    assert RoleGrant.objects.get(user=person) == Invitation.objects.get().grant


def test_closed_account_is_not_opened_by_an_invitation(cast: Cast, coordinator: Client) -> None:
    person = make_person("closed@anyborough.example")
    User.objects.filter(pk=person.pk).update(is_active=False)
    coordinator.post(ADD, {"email": person.email, "name": "Closed", "role": "viewer"})
    answer = Client().post(path_in_mail(), ACCEPT)
    assert "Your account here has been closed." in words(answer)
    assert not RoleGrant.objects.filter(user=person).exists()


def test_with_single_sign_on_nobody_needs_a_password(cast: Cast, path: str, settings: Any) -> None:
    settings.OIDC_SERVER_URL, settings.OIDC_NAME = "https://login.example", "Anyborough"
    assert "Accept and sign in with Anyborough" in words(Client().get(path))
    browser = Client()
    answer = browser.post(path, {"name": "Insight", "new_password1": "", "new_password2": "", "step": "elsewhere"}, follow=True)
    assert "Sign in with Anyborough." in words(answer)
    grant = of_new_officer()
    assert grant
    assert (grant.user.name, grant.user.has_usable_password()) == ("Insight", False)


def test_viewers_learn_nothing_of_invitations_and_neighbours_find_none(cast: Cast, path: str, viewer: Client, stranger: Client) -> None:
    assert ADDRESS not in words(viewer.get(PEOPLE))
    assert "Data officer" not in words(viewer.get(PEOPLE))
    pk = Invitation.objects.get().pk
    for name in ("person_invitation_again", "person_invitation_withdraw"):
        assert viewer.post(reverse(name, args=["anyborough", pk])).status_code == 403
        assert stranger.post(reverse(name, args=["otherton", pk])).status_code == 404


def test_invitation_of_a_member_is_not_the_administrators_business(cast: Cast, path: str, administrator: Client) -> None:
    pk = Invitation.objects.get().pk
    assert administrator.post(reverse("installation_invitation_again", args=[pk])).status_code == 404
    assert ADDRESS not in words(administrator.get(reverse("installation_people")))


def test_names_and_addresses_stay_out_of_the_chain_and_are_read_in_the_history(cast: Cast, path: str, coordinator: Client) -> None:
    stored = str(list(AuditEntry.objects.values()))
    assert "Data officer" not in stored
    assert "new.officer" not in stored
    assert "Data officer: Viewer" in words(coordinator.get("/p/anyborough/history/"))


def test_days_of_a_link_are_counted_from_its_mail(cast: Cast, path: str) -> None:
    link = MailedLink.objects.get()
    assert abs(link.expires_at - clock.now() - datetime.timedelta(days=14)) < datetime.timedelta(minutes=1)
