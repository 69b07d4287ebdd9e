"""The process is killed at any moment while somebody comments or decides: the comment or decision is there with its history, or not at all.

KILLS makes it longer: `./dev prove` kills two hundred times.
"""

import json
import random
from functools import partial

import pytest

from tests.bench.client import Client
from tests.bench.server import Service, python
from tests.cast import PASSWORD
from tests.drills.conftest import Place
from tests.drills.test_killed_while_saving import KILLS, form_of, killed_while, latest_kill, running

__all__ = ["running"]
pytestmark = pytest.mark.slow

MAKE = """
import datetime
import json
import django
django.setup()
from partnerships.models import Board, Partnership, RoleGrant, Seat, User
from partnerships.models.person import Role
from strategies.models import ApprovalRound, Version
from svduty import clock
from tests.cast import BEGAN
ours = Partnership.objects.get(slug="anyborough")
person = User.objects.get(email="writer-2@anyborough.example")
board = Board.objects.create(partnership=ours, name="Board")
seat = Seat.objects.create(board=board, post="Commander")
RoleGrant.objects.create(user=person, role=Role.BOARD_MEMBER, partnership=ours, starts=BEGAN).seats.add(seat)
version = Version.objects.filter(strategy__partnership=ours).earliest("pk")
late = clock.today() + datetime.timedelta(days=9)
asked = ApprovalRound.objects.create(
    strategy_version=version, board=board, asked="Approve it.", answer_by=late, opened_at=clock.now(), opened_by=person
)
print(json.dumps([version.pk, asked.pk]))
"""


def comments(place: Place, text: str) -> tuple[int, int]:
    """How many comments of these words there are, and how many entries in the history are of a comment of these words."""
    [(rows,)] = place.ask(f"SELECT count(*) FROM strategies_comment WHERE text = '{text}'")
    entries = place.ask("SELECT changes FROM partnerships_auditentry WHERE event = 'comment.added'")
    changes = [json.loads(written) if isinstance(written, str) else written for (written,) in entries]
    return rows, sum(change["Comment"][1] == text for change in changes)


def vote(place: Place) -> tuple[int, str, int]:
    """The decision's version and words, and how many entries its history has; before there is one: 0, nothing, 0."""
    rows = place.ask("SELECT version, words FROM strategies_vote")
    [(entries,)] = place.ask("SELECT count(*) FROM partnerships_auditentry WHERE target_kind = 'vote'")
    return (*rows[0], entries) if rows else (0, "", entries)


def test_a_comment_is_wholly_there_or_not_at_all_when_the_process_is_killed(place: Place, running: Service) -> None:
    chance = random.Random(20262)
    [(version,)] = place.ask("SELECT min(id) FROM strategies_version")
    address = f"/p/anyborough/versions/{version}/comment/"
    kept = lost = 0
    with Client(running.port) as client:
        client.sign_in("writer-1@anyborough.example", PASSWORD)
        fields = form_of(client, address)
        client.token = fields["csrfmiddlewaretoken"]
        latest = latest_kill(client.post(address, **{**fields, "text": "As it was."}))
        for kill in range(KILLS):
            fields = form_of(client, address)
            client.token = fields["csrfmiddlewaretoken"]
            text = f"Comment number {kill}."
            answer = killed_while(running, chance.uniform(0, latest), partial(client.post, address, **{**fields, "text": text}))
            found = comments(place, text)
            assert found in ((0, 0), (1, 1))
            assert answer is None or answer.status != 302 or found == (1, 1), "it was said to be there"
            kept, lost = kept + found[0], lost + 1 - found[0]
    print(f"figure: {KILLS} kills while commenting, there with its history {kept}, not at all {lost}, in between 0")


def test_a_decision_is_wholly_old_or_wholly_new_when_the_process_is_killed(place: Place, running: Service) -> None:
    chance = random.Random(20263)
    _, asked = json.loads(python("-c", MAKE, database=place.url, settings="tests.drills.settings"))
    address = f"/p/anyborough/rounds/{asked}/decide/"
    old = new = 0
    with Client(running.port) as client:
        client.sign_in("writer-2@anyborough.example", PASSWORD)
        fields = form_of(client, address)
        client.token = fields["csrfmiddlewaretoken"]
        latest = latest_kill(client.post(address, **{**fields, "choice": "send-back", "words": "As it was."}))
        for kill in range(KILLS):
            fields = form_of(client, address)
            client.token = fields["csrfmiddlewaretoken"]
            before, words = vote(place), f"Reason number {kill}."
            answer = killed_while(running, chance.uniform(0, latest), partial(client.post, address, **{**fields, "words": words}))
            after = vote(place)
            assert after in (before, (before[0] + 1, words, before[2] + 1))
            assert answer is None or answer.status != 302 or after != before, "it was said to be recorded"
            old, new = old + (after == before), new + (after != before)
    print(f"figure: {KILLS} kills while deciding, wholly old {old}, wholly new {new}, in between 0")
