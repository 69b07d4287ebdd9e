from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from partnerships.actions.grant_role import RoleHeld
from partnerships.actions.invite import InvitedAlready, invite
from partnerships.models.mail import MailState
from partnerships.models.person import Role
from partnerships.outbox.post import send_now
from partnerships.queries_mail import mail_of_invitation
from svduty import clock


class Command(BaseCommand):
    help = "Invite somebody to be an administrator of this installation."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name", help="their name or post, as colleagues will see it")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
            invitation = invite(options["email"], options["name"], Role.ADMINISTRATOR, actor=None, on=clock.today())
        except ValidationError:
            raise CommandError(f"{options['email']} is not an e-mail address.") from None
        except RoleHeld:
            raise CommandError(f"{options['email']} is an administrator already.") from None
        except InvitedAlready:
            raise CommandError(f"{options['email']} is invited already. They can ask for the link again at /password/.") from None
        mail = send_now(mail_of_invitation(invitation))
        if mail.state != MailState.SENT:
            tried = "It is tried again for 24 hours while a worker runs." if mail.state == MailState.WAITING else ""
            raise CommandError(f"They are invited, but no mail went out yet. {mail.reason} {tried} Check EMAIL_URL.")
        self.stdout.write("Done. The link to accept and to set a password was mailed to them.")
