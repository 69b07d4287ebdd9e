"""Comments made ready for a page."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from strategies.comment_standing import in_words, later_texts
from strategies.kept import KeptSection, kept_sections
from strategies.models import Comment, Version


@dataclasses.dataclass(frozen=True)
class ShownComment:
    """`became`: sentences on what became of the words it is about in later texts."""

    comment: Comment
    became: list[str]


def shown_comments(comments: Iterable[Comment], typed: Sequence[Version], draft: Sequence[KeptSection]) -> list[ShownComment]:
    """Comments, each with its `strategy_version`; `typed`: the strategy's typed versions, newest first; `draft`: the working draft."""
    kept: dict[int, Sequence[KeptSection]] = {version.pk: kept_sections(version) for version in typed}
    later = {}
    shown = []
    for comment in comments:
        version = comment.strategy_version
        if version.pk not in later:
            later[version.pk] = later_texts(version, typed, draft)
        shown.append(ShownComment(comment, in_words(comment, kept.get(version.pk, []), later[version.pk])))
    return shown


@dataclasses.dataclass(frozen=True)
class Margin:
    """The comments on one section, or on the whole."""

    shown: list[ShownComment]

    @property
    def waiting(self) -> list[ShownComment]:
        return [one for one in self.shown if one.comment.open]

    @property
    def settled(self) -> list[ShownComment]:
        """Answered or withdrawn."""
        return [one for one in self.shown if not one.comment.open]

    @property
    def words(self) -> str:
        """ "3 comments, 1 open"; nothing where there is none."""
        number, waiting = len(self.shown), len(self.waiting)
        if not number:
            return ""
        return f"{number} comment{'' if number == 1 else 's'}, {f'{waiting} open' if waiting else 'none open'}"


def margins(shown: Iterable[ShownComment]) -> dict[str, Margin]:
    """Comments by the key of their section; under "" those on the whole."""
    found: dict[str, list[ShownComment]] = defaultdict(list)
    for one in shown:
        found[one.comment.section_key].append(one)
    return {key: Margin(comments) for key, comments in found.items()}


def in_the_order_of_the_text(comments: Iterable[Comment], typed: Iterable[Version]) -> list[Comment]:
    """Those on the newest version first; of one version those on the whole, then section by section, each in the order they were made."""
    places = {(version.pk, section.key): place for version in typed for place, section in enumerate(kept_sections(version), start=1)}
    return sorted(
        comments,
        key=lambda comment: (
            -comment.strategy_version.number,
            places.get((comment.strategy_version_id, comment.section_key), 0),
            comment.made_at,
            comment.pk,
        ),
    )
