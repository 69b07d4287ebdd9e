from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships import queries
from partnerships.actions.reset_sign_in import reset_sign_in


class Command(BaseCommand):
    help = "Take away somebody's second factor and single sign-on link, for when no administrator can: they sign in by password again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("reason", help="why; it is kept in the history")

    def handle(self, *args: Any, **options: Any) -> None:
        person = queries.person_with(options["email"])
        if person is None:
            raise CommandError(f"Nobody here has the address {options['email']}.")
        reset_sign_in(person, reason=options["reason"], actor=None)
        self.stdout.write("Done. They are signed out everywhere and sign in with their password. A mail tells them so.")
