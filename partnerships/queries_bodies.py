"""Named reads about one body of the shared register in all the partnerships that a person may read."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from partnerships.models import (
    CollaborationRequest,
    DutyHolder,
    LeadAgreement,
    MeetingAction,
    Organisation,
    Partnership,
    PolicingBodyRequest,
    Seat,
    Succession,
)
from partnerships.queries import current_areas_of, organisations_for

OPEN = {"withdrawn_on__isnull": True, "answered_on__isnull": True}


def bodies_near(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """Of the register what is near at hand: the partnership's own entries, who takes part or sits on a board here, bodies named after its
    areas, their county or police area, and the one of key `named`."""
    takes_part = DutyHolder.objects.filter(partnership=partnership).values("organisation")
    sits = Seat.objects.filter(board__partnership=partnership, organisation__isnull=False).values("organisation")
    near = Q(partnership=partnership) | Q(pk__in=takes_part) | Q(pk__in=sits) | Q(pk=named)
    for area in current_areas_of(partnership).select_related("police_area"):
        for name in filter(None, (area.name, area.upper_tier, str(area.police_area or ""))):
            near |= Q(name__icontains=name)
    return organisations_for(partnership).filter(near)


def bodies_named_like(partnership: Partnership, name: str) -> QuerySet[Organisation]:
    """Those with every word of the name in theirs."""
    found = organisations_for(partnership)
    for word in name.split():
        found = found.filter(name__icontains=word)
    return found


@dataclasses.dataclass(frozen=True)
class TakesPart:
    """What a body does and has to do in one partnership."""

    partnership: Partnership
    holders: list[DutyHolder]
    leads: list[LeadAgreement]
    seats: list[Seat]
    actions: list[MeetingAction]
    requests: list[PolicingBodyRequest | CollaborationRequest]

    @property
    def anything(self) -> bool:
        return bool(self.holders or self.leads or self.seats or self.actions or self.requests)


def takes_part_in(body: Organisation, partnerships: Iterable[Partnership]) -> list[TakesPart]:
    """Those of these partnerships in which the body has a part, with it. Six queries, however many there are."""
    chosen = list(partnerships)
    pks = [partnership.pk for partnership in chosen]
    seats = Seat.objects.filter(organisation=body, board__partnership__in=pks).select_related("board", "capacity")
    actions = MeetingAction.objects.filter(
        organisation=body, meeting__board__partnership__in=pks, done_on__isnull=True, withdrawn_on__isnull=True
    ).select_related("meeting__board")
    asked = PolicingBodyRequest.objects.filter(asked_of=body, partnership__in=pks, **OPEN).select_related("asked_by", "asked_of")
    together = CollaborationRequest.objects.filter(asked_of=body, partnership__in=pks, **OPEN).select_related("asked_by", "asked_of")
    leads = LeadAgreement.objects.filter(organisation=body, partnership__in=pks)
    rows: list[tuple[str, int, Any]] = [
        *(("holders", row.partnership_id, row) for row in _holders(body, pks)),
        *(("leads", row.partnership_id, row) for row in leads),
        *(("seats", row.board.partnership_id, row) for row in seats),
        *(("actions", row.meeting.board.partnership_id, row) for row in actions.defer("meeting__minutes")),
        *(("requests", row.partnership_id, row) for row in asked),
        *(("requests", row.partnership_id, row) for row in together),
    ]
    found = {one.pk: TakesPart(one, [], [], [], [], []) for one in chosen}
    for kind, pk, row in rows:
        getattr(found[pk], kind).append(row)
    return [one for one in found.values() if one.anything]


def _holders(body: Organisation, partnership_pks: list[int]) -> QuerySet[DutyHolder]:
    return DutyHolder.objects.filter(organisation=body, partnership__in=partnership_pks).select_related("capacity", "area")


def successions_about(body: Organisation, partnerships: Iterable[Partnership]) -> QuerySet[Succession]:
    """Those that stand, about the body, of these partnerships and of the whole installation."""
    about = Q(body=body) | Q(former_bodies=body)
    where = Q(partnership__in=list(partnerships)) | Q(partnership__isnull=True)
    found = Succession.objects.filter(about, where, withdrawn_on__isnull=True).distinct()
    return found.select_related("body").prefetch_related("former_bodies")
