"""Named reads of what the local policing body did about how the duty is met."""

from django.db.models import QuerySet

from partnerships.models import Organisation, Partnership, PolicingBodyContact
from svduty.editing.records import STANDING_FIRST


def policing_contacts_of(partnership: Partnership) -> QuerySet[PolicingBodyContact]:
    """The newest first, what was withdrawn last."""
    found = partnership.policing_contacts.select_related("by", "document").prefetch_related("attended")
    return found.order_by(STANDING_FIRST, "-held_on", "-id")


def bodies_taking_part(partnership: Partnership) -> QuerySet[Organisation]:
    """Every body that takes part or took part."""
    return Organisation.objects.filter(duty_holders__partnership=partnership).distinct().order_by("name")
