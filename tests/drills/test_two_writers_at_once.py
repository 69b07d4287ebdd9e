"""Several people write in the same two records at once, over real connections: no word of anybody's is lost.

WRITERS and SAVES make it larger: `./dev prove` lets two save a thousand times each, and ten two hundred times.
"""

import json
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

import pytest

from partnerships.models import LocalDefinition
from strategies.models import Section
from svduty.editing.records import Record
from tests.bench.client import Answer, Client
from tests.bench.server import service
from tests.cast import PASSWORD
from tests.drills.conftest import Place
from tests.page_forms import sent_by

pytestmark = pytest.mark.slow

WRITERS = int(os.environ.get("WRITERS", "2"))
SAVES = int(os.environ.get("SAVES", "25"))
KEPT = 6  # a writer takes their own older sentences out again, or the text would grow without end
SENTENCE = re.compile(r"Writer \d+ wrote line \d+ here\.")
MARK = '<span class="govuk-visually-hidden">Only here: </span>'


@pytest.fixture
def port(place: Place) -> Iterator[int]:
    with service(place.url, settings="tests.drills.settings", STATIC_ROOT=place.static) as port:
        yield port


@dataclass
class Writer:
    """One person: every sentence they sent, how often they were refused, and what went wrong."""

    number: int
    port: int
    addresses: list[tuple[str, str]]
    sent: list[str] = field(default_factory=list)
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def run(self) -> None:
        try:
            with Client(self.port) as client:
                client.sign_in(f"writer-{self.number}@anyborough.example", PASSWORD)
                for turn in range(SAVES):
                    self.write(client, *self.addresses[turn % 2], f"Writer {self.number} wrote line {turn} here.")
        except Exception as error:
            self.wrong.append(repr(error))

    def write(self, client: Client, address: str, name: str, sentence: str) -> None:
        fields = form_of(client.get(address))
        fields[name] = f"{self.without_old(fields[name])}\n\n{sentence}"
        self.sent.append(sentence)
        answer = send(client, address, fields)
        while answer.status == 409:
            self.refused += 1
            mine, page = fields[name], words_of(answer)
            theirs = {sentence for sentence in SENTENCE.findall(page) if not self.is_own(sentence)} - set(SENTENCE.findall(mine))
            if sentence not in page or not theirs or SENTENCE.findall(form_of(answer)[name]) != SENTENCE.findall(mine):
                self.wrong.append(f"refused without both texts: {sentence}")
            both = send(client, address, {**form_of(answer), "keep": f"both {name}"})
            fields = form_of(both)
            # Of many writers one may have taken out an old sentence of their own since the refusal: the page then shows it no more.
            theirs &= set(SENTENCE.findall(words_of(both)))
            if not {sentence, *theirs} <= set(SENTENCE.findall(fields[name])):
                self.wrong.append(f"put together without all words: {sentence} {theirs} {fields[name]}")
            answer = send(client, address, fields)
        if answer.status != 302:
            self.wrong.append(f"{sentence} {answer.status}")

    def is_own(self, sentence: str) -> bool:
        return sentence.startswith(f"Writer {self.number} ")

    def without_old(self, text: str) -> str:
        own = [sentence for sentence in SENTENCE.findall(text) if self.is_own(sentence)]
        for sentence in own[:-KEPT]:
            text = text.replace(sentence, "")
        return re.sub(r"\s*\n\s*\n\s*", "\n\n", text)


def form_of(answer: Answer) -> dict[str, str]:
    """What the page's form would send; boxes with nothing in them and ticks not made are left out."""
    return {name: values[-1] for name, values in sent_by(answer.text).items() if values}


def words_of(answer: Answer) -> str:
    """What the panel with both texts shows, without the marks in it."""
    panel = answer.text.partition('<section class="svd-conflict"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", "", panel.replace(MARK, ""))).split())


def send(client: Client, address: str, fields: dict[str, str]) -> Answer:
    client.token = fields["csrfmiddlewaretoken"]
    return client.post(address, **fields)


def test_people_who_write_at_once_lose_no_word(place: Place, port: int) -> None:
    addresses = [
        (f"/p/anyborough/sections/{place.section}/change/", "text"),
        (f"/p/anyborough/definition/{place.definition}/change/", "wording"),
    ]
    writers = [Writer(number, port, addresses) for number in range(WRITERS)]
    threads = [threading.Thread(target=writer.run) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [wrong for writer in writers for wrong in writer.wrong] == []
    refused = sum(writer.refused for writer in writers)
    seen = follow(place, Section, place.section)
    seen |= follow(place, LocalDefinition, place.definition)
    missing = [sentence for writer in writers for sentence in writer.sent if sentence not in seen]
    assert missing == []
    assert refused > 0, "nobody ever met anybody, so nothing was tried"
    print(f"figure: {WRITERS} x {SAVES} saves, {refused} refused and put together, {len(missing)} sentences lost")


def follow(place: Place, model: type[Record], pk: int) -> set[str]:
    """Every sentence that ever stood in a record. Each save began with what the one before left, and took out only its writer's own."""
    kind, table = model.record_kind(), model._meta.db_table
    column = "text" if model is Section else "wording"
    label = str(model._meta.get_field(column).verbose_name)
    people = dict(place.ask("SELECT id, email FROM partnerships_user"))
    entries = place.ask(
        f"SELECT actor_id, changes FROM partnerships_auditentry WHERE target_kind = '{kind}' AND target_pk = {pk} ORDER BY number"
    )
    [(last, version)] = place.ask(f"SELECT {column}, version FROM {table} WHERE id = {pk}")
    assert version == 1 + len(entries)
    seen: set[str] = set()
    before = None
    for actor, written in entries:
        changes = json.loads(written) if isinstance(written, str) else written
        if label not in changes:
            continue
        old, new = changes[label]
        assert before in (None, old)
        writer = people[actor].partition("@")[0].replace("writer-", "Writer ")
        gone = set(SENTENCE.findall(old)) - set(SENTENCE.findall(new))
        assert [sentence for sentence in gone if not sentence.startswith(f"{writer} ")] == []
        seen |= set(SENTENCE.findall(new))
        before = new
    assert before == last
    return seen
