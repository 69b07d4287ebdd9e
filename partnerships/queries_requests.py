"""Named reads of what the local policing body asked for, and of what authorities asked one another to do together."""

from django.db.models import F, Q, QuerySet

from partnerships.models import CollaborationRequest, Organisation, Partnership, PolicingBodyRequest
from partnerships.models.body import OrganisationKind, Standing

POLICING = Q(kind=OrganisationKind.POLICING_BODY)
# What waits for an answer first, then by the day of the answer; what was withdrawn last.
OPEN_FIRST = (F("withdrawn_on").asc(nulls_first=True), F("answered_on").desc(nulls_first=True), "-asked_on", "-pk")
WAITING = {"withdrawn_on__isnull": True, "answered_on__isnull": True}


def policing_requests_of(partnership: Partnership) -> QuerySet[PolicingBodyRequest]:
    return partnership.policing_requests.select_related("asked_by", "asked_of", "document").order_by(*OPEN_FIRST)


def collaboration_requests_of(partnership: Partnership) -> QuerySet[CollaborationRequest]:
    return partnership.collaboration_requests.select_related("asked_by", "asked_of", "document").order_by(*OPEN_FIRST)


def waiting_policing_requests(partnership: Partnership) -> int:
    return partnership.policing_requests.filter(**WAITING).count()


def waiting_collaboration_requests(partnership: Partnership) -> int:
    return partnership.collaboration_requests.filter(**WAITING).count()


def policing_bodies_of(partnership: Partnership) -> QuerySet[Organisation]:
    """The local policing bodies that take part."""
    taking_part = Q(duty_holders__capacity__code="policing-body") | POLICING
    found = Organisation.objects.filter(taking_part, duty_holders__partnership=partnership, duty_holders__ends__isnull=True)
    return found.distinct().order_by("name")


def is_policing_body(partnership: Partnership, organisation: Organisation) -> bool:
    """By its kind, or by the capacity in which it takes part."""
    if organisation.kind == OrganisationKind.POLICING_BODY:
        return True
    return partnership.duty_holders.filter(organisation=organisation, capacity__code="policing-body").exists()


def standings_of(partnership: Partnership, organisation: Organisation) -> set[str]:
    """As what the Act knows a body here: specified, relevant, both or neither, by the register of who takes part or took part."""
    known = partnership.duty_holders.filter(organisation=organisation, capacity__standing__in=[Standing.SPECIFIED, Standing.RELEVANT])
    return set(known.values_list("capacity__standing", flat=True))
