from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from compliance.examples import accounts
from compliance.examples.anyborough import issue_its_report
from compliance.examples.anyborough import load as load_anyborough
from compliance.examples.anyborough_public import print_its_public_pages
from compliance.examples.barnet import load as load_barnet
from compliance.examples.havering import load as load_havering
from compliance.examples.tower_hamlets import load as load_tower_hamlets
from compliance.examples.waltham_forest import load as load_waltham_forest
from compliance.examples.warwickshire import load as load_warwickshire
from svduty import clock

EXAMPLES = {
    "barnet": load_barnet,
    "havering": load_havering,
    "tower-hamlets": load_tower_hamlets,
    "waltham-forest": load_waltham_forest,
    "warwickshire": load_warwickshire,
    "anyborough": load_anyborough,
}


class Command(BaseCommand):
    """Load the examples that are not here yet. What is here already is left exactly as it is."""

    help = "Load the examples, five real areas from public papers and Anyborough, invented for training, with demonstration accounts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help=f"Which: {', '.join(EXAMPLES)}. None named: all.")
        parser.add_argument("--sign-ins", action="store_true", help="Load nothing, only say how to sign in.")
        parser.add_argument("--without-report", action="store_true", help="Leave out Anyborough's issued report, which takes two seconds.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The examples bring accounts whose password everybody knows, so they are refused here. "
                "Load them only on a machine of your own, with DEBUG set to true."
            )
        names = options["names"] or list(EXAMPLES)
        if unknown := [name for name in names if name not in EXAMPLES]:
            raise CommandError(f"There is no example called {unknown[0]}. Choose from: {', '.join(EXAMPLES)}.")
        if not options["sign_ins"]:
            for name in dict.fromkeys(names):
                is_new = EXAMPLES[name](clock.today(), self.stdout.write)
                if name == "anyborough" and is_new and not options["without_report"]:
                    self.stdout.write("  a report as at last month")
                    issue_its_report(clock.today())
                    print_its_public_pages()
        for line in accounts.sign_ins() or ["There are no demonstration accounts yet. Load the examples first: manage.py load_example"]:
            self.stdout.write(line)
        self.stdout.write(f"The address is {settings.SITE_URL}")
