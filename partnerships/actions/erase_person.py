import datetime

from django.db import transaction
from django.db.models import Q

from partnerships.audit.record import record
from partnerships.models import ActorLabel, Invitation, Mail, MailedLink, User
from partnerships.models.mail import MailState

ERASED = "[erased]"
GONE = "erased.invalid"


class StillOpen(Exception):
    """The account must be closed first: what its holder has must pass or be left with a list."""


@transaction.atomic
def erase_person(person: User, *, on: datetime.date, reason: str, actor: User) -> None:
    """Take name and address out of everything that is kept: account, history, invitations, mail. Nobody can take this back.

    What they did stays under their number, and every history stays whole, for it holds the number alone. Raises StillOpen.
    """
    held = User.objects.select_for_update().get(pk=person.pk)
    if held.erased_on:
        return
    if held.is_active:
        raise StillOpen
    was, name, address = held.email, f"Erased person {held.pk}", f"person-{held.pk}@{GONE}"
    ActorLabel.objects.filter(pk=held.pk).update(label="")
    Invitation.objects.filter(address=was).update(address=address, name=name)
    MailedLink.objects.filter(address=was).update(address=address)
    Mail.objects.filter(address=was).update(address=address, text=ERASED)
    Mail.objects.filter(address=address, state=MailState.WAITING).update(state=MailState.DROPPED, reason="The person was erased.")
    Mail.objects.filter(Q(asked_by=held) | Q(text__contains=held.name) | Q(text__contains=was)).update(text=ERASED)
    _remove_what_signs_in(held)
    held.name, held.email, held.last_login, held.erased_on = name, address, None, on
    held.set_unusable_password()
    held.save()
    record("user.erased", actor=actor, partnership=None, target=held, comment=reason)


def _remove_what_signs_in(person: User) -> None:
    """Sessions, and what libraries keep of an account: second factors, identities, addresses."""
    ours = {"partnerships", "strategies", "compliance"}
    person.browser_sessions.all().delete()
    for relation in User._meta.related_objects:
        model = relation.related_model
        if model._meta.app_label not in ours:
            model._default_manager.filter(**{relation.field.name: person}).delete()
