from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction

from partnerships.access.lock_out import forget, password_of
from partnerships.audit.record import record
from partnerships.links.keeping import revoke_links, use
from partnerships.links.purposes import PASSWORD
from partnerships.models import MailedLink, User

SET_MEANWHILE = "The password was set in another way since. Sign in with it, or ask for a new link."


@transaction.atomic
def set_password(form: "SetPasswordForm[User]", *, link: MailedLink | None = None) -> User:
    """Save the password of a valid form; the history says that it was set and nothing of it.

    The mailed `link` by which it came is used up, and raises LinkIsOver when it was before. Links under way end, and so do locks.
    """
    if link:
        use(link)
    user: User = form.save()
    forget(password_of(user.email))
    revoke_links(PASSWORD, user, because=SET_MEANWHILE)
    record("user.password-set", actor=user, partnership=None, target=user)
    return user
