"""Named reads of the bodies that take something on: who can, and who has left."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from partnerships.directory import is_over
from partnerships.lasting_now import lasting
from partnerships.models import DutyHolder, Organisation, Partnership
from partnerships.models.body import OrganisationKind, Standing
from partnerships.queries import organisations_for
from partnerships.queries_meetings import bodies_at_hand
from svduty.vague_dates import VagueDate

RELEVANT_KINDS = (OrganisationKind.EDUCATION, OrganisationKind.PRISON, OrganisationKind.YOUTH_CUSTODY)


def bodies_to_own(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """The bodies of the register that last, those that take part here first, and the one of key `named`."""
    taking_part = DutyHolder.objects.filter(lasting(), partnership=partnership, organisation=OuterRef("pk"))
    return _first(_lasting(partnership, named), Exists(taking_part))


def bodies_to_name(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """The same for section 8(5), with schools, colleges, prisons and youth custody first."""
    return _first(_lasting(partnership, named), Q(pk__in=relevant_bodies(partnership)))


def relevant_bodies(partnership: Partnership) -> QuerySet[Organisation]:
    """The relevant authorities: by their kind, or by the capacity in which they take part here."""
    relevant = DutyHolder.objects.filter(partnership=partnership, capacity__standing=Standing.RELEVANT)
    return organisations_for(partnership).filter(Q(kind__in=RELEVANT_KINDS) | Q(pk__in=relevant.values("organisation")))


def left_on(partnership: Partnership, bodies: Iterable[int], on: datetime.date) -> dict[int, VagueDate]:
    """Of these bodies those that have surely ended, or left the partnership, before the day, and when. Two queries.

    A body that never took part as a duty holder cannot leave; it may own an action all the same.
    """
    wanted = set(bodies)
    if not wanted:
        return {}
    gone = {
        body.pk: body.ends for body in Organisation.objects.filter(pk__in=wanted, ends__isnull=False) if body.ends and is_over(body, on)
    }
    parts: dict[int, list[DutyHolder]] = defaultdict(list)
    for holder in DutyHolder.objects.filter(partnership=partnership, organisation__in=wanted):
        parts[holder.organisation_id].append(holder)
    for body, holders in parts.items():
        ends = [holder.ends for holder in holders if holder.ends and is_over(holder, on)]
        if body not in gone and len(ends) == len(holders):
            gone[body] = max(ends, key=lambda end: end.latest)
    return gone


def _lasting(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """A body of another partnership that carries out an action here all the same is at hand for the next."""
    owners = Q(pk__in=partnership.actions.values("owner")) | Q(pk__in=partnership.actions.values("relevant_authority"))
    at_hand = Q(pk__in=bodies_at_hand(partnership, named).values("pk")) | owners
    return organisations_for(partnership).filter(at_hand, lasting() | Q(pk=named))


def _first(bodies: QuerySet[Organisation], these: Q | Exists) -> QuerySet[Organisation]:
    place = Case(When(these, then=Value(0)), default=Value(1), output_field=IntegerField())
    return bodies.order_by(place, "name", "pk")
