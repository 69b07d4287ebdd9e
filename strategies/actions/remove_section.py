from django.db import transaction

from partnerships.actions.save_record import StaleRecord, in_words, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Section


@transaction.atomic
def remove_section(section: Section, *, seen_version: int, actor: User, partnership: Partnership) -> None:
    """Take a section out of the working draft; its text stays in the history. Raises StaleRecord when it was changed meanwhile,
    Section.DoesNotExist when it is already gone."""
    current = lock(section)
    if current.version != seen_version:
        raise StaleRecord(current)
    changes = {label: [text, ""] for label, text in in_words(current).items() if text}
    record("section.removed", actor=actor, partnership=partnership, target=current, changes=changes)
    current.delete()
