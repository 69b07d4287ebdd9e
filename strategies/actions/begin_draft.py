from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.beginnings import Beginning, earlier_text, sections_from
from strategies.models import Section, Strategy
from strategies.models.strategy import SectionState


@transaction.atomic
def begin_draft(strategy: Strategy, beginning: Beginning, *, actor: User, partnership: Partnership) -> int:
    """Give an empty working draft the sections it begins with, each still to write; how many they are.

    0, with nothing written, when the draft has sections by now or there is no earlier text to begin from.
    """
    lock_row(strategy)
    if strategy.sections.exists():
        return 0
    begun = sections_from(beginning, strategy)
    if not begun:
        return 0
    Section.objects.bulk_create(
        Section(
            strategy=strategy,
            position=position,
            heading=one.heading,
            text=one.text,
            owner=one.owner,
            element=one.element,
            state=SectionState.TO_WRITE,
        )
        for position, one in enumerate(begun, start=1)
    )
    earlier = earlier_text(strategy) if beginning == Beginning.EARLIER else None
    source = earlier.name if earlier else str(beginning.label)
    changes = {"Begun from": ["", source], "Sections": ["", ", ".join(one.heading for one in begun)]}
    record("strategy.begun", actor=actor, partnership=partnership, target=strategy, changes=changes)
    return len(begun)
