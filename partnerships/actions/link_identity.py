from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from partnerships import queries, queries_sign_in
from partnerships.access.single_sign_on import Identity
from partnerships.audit.record import record
from partnerships.models import User


class UnknownPerson(Exception):
    """Nobody who may sign in has this address."""


class NotVerified(Exception):
    """The provider does not vouch for the address, so it proves nothing."""


class AnotherIdentity(Exception):
    """The person of this address is known to the provider as somebody else: the address may have passed to another person."""


@transaction.atomic
def link_identity(identity: Identity) -> User:
    """The person an identity belongs to. The first time it is found by its address and linked; from then on its subject decides.

    Raises UnknownPerson, also for a person who may no longer sign in, NotVerified and AnotherIdentity.
    """
    known = queries_sign_in.account_known_as(identity.issuer, identity.subject)
    if known:
        if not known.user.is_active:
            raise UnknownPerson
        return known.user
    if not identity.verified:
        raise NotVerified
    # Some letters beyond ASCII turn into others when they are made small.
    person = queries.person_with(identity.email) if identity.email.isascii() else None
    if person is None:
        raise UnknownPerson
    User.objects.select_for_update().get(pk=person.pk)
    linked = queries_sign_in.account_at(identity.issuer, person)
    if linked and linked.uid == identity.subject:
        return person
    if linked:
        raise AnotherIdentity
    SocialAccount.objects.create(provider=identity.issuer, uid=identity.subject, user=person)
    record("user.linked", actor=person, partnership=None, target=person)
    return person
