from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships.audit.chain import Broken, check_chain, scopes
from partnerships.audit.events import EVENTS
from partnerships.consistency import names_of_scopes
from svduty import clock, dates


class Command(BaseCommand):
    help = "Verify every history, of each partnership and of the installation, and name the first entry of each that was tampered with."

    def handle(self, *args: Any, **options: Any) -> None:
        names, wrong = names_of_scopes(), 0
        for scope in scopes():
            checked = check_chain(scope)
            name = names.get(scope, scope)
            if checked.broken:
                wrong += 1
                self.stdout.write(f"{name[0].upper()}{name[1:]}: broken at {in_words(checked.broken)}. Entries before it are whole.")
            else:
                entries = "1 entry" if checked.entries == 1 else f"{checked.entries:,} entries"
                self.stdout.write(f"{name[0].upper()}{name[1:]}: whole, {entries}, seal {checked.seal}")
        if wrong:
            raise CommandError("1 history is broken." if wrong == 1 else f"{wrong} histories are broken.")


def in_words(broken: Broken) -> str:
    """The place: number, when and what it says it is, and what is wrong."""
    what = EVENTS.get(broken.event, broken.event)
    when = f" of {dates.say_short(clock.day_of(broken.at))}" if broken.at else ""
    return f"entry {broken.number}{when}{f' ({what})' if what else ''}: {broken.why}"
