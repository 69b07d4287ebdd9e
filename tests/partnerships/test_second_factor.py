"""A second factor: set up with one code, asked for after the password, each code good once, and a way back for whoever lost their phone."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as service
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse

from partnerships.access import second_factor
from partnerships.models import AuditEntry, RoleGrant, User
from partnerships.models.person import Role
from tests.cast import BEGAN, PASSWORD, Cast
from tests.partnerships.conftest import words
from tests.partnerships.passing_time import Later, Phone, later, scan, set_up_phone

__all__ = ["later"]
CODE_PAGE = "/sign-in/code/"
FORM = "/p/anyborough/definition/add/"


def key(client: Client) -> str:
    return client.cookies[service.SESSION_COOKIE_NAME].value


def enter_password(person: User, where: str = "") -> Client:
    client = Client()
    answer = client.post(reverse("sign_in") + where, {"username": person.email, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def enter_code(client: Client, code: str) -> Any:
    return client.post(CODE_PAGE, {"one_time_password": code})


def is_in(client: Client) -> bool:
    return client.get(reverse("account")).status_code == 200


@pytest.fixture
def phone(later: Later, viewer: Client) -> Phone:
    """The viewer's, set up a minute ago."""
    phone, _ = set_up_phone(viewer)
    later(seconds=60)
    return phone


def test_after_the_password_comes_the_code_and_nothing_is_open_before(cast: Cast, phone: Phone) -> None:
    client = enter_password(cast.viewer, "?next=/p/anyborough/who/")
    assert not is_in(client)
    assert "Enter your security code" in words(client.get(CODE_PAGE))
    half = key(client)
    assert enter_code(client, phone.code()).url == "/p/anyborough/who/"
    assert is_in(client)
    assert key(client) != half
    stolen = Client()
    stolen.cookies[service.SESSION_COOKIE_NAME] = half
    assert not is_in(stolen)
    assert enter_code(stolen, phone.code(seconds=30)).url == reverse("sign_in")


def test_code_is_good_once_and_no_earlier_one_after_it(cast: Cast, phone: Phone, later: Later) -> None:
    code = phone.code(seconds=30)
    assert enter_code(enter_password(cast.viewer), code).status_code == 302
    again = enter_password(cast.viewer)
    assert "That code has been used" in words(enter_code(again, code))
    assert "That code has been used" in words(enter_code(again, phone.code()))
    assert not is_in(again)
    later(seconds=60)
    assert enter_code(again, phone.code()).status_code == 302


def test_the_code_that_set_it_up_signs_nobody_in(cast: Cast, viewer: Client, later: Later) -> None:
    phone, _ = set_up_phone(viewer)
    assert "That code has been used" in words(enter_code(enter_password(cast.viewer), phone.code()))


def test_code_of_another_time_is_wrong_and_half_a_minute_off_is_right(cast: Cast, phone: Phone) -> None:
    client = enter_password(cast.viewer)
    for seconds in (-90, 90):
        assert "That code is not right" in words(enter_code(client, phone.code(seconds=seconds)))
    assert enter_code(client, f"{phone.code(seconds=30)[:3]} {phone.code(seconds=30)[3:]}").status_code == 302


def test_wrong_codes_bring_waits_and_at_last_a_lock_that_is_told_by_mail(cast: Cast, phone: Phone, later: Later) -> None:
    mail.outbox.clear()
    for number in range(20):
        client = enter_password(cast.viewer)
        assert enter_code(client, "000000").status_code == 200, f"try {number + 1}"
        if number == 4:
            refused = enter_code(client, phone.code())
            assert refused.status_code == 429
            assert "Try again in about a minute" in words(refused)
        later(minutes=16)
    locked = enter_code(enter_password(cast.viewer), phone.code())
    assert locked.status_code == 429
    assert "locked for a day" in words(locked)
    assert [message.subject for message in mail.outbox] == ["Wrong security codes for your account"]
    assert AuditEntry.objects.filter(event="user.locked").count() == 1


