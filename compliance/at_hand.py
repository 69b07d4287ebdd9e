"""The facts and findings used last, as they are, before the cache that keeps many more of them packed.

To unpack ten years of a partnership takes longer than the rest of what a page works out. They are frozen, so requests may share them.
"""

from collections import OrderedDict
from threading import Lock
from typing import Any

from django.core.cache import cache

MOST = 32  # under a megabyte each after ten years

_used: OrderedDict[str, Any] = OrderedDict()
_lock = Lock()


def get(key: str) -> Any:
    """None where the cache no longer has it: what it forgets, and when, is for it alone to say."""
    if key not in cache:
        return None
    with _lock:
        if key in _used:
            _used.move_to_end(key)
            return _used[key]
    found = cache.get(key)
    if found is not None:
        _put(key, found)
    return found


def keep(key: str, found: Any) -> None:
    cache.set(key, found)
    _put(key, found)


def _put(key: str, found: Any) -> None:
    with _lock:
        _used[key] = found
        _used.move_to_end(key)
        if len(_used) > MOST:
            _used.popitem(last=False)
