from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from partnerships.models import AuditEntry, Invitation, Mail, RoleGrant, User
from partnerships.models.mail import MailState
from tests.partnerships.conftest import CHOSEN, path_in_mail
from tests.smtp_sink import free_port, use_smtp

pytestmark = pytest.mark.django_db
ADDRESS = "it@anyborough.example"


def test_the_first_administrator_is_invited_and_has_the_role_once_they_accept() -> None:
    call_command("add_administrator", "IT@Anyborough.example", "IT service desk", verbosity=0)

    assert [message.to for message in mail.outbox] == [[ADDRESS]]
    assert not User.objects.exists()
    Client().post(path_in_mail(), {"name": "IT service desk", **CHOSEN})
    assert RoleGrant.objects.get().role == "administrator"
    assert User.objects.get().has_usable_password()
    assert list(AuditEntry.objects.filter(event__startswith="invitation").values_list("event", flat=True)) == [
        "invitation.accepted",
        "invitation.added",
    ]


@pytest.mark.parametrize("address", ["not an address", ""])
def test_what_is_no_address_is_refused_and_nobody_is_made(address: str) -> None:
    with pytest.raises(CommandError, match="is not an e-mail address"):
        call_command("add_administrator", address, "IT service desk")
    assert not Invitation.objects.exists()


def test_twice_says_so() -> None:
    call_command("add_administrator", ADDRESS, "IT service desk")
    with pytest.raises(CommandError, match="invited already"):
        call_command("add_administrator", ADDRESS, "IT service desk")
    Client().post(path_in_mail(), {"name": "IT service desk", **CHOSEN})
    with pytest.raises(CommandError, match="administrator already"):
        call_command("add_administrator", ADDRESS, "IT service desk")
    assert RoleGrant.objects.count() == 1


def test_a_mail_server_that_is_away_loses_nobody(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    use_smtp(settings, free_port())
    with pytest.raises(CommandError, match=r"does not answer\. It is tried again for 24 hours"):
        call_command("add_administrator", ADDRESS, "IT service desk")
    assert Invitation.objects.get().address == ADDRESS
    assert Mail.objects.get().state == MailState.WAITING
