"""Test the promises at their full figures: R1 people who write at once, R2 boards that decide at once, R3 killed while saving, R5 the
database away, R8 nobody sees a neighbour's records, R9 hidden fields, R16 sessions, R17 headers and tokens, R19 the engine of deadlines.

TEST_POSTGRES_URL names the server on which R1, R2, R3 and R8 run besides SQLite; `./dev prove` starts one. Ends with 1 when a promise is
broken.
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
RACES = 500
KILLS = 200
MUTATIONS = 1000
CLOSING_LINE = re.compile(r"(\d+) (passed|failed|error|skipped)")
REQUESTS = re.compile(rf"{WORDS}(\d+)")
FIGURE = re.compile(r"figure: (.+)")


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
    counted: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        return self.passed > 0 and self.not_passed == 0

    @property
    def figure(self) -> str:
        times = f"{self.promise.times} runs, " if self.promise.times > 1 else ""
        requests = f", {self.requests:,} requests" if self.requests else ""
        counted = "".join(f"; {words}" for words in self.counted)
        return f"{times}{self.passed} tests{requests}, {self.not_passed} not passed, {self.seconds:.0f} s{counted}"


def promises() -> list[Promise]:
    access = tuple(str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests" / "guards").glob("test_access*.py")))
    neighbours = "R8", "everybody at every address of ours and of the neighbour's: what the access table says, no leak"
    return [
        *(at_once(writers, saves, database) for writers, saves in ((2, 1000), (10, 200)) for database in ("SQLite", "PostgreSQL")),
        *(deciding_at_once(database) for database in ("SQLite", "PostgreSQL")),
        *(killed(database) for database in ("SQLite", "PostgreSQL")),
        Promise(
            "R5",
            "database stopped, silent, dead in mid-request or read-only: 503 within 1 s, back in 5 s",
            ("tests/svduty/test_health.py",),
            times=DRILLS,
        ),
        Promise(neighbours[0], f"{neighbours[1]}; SQLite", access, {"PROVE": "1", "DATABASE_URL": "sqlite://"}),
        Promise(neighbours[0], f"{neighbours[1]}; PostgreSQL", access, {"PROVE": "1", "DATABASE_URL": os.environ["TEST_POSTGRES_URL"]}),
        Promise(
            "R9",
            "every form sent with every field of every record beside its own, and with records that it does not offer",
            ("tests/guards/test_mass_assignment.py",),
            {"DATABASE_URL": "sqlite://"},
        ),
        Promise(
            "R15",
            "5 wrong passwords bring a growing wait, 20 a lock with a mail, in two processes at once; unknown addresses cost the same",
            ("tests/partnerships/test_lock_out.py",),
            {"DATABASE_URL": "sqlite://"},
        ),
        Promise(
            "R16",
            "a new key at sign-in, second factor, change of role and of password, the old one dead; idle ends; unsaved words come back",
            (
                "tests/partnerships/test_sessions.py",
                "tests/partnerships/test_second_factor.py",
                "tests/partnerships/test_single_sign_on.py",
                "tests/guards/test_unsaved_words.py",
            ),
            {"DATABASE_URL": "sqlite://"},
        ),
        Promise(
            "R17",
            "no POST without its token, no forged host, no way out, strict headers on every answer",
            ("tests/guards/test_headers.py", *access),
            {"DATABASE_URL": "sqlite://"},
        ),
        *(tampered_with(database) for database in ("SQLite", "PostgreSQL")),
        Promise(
            "R19",
            f"engine and slow model agree, and every law holds, on {HISTORIES:,} chance histories each",
            ("tests/compliance/test_engine_laws.py", "-n", "2"),
            {"ENGINE_HISTORIES": str(HISTORIES), "DATABASE_URL": "sqlite://"},
        ),
    ]


def at_once(writers: int, saves: int, database: str) -> Promise:
    return Promise(
        "R1",
        f"{writers} people write {saves} times each in the same two records, and answer one comment; {database}",
        ("tests/drills/test_two_writers_at_once.py", "tests/drills/test_answers_at_once.py", "-s"),
        {"WRITERS": str(writers), "SAVES": str(saves), "DATABASE_URL": address_of(database)},
    )


def deciding_at_once(database: str) -> Promise:
    return Promise(
        "R2",
        f"twenty at once answer in a round of a board and close it, {RACES} rounds; {database}",
        ("tests/drills/test_votes_at_once.py", "-s"),
        {"RACES": str(RACES), "DATABASE_URL": address_of(database)},
    )


def killed(database: str) -> Promise:
    return Promise(
        "R3",
        f"the process is killed {KILLS} times each while it saves, while a file arrives, while somebody comments or decides; {database}",
        ("tests/drills/test_killed_while_saving.py", "tests/drills/test_killed_while_reviewing.py", "-s"),
        {"KILLS": str(KILLS), "DATABASE_URL": address_of(database)},
    )


def tampered_with(database: str) -> Promise:
    return Promise(
        "R18",
        f"a history is changed, cut, reordered or added to {MUTATIONS:,} times behind the service's back; {database}",
        ("tests/partnerships/test_verify_history.py", "-s"),
        {"MUTATIONS": str(MUTATIONS), "DATABASE_URL": address_of(database)},
    )


def address_of(database: str) -> str:
    return os.environ["TEST_POSTGRES_URL"] if database == "PostgreSQL" else "sqlite://"


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
    counted: list[str] = []
    for _ in range(promise.times):
        command = [sys.executable, "-m", "pytest", "-p", "tests.prove.counting", "-q", *promise.tests]
        lines = said_by(command, os.environ | promise.environment)
        counts = {word: int(number) for number, word in CLOSING_LINE.findall(lines[-1] if lines else "")}
        passed += counts.pop("passed", 0)
        not_passed += sum(counts.values())
        for line in lines:
            if found := REQUESTS.search(line):
                requests = (requests or 0) + int(found[1])
            if found := FIGURE.search(line):
                counted.append(found[1])
    return Proof(promise, passed, not_passed, requests, time.monotonic() - began, tuple(counted))


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
