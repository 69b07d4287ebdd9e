"""How we notice that the database is away, hangs or refuses every change, and how long we wait for it."""

import select
import time
from typing import Any

from django.conf import settings
from django.db import InterfaceError, InternalError, OperationalError

# Short enough that the page which says so is there within a second.
CONNECT_SECONDS = 0.7
READ_ONLY = "25006"


def is_outage(exception: BaseException | None) -> bool:
    """Is the database at fault and not our code, so that the same request may succeed later?"""
    if isinstance(exception, InternalError):
        return getattr(exception.__cause__, "pgcode", None) == READ_ONLY
    return isinstance(exception, (OperationalError, InterfaceError))


def reason(exception: BaseException | None) -> str:
    """The first line of what the database or its driver said, for the log."""
    return (str(exception).strip().splitlines() or [type(exception).__name__])[0]


def give_up_on_a_hanging_database() -> None:
    """Treat a PostgreSQL that takes a connection or a statement and never answers as one that is gone.

    libpq by itself waits two seconds or more for a connection and for ever for a statement. For web processes only:
    a migration may take as long as it needs.
    """
    if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
        from psycopg2 import extensions

        extensions.set_wait_callback(_wait)


def _wait(connection: Any) -> None:
    """psycopg2 calls it instead of blocking. An error raised here closes the connection, so no late answer is taken for another's."""
    from psycopg2 import OperationalError as DriverError
    from psycopg2 import extensions

    connected = connection.status in (extensions.STATUS_READY, extensions.STATUS_BEGIN)
    seconds = settings.DATABASE_PATIENCE_SECONDS if connected else CONNECT_SECONDS
    give_up = time.monotonic() + seconds
    events = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
    while (state := connection.poll()) != extensions.POLL_OK:
        socket = select.poll()
        socket.register(connection.fileno(), events[state])
        if not socket.poll(max(0.0, give_up - time.monotonic()) * 1000):
            raise DriverError(f"The database did not answer within {seconds} seconds.")
