from typing import Any

from django.db import transaction
from django.db.models import Max

from partnerships.actions.save_record import lock, save_record
from partnerships.models import LocalDefinition, Partnership, User
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_definition(form: RecordForm[Any], *, partnership: Partnership, actor: User | None) -> LocalDefinition:
    """Save a valid form as the partnership's next version; two people adding at once get two numbers."""
    lock(partnership)
    highest = partnership.definitions.aggregate(highest=Max("number"))["highest"]
    form.instance.number = (highest or 0) + 1
    return save_record(form, actor=actor, partnership=partnership)
