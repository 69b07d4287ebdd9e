"""Several people answer one comment at once while its author edits another: every answer given stands in the history, and nobody answers
words that they have not seen.

WRITERS and SAVES make it larger, as for the drafts.
"""

import json
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape

import pytest

from tests.bench.client import Answer, Client
from tests.bench.server import service
from tests.cast import PASSWORD
from tests.drills.conftest import Place
from tests.page_forms import sent_by

pytestmark = pytest.mark.slow

WRITERS = int(os.environ.get("WRITERS", "2"))
SAVES = int(os.environ.get("SAVES", "10"))
LONGEST_WAIT = 120  # seconds until one who came to nothing is not waited for any more
CHOICES = ("accepted", "partly", "not-accepted")
COMMENT_BOX = re.compile(r'<p class="svd-comment__text">(.*?)</p>', re.DOTALL)


@pytest.fixture
def port(place: Place) -> Iterator[int]:
    with service(place.url, settings="tests.drills.settings", STATIC_ROOT=place.static) as port:
        yield port


@dataclass
class Person:
    """What one person gave that was kept, how often they were refused, and what went wrong."""

    number: int
    port: int
    kept: list[str] = field(default_factory=list)
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def run(self, work: Callable[["Person", Client, int], None]) -> None:
        try:
            with Client(self.port) as client:
                client.sign_in(f"writer-{self.number}@anyborough.example", PASSWORD)
                for turn in range(SAVES):
                    work(self, client, turn)
        except Exception as error:
            self.wrong.append(repr(error))


def form_of(answer: Answer) -> dict[str, str]:
    return {name: values[-1] for name, values in sent_by(answer.text).items() if values}


def send(client: Client, address: str, fields: dict[str, str]) -> Answer:
    client.token = fields["csrfmiddlewaretoken"]
    return client.post(address, **fields)


def all_at_once(people: list[Person], work: Callable[[Person, Client, int], None]) -> None:
    threads = [threading.Thread(target=person.run, args=(work,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [wrong for person in people for wrong in person.wrong] == []


def entries_of(place: Place, comment: int) -> list[tuple[str, dict[str, list[str]]]]:
    found = place.ask(
        f"SELECT event, changes FROM partnerships_auditentry WHERE target_kind = 'comment' AND target_pk = {comment} ORDER BY number"
    )
    return [(event, json.loads(changes) if isinstance(changes, str) else changes) for event, changes in found]


def test_people_who_answer_one_comment_at_once_see_each_others_answers_and_lose_none(place: Place, port: int) -> None:
    comment = place.comments[0]
    address = f"/p/anyborough/comments/{comment}/answer/"
    # All have read the same before anybody answers: otherwise few may never meet.
    everybody = threading.Barrier(WRITERS, timeout=LONGEST_WAIT)

    def answer_it(person: Person, client: Client, turn: int) -> None:
        reason = f"Writer {person.number} gave answer {turn}."
        fields = form_of(client.get(address)) | {"answer": CHOICES[turn % 3], "reason": reason}
        everybody.wait()
        answer = send(client, address, fields)
        while answer.status == 409:
            person.refused += 1
            panel = unescape(answer.text.partition('<section class="svd-conflict"')[2].partition("</section>")[0])
            others = [said for said in re.findall(r"Writer \d+ gave answer \d+\.", panel) if said != reason]
            if reason not in panel or not others:
                person.wrong.append(f"refused without both answers: {reason}")
            answer = send(client, address, form_of(answer))
        if answer.status == 302:
            person.kept.append(reason)
        else:
            person.wrong.append(f"{reason} {answer.status}")

    people = [Person(number, port) for number in range(WRITERS)]
    all_at_once(people, answer_it)
    refused = sum(person.refused for person in people)
    reasons = [changes["Why"] for event, changes in entries_of(place, comment) if event == "comment.answered"]
    assert [old for old, _ in reasons] == ["", *(new for _, new in reasons[:-1])]
    assert sorted(new for _, new in reasons) == sorted(reason for person in people for reason in person.kept)
    assert place.ask(f"SELECT answer_reason, version FROM strategies_comment WHERE id = {comment}") == [(reasons[-1][1], len(reasons) + 1)]
    assert refused > 0, "nobody ever met anybody, so nothing was tried"
    print(f"figure: {WRITERS} x {SAVES} answers to one comment, {refused} refused with both shown, 0 lost")


def test_nobody_answers_words_that_the_author_has_changed_meanwhile(place: Place, port: int) -> None:
    comment = place.comments[1]
    at = f"/p/anyborough/comments/{comment}"
    seen: dict[str, str] = {}

    def edit(person: Person, client: Client, turn: int) -> None:
        words = f"Edited {turn} times."
        # An answered comment cannot be changed: who answered it opens it again, so the author asks once more, as a person would.
        for _ in range(500):
            page = client.get(f"{at}/change/")
            if page.status == 404:
                time.sleep(0.02)
                continue
            answer = send(client, f"{at}/change/", form_of(page) | {"text": words})
            if answer.status == 302:
                person.kept.append(words)
                return
            person.refused += 1
            if words not in unescape(answer.text):
                person.wrong.append(f"lost: {words}")
        person.wrong.append(f"never kept: {words}")

    def answer_and_reopen(person: Person, client: Client, turn: int) -> None:
        page = client.get(f"{at}/answer/")
        reason = f"Answer {person.number} {turn}."
        shown = unescape(COMMENT_BOX.findall(page.text)[0])
        answer = send(client, f"{at}/answer/", form_of(page) | {"answer": "accepted", "reason": reason})
        if answer.status == 409:
            person.refused += 1
            if reason not in unescape(answer.text):
                person.wrong.append(f"lost: {reason}")
            return
        seen[reason] = shown
        page = client.get(f"{at}/reopen/")
        if page.status == 200:
            send(client, f"{at}/reopen/", form_of(page) | {"reason": "Once more."})

    def work(person: Person, client: Client, turn: int) -> None:
        (edit if person.number == 0 else answer_and_reopen)(person, client, turn)

    people = [Person(number, port) for number in range(max(2, WRITERS))]
    all_at_once(people, work)
    now = "Say more."
    answered = 0
    for event, changes in entries_of(place, comment):
        if event == "comment.changed":
            assert changes["Comment"][0] == now
            now = changes["Comment"][1]
        if event == "comment.answered":
            assert seen[changes["Why"][1]] == now, "somebody answered words they had not seen"
            answered += 1
    edited = [changes["Comment"][1] for event, changes in entries_of(place, comment) if event == "comment.changed"]
    assert edited == people[0].kept
    assert answered > 0
    print(f"figure: {len(edited)} edits and {answered} answers of one comment, {sum(one.refused for one in people)} refused, 0 lost")
