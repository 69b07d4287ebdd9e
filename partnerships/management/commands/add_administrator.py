from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from partnerships.actions.grant_role import RoleHeld, grant_role
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.models.person import Role
from svduty import clock


class Command(BaseCommand):
    help = "Make somebody an administrator of this installation and mail them a link to set a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name", help="their name or post, as colleagues will see it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
            granted = grant_role(options["email"], options["name"], Role.ADMINISTRATOR, actor=None, on=clock.today())
        except ValidationError:
            raise CommandError(f"{options['email']} is not an e-mail address.") from None
        except RoleHeld:
            raise CommandError(f"{options['email']} is an administrator already.") from None
        if not granted.needs_password:
            self.stdout.write("Done. They sign in with the password they have.")
        elif mail_password_link(granted.grant.user):
            self.stdout.write("Done. A link to set a password was mailed to them.")
        else:
            raise CommandError("They are an administrator now, but no mail went out. Set EMAIL_URL and ask for a password at /password/.")
