"""What was worked out from a partnership's records, kept by this process until one of them is saved."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from partnerships.audit.heads import memory_keys
from partnerships.models import Partnership

Found = TypeVar("Found")


def remembered(partnership: Partnership, name: str, find: Callable[[], Found]) -> Found:
    """What `find` gives, asked anew only after a save. `name`, without a space: what it is, of which record and for which days.

    For what comes from records alone, and is the same for whoever asks.
    """
    key = f"{name}-{memory_keys([partnership])[partnership.pk]}"
    found: Found | None = cache.get(key)
    if found is None:
        found = find()
        cache.set(key, found)
    return found
