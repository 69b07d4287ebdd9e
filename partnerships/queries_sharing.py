"""Named reads of agreements on sharing information."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from partnerships.models import AuditEntry, Organisation, Partnership, SharingAgreement
from partnerships.queries import history_of_record


def sharing_agreements_of(partnership: Partnership) -> QuerySet[SharingAgreement]:
    """Every agreement with its parties, those that have ended included."""
    return partnership.sharing_agreements.select_related("document").prefetch_related("parties").order_by("title", "pk")


def reviews_of_sharing(partnership: Partnership, pk: int) -> QuerySet[AuditEntry]:
    """What the history holds of an agreement's reviews, latest first."""
    return history_of_record(partnership, "sharingagreement", pk).filter(event="sharingagreement.reviewed")


def parties_to_choose(partnership: Partnership, agreement: SharingAgreement) -> tuple[QuerySet[Organisation], QuerySet[Organisation]]:
    """The bodies that take part or took part, or are party already, and the others of the register."""
    visible = Organisation.objects.filter(Q(partnership__isnull=True) | Q(partnership=partnership))
    taking_part = Q(duty_holders__partnership=partnership)
    party = Q(sharing_agreements=agreement.pk) if agreement.pk else Q(pk__in=[])
    near = visible.filter(taking_part | party).distinct()
    return near.order_by("name"), visible.filter(ends__isnull=True).exclude(pk__in=near.values("pk")).order_by("name")


def together(*chosen: Iterable[Organisation]) -> QuerySet[Organisation]:
    """The bodies that were chosen in several lists."""
    return Organisation.objects.filter(pk__in=[one.pk for some in chosen for one in some])
