"""A PostgreSQL server made for one run of the tests and gone after it. Standard library only: ./dev imports it."""

import contextlib
import glob
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

READY_WITHIN_SECONDS = 30
STOPPED_WITHIN_SECONDS = 20
# Safety against a crash is given up for speed: the data are deleted in the end anyway.
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


class PostgresFailed(Exception):
    """The server could not be had; the message is a sentence for the person who started the tests."""


@contextlib.contextmanager
def throwaway_server() -> Iterator[str]:
    """Give the address of an empty database on a new server that only this machine can reach.

    Raises PostgresFailed when the programs are missing or do not start.
    """
    with restartable_server() as server:
        yield server.url


@contextlib.contextmanager
def restartable_server() -> Iterator["Server"]:
    """As throwaway_server, but give the server itself, which may be stopped and started again."""
    programs = find_programs()
    user = ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="svduty-postgres-"))
    server = Server(programs, user, home, secrets.token_urlsafe(24), free_port())
    try:
        secret = home / "password"
        secret.write_text(server.password)
        if user:
            for path in (home, secret):
                shutil.chown(path, user.pw_uid, user.pw_gid)
        shape = ["--username=svduty", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        access = ["--auth=scram-sha-256", f"--pwfile={secret}"]
        ask([*acting_as(user), str(programs / "initdb"), f"--pgdata={home / 'data'}", *shape, *access])
        server.start()
        server.create_database("svduty")
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


@dataclass
class Server:
    """One PostgreSQL server on one port of 127.0.0.1, with its data below `home`."""

    programs: Path
    user: pwd.struct_passwd | None
    home: Path
    password: str
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.address_of("svduty")

    def address_of(self, database: str) -> str:
        return f"postgres://svduty:{self.password}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str) -> None:
        where = ["--host=127.0.0.1", f"--port={self.port}", "--username=svduty"]
        ask([str(self.programs / "createdb"), *where, name], PGPASSWORD=self.password)

    def start(self) -> None:
        """Run, and wait until it takes connections."""
        options = [f"--{name}={value}" for name, value in (OPTIONS | {"port": str(self.port)}).items()]
        program = str(self.programs / "postgres")
        command = [*acting_as(self.user), program, "-D", str(self.home / "data"), "-k", str(self.home), *options]
        with (self.home / "log").open("a") as log:
            # In a session of its own, so that Ctrl-C ends the tests first and the server after them.
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True)
        wait_until_ready(self.programs, self.process, self.port, self.home / "log")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End every session and the server; with SIGQUIT as if it had crashed. Nothing happens when it does not run."""
        server, self.process = self.process, None
        if server is None:
            return
        server.send_signal(how)
        try:
            server.wait(STOPPED_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def find_programs() -> Path:
    """Find the newest installed server; Debian keeps its programs off the PATH."""
    places = [Path(found).parent for found in glob.glob("/usr/lib/postgresql/*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        places.append(Path(on_path).resolve().parent)
    if not places:
        raise PostgresFailed("PostgreSQL is not installed. Install it, or name a server in TEST_POSTGRES_URL.")
    return max(places, key=lambda place: [int(number) for number in re.findall(r"\d+", str(place))])


def ordinary_user() -> pwd.struct_passwd | None:
    """Name the account to step down to, for PostgreSQL refuses to run as root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresFailed("PostgreSQL refuses to run as root, and there is no other account. Start ./dev as another user.")


def acting_as(user: pwd.struct_passwd | None) -> list[str]:
    """Begin a command so that it runs as `user` and is told to stop if we are killed."""
    if not shutil.which("setpriv"):
        if user:
            raise PostgresFailed("setpriv (of util-linux) is missing. Install it, or start ./dev as another user than root.")
        return []
    step_down = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"] if user else []
    return ["setpriv", *step_down, "--pdeathsig=INT", "--"]


def wait_until_ready(programs: Path, server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    question = [str(programs / "pg_isready"), "--quiet", "--host=127.0.0.1", f"--port={port}"]
    while subprocess.run(question, check=False).returncode:
        if server.poll() is not None or time.monotonic() > give_up:
            raise PostgresFailed(f"PostgreSQL did not start. It said:\n{log.read_text()[-2000:]}")
        time.sleep(0.1)


def ask(command: Sequence[str], **more: str) -> None:
    done = subprocess.run(command, cwd="/", env=os.environ | more, text=True, capture_output=True, check=False)
    if done.returncode:
        raise PostgresFailed(f"{Path(command[-1]).name} failed. PostgreSQL said:\n{(done.stderr or done.stdout)[-2000:]}")
