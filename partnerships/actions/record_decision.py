from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from partnerships.actions.add_once import find_twin
from partnerships.actions.save_record import differences, in_words, lock, save_record
from partnerships.audit.record import record
from partnerships.deciding import unable
from partnerships.models import Decision, LocalDefinition, Partnership, User
from partnerships.models.meeting import DecisionOutcome
from svduty.editing.forms import RecordForm
from svduty.vague_dates import VagueDate


@transaction.atomic
def record_decision(form: RecordForm[Any], *, actor: User, partnership: Partnership, comment: str = "") -> Decision:
    """Save a valid form as a decision, or as a decision put right; the same sent twice is kept once.

    A version of the definition that it agrees is marked as agreed by the board on that day, where it says neither yet. Raises
    ValidationError when the meeting turned out not to be quorate meanwhile, StaleRecord when somebody saved the decision.
    """
    decision: Decision = form.instance
    meeting = lock(decision.meeting)
    decision.meeting = meeting
    if why := unable(decision):
        raise ValidationError(why)
    if not decision.pk and (twin := find_twin(form, meeting.decisions.all())):
        return twin
    saved: Decision = save_record(form, actor=actor, partnership=partnership, comment=comment)
    _agree_definition(saved, actor, partnership)
    return saved


def _agree_definition(decision: Decision, actor: User, partnership: Partnership) -> None:
    if decision.about_kind != LocalDefinition.record_kind() or decision.outcome != DecisionOutcome.AGREED:
        return
    definition = LocalDefinition.objects.select_for_update().filter(partnership=partnership, pk=decision.about_pk or 0).first()
    if definition is None or definition.agreed_by or definition.agreed_on or definition.version != decision.about_version:
        return
    before = in_words(definition)
    definition.agreed_by, definition.agreed_on = decision.meeting.board.name[:200], VagueDate.of(decision.meeting.day)
    definition.version += 1
    definition.save()
    changes = differences(before, in_words(definition))
    why = f"By the decision of {decision.meeting}."
    record("localdefinition.changed", actor=actor, partnership=partnership, target=definition, changes=changes, comment=why)
    # The words are those that were agreed; only who agreed them was added.
    Decision.objects.filter(pk=decision.pk).update(about_version=definition.version)
