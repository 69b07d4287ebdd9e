"""What a save did to the duties, for the green banner. The top floor registers the watcher; this floor only asks it."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from partnerships.models import Partnership

# Called before the save; what it returns is called after the save and gives the sentences.
Watcher = Callable[[Partnership], Callable[[], list[str]]]
_watchers: list[Watcher] = []


def register_watcher(watcher: Watcher) -> None:
    _watchers.append(watcher)


@dataclasses.dataclass
class Consequences:
    sentences: list[str] = dataclasses.field(default_factory=list)

    def after(self, done: str) -> str:
        """The whole banner: what was done, then what that did. Safe to show as it is where a sentence holds a link."""
        said = [done, *self.sentences]
        if any(isinstance(sentence, SafeString) for sentence in said):
            return format_html_join(" ", "{}", ((sentence,) for sentence in said))
        return " ".join(said)


@contextlib.contextmanager
def watched(partnership: Partnership | None) -> Iterator[Consequences]:
    """Around a save: afterwards `sentences` says which duties changed, for example "Sent to the Home Office is now met late"."""
    found = Consequences()
    after = [watcher(partnership) for watcher in _watchers] if partnership else []
    yield found
    for finish in after:
        found.sentences += finish()
