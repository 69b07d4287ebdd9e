import datetime

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words, lock
from partnerships.audit.record import record
from partnerships.models import AgendaItem, PaperRoute, Partnership, User
from partnerships.queries_meetings import next_place
from partnerships.queries_routes import meetings_to_come, routes_in
from partnerships.route_reading import StepLine, lines_of, plans_of


@transaction.atomic
def place_on_agendas(route: PaperRoute, *, on: datetime.date, actor: User, partnership: Partnership) -> list[AgendaItem]:
    """Put the paper on the agenda of each meeting that the plan names and where it does not stand yet; the steps keep those meetings.

    A draft of the reason for urgency goes with papers that are late already. Done twice, the second time adds nothing.
    """
    lock_row(route)
    current = routes_in(partnership).get(pk=route.pk)
    [found] = plans_of([current], on)
    return [_place(line, current, on, actor, partnership) for line in lines_of(current, found) if line.may_be_placed]


def _place(line: StepLine, route: PaperRoute, on: datetime.date, actor: User, partnership: Partnership) -> AgendaItem:
    step = lock(line.step)
    meeting = meetings_to_come([step.board_id], on).get(pk=line.planned.sitting.pk)  # type: ignore[union-attr]  # may_be_placed
    lock_row(meeting)
    item = AgendaItem(
        meeting=meeting,
        position=next_place(meeting),
        title=route.title,
        purpose=step.purpose,
        about_kind=route.about_kind,
        about_pk=route.about_pk,
        about_label=route.about_label,
        about_version=route.about_version,
        late_reason=line.urgency,
    )
    item.save()
    record("agendaitem.added", actor=actor, partnership=partnership, target=item, changes=differences({}, in_words(item)))
    if step.meeting_id != meeting.pk:
        before = in_words(step)
        step.meeting = meeting
        step.version += 1
        step.save()
        record("routestep.changed", actor=actor, partnership=partnership, target=step, changes=differences(before, in_words(step)))
    return item
