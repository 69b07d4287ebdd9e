"""Members of a board answer and a round is closed in the same moment, over real connections: no seat counts twice, nothing is decided
twice, and what was decided is what the answers come to.

RACES makes it longer: `./dev prove` runs five hundred.
"""

import json
import os
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException

import pytest

from tests.bench.client import Client
from tests.bench.server import python, service
from tests.cast import PASSWORD
from tests.drills.conftest import Place

pytestmark = pytest.mark.slow

RACES = int(os.environ.get("RACES", "10"))
NO_ANSWER = 0
WORDS = "Words that must not be lost"
# A board of a chair and eight members, of whom six must have taken part. The chair and two have approved before; six seats are open.
# Twenty send at once: six members each twice, as by a double click, two deputies for the seats of two of them, and six who close.
MAKE = f"""
import datetime, json
import django
django.setup()
from partnerships.models import Board, Partnership, RoleGrant, Seat
from partnerships.models.person import Role
from strategies.models import ApprovalRound, Strategy, Version, Vote
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.cast import make_person
ours = Partnership.objects.get(slug="anyborough")
board = Board.objects.create(partnership=ours, name="Race board", quorum_minimum=6, quorum_chair=True)
seats, holders = [], []
for number in range(9):
    seat = Seat.objects.create(board=board, post=f"Post {{number}}", kind="voting" if number else "chair", position=number)
    person = make_person(f"seat-{{number}}@anyborough.example", Role.BOARD_MEMBER, ours)
    RoleGrant.objects.get(user=person).seats.add(seat)
    seats.append(seat)
    holders.append(person)
for number in (3, 4):
    person = make_person(f"deputy-{{number}}@anyborough.example", Role.BOARD_MEMBER, ours)
    RoleGrant.objects.get(user=person).seats.add(seats[number])
strategy = Strategy.objects.get(partnership=ours)
now, today = clock.now(), clock.today()
rounds = []
for number in range(2, {RACES} + 2):
    kept = {{"title": "Race", "form": "typed", "dated": VagueDate.of(today), "sha256": f"{{number:064}}", "frozen_at": now}}
    version = Version.objects.create(strategy=strategy, number=number, **kept)
    said = {{"asked": "Approve it.", "answer_by": today - datetime.timedelta(days=1), "opened_at": now, "opened_by": holders[0]}}
    asked = ApprovalRound.objects.create(strategy_version=version, board=board, **said)
    for seat, person in list(zip(seats, holders))[:3]:
        Vote.objects.create(round=asked, seat=seat, given_by=person, choice="approve", sha256=version.sha256, given_at=now)
    rounds.append(asked.pk)
print(json.dumps(rounds))
"""
CHECK = """
import json
import django
django.setup()
from partnerships.models import AuditEntry, Board
from partnerships.quorum import QuorumRule
from strategies.models import Approval, ApprovalRound, Vote
from strategies.rounds.tally import tally
board = Board.objects.get(name="Race board")
seats, wrong, outcomes = list(board.seats.all()), [], {}
for asked in ApprovalRound.objects.filter(board=board):
    votes = list(Vote.objects.filter(round=asked))
    choices = {vote.seat_id: vote.choice for vote in votes}
    counted = tally(QuorumRule.of(board), asked.part, seats, choices, asked.answer_by)
    present = counted.quorum.present
    outcomes[asked.outcome] = outcomes.get(asked.outcome, 0) + 1
    entries = AuditEntry.objects.filter(target_kind="approvalround", target_pk=asked.pk, event="approvalround.closed").count()
    if (asked.state, entries, asked.version) != ("closed", 1, 2):
        wrong.append(f"{asked.pk} is {asked.state}, closed {entries} times, version {asked.version}")
    if (asked.outcome, asked.quorum_present, asked.quorate) != (counted.outcome, present, counted.quorum.quorate):
        kept = f"{asked.outcome} of {asked.quorum_present}"
        wrong.append(f"{asked.pk} was kept as {kept}; its answers come to {counted.outcome} of {present}")
    approvals = Approval.objects.filter(strategy_version=asked.strategy_version)
    if approvals.count() != (0 if asked.outcome == "not-decided" else 1) or any(one.outcome != asked.outcome for one in approvals):
        wrong.append(f"{asked.pk} came to {asked.outcome} and made {approvals.count()} approvals")
    if len({vote.seat_id for vote in votes}) != len(votes):
        wrong.append(f"{asked.pk} counts a seat twice")
    for vote in votes:
        events = list(AuditEntry.objects.filter(target_kind="vote", target_pk=vote.pk).order_by("number").values_list("event", flat=True))
        if events and (events[0] != "vote.added" or events.count("vote.added") != 1 or len(events) != vote.version):
            wrong.append(f"vote {vote.pk}, version {vote.version}, has the history {events}")
        if vote.sha256 != asked.strategy_version.sha256:
            wrong.append(f"vote {vote.pk} is bound to another text")
said = {f"{vote.round_id} {vote.given_by.email}": 1 for vote in Vote.objects.filter(round__board=board).select_related("given_by")}
print(json.dumps({"wrong": wrong, "outcomes": outcomes, "said": sorted(said)}))
"""


