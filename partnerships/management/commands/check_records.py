from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from partnerships.consistency import broken_chains, broken_files, broken_records, orphans, remove_orphan


class Command(BaseCommand):
    help = (
        "Check that every history is whole, every file has the bytes that were stored and belongs to something, and that versions, votes, "
        "approvals and public pages agree."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--clean", action="store_true", help="remove files that belong to no record and are older than an hour")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for sentence in [*broken_chains(), *broken_files(), *broken_records()]:
            self.stdout.write(sentence)
            wrong += 1
        for name in orphans():
            if options["clean"]:
                remove_orphan(name)
                self.stdout.write(f"Removed {name}, which belonged to no record.")
            else:
                self.stdout.write(f"{name} belongs to no record. Run this again with --clean to remove it.")
                wrong += 1
        if wrong:
            raise CommandError("1 thing is wrong." if wrong == 1 else f"{wrong} things are wrong.")
        self.stdout.write("Records, histories and files agree.")