def test_right_code_clears_the_wrong_ones(cast: Cast, phone: Phone, later: Later) -> None:
    for _ in range(3):
        client = enter_password(cast.viewer)
        for _ in range(3):
            enter_code(client, "000000")
        assert enter_code(client, phone.code()).status_code == 302
        later(seconds=60)


def test_half_a_sign_in_is_over_after_ten_minutes_and_after_a_new_password(cast: Cast, phone: Phone, later: Later) -> None:
    client = enter_password(cast.viewer)
    later(minutes=11)
    assert enter_code(client, phone.code()).url == reverse("sign_in")
    client = enter_password(cast.viewer)
    cast.viewer.set_password("three quiet green boats")
    cast.viewer.save()
    assert enter_code(client, phone.code()).url == reverse("sign_in")
    assert not is_in(client)


def test_recovery_codes_are_shown_once_and_each_opens_once(cast: Cast, viewer: Client, later: Later) -> None:
    _, codes = set_up_phone(viewer)
    assert len(set(codes)) == 10
    assert viewer.get(reverse("second_factor_codes")).url == reverse("account")
    assert viewer.get(reverse("second_factor_codes_text")).url == reverse("account")
    client = enter_password(cast.viewer)
    assert enter_code(client, codes[3]).status_code == 302
    assert "You have 9 recovery codes left" in words(client.get(reverse("account")))
    assert AuditEntry.objects.filter(event="user.recovery-code-used").count() == 1
    assert "That code is not right" in words(enter_code(enter_password(cast.viewer), codes[3]))
    assert enter_code(enter_password(cast.viewer), codes[4].replace(" ", "-")).status_code == 302


def test_recovery_codes_can_be_kept_as_text_and_looked_at_in_no_other_session(cast: Cast, viewer: Client, later: Later) -> None:
    phone = scan(viewer.get(reverse("second_factor")).content.decode())
    viewer.post(reverse("second_factor"), {"one_time_password": phone.code()})
    text = viewer.get(reverse("second_factor_codes_text"))
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in text["Content-Disposition"]
    assert [line for line in text.content.decode().split("\r\n") if line.isdecimal()] == second_factor.unused_codes(cast.viewer)
    later(seconds=60)
    elsewhere = enter_password(cast.viewer)
    enter_code(elsewhere, phone.code())
    assert elsewhere.get(reverse("second_factor_codes")).url == reverse("account")


def test_new_recovery_codes_take_the_password_and_end_the_old_ones(cast: Cast, viewer: Client, later: Later) -> None:
    _, old = set_up_phone(viewer)
    page = reverse("second_factor_codes_new")
    assert "That is not your password" in words(viewer.post(page, {"password": "a guess"}))
    assert viewer.post(page, {"password": PASSWORD}).url == reverse("second_factor_codes")
    assert not set(second_factor.unused_codes(cast.viewer)) & {code.replace(" ", "") for code in old}
    assert "That code is not right" in words(enter_code(enter_password(cast.viewer), old[0]))


def test_setting_up_ends_every_other_session_changes_the_key_and_tells_the_person(cast: Cast, viewer: Client, later: Later) -> None:
    elsewhere, old = enter_password(cast.viewer), key(viewer)
    assert is_in(elsewhere)
    set_up_phone(viewer)
    assert is_in(viewer)
    assert key(viewer) != old
    assert not is_in(elsewhere)
    assert [message.to for message in mail.outbox] == [[cast.viewer.email]]
    assert "A second factor was set up" in mail.outbox[0].body
    assert AuditEntry.objects.filter(event="user.second-factor-added", target_pk=cast.viewer.pk).count() == 1


def test_secret_is_kept_only_when_a_code_proves_it_and_then_sealed(cast: Cast, viewer: Client, later: Later) -> None:
    page = viewer.get(reverse("second_factor")).content.decode()
    assert "data:image/svg+xml;base64," in page
    wrong = viewer.post(reverse("second_factor"), {"one_time_password": "000000"})
    assert "That is not the code of the new entry" in words(wrong)
    assert scan(wrong.content.decode()).secret == scan(page).secret
    assert not Authenticator.objects.exists()
    phone, codes = set_up_phone(viewer)
    kept = str(list(Authenticator.objects.values()))
    assert phone.secret not in kept
    assert codes[0].replace(" ", "") not in kept
    assert phone.secret not in str([row.get_decoded() for row in cast.viewer.browser_sessions.all()])


