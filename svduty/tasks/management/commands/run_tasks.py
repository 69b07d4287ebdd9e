import signal
import threading
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from svduty.collecting import collect_seldom
from svduty.tasks.worker import nudge, work


class Command(BaseCommand):
    help = "Do the work that waits in the background, until it is told to stop. Run as many of these as you like."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop once nothing is due")

    def handle(self, *, until_empty: bool, **options: Any) -> None:
        stop = threading.Event()

        def end(number: int, frame: FrameType | None) -> None:
            stop.set()
            nudge()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        collect_seldom()
        work(stop, until_empty=until_empty)
