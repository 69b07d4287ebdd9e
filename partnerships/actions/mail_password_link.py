from django.db import transaction

from partnerships.access import tally
from partnerships.links.keeping import make_link
from partnerships.links.purposes import PASSWORD
from partnerships.models import Mail, User
from partnerships.outbox.post import post

AN_HOUR = 3600
IN_AN_HOUR = 3


@transaction.atomic
def mail_password_link(user: User) -> Mail | None:
    """Ask for the mail by which a person sets a password. The links sent before end; at most three an hour, then nothing is sent."""
    if tally.count(f"password-mail/{user.pk}", seconds=AN_HOUR) > IN_AN_HOUR:
        return None
    link = make_link(PASSWORD, user, address=user.email, user=user)
    return post("password-link", to=user, key=f"link/{link.pk}", context={"address": user.email}, link=link)
