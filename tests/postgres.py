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
    programs = find_programs()
    user = ordinary_user()
    home = Path(tempfile.mkdtemp(prefix="svduty-postgres-"))
    try:
        password = secrets.token_urlsafe(24)
        secret = home / "password"
        secret.write_text(password)
        if user:
            for path in (home, secret):
                shutil.chown(path, user.pw_uid, user.pw_gid)
        shape = ["--username=svduty", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        access = ["--auth=scram-sha-256", f"--pwfile={secret}"]
        ask([*acting_as(user), str(programs / "initdb"), f"--pgdata={home / 'data'}", *shape, *access])
        with running_server(programs, user, home) as port:
            where = ["--host=127.0.0.1", f"--port={port}", "--username=svduty"]
            ask([str(programs / "createdb"), *where, "svduty"], PGPASSWORD=password)
            yield f"postgres://svduty:{password}@127.0.0.1:{port}/svduty"
    finally:
        shutil.rmtree(home, ignore_errors=True)


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


@contextlib.contextmanager
def running_server(programs: Path, user: pwd.struct_passwd | None, home: Path) -> Iterator[int]:
    """Run the server whose data are in `home` and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [f"--{name}={value}" for name, value in (OPTIONS | {"port": str(port)}).items()]
    command = [*acting_as(user), str(programs / "postgres"), "-D", str(home / "data"), "-k", str(home), *options]
    with (home / "log").open("w+") as log:
        # In a session of its own, so that Ctrl-C ends the tests first and the server after them.
        server = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True)
        try:
            wait_until_ready(programs, server, port, home / "log")
            yield port
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(STOPPED_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


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
