"""Named reads of meetings and of what hangs on them, each through the partnership: another's record is never found."""

import datetime

from django.db.models import BooleanField, Case, Count, Exists, Max, OuterRef, Q, QuerySet, When

from partnerships.models import AgendaItem, Attendance, Board, Decision, DutyHolder, Meeting, MeetingAction, Organisation, Partnership, Seat
from partnerships.models.meeting import STANDS, MeetingState
from partnerships.queries import bodies_of, organisations_for
from partnerships.quorum import lasts
from svduty.editing.records import STANDING_FIRST

# Minutes may be very long; a list only asks whether there are any.
_MINUTED = Case(When(Q(minutes="") & Q(minutes_file__isnull=True), then=False), default=True, output_field=BooleanField())


def meetings_in(partnership: Partnership) -> QuerySet[Meeting]:
    """Whole, with their board, withdrawn ones among them."""
    return Meeting.objects.filter(board__partnership=partnership).select_related("board__partnership", "minutes_file")


def meeting_lines(board: Board) -> QuerySet[Meeting]:
    """Latest first, without the minutes, with `minuted`, `decided` and `asked`: are there minutes, how many decisions and items."""
    decided = Count("decisions", filter=Q(decisions__withdrawn_on__isnull=True), distinct=True)
    asked = Count("items", filter=Q(items__withdrawn_on__isnull=True), distinct=True)
    found = Meeting.objects.filter(board=board).select_related("board").annotate(minuted=_MINUTED, decided=decided, asked=asked)
    return found.defer("minutes").order_by("-day", "-begins_at", "-pk")


def next_meeting(board: Board, on: datetime.date) -> Meeting | None:
    """The first that is planned for that day or a later one."""
    planned = Meeting.objects.filter(STANDS, board=board, state=MeetingState.PLANNED, day__gte=on)
    return planned.defer("minutes").order_by("day", "begins_at", "pk").first()


def days_of_meetings(board: Board) -> list[datetime.date]:
    """The days of the meetings that were held or are planned, the latest first."""
    return list(Meeting.objects.filter(STANDS, board=board).order_by("-day").values_list("day", flat=True))


def seats_on(board: Board, day: datetime.date) -> list[Seat]:
    """The seats that surely or possibly last on that day, in their order: the chair first, then body by body."""
    seats = Seat.objects.filter(board=board).select_related("organisation", "capacity").order_by("position", "pk")
    return [seat for seat in seats if lasts(seat, day)]


def seats_named(board: Board, keys: set[int]) -> list[Seat]:
    """The seats of a board of these keys, whether they last or not."""
    return list(Seat.objects.filter(board=board, pk__in=keys).select_related("organisation"))


def attendances_of(meeting: Meeting) -> QuerySet[Attendance]:
    return meeting.attendances.select_related("seat__organisation").order_by("seat__position", "seat_id")


def items_in(partnership: Partnership) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(meeting__board__partnership=partnership).select_related("meeting__board", "paper")


def items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """In order, the withdrawn ones last."""
    return meeting.items.select_related("paper").order_by(STANDING_FIRST, "position", "pk")


def standing_items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    return meeting.items.filter(withdrawn_on__isnull=True).order_by("position", "pk")


def items_to_choose(meeting: Meeting, named: int | None) -> QuerySet[AgendaItem]:
    """The items that stand, and the one of key `named`."""
    return meeting.items.filter(Q(withdrawn_on__isnull=True) | Q(pk=named)).order_by("position", "pk")


def next_place(meeting: Meeting) -> int:
    """The place behind every item of the agenda."""
    last = meeting.items.aggregate(last=Max("position"))["last"]
    return 1 if last is None else last + 1


def decisions_in(partnership: Partnership) -> QuerySet[Decision]:
    return Decision.objects.filter(meeting__board__partnership=partnership).select_related("meeting__board", "item")


def decisions_of(meeting: Meeting) -> QuerySet[Decision]:
    """As they were made, the withdrawn ones last."""
    return meeting.decisions.select_related("item").order_by(STANDING_FIRST, "pk")


def decisions_about(partnership: Partnership, kind: str, pk: int) -> list[Decision]:
    """The decisions that stand about one record, of whatever floor, the newest first."""
    found = decisions_in(partnership).filter(about_kind=kind, about_pk=pk, withdrawn_on__isnull=True, meeting__withdrawn_on__isnull=True)
    return list(found.defer("meeting__minutes").order_by("-meeting__day", "-pk"))


def last_decisions(board: Board, most: int) -> list[Decision]:
    """The newest decisions that stand, with their meetings."""
    found = Decision.objects.filter(meeting__board=board, meeting__withdrawn_on__isnull=True, withdrawn_on__isnull=True)
    return list(found.select_related("meeting__board").defer("meeting__minutes").order_by("-meeting__day", "pk")[:most])


def actions_in(partnership: Partnership) -> QuerySet[MeetingAction]:
    found = MeetingAction.objects.filter(meeting__board__partnership=partnership)
    return found.select_related("meeting__board", "organisation", "item").defer("meeting__minutes")


def actions_of(meeting: Meeting) -> QuerySet[MeetingAction]:
    """As they arose, the withdrawn ones last."""
    return meeting.actions.select_related("organisation", "item").order_by(STANDING_FIRST, "pk")


def standing_actions(partnership: Partnership) -> QuerySet[MeetingAction]:
    """Those that count: neither they nor their meeting were withdrawn."""
    return actions_in(partnership).filter(withdrawn_on__isnull=True, meeting__withdrawn_on__isnull=True)


def bodies_with_actions(partnership: Partnership) -> QuerySet[Organisation]:
    """The bodies that were asked to do something, by name."""
    return Organisation.objects.filter(meeting_actions__in=standing_actions(partnership)).distinct().order_by("name")


def bodies_to_ask(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """Who can be asked to do something: those who take part or sit on a board, and the one of key `named`."""
    seated = Q(seats__board__partnership=partnership)
    found = organisations_for(partnership).filter(Q(pk__in=bodies_of(partnership).values("pk")) | seated | Q(pk=named))
    return found.distinct().order_by("name")


def bodies_at_hand(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """What lists of bodies offer: the partnership's own register and the shared one, without those that take part, or sit on a board, in
    other partnerships alone; and the one of key `named`."""
    takes_part, sits = DutyHolder.objects.filter(organisation=OuterRef("pk")), Seat.objects.filter(organisation=OuterRef("pk"))
    here = Exists(takes_part.filter(partnership=partnership)) | Exists(sits.filter(board__partnership=partnership))
    elsewhere = Exists(takes_part) | Exists(sits)
    return organisations_for(partnership).filter(Q(partnership=partnership) | here | ~elsewhere | Q(pk=named))
