from django.db import models, transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, User
from strategies.models import Section, Strategy
from strategies.models.strategy import SectionState
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_section(form: RecordForm[Section], *, strategy: Strategy, actor: User, partnership: Partnership) -> Section:
    """Put a new section, to be written, at the end of the working draft. The same section sent twice is added once."""
    lock_row(strategy)
    last = strategy.sections.order_by("position").last()
    if last and last.heading == form.cleaned_data["heading"] and not last.text:
        return last
    form.instance.state = SectionState.TO_WRITE
    form.instance.position = (strategy.sections.aggregate(models.Max("position"))["position__max"] or 0) + 1
    return save_record(form, actor=actor, partnership=partnership)