def test_secret_sealed_with_an_earlier_key_of_the_service_still_opens(cast: Cast, phone: Phone, settings: Any) -> None:
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another one " * 6
    assert second_factor.check(cast.viewer, phone.code()) == second_factor.Checked.RIGHT
    settings.SECRET_KEY_FALLBACKS = []
    assert second_factor.check(cast.viewer, phone.code(seconds=30)) == second_factor.Checked.WRONG


def test_another_phone_takes_the_password_and_replaces_the_first(cast: Cast, viewer: Client, phone: Phone, later: Later) -> None:
    assert "svd-scan" not in viewer.get(reverse("second_factor")).content.decode()
    assert viewer.post(reverse("second_factor"), {"one_time_password": phone.code()}).status_code == 200
    assert viewer.post(reverse("second_factor"), {"password": PASSWORD}).url == reverse("second_factor")
    new, _ = set_up_phone(viewer)
    later(seconds=60)
    assert "That code is not right" in words(enter_code(enter_password(cast.viewer), phone.code()))
    assert enter_code(enter_password(cast.viewer), new.code()).status_code == 302


def test_switching_off_takes_password_and_reason_which_stands_in_the_history(cast: Cast, viewer: Client, phone: Phone) -> None:
    page = reverse("second_factor_remove")
    assert viewer.post(page, {"password": PASSWORD, "reason": ""}).status_code == 200
    assert viewer.post(page, {"password": "a guess", "reason": "New phone"}).status_code == 200
    assert second_factor.has_one(cast.viewer)
    assert viewer.post(page, {"password": PASSWORD, "reason": "New phone"}).url == reverse("account")
    assert not Authenticator.objects.exists()
    assert AuditEntry.objects.get(event="user.second-factor-removed").comment == "New phone"
    assert is_in(enter_password(cast.viewer))


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OVERSEER, Role.ADMINISTRATOR])
def test_where_it_is_required_nothing_opens_until_it_is_set_up(cast: Cast, later: Later, settings: Any, role: Role) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client = enter_password(cast.people[role])
    there = f"{reverse('second_factor')}?next="
    for path in (
        "/",
        "/account/",
        "/p/anyborough/",
        "/p/anyborough/who/",
        "/installation/",
        "/p/otherton/",
        reverse("second_factor_remove"),
    ):
        assert client.get(path)["Location"].startswith(there), path
    assert client.post("/account/name/", {"name": "Somebody else"})["Location"].startswith(there)
    page = words(client.get(f"{there}/p/anyborough/who/"))
    assert "Your role here takes a second factor" in page
    phone = scan(client.get(reverse("second_factor")).content.decode())
    assert client.post(reverse("second_factor"), {"one_time_password": phone.code()}).url == reverse("second_factor_codes")
    assert client.post(reverse("second_factor_codes")).url == "/p/anyborough/who/"
    assert is_in(client)
    assert User.objects.get(pk=cast.people[role].pk).name != "Somebody else"


def test_where_it_is_required_signing_out_is_still_possible(cast: Cast, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert enter_password(cast.coordinator).post(reverse("sign_out")).url == reverse("sign_in")


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER])
def test_where_it_is_required_others_need_none(cast: Cast, settings: Any, role: Role) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert is_in(enter_password(cast.people[role]))


def test_where_it_is_required_it_cannot_be_switched_off(cast: Cast, coordinator: Client, later: Later, settings: Any) -> None:
    set_up_phone(coordinator)
    settings.SECOND_FACTOR_REQUIRED = True
    answer = coordinator.post(reverse("second_factor_remove"), {"password": PASSWORD, "reason": "Tired of it"}, follow=True)
    assert "cannot be switched off" in words(answer)
    assert second_factor.has_one(cast.coordinator)


