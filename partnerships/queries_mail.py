"""Named reads of mail."""

import datetime

from django.db.models import Case, IntegerField, QuerySet, Value, When

from partnerships.links.purposes import INVITATION
from partnerships.models import Invitation, Mail
from partnerships.models.mail import MailState

NEEDS_A_LOOK = (MailState.GIVEN_UP, MailState.REFUSED, MailState.PERHAPS)


def all_mail() -> QuerySet[Mail]:
    """What needs a look first, then what is under way, then what is over; the newest of each first. Without the texts."""
    places = [When(state__in=NEEDS_A_LOOK, then=Value(0)), When(state__in=(MailState.SENDING, MailState.WAITING), then=Value(1))]
    placed = Mail.objects.annotate(place=Case(*places, default=Value(2), output_field=IntegerField()))
    return placed.select_related("partnership", "to_user").defer("text").order_by("place", "-asked_at", "-pk")


def mail_of_invitation(invitation: Invitation) -> Mail:
    """The one sent last."""
    return Mail.objects.filter(link__purpose=INVITATION, link__thing_pk=invitation.pk).latest("pk")


def untried_since(before: datetime.datetime) -> Mail | None:
    """A mail asked for before that moment which no worker has taken up."""
    return Mail.objects.filter(state=MailState.WAITING, tries=0, asked_at__lt=before).order_by("asked_at").first()
