from django.db import models, transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, User
from strategies.models import Section, Strategy
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_section(form: RecordForm[Section], *, strategy: Strategy, actor: User, partnership: Partnership) -> Section:
    """Put a new section at the end of the working draft. The same section sent twice is added once."""
    lock_row(strategy)
    last = strategy.sections.order_by("position").last()
    if last and last.heading == form.cleaned_data["heading"] and last.text == form.cleaned_data["text"]:
        return last
    form.instance.position = (strategy.sections.aggregate(models.Max("position"))["position__max"] or 0) + 1
    return save_record(form, actor=actor, partnership=partnership)
