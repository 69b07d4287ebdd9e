"""Every text of every record but the few that are published bears a mark; no public address shows the mark, in a page or in a file."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Q
from django.test import Client

from partnerships.models import LocalGovernmentArea, Organisation, Partnership, StoredFile
from strategies.actions.keep_public_pdf import keep_public_pdf
from strategies.models import Publication, PublicPage, Version
from svduty.vague_dates import VagueDateField
from tests.frozen import lifted
from tests.guards.access_table import TABLE
from tests.guards.database_state import OURS
from tests.guards.reading import read_to_its_end
from tests.guards.test_access import World, world

__all__ = ["world"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="what a page shows is the same on every database"),
]
MARK = "Nightjar"
PUBLIC = [name for name in TABLE if name.startswith("published")]
TEXTS = (models.CharField, models.TextField)
PAGES = Q(public_pages__withdrawn_on__isnull=True, public_pages__isnull=False)
# What law or purpose makes public, of which records; of all others the same fields bear the mark.
ON_PAGES = Version.objects.filter(PAGES)
SHOWN: dict[type[models.Model], tuple[set[str], Any]] = {
    Partnership: ({"name", "slug"}, lambda: Partnership.objects.all()),
    Version: ({"title", "sha256", "link", "form", "sections"}, lambda: ON_PAGES.all()),
    Publication: ({"address", "other_form", "audience"}, lambda: Publication.objects.filter(strategy_version__in=ON_PAGES.all())),
    Organisation: ({"name"}, lambda: Organisation.objects.filter(pk__in=Publication.objects.values("owner"))),
    LocalGovernmentArea: ({"name"}, lambda: LocalGovernmentArea.objects.all()),
    # The hash and the ending by which the file of a public page is known.
    StoredFile: ({"sha256", "content"}, lambda: StoredFile.objects.all()),
    PublicPage: ({"made_from"}, lambda: PublicPage.objects.all()),
}


def mark_everything() -> tuple[int, set[str]]:
    """Put the mark into every text of every record that is not public; how many fields, and which refused it."""
    marked, refused = 0, set()
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            fields, rows = SHOWN.get(model, (set(), model._default_manager.none))
            public = set(rows().values_list("pk", flat=True))
            for field in model._meta.concrete_fields:
                value = marks(field)
                if value is None:
                    continue
                keep = public if field.name in fields else set()
                for pk in model._default_manager.exclude(pk__in=keep).values_list("pk", flat=True):
                    try:
                        with transaction.atomic():
                            marked += model._default_manager.filter(pk=pk).update(**{field.name: value(pk)})
                    except IntegrityError:
                        refused.add(f"{model._meta.model_name}.{field.name}")
    return marked, refused


def marks(field: models.Field[Any, Any]) -> Any:
    """What makes a marked value of a record's key; None for a field that holds no words."""
    if isinstance(field, models.JSONField):
        return lambda pk: [{"heading": MARK, "text": MARK, "key": MARK}]
    room = getattr(field, "max_length", None) or 1000
    if field.primary_key or field.choices or not isinstance(field, TEXTS) or isinstance(field, VagueDateField) or room < 12:
        return None
    return lambda pk: f"{MARK}-{pk}"


def every_word(answer: Any) -> Iterator[str]:
    """The text of an answer, its headers, and what is inside a file of it."""
    yield str(dict(answer.headers))
    content = b"".join(answer) if answer.streaming else answer.content
    yield content.decode("latin-1")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    elif content.startswith(b"%PDF"):
        read = pypdf.PdfReader(io.BytesIO(content))
        yield json.dumps({key: str(value) for key, value in (read.metadata or {}).items()})
        yield str(list(read.attachments))
        yield from (page.extract_text() for page in read.pages)


def crawled(client: Client, addresses: list[str]) -> dict[str, Any]:
    """The answers of these addresses and of every public one they lead to."""
    found: dict[str, Any] = {}
    waiting = list(addresses)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        with read_to_its_end(client.get(address)) as answer:
            found[address] = (answer.status_code, list(every_word(answer)))
        html = found[address][1][1]
        waiting += re.findall(r'(?:href="|<id>[^<]*?)(/published/[^"<#]*)', html)
    return found


def test_nothing_private_can_be_read_at_a_public_address(world: World) -> None:
    with lifted():
        marked, refused = mark_everything()
    assert marked > 300
    assert refused <= {"comment.quote"}  # of a reply, which quotes nothing
    PublicPage.objects.update(made_from="")
    page = keep_public_pdf(world.ours["publicpage"])
    assert page.pdf is not None
    addresses = [world.address(name, TABLE[name], world.ours, world.cast.ours.slug) for name in PUBLIC]
    answers = crawled(Client(), addresses)
    assert set(addresses) <= set(answers)
    assert [address for address, (status, _) in answers.items() if status != 200] == []
    leaks = [(address, word.partition(MARK)[0][-80:]) for address, (_, words) in answers.items() for word in words if MARK in word]
    assert leaks == []
    words = " ".join(word for _, all_words in answers.values() for word in all_words)
    assert "To keep people safe." in words
    assert sum("To keep people safe." in " ".join(all_words) for _, all_words in answers.values()) >= 4
