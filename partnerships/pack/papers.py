"""What a record says when it is itself the paper of an item. Each floor registers its kinds in `AppConfig.ready()`."""

import dataclasses
from collections.abc import Callable

from partnerships.models import Partnership, StoredFile


@dataclasses.dataclass(frozen=True)
class Chapter:
    """A part of a paper under its own heading: words to be quoted as they are, Markdown, points, and pairs of a name and what it says."""

    heading: str
    quote: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


@dataclasses.dataclass(frozen=True)
class Paper:
    """A record as a paper: its chapters, and the file or the web address where the rest of it is kept."""

    chapters: tuple[Chapter, ...] = ()
    file: StoredFile | None = None
    link: str = ""


PaperOf = Callable[[Partnership, int], Paper | None]
_papers: dict[str, PaperOf] = {}


def register_paper(kind: str, paper_of: PaperOf) -> None:
    """Let records of `kind`, as pointing knows it, be printed. `paper_of` gives None for one that is not the partnership's."""
    _papers[kind] = paper_of


def paper_of(partnership: Partnership, kind: str, pk: int | None) -> Paper | None:
    """The paper that a record makes; None for a kind that makes none, and for a record that is not there."""
    make = _papers.get(kind)
    return make(partnership, pk) if make and pk else None
