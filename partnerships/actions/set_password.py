from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def set_password(form: "SetPasswordForm[User]") -> User:
    """Save the password of a valid form; the history says that it was set and nothing of it."""
    user: User = form.save()
    record("user.password-set", actor=user, partnership=None, target=user)
    return user
