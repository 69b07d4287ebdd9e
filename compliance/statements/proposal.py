"""What composing a text again would do to the one that people have edited. Pure."""

import dataclasses
import hashlib

from django.utils.safestring import SafeString

from svduty.text.differences import Change, compare
from svduty.text.markdown import to_html
from svduty.text.marked_changes import marked_html, without_marks
from svduty.text.merge import merge

MERGE, ANEW = "merge", "anew"


@dataclasses.dataclass(frozen=True)
class Proposal:
    """`fresh`: the text composed now. `merged`: what is new in it put into the text there is, whose own words stay.

    `first`: there is no text yet. `html`: the composed text, or the kept one with what would come and go marked. `clashes`: places
    that both changed, where both wordings would stand one after the other.
    """

    fresh: str
    merged: str
    first: bool
    same: bool
    clashes: int
    html: SafeString

    @property
    def seal(self) -> str:
        """So that nobody puts in what they have not seen."""
        return hashlib.sha256("\0".join([self.fresh, self.merged]).encode()).hexdigest()

    def chosen(self, choice: str) -> str:
        return self.fresh if choice == ANEW or self.first else self.merged


def proposal(text: str, composed: str, fresh: str) -> Proposal:
    """`text` is what is kept now, `composed` what it was composed of last, `fresh` what the records give now."""
    if not text.strip():
        return Proposal(fresh, fresh, True, False, 0, to_html(fresh, heading_from=3))
    merged = merge(composed or None, fresh, text)
    parts = compare(without_marks(text), without_marks(merged.text))
    same = all(part.change is Change.SAME for part in parts)
    return Proposal(fresh, merged.text, False, same, len(merged.clashes), marked_html(parts, heading_from=3))
