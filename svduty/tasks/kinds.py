"""The kinds of work there are. Each is a function with a name that stays for ever, for tasks wait under it."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pass

Outcome = dict[str, Any] | None
Work = Callable[..., Outcome]
KINDS: dict[str, "Kind"] = {}


@dataclass(frozen=True)
class Kind:
    """`words` say to an administrator what is done. See `task` for the rest."""

    name: str
    words: str
    work: "Callable[..., Outcome]"
    tries: int
    waits: tuple[int, ...]
    says: tuple[type[Exception], ...]
    never_again: tuple[type[Exception], ...]

    def wait_after(self, tries: int) -> datetime.timedelta:
        """How long until the next try; the last wait holds for all further ones."""
        return datetime.timedelta(seconds=self.waits[min(tries, len(self.waits)) - 1] if self.waits else 0)


def task(
    name: str,
    words: str,
    *,
    tries: int = 3,
    waits: Sequence[int] = (5, 60),
    says: Sequence[type[Exception]] = (),
    never_again: Sequence[type[Exception]] = (),
) -> Callable[[Work], Kind]:
    """Make a function a kind of work: `work(run: Run, **arguments)`, in JSON's types, which gives its outcome in JSON's types.

    It is tried `tries` times with `waits` seconds between, unless it raises one of `never_again`. The text of an exception among
    `says` is a sentence for people. Every try must be safe to repeat: what it changes, it changes together with `run.finish(...)`
    in one transaction, or it looks first whether it is there already.
    """

    def register(work: "Callable[..., Outcome]") -> Kind:
        if name in KINDS and KINDS[name].work.__module__ != work.__module__:
            raise ValueError(f"Two kinds of work are called {name}.")
        KINDS[name] = Kind(name, words, work, tries, tuple(waits), (*says, *never_again), tuple(never_again))
        return KINDS[name]

    return register
