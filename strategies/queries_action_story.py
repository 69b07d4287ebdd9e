"""What the history holds of an action and of its steps."""

from collections.abc import Iterable

from django.db.models import Q

from partnerships.audit.reading import Shown, in_words
from partnerships.models import Partnership
from partnerships.queries import history_of_partnership
from partnerships.queries_history import labels_of
from strategies.models import Action, Milestone, ProgressUpdate


def changes_of(partnership: Partnership, action: Action, steps: Iterable[Milestone]) -> list[tuple[str, str, Shown]]:
    """Event, kind of record, and the entry in words, newest first."""
    of_steps = Q(target_kind="milestone", target_pk__in=[step.pk for step in steps])
    entries = list(history_of_partnership(partnership).filter(Q(target_kind="action", target_pk=action.pk) | of_steps))
    return [(entry.event, entry.target_kind, shown) for entry, shown in zip(entries, in_words(entries, partnership.slug), strict=True)]


def names_of(news: Iterable[ProgressUpdate]) -> dict[int, str]:
    """How those who gave the news are called; a person who was erased has no name."""
    return labels_of(update.said_by_id for update in news)
