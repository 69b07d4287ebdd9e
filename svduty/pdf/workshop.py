"""Where documents are set in type: a process of its own for each, with limits, and a sentence for each way it may end."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from typing import IO, Any, NoReturn

from django.conf import settings

from svduty.pdf import ends
from svduty.pdf.errors import (
    PaperLocked,
    PaperUnreadable,
    PdfFailed,
    PdfNeedsTooMuchMemory,
    PdfRefused,
    PdfStopped,
    PdfTookTooLong,
    PdfTooLarge,
)
from svduty.pdf.manuscript import Manuscript

ENGINE_FAILED = (
    "The PDF could not be made. Nothing you recorded is lost. Try again, and if it fails again tell the "
    "person who looks after this service."
)
NO_ENGINE = (
    "PDFs cannot be made on this machine: a library is missing. Ask the person who looks after this "
    "service to run ./dev run again, which says what to install."
)
# What Debian's libraries say when they are refused memory and give up by themselves.
OUT_OF_MEMORY = ("failed to allocate", "cannot allocate memory", "memoryerror", "bad_alloc", "out of memory", "error creating thread")
CHILD = "svduty.pdf.child"
TOLD_AT_MOST = 64 * 1024  # bytes from the end: the last line is for us
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What one document may take: megabytes of memory, seconds by the clock on the wall, megabytes of its file."""

    memory_mb: int
    seconds: int
    size_mb: int


@dataclass(frozen=True)
class Made:
    """The bytes, and what they cost: seconds in the child, of them the engine's own, and megabytes of memory at the most.

    `places`: the page, counted from 1, on which each place of the manuscript begins.
    """

    pdf: bytes
    seconds: float
    engine_seconds: float
    peak_mb: int
    pages: int = 0
    places: dict[str, int] = field(default_factory=dict)


def make(manuscript: Manuscript, limits: Limits | None = None) -> Made:
    """Set a manuscript in type in a child process. Raises PdfFailed, of the kind that fits."""
    limits = limits or Limits(settings.PDF_MEMORY_MB, settings.PDF_SECONDS, settings.PDF_SIZE_MB)
    pdf, costs = have_done(CHILD, manuscript.to_json(), limits)
    log.info("Set %d kB in type in %s s with %s MB", len(pdf) // 1024, costs.get("seconds"), costs.get("peak_mb"))
    return Made(
        pdf,
        float(costs.get("seconds", 0)),
        float(costs.get("engine_seconds", 0)),
        int(costs.get("peak_mb", 0)),
        int(costs.get("pages", 0)),
        dict(costs.get("places", {})),
    )


def have_done(child: str, content: bytes, limits: Limits) -> tuple[bytes, dict[str, Any]]:
    """Give `content` to the module `child` in a process of its own; what it gave back, and what it told in its last line.

    Raises PdfFailed, of the kind that fits.
    """
    # Files, not pipes: neither side waits for the other, and what comes back cannot outgrow its limit.
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as made, tempfile.TemporaryFile() as told:
        given.write(content)
        given.seek(0)
        code = _run(child, limits, given, made, told)
        told.seek(max(told.seek(0, os.SEEK_END) - TOLD_AT_MOST, 0))
        words = told.read().decode(errors="replace").strip()
        if code:
            _explain(code, words, limits)
        made.seek(0)
        return made.read(), _last_line(words)


def _run(child: str, limits: Limits, given: IO[bytes], made: IO[bytes], told: IO[bytes]) -> int:
    words = [sys.executable, "-P", "-m", child, str(limits.memory_mb), str(limits.seconds), str(limits.size_mb)]
    process = subprocess.Popen(words, stdin=given, stdout=made, stderr=told, env=_environment(), cwd=settings.BASE_DIR)
    try:
        return process.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        raise PdfTookTooLong from None
    finally:
        process.kill()
        process.wait()


def _environment() -> dict[str, str]:
    """Nothing of ours but where things lie; no secret. One seed for all, lest the order of a set go into the bytes."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONPATH": str(settings.BASE_DIR), "PYTHONHASHSEED": "0", "LANG": "C.UTF-8", "TZ": "UTC"}


def _explain(code: int, words: str, limits: Limits) -> NoReturn:
    reason = str(_last_line(words).get("reason", ""))
    log.error("Setting a document in type ended with %d within %s: %s", code, limits, words[-2000:])
    if code == ends.REFUSED:
        raise PdfRefused(
            f"The PDF was not made, because its text asks for something outside the document: {reason}. "
            "Take that address out of the text, then try again."
        )
    if code == ends.OUT_OF_MEMORY or any(sign in words.lower() for sign in OUT_OF_MEMORY):
        raise PdfNeedsTooMuchMemory
    if code in (ends.TOO_LARGE, -signal.SIGXFSZ):
        raise PdfTooLarge
    if code in (-signal.SIGXCPU, -signal.SIGALRM):
        raise PdfTookTooLong
    if code == ends.LOCKED:
        raise PaperLocked
    if code == ends.UNREADABLE:
        raise PaperUnreadable
    if code == ends.NO_ENGINE:
        raise PdfFailed(NO_ENGINE)
    if code < 0:
        raise PdfStopped
    raise PdfFailed(ENGINE_FAILED)


def _last_line(words: str) -> dict[str, Any]:
    try:
        told = json.loads(words.splitlines()[-1])
    except (ValueError, IndexError):
        return {}
    return told if isinstance(told, dict) else {}
