"""Test the promises at their full figures: R5 the database away, R8 nobody sees a neighbour's records, R19 the engine of deadlines.

TEST_POSTGRES_URL names the server on which R8 runs besides SQLite; `./dev prove` starts one. Ends with 1 when a promise is broken.
"""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.figures import keep
from tests.prove.counting import WORDS

ROOT = Path(__file__).parents[2]
DRILLS = 3
HISTORIES = 10_000
CLOSING_LINE = re.compile(r"(\d+) (passed|failed|error|skipped)")
REQUESTS = re.compile(rf"{WORDS}(\d+)")


@dataclass(frozen=True)
class Promise:
    """What is run for a promise: pytest's words, and what its environment has besides ours."""

    number: str
    what: str
    tests: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    times: int = 1


@dataclass(frozen=True)
class Proof:
    """How it went. `requests` is None where no tests send any."""

    promise: Promise
    passed: int
    not_passed: int
    requests: int | None
    seconds: float

    @property
    def kept(self) -> bool:
        return self.passed > 0 and self.not_passed == 0

    @property
    def figure(self) -> str:
        times = f"{self.promise.times} runs, " if self.promise.times > 1 else ""
        requests = f", {self.requests:,} requests" if self.requests else ""
        return f"{times}{self.passed} tests{requests}, {self.not_passed} not passed, {self.seconds:.0f} s"


def promises() -> list[Promise]:
    access = tuple(str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests" / "guards").glob("test_access*.py")))
    neighbours = "R8", "everybody at every address of ours and of the neighbour's: what the access table says, no leak"
    return [
        Promise(
            "R5",
            "database stopped, silent, dead in mid-request or read-only: 503 within 1 s, back in 5 s",
            ("tests/svduty/test_health.py",),
            times=DRILLS,
        ),
        Promise(neighbours[0], f"{neighbours[1]}; SQLite", access, {"PROVE": "1", "DATABASE_URL": "sqlite://"}),
        Promise(neighbours[0], f"{neighbours[1]}; PostgreSQL", access, {"PROVE": "1", "DATABASE_URL": os.environ["TEST_POSTGRES_URL"]}),
        Promise(
            "R19",
            f"engine and slow model agree, and every law holds, on {HISTORIES:,} chance histories each",
            ("tests/compliance/test_engine_laws.py", "-n", "2"),
            {"ENGINE_HISTORIES": str(HISTORIES), "DATABASE_URL": "sqlite://"},
        ),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev prove", description="Test our promises at their full figures.")
    parser.add_argument("--write", action="store_true", help="keep the figures in docs/figures.md")
    parser.add_argument("--only", help="one promise, for example R5")
    arguments = parser.parse_args()
    chosen = [promise for promise in promises() if arguments.only in (None, promise.number)]
    if not chosen:
        parser.error(f"there is no promise {arguments.only}")
    proofs = []
    for promise in chosen:
        print(f"\n{promise.number}: {promise.what}", flush=True)
        proofs.append(prove(promise))
    print("\n" + "\n".join(f"{proof.promise.number:4} {'kept  ' if proof.kept else 'BROKEN'} {proof.figure}" for proof in proofs))
    if arguments.write:
        keep("Promises", table(proofs))
    broken = sum(not proof.kept for proof in proofs)
    print(f"{len(proofs) - broken} passed, {broken} failed")
    return 1 if broken else 0


def prove(promise: Promise) -> Proof:
    """Run its tests, showing them as they go."""
    began = time.monotonic()
    passed = not_passed = 0
    requests = None
    for _ in range(promise.times):
        command = [sys.executable, "-m", "pytest", "-p", "tests.prove.counting", "-q", *promise.tests]
        lines = said_by(command, os.environ | promise.environment)
        counts = {word: int(number) for number, word in CLOSING_LINE.findall(lines[-1] if lines else "")}
        passed += counts.pop("passed", 0)
        not_passed += sum(counts.values())
        for line in lines:
            if found := REQUESTS.search(line):
                requests = (requests or 0) + int(found[1])
    return Proof(promise, passed, not_passed, requests, time.monotonic() - began)


def said_by(command: list[str], environment: dict[str, str]) -> list[str]:
    lines = []
    with subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE) as tests:
        assert tests.stdout
        for line in tests.stdout:
            print(line, end="", flush=True)
            lines.append(line.strip())
    return [line for line in lines if line]


def table(proofs: Iterable[Proof]) -> str:
    rows = [
        f"| {proof.promise.number} | {proof.promise.what} | {proof.figure} | {'kept' if proof.kept else 'BROKEN'} |" for proof in proofs
    ]
    return "\n".join(["| Promise | What | Figure | |", "|---|---|---|---|", *rows])


if __name__ == "__main__":
    sys.exit(main())
