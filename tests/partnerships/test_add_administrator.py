from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from partnerships.models import AuditEntry, RoleGrant, User

pytestmark = pytest.mark.django_db
ADDRESS = "it@anyborough.example"


def test_the_first_administrator_gets_a_link_and_a_role_and_an_audit_entry() -> None:
    call_command("add_administrator", ADDRESS, "IT service desk", verbosity=0)

    assert RoleGrant.objects.get().role == "administrator"
    assert not User.objects.get().has_usable_password()
    assert [message.to for message in mail.outbox] == [[ADDRESS]]
    assert AuditEntry.objects.filter(event="rolegrant.added").count() == 1


@pytest.mark.parametrize("address", ["not an address", ""])
def test_what_is_no_address_is_refused_and_nobody_is_made(address: str) -> None:
    with pytest.raises(CommandError, match="is not an e-mail address"):
        call_command("add_administrator", address, "IT service desk")
    assert not User.objects.exists()


def test_twice_says_so() -> None:
    call_command("add_administrator", ADDRESS, "IT service desk")
    with pytest.raises(CommandError, match="already"):
        call_command("add_administrator", ADDRESS, "IT service desk")
    assert RoleGrant.objects.count() == 1


def test_a_mail_server_that_is_away_loses_nobody(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="no mail went out"):
        call_command("add_administrator", ADDRESS, "IT service desk")
    assert RoleGrant.objects.count() == 1
