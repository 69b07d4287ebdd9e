"""Asking for pages again and again, the yardstick's and ours by turns, so that a busy moment of the machine hits both."""

import itertools
import re
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from tests.bench.client import Client
from tests.bench.counting import ASK, FORGET, TOLD

ASSET = re.compile(r"""(?:href|src|data-govuk)="(/static/[^"]+)\"""")
FONT = re.compile(r"url\(([^)]+\.woff2)\)")
WARM_UP = 5
CALM = 3  # one round in three is kept


@dataclass(frozen=True)
class Page:
    """`forget`: what is forgotten before each request, MEMORY as by a restart, or what is KEPT as well; nothing when empty."""

    name: str
    client: Client
    path: str
    forget: str = ""

    @property
    def headers(self) -> dict[str, str]:
        return {FORGET: self.forget} if self.forget else {}


@dataclass
class Figures:
    """Seconds of every request, a list for each round; bytes of the page; statements sent to the database."""

    rounds: list[list[float]] = field(default_factory=list)
    size: int = 0
    queries: int | None = None

    @property
    def median(self) -> float:
        return statistics.median(itertools.chain(*self.rounds))

    @property
    def slow(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(itertools.chain(*self.rounds), n=20)[-1]


def measure(pages: Iterable[Page], requests: int, rounds: int) -> dict[str, Figures]:
    """Ask for each page `requests` times in each round, and keep the calm rounds: those that took least.

    Raises RuntimeError when a page is not there.
    """
    chosen = list(pages)
    found = {page.name: Figures() for page in chosen}
    for page in chosen:
        answers = [page.client.get(page.path, **page.headers) for _ in range(WARM_UP)]
        if any(answer.status != 200 for answer in answers):
            raise RuntimeError(f"{page.name} ({page.path}) answers {answers[-1].status}:\n{answers[-1].text[:500]}")
        found[page.name].size = len(answers[-1].body)
        told = page.client.get(page.path, **page.headers, **{ASK: "1"}).headers[TOLD]
        found[page.name].queries = int(told) if told else None
    for _ in range(rounds):
        for page in chosen:
            found[page.name].rounds.append([page.client.get(page.path, **page.headers).seconds for _ in range(requests)])
    calm = _calm_rounds(found, rounds)
    for figures in found.values():
        figures.rounds = [figures.rounds[number] for number in calm]
    return found


def _calm_rounds(found: dict[str, Figures], rounds: int) -> list[int]:
    """Judged by all pages together, so that neither the yardstick nor ours is favoured."""
    order = sorted(range(rounds), key=lambda number: sum(sum(figures.rounds[number]) for figures in found.values()))
    return order[: max(1, rounds // CALM)]


def first_visit(page: Page) -> int:
    """Bytes that a browser with an empty cache fetches for a page in English, compressed where the service compresses."""
    html = page.client.get(page.path).body
    assets = set(ASSET.findall(html.decode()))
    for sheet in [asset for asset in assets if asset.endswith(".css")]:
        fonts = FONT.findall(page.client.get(sheet).text)
        assets |= {urljoin(sheet, font.strip("\"'")) for font in fonts if "-ext-" not in font}
    return len(html) + sum(_size(page.client, asset) for asset in assets)


def _size(client: Client, asset: str) -> int:
    answer = client.get(asset, Accept_Encoding="gzip")
    if answer.status != 200:
        raise RuntimeError(f"{asset} answers {answer.status}")
    return len(answer.body)
