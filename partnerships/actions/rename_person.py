from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def rename_person(user: User, name: str) -> None:
    """Let a person put right their own name or post. The history says that it happened, and neither name."""
    user.name = name
    user.save(update_fields=["name"])
    record("user.changed", actor=user, partnership=None, target=user)
