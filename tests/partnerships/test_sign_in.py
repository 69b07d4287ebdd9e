from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from partnerships.models import AuditEntry, RoleGrant, User
from partnerships.models.person import Role
from tests.cast import BEGAN, PASSWORD, Cast, make_person
from tests.partnerships.conftest import words

WRONG = "We could not sign you in with that address and password."


def sign_in(client: Client, email: str, password: str = PASSWORD, where: str = "") -> object:
    return client.post(reverse("sign_in") + where, {"username": email, "password": password})


def test_person_signs_in_and_lands_in_their_one_partnership(cast: Cast) -> None:
    client = Client()
    assert sign_in(client, " Viewer@ANYBOROUGH.example ").url == "/"
    assert client.get("/").url == "/p/anyborough/"


def test_unknown_wrong_and_barred_are_answered_with_the_same_sentence(cast: Cast, client: Client) -> None:
    barred = make_person("barred@anyborough.example", Role.VIEWER, cast.ours)
    User.objects.filter(pk=barred.pk).update(is_active=False)
    for email, password in (("nobody@anyborough.example", PASSWORD), (cast.viewer.email, "wrong"), (barred.email, PASSWORD)):
        answer = sign_in(client, email, password)
        assert answer.status_code == 200
        assert WRONG in words(answer)
        assert f'value="{email}"' in words(answer)
        assert password not in words(answer)


def test_person_who_was_asked_to_sign_in_arrives_where_they_wanted(cast: Cast) -> None:
    client = Client()
    asked = client.get("/p/anyborough/who/")
    assert asked.url == f"{reverse('sign_in')}?next=/p/anyborough/who/"
    assert sign_in(client, cast.viewer.email, where="?next=/p/anyborough/who/").url == "/p/anyborough/who/"


def test_sign_in_never_leads_to_another_site(cast: Cast) -> None:
    assert sign_in(Client(), cast.viewer.email, where="?next=https://evil.example/").url == "/"


def test_session_key_is_new_after_sign_in(cast: Cast, client: Client) -> None:
    client.get(reverse("sign_in"))
    client.cookies["sessionid"] = "planted-by-somebody-else"
    sign_in(client, cast.viewer.email)
    assert client.cookies["sessionid"].value != "planted-by-somebody-else"


def test_signing_out_takes_a_post(cast: Cast, viewer: Client) -> None:
    assert viewer.get(reverse("sign_out")).status_code == 405
    assert viewer.post(reverse("sign_out")).url == reverse("sign_in")
    assert viewer.get("/account/").url.startswith(reverse("sign_in"))


def test_link_to_set_a_password_is_mailed_and_the_answer_tells_nothing(cast: Cast, client: Client) -> None:
    known = client.post(reverse("password_reset"), {"email": "VIEWER@anyborough.example"})
    unknown = client.post(reverse("password_reset"), {"email": "nobody@anyborough.example"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [message.to for message in mail.outbox] == [["viewer@anyborough.example"]]
    assert client.get(known.url).status_code == 200


def test_mailed_address_is_ours_whatever_host_the_browser_names(cast: Cast) -> None:
    Client(headers={"host": "localhost"}).post(reverse("password_reset"), {"email": cast.viewer.email})
    assert f"{settings.SITE_URL}/link/" in mail.outbox[0].body
    assert "//localhost" not in mail.outbox[0].body


def test_password_is_changed_and_the_old_one_needed(cast: Cast, viewer: Client) -> None:
    new = {"new_password1": "three quiet green boats", "new_password2": "three quiet green boats"}
    wrong = words(viewer.post(reverse("password_change"), new | {"old_password": "wrong"}))
    assert "That is not the password you use now." in wrong
    differ = words(viewer.post(reverse("password_change"), new | {"old_password": PASSWORD, "new_password2": "another one here"}))
    assert "The two passwords differ." in differ
    short = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    assert "at least 12 characters" in words(viewer.post(reverse("password_change"), short))
    assert not AuditEntry.objects.exists()
    assert viewer.post(reverse("password_change"), new | {"old_password": PASSWORD}).url == reverse("account")
    assert viewer.get(reverse("account")).status_code == 200
    assert AuditEntry.objects.get().event == "user.password-set"
    assert "boats" not in str(AuditEntry.objects.values())


def test_account_shows_name_and_roles_and_the_name_can_be_put_right(cast: Cast, viewer: Client) -> None:
    page = words(viewer.get(reverse("account")))
    assert "Viewer" in page
    assert "Anyborough Community Safety Partnership" in page
    viewer.post(reverse("account_name"), {"name": "Scrutiny officer", "email": "stolen@anyborough.example"})
    saved = User.objects.get(pk=cast.viewer.pk)
    assert (saved.name, saved.email) == ("Scrutiny officer", "viewer@anyborough.example")
    assert AuditEntry.objects.get().event == "user.changed"


def test_home_without_a_partnership_says_what_to_do(db: None, as_person: Callable[[User], Client]) -> None:
    page = words(as_person(make_person("new@anyborough.example")).get("/"))
    assert "You are in no partnership yet" in page
    assert "Ask the coordinator of yours to add you" in page


def test_home_lists_only_what_the_person_may_open(cast: Cast, as_person: Callable[[User], Client]) -> None:
    person = make_person("both@anyborough.example", Role.VIEWER, cast.ours)
    RoleGrant.objects.create(user=person, role=Role.BOARD_MEMBER, partnership=cast.theirs, starts=BEGAN)
    page = words(as_person(person).get("/"))
    assert "Anyborough Community" in page
    assert "Otherton" in page
    assert "Board member" in page


def test_overseer_is_led_to_the_partnership_of_their_police_area(cast: Cast, as_person: Callable[[User], Client]) -> None:
    assert as_person(cast.people[Role.OVERSEER]).get("/").url == "/p/anyborough/"


def test_administrator_is_led_to_the_installation_and_kept_out_of_content(cast: Cast, administrator: Client) -> None:
    assert administrator.get("/").url == reverse("installation")
    assert administrator.get("/p/anyborough/who/").status_code == 404


@pytest.mark.parametrize("name", ["home", "account", "password_change", "account_name", "installation"])
def test_anonymous_is_sent_to_sign_in(db: None, client: Client, name: str) -> None:
    assert client.get(reverse(name)).url == f"{reverse('sign_in')}?next={reverse(name)}"


def test_accessibility_statement_is_open_to_all_and_says_how_to_complain(db: None, client: Client) -> None:
    page = words(client.get(reverse("accessibility")))
    assert settings.DEFAULT_FROM_EMAIL in page
    assert "has not been tested by people who use assistive technology" in page
