import logging
import smtplib

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from partnerships.models import Partnership, User

logger = logging.getLogger(__name__)


def mail_password_link(user: User, *, partnership: Partnership | None = None) -> bool:
    """Send the link by which a person sets a password; False when the mail server would not take it.

    The address in it is the SITE_URL setting, never what a browser said the host is.
    """
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password_set", kwargs={"uidb64": uid, "token": default_token_generator.make_token(user)})
    context = {
        "user": user,
        "partnership": partnership,
        "new": not user.has_usable_password(),
        "link": f"{settings.SITE_URL}{path}",
        "site": settings.SITE_URL,
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 3600),
    }
    text = render_to_string("partnerships/mail/password_link.txt", context)
    try:
        EmailMessage(subject="Set your password for the Serious Violence Duty service", body=text, to=[user.email]).send()
    except (OSError, smtplib.SMTPException):
        logger.exception("The link to set a password could not be sent to person %s.", user.pk)
        return False
    return True
