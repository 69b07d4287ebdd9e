"""Two texts beside each other, for someone who has to choose between them."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from svduty.text.differences import LINE_END, Change, Part, compare

NOTHING = mark_safe("")
# A short run of paragraphs that both share is shown, so that the reader sees where in the text they are.
SHOWN_WHEN_SAME = 1


@dataclass(frozen=True)
class Pair:
    """One paragraph as either text has it, its own words marked; or, where `same` is not 0, so many that both share."""

    theirs: SafeString = NOTHING
    mine: SafeString = NOTHING
    same: int = 0


def side_by_side(theirs: str, mine: str) -> list[Pair]:
    """The paragraphs of both in order. Words that stand on one side only are in `<mark>`."""
    paragraphs = [list(group) for _, group in groupby(compare(theirs, mine), lambda part: part.paragraph)]
    pairs: list[Pair] = []
    for shared, group in groupby(paragraphs, lambda parts: all(part.change is Change.SAME for part in parts)):
        run = list(group)
        if shared and len(run) > SHOWN_WHEN_SAME:
            pairs.append(Pair(same=len(run)))
        else:
            pairs += [Pair(_without(parts, Change.INSERTED), _without(parts, Change.DELETED)) for parts in run]
    return pairs


def _without(parts: list[Part], other: Change) -> SafeString:
    return format_html_join(" ", "{}", ((_words(part),) for part in parts if part.change is not other))


def _words(part: Part) -> SafeString:
    text = format_html_join(LINE_END, "{}", ((line,) for line in part.text.split("\n")))
    if part.change is Change.SAME:
        return text
    return format_html('<mark class="svd-only"><span class="govuk-visually-hidden">Only here: </span>{}</mark>', text)
