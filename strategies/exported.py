"""What of a version or a draft can be taken away, for its page."""

import dataclasses

from strategies import queries_exports as queries
from strategies.export.papers import gather, made_from
from strategies.export.writing import NothingToExport
from strategies.models import IssuedPaper, PaperKind, Strategy, Version


@dataclasses.dataclass(frozen=True)
class Exports:
    """`text`: the kept PDF that says what would be said today. `comments`: the newest, which may say less than would be said today.

    `earlier`: the other kept PDFs.
    """

    has_text: bool
    text: IssuedPaper | None
    comments: IssuedPaper | None
    earlier: list[IssuedPaper]


def exports_of(strategy: Strategy, version: Version | None = None) -> Exports:
    """Of a version, or of the working draft."""
    papers = list(queries.papers_of_version(version) if version else queries.papers_of_draft(strategy))
    text_kind = PaperKind.TEXT if version else PaperKind.DRAFT
    try:
        text = _current(papers, text_kind, strategy, version)
        has_text = True
    except NothingToExport:
        text, has_text = None, False
    # Whether anybody has said more since is asked when a new one is asked for: here it would cost a page many queries.
    comments = next((paper for paper in papers if paper.kind == PaperKind.COMMENTS), None)
    return Exports(has_text, text, comments, [paper for paper in papers if paper not in (text, comments)])


def _current(papers: list[IssuedPaper], kind: str, strategy: Strategy, version: Version | None) -> IssuedPaper | None:
    key = made_from(gather(kind, strategy, version))
    return next((paper for paper in papers if paper.kind == kind and paper.made_from == key), None)
