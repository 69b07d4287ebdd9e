"""Which text an approval stands for: the version it was given to and no other. Pure."""

import dataclasses
from collections.abc import Iterable

from strategies.models import Version


@dataclasses.dataclass(frozen=True)
class Cover:
    """`approved`: the newest version that was approved, and `newest` of all. `says`: what is not covered, in a sentence; empty when
    nothing. `before` and `after` are the versions that a reader would compare; without an `after` it is the working draft."""

    approved: Version | None = None
    newest: Version | None = None
    says: str = ""
    before: Version | None = None
    after: Version | None = None


def cover(versions: Iterable[Version], approved_numbers: set[int], *, draft_differs: bool, shown: Version | None = None) -> Cover:
    """What the approvals of a strategy's versions cover; on the page of one version, as far as it concerns that one.

    `approved_numbers`: of the versions with an approval that stands. `draft_differs`: the working draft no longer reads as the newest of
    them.
    """
    in_order = sorted(versions, key=lambda version: version.number)
    newest = in_order[-1] if in_order else None
    approved = next((version for version in reversed(in_order) if version.number in approved_numbers), None)
    if approved is None or newest is None or (shown and shown.number < approved.number):
        return Cover(approved, newest)
    number = approved.number
    if shown and shown.number > number:
        says = f"Approved was version {number}, not this one. The text may have changed since: the approval does not cover it."
        return Cover(approved, newest, says, approved, shown)
    if newest.number > number:
        says = f"Approved was version {number}. Version {newest.number} was recorded since: the approval does not cover it."
        return Cover(approved, newest, says, approved, newest)
    if draft_differs:
        says = f"Approved was version {number}. The working draft has changed since: the approval does not cover what changed."
        return Cover(approved, newest, says, approved)
    return Cover(approved, newest)
