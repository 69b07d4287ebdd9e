"""The service behind gunicorn, as the README starts it, for as long as a measurement or a drill lasts."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.postgres import free_port

ROOT = Path(__file__).parents[2]
READY_WITHIN_SECONDS = 30
SERVICE = "tests.bench.settings"


def python(*words: str, database: str, settings: str = SERVICE, **more: str) -> str:
    """Run Python with Django's settings on that database, and give what it printed. Raises RuntimeError with its errors."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "DATABASE_URL": database} | more
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, text=True, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}")
    return done.stdout


@dataclass(frozen=True)
class Service:
    """A service that answers on a port of 127.0.0.1, and the process that watches over its workers."""

    port: int
    master: "subprocess.Popen[bytes]"

    @property
    def workers(self) -> list[int]:
        """The numbers of the worker processes that live now."""
        return [int(pid) for pid in Path(f"/proc/{self.master.pid}/task/{self.master.pid}/children").read_text().split()]


@contextlib.contextmanager
def service(database: str, settings: str = SERVICE, application: str = "svduty.wsgi", **more: str) -> Iterator[int]:
    """Give the port on 127.0.0.1 at which two worker processes answer; what they log comes out when one never does."""
    with watched_service(database, "--workers=2", settings=settings, application=application, **more) as running:
        yield running.port


@contextlib.contextmanager
def watched_service(
    database: str, *options: str, settings: str = SERVICE, application: str = "svduty.wsgi", **more: str
) -> Iterator[Service]:
    """As service, with gunicorn's own `options`; give the running service itself."""
    port = free_port()
    command = ["-m", "gunicorn", "--worker-class=gthread", "--threads=2", *options, f"--bind=127.0.0.1:{port}", application]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": settings, "DATABASE_URL": database} | more
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            if not _answers(port, server):
                log.seek(0)
                raise RuntimeError(f"The service did not start. It said:\n{log.read()[-3000:]}")
            yield Service(port, server)
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _answers(port: int, server: "subprocess.Popen[bytes]") -> bool:
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    while server.poll() is None and time.monotonic() < give_up:
        with contextlib.suppress(OSError), contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", "/livez")
            if connection.getresponse().status < 500:
                return True
        time.sleep(0.1)
    return False
