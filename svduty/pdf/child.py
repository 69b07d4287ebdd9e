"""The process in which a document is set in type: a manuscript comes in, bytes go out, and nothing else is to be had here.

It is started with the file of the manuscript as its input and the file of the result as its output, and holds itself to the
limits it is told. It knows no settings, no database and no secret, opens no connection and starts no program.
"""

import errno
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

from svduty.pdf import ends
from svduty.pdf.manuscript import Manuscript

MEGABYTE = 1024 * 1024
FORBIDDEN = ("socket.connect", "socket.bind", "socket.get", "subprocess.", "os.exec", "os.posix_spawn", "os.fork", "os.system")


def main(memory_mb: int, seconds: int, size_mb: int) -> None:
    began = time.monotonic()
    hold_to(memory_mb, seconds, size_mb)
    manuscript = Manuscript.from_json(sys.stdin.buffer.read())
    try:
        from svduty.pdf.engine import lay_out
    except OSError as problem:
        end(ends.NO_ENGINE, str(problem))
    from svduty.pdf.fetcher import Refused

    sys.addaudithook(refuse_the_outside)
    ready = time.monotonic()
    try:
        made = lay_out(manuscript)
    except Refused as refusal:
        end(ends.REFUSED, refusal.address)
    done = time.monotonic()
    give(made.pdf, size_mb)
    costs = {"peak_mb": peak_mb(), "seconds": round(done - began, 3), "engine_seconds": round(done - ready, 3)}
    tell(**costs, pages=made.pages, places=made.places)


def give(content: bytes, size_mb: int) -> None:
    """The result, if it is not too large."""
    if len(content) > size_mb * MEGABYTE:
        end(ends.TOO_LARGE)
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def hold_to(memory_mb: int, seconds: int, size_mb: int) -> None:
    """RLIMIT_DATA counts what is really asked for; RLIMIT_AS also the mapped libraries, which are many and cost nothing."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory_mb * MEGABYTE, memory_mb * MEGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_mb * MEGABYTE + MEGABYTE, size_mb * MEGABYTE + MEGABYTE))
    # Whoever waits for us ends us in time; should they be gone, this does.
    signal.alarm(seconds + 5)


def refuse_the_outside(event: str, arguments: object) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} is not for this process")


def peak_mb() -> int:
    """The most memory this process ever held, in megabytes, as Linux tells it; 0 elsewhere."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return 0


def tell(**told: object) -> None:
    """The last line on the standard error stream is for the parent."""
    sys.stderr.write(json.dumps(told) + "\n")
    sys.stderr.flush()


def end(code: int, reason: str = "") -> NoReturn:
    tell(reason=reason)
    # At once: with memory at its limit, an orderly end might fail.
    os._exit(code)


def run(work: Callable[[int, int, int], None] = main) -> None:
    """Do it, and end with the code that says how it went."""
    limits = [int(word) for word in sys.argv[1:4]]
    spare = bytearray(4 * MEGABYTE)
    try:
        work(*limits)
    except MemoryError:
        del spare
        end(ends.OUT_OF_MEMORY)
    except Exception as problem:
        traceback.print_exc()
        if isinstance(problem, OSError) and problem.errno == errno.EFBIG:
            end(ends.TOO_LARGE)
        # Code that is refused memory does not always say so.
        end(ends.OUT_OF_MEMORY if peak_mb() > 0.9 * limits[0] else ends.ENGINE_BROKE)


if __name__ == "__main__":
    run()
