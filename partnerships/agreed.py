"""What boards decided about a record, for its page: whether each meeting was quorate, and whether the words have changed since."""

import dataclasses
from collections.abc import Iterable

from django.utils.safestring import SafeString

from partnerships.audit.earlier import words_at
from partnerships.models import Decision, Meeting, Partnership
from partnerships.models.meeting import DecisionOutcome
from svduty.editing.records import Record
from svduty.text.differences import Change, compare, to_html

AGREED = (DecisionOutcome.AGREED, DecisionOutcome.WITH_CONDITIONS)


@dataclasses.dataclass(frozen=True)
class ChangedSince:
    """The words are no longer those that `decision` was about. `difference` marks what changed; None where that is not known."""

    decision: Decision
    difference: SafeString | None


def verdict(meeting: Meeting) -> str:
    """In a word or two whether the meeting was quorate; empty where that is not known."""
    return {True: "Quorate", False: "Not quorate", None: ""}[meeting.quorate]


def last_agreement(decisions: Iterable[Decision]) -> Decision | None:
    """The latest decision, of decisions listed latest first, by which it was agreed."""
    return next((decision for decision in decisions if decision.outcome in AGREED), None)


def changed_since(record: Record, field: str, decision: Decision | None, partnership: Partnership) -> ChangedSince | None:
    """Has the text of `field` changed since it was agreed? None when it has not, or when nothing was agreed."""
    if decision is None or decision.about_version is None or decision.about_version == record.version:
        return None
    words = words_at(record, decision.about_version, partnership)
    if words is None:
        return ChangedSince(decision, None)
    label = str(record._meta.get_field(field).verbose_name)  # type: ignore[union-attr]  # a field of the model itself
    parts = compare(words[label], str(getattr(record, field)))
    return ChangedSince(decision, to_html(parts)) if any(part.change is not Change.SAME for part in parts) else None
