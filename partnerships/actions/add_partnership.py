import datetime
from typing import Any

from django.db import transaction

from partnerships.actions.grant_role import Granted, grant_role
from partnerships.actions.save_record import save_record
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from partnerships.models.person import Role
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_partnership(form: RecordForm[Any], *, coordinator_email: str, coordinator_name: str, actor: User, on: datetime.date) -> Granted:
    """Open a partnership with its first coordinator. Its own history begins with this; the installation's says so too."""
    partnership: Partnership = save_record(form, actor=actor, partnership=None)
    record("partnership.added", actor=actor, partnership=partnership, target=partnership)
    return grant_role(coordinator_email, coordinator_name, Role.COORDINATOR, partnership=partnership, actor=actor, on=on)
