"""Named reads of invitations."""

from django.db.models import OuterRef, QuerySet, Subquery

from partnerships.links.purposes import INVITATION
from partnerships.models import Invitation, Mail, MailedLink, Partnership, User
from partnerships.models.person import Role

OPEN = {"accepted_on__isnull": True, "withdrawn_on__isnull": True}
BY_ADMINISTRATORS = [Role.COORDINATOR, Role.OVERSEER, Role.ADMINISTRATOR]


def open_invitations_of(partnership: Partnership) -> QuerySet[Invitation]:
    """Who is invited to a partnership, with `expires_at`, `mail_state` and `mail_reason` of the link sent last."""
    return _with_link(partnership.invitations.filter(**OPEN).select_related("seat__board"))


def open_invitations_by_administrators() -> QuerySet[Invitation]:
    """The same for the roles that administrators give."""
    return _with_link(Invitation.objects.filter(role__in=BY_ADMINISTRATORS, **OPEN))


def withdrawn_invitations_of(partnership: Partnership) -> QuerySet[Invitation]:
    """Newest first."""
    return partnership.invitations.filter(withdrawn_on__isnull=False).order_by("-withdrawn_on", "name")


def open_invitations_to(address: str) -> QuerySet[Invitation]:
    return Invitation.objects.filter(address=address.strip().lower(), **OPEN).select_related("partnership", "invited_by")


def invitation_of(link: MailedLink) -> Invitation:
    """The invitation behind a link, with the role it led to."""
    everything = Invitation.objects.select_related("partnership", "police_area", "body", "invited_by", "grant")
    return everything.get(pk=link.thing_pk)


def anybody_with(address: str) -> User | None:
    """Whoever has that address, active or not."""
    return User.objects.filter(email=address.strip().lower()).first()


def _with_link(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    links = MailedLink.objects.filter(purpose=INVITATION, thing_kind="invitation", thing_pk=OuterRef("pk")).order_by("-pk")
    mails = Mail.objects.filter(link__purpose=INVITATION, link__thing_kind="invitation", link__thing_pk=OuterRef("pk")).order_by("-pk")
    return invitations.annotate(
        expires_at=Subquery(links.values("expires_at")[:1]),
        mail_state=Subquery(mails.values("state")[:1]),
        mail_reason=Subquery(mails.values("reason")[:1]),
    ).select_related("partnership", "police_area", "body", "invited_by")