def test_whoever_becomes_coordinator_meanwhile_sets_one_up_and_keeps_what_they_typed(
    cast: Cast, viewer: Client, later: Later, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert is_in(viewer)
    RoleGrant.objects.create(user=cast.viewer, role=Role.COORDINATOR, partnership=cast.ours, starts=BEGAN)
    sent = viewer.post(FORM, {"wording": "An hour of typing", "seen_version": "1", "decided_by": ""})
    assert sent["Location"] == f"{reverse('second_factor')}?next={FORM.replace('/', '%2F')}"
    phone = scan(viewer.get(sent["Location"]).content.decode())
    viewer.post(reverse("second_factor"), {"one_time_password": phone.code()})
    assert viewer.post(reverse("second_factor_codes")).url == FORM
    assert "An hour of typing" in words(viewer.get(FORM))
    assert not cast.ours.definitions.exists()


def test_coordinator_resets_a_lost_phone_with_a_reason_and_the_person_is_told(
    cast: Cast, coordinator: Client, viewer: Client, phone: Phone
) -> None:
    mail.outbox.clear()
    grant = RoleGrant.objects.get(user=cast.viewer)
    page = reverse("person_reset", args=["anyborough", grant.pk])
    assert coordinator.post(page, {"reason": ""}).status_code == 200
    assert second_factor.has_one(cast.viewer)
    assert coordinator.post(page, {"reason": "Lost their phone"}).url == reverse("people", args=["anyborough"])
    assert not Authenticator.objects.filter(user=cast.viewer).exists()
    assert not is_in(viewer)
    entry = AuditEntry.objects.get(event="user.second-factor-reset")
    assert (entry.actor_id, entry.target_pk, entry.comment) == (cast.coordinator.pk, cast.viewer.pk, "Lost their phone")
    assert [message.to for message in mail.outbox] == [[cast.viewer.email]]
    assert is_in(enter_password(cast.viewer))


def test_coordinator_cannot_reset_somebody_with_a_role_elsewhere_but_an_administrator_can(
    cast: Cast, coordinator: Client, administrator: Client, later: Later, as_person: Callable[[User], Client]
) -> None:
    set_up_phone(as_person(cast.stranger))
    here = RoleGrant.objects.create(user=cast.stranger, role=Role.VIEWER, partnership=cast.ours, starts=BEGAN)
    page = reverse("person_reset", args=["anyborough", here.pk])
    assert "only an administrator can reset" in words(coordinator.post(page, {"reason": "Lost their phone"}))
    assert second_factor.has_one(cast.stranger)
    there = RoleGrant.objects.get(user=cast.stranger, partnership=cast.theirs)
    administrator.post(reverse("installation_person_reset", args=[there.pk]), {"reason": "Lost their phone"})
    assert not second_factor.has_one(cast.stranger)


def test_nobody_resets_themselves_around_their_own_password(cast: Cast, coordinator: Client, administrator: Client, later: Later) -> None:
    for client, person, address in (
        (coordinator, cast.coordinator, lambda pk: reverse("person_reset", args=["anyborough", pk])),
        (administrator, cast.people[Role.ADMINISTRATOR], lambda pk: reverse("installation_person_reset", args=[pk])),
    ):
        set_up_phone(client)
        answer = client.post(address(RoleGrant.objects.get(user=person).pk), {"reason": "I am in a hurry"})
        assert "changed on your account page" in words(answer)
        assert second_factor.has_one(person)


def test_command_resets_the_last_administrator_and_says_so_in_the_history(cast: Cast, administrator: Client, later: Later) -> None:
    person = cast.people[Role.ADMINISTRATOR]
    set_up_phone(administrator)
    call_command("reset_sign_in", person.email.upper(), "Phone fell into the sea", verbosity=0)
    assert not second_factor.has_one(person)
    entry = AuditEntry.objects.get(event="user.second-factor-reset")
    assert (entry.actor_id, entry.comment) == (None, "Phone fell into the sea")
    with pytest.raises(CommandError, match="Nobody here has the address"):
        call_command("reset_sign_in", "nobody@anyborough.example", "Phone fell into the sea")
