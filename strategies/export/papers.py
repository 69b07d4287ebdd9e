"""What a paper of each kind is made from: gathered once, then set at any moment."""

import datetime
from collections.abc import Callable

from strategies import queries_exports as queries
from strategies.actions.freeze_version import draft
from strategies.export.comments_writing import Said, comments_writing
from strategies.export.version_writing import draft_writing, version_writing
from strategies.export.writing import Writing
from strategies.models import PaperKind, Strategy, Version

# Under which two gatherings are compared: the moment of making is no part of what a paper is made from.
NO_MOMENT = datetime.datetime(2000, 1, 1, 12, tzinfo=datetime.UTC)
At = Callable[[datetime.datetime], Writing]


def gather(kind: str, strategy: Strategy, version: Version | None) -> At:
    """Raises NothingToExport when there is nothing to make it from."""
    if kind == PaperKind.DRAFT or version is None:
        sections = draft(strategy)
        return lambda at: draft_writing(strategy, sections, at)
    if kind == PaperKind.COMMENTS:
        said = said_about(version)
        return lambda at: comments_writing(version, said, at)
    text = version_writing(version, public=False)
    return lambda at: text


def said_about(version: Version) -> Said:
    return Said(queries.comments_on(version), queries.rounds_of(version), queries.approvals_beside_rounds(version))


def made_from(writing_at: At) -> str:
    """The same as long as the paper would say the same, whenever it is made."""
    return writing_at(NO_MOMENT).made_from
