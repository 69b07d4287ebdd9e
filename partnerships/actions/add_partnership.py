import datetime
from typing import Any

from django.db import transaction

from partnerships.actions.invite import invite
from partnerships.actions.save_record import save_record
from partnerships.audit.record import record
from partnerships.models import Invitation, Partnership, User
from partnerships.models.person import Role
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_partnership(form: RecordForm[Any], *, coordinator_email: str, coordinator_name: str, actor: User, on: datetime.date) -> Invitation:
    """Open a partnership and invite its first coordinator. Its own history begins with this; the installation's says so too."""
    partnership: Partnership = save_record(form, actor=actor, partnership=None)
    record("partnership.added", actor=actor, partnership=partnership, target=partnership)
    return invite(coordinator_email, coordinator_name, Role.COORDINATOR, partnership=partnership, actor=actor, on=on)
