"""Do records, history and files agree? For after a crash, a restore, or any night."""

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator

from django.apps import apps
from django.core.files.storage import Storage, default_storage
from django.db import models

from partnerships.audit.chain import check_chain, scopes
from partnerships.models import AuditChain, Partnership, StoredFile
from partnerships.models.audit import INSTALLATION
from svduty import clock

# A file is written before its row, so a young one may belong to a save that is still going on.
OLD = datetime.timedelta(hours=1)


def broken_chains() -> Iterator[str]:
    """A sentence for each history that is not whole from its first entry to its head."""
    names = names_of_scopes()
    for scope in scopes():
        if broken := check_chain(scope).broken:
            yield f"The history of {names.get(scope, scope)} is broken at entry {broken.number}: {broken.why}."


def names_of_scopes() -> dict[str, str]:
    """How each history is called: by its partnership."""
    named = {AuditChain.scope_of(partnership): str(partnership) for partnership in Partnership.objects.order_by("pk")}
    return {INSTALLATION: "the installation"} | named


def broken_files() -> Iterator[str]:
    """A sentence for each file whose bytes are missing or not those that were stored."""
    for stored in StoredFile.objects.order_by("pk").iterator():
        try:
            with stored.content.open("rb") as content:
                seal = hashlib.sha256()
                size = 0
                for piece in content.chunks():
                    seal.update(piece)
                    size += len(piece)
        except FileNotFoundError:
            yield f"File {stored.pk} ({stored.content.name}) has no bytes."
            continue
        if (size, seal.hexdigest()) != (stored.size, stored.sha256):
            yield f"File {stored.pk} ({stored.content.name}) is not what was stored."


# What the floors above check of their own records besides: each gives a sentence for whatever does not agree.
Check = Callable[[], Iterable[str]]
CHECKS: list[Check] = []


def register_check(check: Check) -> None:
    if check not in CHECKS:
        CHECKS.append(check)


def broken_records() -> Iterator[str]:
    """A sentence for each record that contradicts another."""
    for check in CHECKS:
        yield from check()


def orphans() -> list[str]:
    """The names of stored files that belong to no record and are older than an hour."""
    before = clock.now() - OLD
    known = _known_names()
    return sorted(name for name in _names(default_storage) if name not in known and default_storage.get_modified_time(name) < before)


def remove_orphan(name: str) -> None:
    default_storage.delete(name)


def _known_names() -> set[str]:
    fields = [(model, field) for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, models.FileField)]
    return {name for model, field in fields for name in model._default_manager.values_list(field.name, flat=True) if name}


def _names(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" if folder else name for name in files)
    for inner in folders:
        yield from _names(storage, f"{folder}/{inner}" if folder else inner)