@dataclass
class Racer:
    """One person at one browser. `delay`: up to how many seconds after the start they send; `answers`: status by round."""

    port: int
    email: str
    start: threading.Barrier
    rounds: list[int]
    delay: float
    fields: dict[str, str] = field(default_factory=dict)
    answers: dict[int, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        chance = random.Random(self.email)
        page = "decide" if self.fields else "close"
        try:
            with Client(self.port) as client:
                client.sign_in(self.email, PASSWORD)
                client.token_from("/account/name/")
                for pk in self.rounds:
                    self.start.wait()
                    time.sleep(chance.uniform(0, self.delay))
                    try:
                        answer = client.post(f"/p/anyborough/rounds/{pk}/{page}/", **(self.fields or {"seen_version": "1", "reason": ""}))
                    except (OSError, HTTPException):
                        # The connection broke: they were told nothing, and it may have been recorded or not.
                        self.answers[pk] = NO_ANSWER
                        continue
                    self.answers[pk] = answer.status
                    if answer.status not in (200, 302, 409):
                        self.wrong.append(f"{self.email} got {answer.status} in round {pk}")
                    elif answer.status != 302 and self.fields.get("words", "") not in answer.text:
                        self.wrong.append(f"{self.email} lost the words of round {pk}")
        except Exception as error:
            self.wrong.append(f"{self.email}: {error!r}")
            self.start.abort()


@pytest.fixture
def rounds(place: Place) -> list[int]:
    found: list[int] = json.loads(python("-c", MAKE, database=place.url, settings="tests.drills.settings"))
    return found


@pytest.fixture
def port(place: Place) -> Iterator[int]:
    with service(place.url, settings="tests.drills.settings", STATIC_ROOT=place.static) as port:
        yield port


def racers(port: int, rounds: list[int]) -> list[Racer]:
    approve = {"choice": "approve", "words": "", "seen_version": "0"}
    back = {"choice": "send-back", "words": WORDS, "seen_version": "0"}
    sent = [(f"seat-{seat}@anyborough.example", back if seat in (7, 8) else approve, 0.02) for seat in range(3, 9) for _ in "ab"]
    as_deputy = {**back, "as_deputy": "on", "authority": "The terms"}
    sent += [(f"deputy-{seat}@anyborough.example", as_deputy, 0.02) for seat in (3, 4)]
    sent += [(f"writer-{number}@anyborough.example", {}, 0.3) for number in range(6)]
    start = threading.Barrier(len(sent))
    return [Racer(port, email, start, rounds, delay, fields) for email, fields, delay in sent]


def test_nothing_is_decided_twice_and_no_answer_slips_in_behind_the_count(place: Place, rounds: list[int], port: int) -> None:
    people = racers(port, rounds)
    threads = [threading.Thread(target=person.run) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wrong = [complaint for person in people for complaint in person.wrong if "BrokenBarrier" not in complaint]
    assert wrong == [], "\n".join(wrong)
    unanswered = sum(status == NO_ANSWER for person in people for status in person.answers.values())
    assert unanswered <= len(rounds) / 10, f"{unanswered} connections broke"
    found = json.loads(python("-c", CHECK, database=place.url, settings="tests.drills.settings"))
    assert found["wrong"] == []
    said = set(found["said"])
    unheard = [
        f"{pk} {person.email}"
        for person in people
        for pk, status in person.answers.items()
        if person.fields and status == 302 and f"{pk} {person.email}" not in said
    ]
    assert unheard == [], "somebody was told that their answer is recorded, and it is not"
    closes = sum(person.answers[pk] == 302 for person in people if not person.fields for pk in rounds)
    assert len(rounds) - unanswered <= closes <= len(rounds), "two were told that they closed one round"
    late = sum(status in (200, 409) for person in people if person.fields for status in person.answers.values())
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in sorted(found["outcomes"].items()))
    told = f"decided twice 0, counted twice 0; {late} told in words that they came too late or second, {unanswered} connections broken"
    print(f"figure: {len(rounds)} races of {len(people)}, {outcomes}; {told}")
