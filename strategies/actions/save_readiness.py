"""A readiness assessment is saved with its themes, and once, however often the button was pressed."""

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import save_record
from partnerships.models import Partnership, User
from strategies.forms.readiness import ReadinessForm
from strategies.models import ReadinessAssessment


@transaction.atomic
def save_readiness(form: ReadinessForm, *, partnership: Partnership, actor: User) -> ReadinessAssessment:
    """The record that already says exactly the same is given back, nothing being written. Raises StaleRecord as `save_record` does."""
    if not form.instance.pk:
        lock_row(partnership)
        said = {name: form.cleaned_data[name] for name in form._meta.fields or []}
        for twin in partnership.readiness.filter(withdrawn_on=None, **said).prefetch_related("themes"):
            if [(row.theme, row.level, row.note) for row in twin.themes.all()] == form.themes():
                return twin
    return save_record(form, actor=actor, partnership=partnership, comment=form.comment)
