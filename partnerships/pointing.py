"""What an item of an agenda, a decision or a paper's way may be about. Each floor registers its kinds in `AppConfig.ready()`."""

import dataclasses
from collections.abc import Callable, Iterable

from django.urls import reverse

from partnerships.models import Partnership
from partnerships.models.pointing import Pointing

# The key of a record, how it is called where it stands alone, and its version now.
Choice = tuple[int, str, int]


@dataclasses.dataclass(frozen=True)
class Kind:
    """`choices`: the partnership's records of this kind that stand. `route`: the page of one, given the slug and its key."""

    kind: str
    label: str
    choices: Callable[[Partnership], Iterable[Choice]]
    route: str


@dataclasses.dataclass(frozen=True)
class Target:
    """One record that may be pointed at, as it is called and stands now."""

    kind: str
    pk: int
    label: str
    version: int

    @property
    def value(self) -> str:
        """As a form sends it."""
        return f"{self.kind}:{self.pk}"


_kinds: dict[str, Kind] = {}


def register_pointing(kind: str, label: str, choices: Callable[[Partnership], Iterable[Choice]], route: str) -> None:
    """Let agendas and decisions point at records of `kind`, for example ("version", "A version of a strategy", ..., "version")."""
    _kinds[kind] = Kind(kind, label, choices, route)


def kinds() -> list[Kind]:
    return list(_kinds.values())


def targets(partnership: Partnership, *wanted: str) -> list[Target]:
    """Everything that may be pointed at, kind by kind; only of the `wanted` kinds if any are named."""
    chosen = [kind for kind in _kinds.values() if not wanted or kind.kind in wanted]
    return [Target(kind.kind, *choice) for kind in chosen for choice in kind.choices(partnership)]


def point(pointing: Pointing, target: Target | None) -> None:
    """Let a record, which is then saved, point at `target` as it stands now; None: at nothing.

    What already points there keeps the version that it meant.
    """
    if target and (pointing.about_kind, pointing.about_pk) == (target.kind, target.pk):
        return
    pointing.about_kind, pointing.about_pk = (target.kind, target.pk) if target else ("", None)
    pointing.about_label, pointing.about_version = (target.label[:300], target.version) if target else ("", None)


def address_of(pointing: Pointing, slug: str) -> str:
    """The page of what is pointed at; empty when it points at nothing that has a page."""
    kind = _kinds.get(pointing.about_kind)
    return reverse(kind.route, args=[slug, pointing.about_pk]) if kind and pointing.about_pk else ""


def changed_since(pointings: Iterable[Pointing], partnership: Partnership) -> dict[int, str]:
    """Key of a pointing record -> a sentence, for those whose target is no longer the version that was meant. A query a kind."""
    meant = [pointing for pointing in pointings if pointing.about_kind in _kinds]
    of_kinds = {pointing.about_kind for pointing in meant}
    now = {(target.kind, target.pk): target for target in (targets(partnership, *of_kinds) if of_kinds else [])}
    found = {}
    for pointing in meant:
        target = now.get((pointing.about_kind, pointing.about_pk or 0))
        if target is None:
            found[pointing.pk] = f"{pointing.about_label} has been withdrawn since."
        elif target.version != pointing.about_version:
            found[pointing.pk] = f"{pointing.about_label} has been changed since: it may no longer say word for word what was meant."
    return found
