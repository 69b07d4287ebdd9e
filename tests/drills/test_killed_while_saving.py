"""The process that saves is killed at any moment: a record is wholly old or wholly new, with its history and its file.

KILLS makes it longer: `./dev prove` kills two hundred times.
"""

import contextlib
import json
import os
import random
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException

import pytest

from tests.bench.client import Answer, Client
from tests.bench.server import Service, watched_service
from tests.cast import PASSWORD
from tests.drills.conftest import Place
from tests.page_forms import sent_by

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("KILLS", "10"))
BACK_WITHIN_SECONDS = 15
AT_LEAST_SECONDS = 0.05
EDGE = "a-line-that-no-file-contains"
CONTENT = b"Minutes of the board.\n" * 9000
# Two hours: older than the checker's patience.
LONG_AGO_SECONDS = 2 * 3600


@dataclass(frozen=True)
class Found:
    """What the database holds of a record: its version, its text, and the last text in its history with the number of entries."""

    version: int
    text: str
    entries: int
    last: str | None


@pytest.fixture
def running(place: Place) -> Iterator[Service]:
    options = ("--workers=1", "--preload", "--graceful-timeout=1")
    told = {"settings": "tests.drills.settings", "application": "tests.drills.application"}
    with watched_service(place.url, *options, **told, STATIC_ROOT=place.static, MEDIA_ROOT=str(place.media)) as running:
        yield running


def found(place: Place) -> Found:
    [(version, text)] = place.ask(f"SELECT version, text FROM strategies_section WHERE id = {place.section}")
    entries = place.ask(
        f"SELECT changes FROM partnerships_auditentry WHERE target_kind = 'section' AND target_pk = {place.section} ORDER BY number"
    )
    changes = [json.loads(written) if isinstance(written, str) else written for (written,) in entries]
    return Found(version, text, len(entries), changes[-1]["Text"][1] if changes else None)


def form_of(client: Client, address: str) -> dict[str, str]:
    """The form's fields, asked for until the service is back."""
    give_up = time.monotonic() + BACK_WITHIN_SECONDS
    while time.monotonic() < give_up:
        try:
            answer = client.get(address)
        except (OSError, HTTPException):
            time.sleep(0.05)
            continue
        assert answer.status == 200
        return {name: values[-1] for name, values in sent_by(answer.text).items() if values}
    pytest.fail("The service did not come back.")


def latest_kill(usual: Answer) -> float:
    """Up to how many seconds after the sending to kill: up to the end of a usual save, so that some die before it and some after."""
    assert usual.status == 302
    return max(AT_LEAST_SECONDS, 1.1 * usual.seconds)


def killed_while(running: Service, after: float, send: Callable[[], Answer]) -> Answer | None:
    """Send, kill the worker so many seconds later, and give the answer if one came all the same."""
    [worker] = running.workers
    answers: list[Answer] = []

    def sending() -> None:
        with contextlib.suppress(OSError, HTTPException):
            answers.append(send())

    thread = threading.Thread(target=sending)
    thread.start()
    time.sleep(after)
    os.kill(worker, signal.SIGKILL)
    thread.join()
    while worker in running.workers or not running.workers:
        time.sleep(0.01)
    return answers[0] if answers else None


def test_what_is_saved_when_the_process_is_killed_is_wholly_old_or_wholly_new(place: Place, running: Service) -> None:
    chance = random.Random(20260)
    address = f"/p/anyborough/sections/{place.section}/change/"
    old = new = answered = 0
    with Client(running.port) as client:
        client.sign_in("writer-0@anyborough.example", PASSWORD)
        fields = form_of(client, address)
        client.token = fields["csrfmiddlewaretoken"]
        latest = latest_kill(client.post(address, **{**fields, "text": "As it was."}))
        for kill in range(KILLS):
            fields = form_of(client, address)
            before = found(place)
            text = f"Text number {kill}. " * 40
            client.token = fields["csrfmiddlewaretoken"]
            save = partial(client.post, address, **{**fields, "text": text})
            answer = killed_while(running, chance.uniform(0, latest), save)
            after = found(place)
            assert (after.version, after.entries) in ((before.version, before.entries), (before.version + 1, before.entries + 1))
            if after.version == before.version:
                old += 1
                assert after == before
                assert answer is None or answer.status != 302, "it was said to be saved"
            else:
                new += 1
                assert after.text.strip() == after.last == text.strip()
            answered += answer is not None
    place.manage("check_records")
    in_time = f"killed up to {1000 * latest:.0f} ms after sending, answered all the same {answered}"
    print(f"figure: {KILLS} kills, wholly old {old}, wholly new {new}, in between 0; {in_time}")


def test_files_and_rows_agree_when_the_process_is_killed_while_a_file_arrives(place: Place, running: Service) -> None:
    chance = random.Random(20261)
    address = "/p/anyborough/duties/SVD-PUB-03/evidence/"
    with Client(running.port) as client:
        client.sign_in("writer-1@anyborough.example", PASSWORD)
        latest = latest_kill(upload(client, address, form_of(client, address) | {"title": "Usual", "dated": "6 2 2024"}, CONTENT))
        for kill in range(KILLS):
            fields = form_of(client, address) | {"title": f"Minutes {kill}", "dated": "6 2 2024"}
            killed_while(running, chance.uniform(0, latest), partial(upload, client, address, fields, CONTENT))
    rows = place.ask("SELECT e.file_id, f.content FROM compliance_evidence e LEFT JOIN partnerships_storedfile f ON f.id = e.file_id")
    stored = {name for (name,) in place.ask("SELECT content FROM partnerships_storedfile")}
    assert {name for _, name in rows} == stored, "a file without its evidence, or the other way round"
    on_disk = {str(path.relative_to(place.media)): path for path in place.media.rglob("*") if path.is_file()}
    assert stored <= set(on_disk)
    left_over = set(on_disk) - stored
    for path in on_disk.values():
        os.utime(path, (time.time() - LONG_AGO_SECONDS,) * 2)
    named = set(re.findall(r"Removed (\S+), which", place.manage("check_records", "--clean")))
    assert named == left_over
    assert {str(path.relative_to(place.media)) for path in place.media.rglob("*") if path.is_file()} == stored
    assert "agree" in place.manage("check_records")
    print(f"figure: {KILLS} kills, files kept with their row {len(stored)}, left over and cleaned up {len(left_over)}, in between 0")


def upload(client: Client, address: str, fields: dict[str, str], content: bytes) -> Answer:
    """Send a form with a file, as a browser packs it."""
    client.token = fields["csrfmiddlewaretoken"]
    parts = [f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="upload"; filename="minutes.txt"\r\nContent-Type: text/plain\r\n\r\n'
    body = "".join(parts).encode() + head.encode() + content + f"\r\n--{EDGE}--\r\n".encode()
    return client.send_body(address, body, f'multipart/form-data; boundary="{EDGE}"')
