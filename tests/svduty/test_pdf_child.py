"""A document is set in type by a process of its own, which has limits and can do nothing but that."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from svduty.pdf import PdfFailed, PdfLimit, PdfStopped, errors, workshop
from svduty.pdf.workshop import Limits, make

from .sample_report import sample_report

STAND_IN = """
import sys, types
from svduty.pdf import child, ends

def lay_out(manuscript):
    {code}

sys.modules["svduty.pdf.engine"] = types.ModuleType("svduty.pdf.engine")
sys.modules["svduty.pdf.engine"].lay_out = lay_out
child.run()
"""
GENEROUS = Limits(memory_mb=768, seconds=60, size_mb=25)


def long_table(rows: int) -> workshop.Manuscript:
    from svduty.pdf.render import manuscript

    return manuscript(sample_report(rows=rows), title="Report")


def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str) -> None:
    """Let the child run `code` in place of the engine, with everything else about it as it is."""
    (tmp_path / "stand_in.py").write_text(STAND_IN.format(code=code))
    ours = workshop._environment
    monkeypatch.setattr(workshop, "CHILD", "stand_in")
    monkeypatch.setattr(workshop, "_environment", lambda: (env := ours()) | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{env['PYTHONPATH']}"})


def test_what_it_cost_is_known() -> None:
    made = make(long_table(5), GENEROUS)
    assert made.pdf.startswith(b"%PDF-1.7")
    assert 20 < made.peak_mb < 250
    assert 0 < made.engine_seconds < made.seconds < 60


def test_too_much_memory_ends_with_a_sentence() -> None:
    with pytest.raises(errors.PdfNeedsTooMuchMemory, match=r"too large to be set in type.*PDF_MEMORY_MB"):
        make(long_table(1500), Limits(memory_mb=110, seconds=60, size_mb=25))


def test_too_much_time_ends_with_a_sentence_and_leaves_no_process_behind() -> None:
    began = time.monotonic()
    with pytest.raises(errors.PdfTookTooLong, match=r"took too long.*PDF_SECONDS"):
        make(long_table(3000), Limits(memory_mb=768, seconds=2, size_mb=25))
    assert time.monotonic() - began < 4
    assert children() == []


@pytest.mark.parametrize("code", ["import time; time.sleep(30)", "while True: pass"], ids=["asleep", "at work"])
def test_child_that_never_ends_is_ended(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, code)
    with pytest.raises(errors.PdfTookTooLong):
        make(long_table(1), Limits(memory_mb=768, seconds=3, size_mb=25))
    assert children() == []


def test_too_large_a_file_ends_with_a_sentence() -> None:
    with pytest.raises(errors.PdfTooLarge, match=r"larger than a report may be.*PDF_SIZE_MB"):
        make(long_table(1), Limits(memory_mb=768, seconds=60, size_mb=0))


def test_child_cannot_flood_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "while True: sys.stdout.buffer.write(bytes(1 << 20))")
    with pytest.raises(errors.PdfTooLarge):
        make(long_table(1), Limits(memory_mb=768, seconds=20, size_mb=2))


def test_crash_of_the_child_ends_with_a_sentence() -> None:
    def end_it() -> None:
        while not children():
            time.sleep(0.02)
        os.kill(children()[0], signal.SIGKILL)

    killer = threading.Thread(target=end_it)
    killer.start()
    with pytest.raises(PdfStopped, match="stopped before it had finished"):
        make(long_table(3000), GENEROUS)
    killer.join()


def test_failure_of_the_engine_reaches_people_as_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "raise RuntimeError('stack of internals')")
    with pytest.raises(PdfFailed) as failure:
        make(long_table(1), GENEROUS)
    assert "Try again" in str(failure.value)
    assert "internals" not in str(failure.value)
    assert not isinstance(failure.value, PdfLimit)


def test_missing_library_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in(monkeypatch, tmp_path, "child.end(ends.NO_ENGINE, 'cannot load library')")
    with pytest.raises(PdfFailed, match=r"run \./dev run again"):
        make(long_table(1), GENEROUS)


def test_child_is_given_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "the-secret-of-the-service")
    monkeypatch.setenv("DATABASE_URL", "postgres://u:the-password@127.0.0.1/x")
    seen = tmp_path / "seen"
    stand_in(
        monkeypatch, tmp_path, f"import os; open({str(seen)!r}, 'w').write(repr(dict(os.environ)) + repr(sys.argv)); raise RuntimeError"
    )
    with pytest.raises(PdfFailed):
        make(long_table(1), GENEROUS)
    assert "the-secret-of-the-service" not in seen.read_text()
    assert "the-password" not in seen.read_text()


FORBIDDEN = {
    "an address": "import socket; socket.create_connection(('127.0.0.1', {port}), 1)",
    "a name": "import socket; socket.getaddrinfo('localhost', 80)",
    "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_child_may_not_ask_for(what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: Callable[[], str]) -> None:
    stand_in(monkeypatch, tmp_path, FORBIDDEN[what].format(port=9))
    with pytest.raises(PdfFailed):
        make(long_table(1), GENEROUS)
    assert "is not for this process" in told()


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    return lambda: caplog.text


def test_engine_is_not_loaded_into_the_service() -> None:
    code = "import django, sys; django.setup(); import svduty.pdf, compliance.urls; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "False"


def children() -> list[int]:
    """The processes that this one has started to set something in type, and that still run."""
    found = []
    for words in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            parent = int((words.parent / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and {b"svduty.pdf.child", b"stand_in"} & set(words.read_bytes().split(b"\0")):
                found.append(int(words.parent.name))
    return found
