"""The meetings of Anyborough's boards: who came, what was decided, who is to do what."""

import datetime
from typing import Any

from compliance.examples import anyborough_governance_texts as texts
from compliance.examples.loading import Example, ago
from partnerships.actions.record_attendance import Mark, record_attendance
from partnerships.draft_minutes import TO_WRITE, draft_minutes
from partnerships.models import AgendaItem, Board, Decision, LocalDefinition, Meeting, MeetingAction, Organisation
from partnerships.models.meeting import Came, DecisionOutcome, ItemFor, MeetingState
from partnerships.pointing import point, targets
from partnerships.queries_meetings import actions_of, attendances_of, decisions_of, seats_on, standing_items_of
from strategies.models import Version
from svduty import dates
from svduty.editing.records import Record
from svduty.vague_dates import VagueDate
from svduty.working_days import last_working_day_by

AT_TWO = datetime.time(14)
HALL = "Council chamber, Anyborough"
# How the seats were taken at most meetings, by post; everybody else came.
USUAL = {"Chief Nurse": Came.APOLOGIES, "District Commander, Anyborough": Came.DEPUTY, "Vice Principal": Came.ABSENT}
FEW = ["Cabinet Member for Communities", "Director of Communities", "Head of Youth Justice", "Vice Principal"]


def plan(example: Example, board: Board, day: VagueDate, **more: Any) -> Meeting:
    return example.add(Meeting(board=board, day=day.earliest, begins_at=AT_TWO, place=HALL, **more))


def hold(example: Example, board: Board, day: VagueDate, on: datetime.date, came: dict[str, Came] | None = None) -> Meeting:
    meeting = plan(example, board, day)
    come(example, meeting, USUAL if came is None else came, on)
    return meeting


def come(example: Example, meeting: Meeting, came: dict[str, Came], on: datetime.date, interests: dict[str, str] | None = None) -> None:
    """Write down who came; who is not named in `came` was there."""
    marks = []
    for seat in seats_on(meeting.board, meeting.day):
        how = came.get(seat.post, Came.MEMBER)
        deputy = (seat.deputy, seat.deputy_authority) if how == Came.DEPUTY else ("", "")
        marks.append(Mark(seat, how, *deputy, interest=(interests or {}).get(seat.post, "")))
    record_attendance(meeting, marks, others=texts.OTHERS, seen_version=meeting.version, on=on, actor=None, partnership=example.partnership)
    meeting.refresh_from_db()


def meet_this_year(example: Example, held: dict[str, Meeting], on: datetime.date) -> None:
    definition = LocalDefinition.objects.get(partnership=example.partnership, number=2)
    published = Version.objects.filter(strategy__partnership=example.partnership).order_by("-strategy_id", "number")[0]
    absent = {post: Came.APOLOGIES for _, post, *_ in texts.SEATS if post not in FEW}
    come(example, held["definition"], USUAL, on)
    come(example, held["draft"], USUAL, on)
    come(example, held["not-quorate"], absent, on)
    interests = {"Head of Commissioning": texts.COMMISSIONING_INTEREST}
    come(example, held["strategy"], {**USUAL, "Head of Youth Justice": Came.DEPUTY}, on, interests)
    item = put_on_agenda(example, held["definition"], texts.DEFINITION_ITEM, definition, summary=texts.DEFINITION_ASKED)
    _decide(example, item, texts.DEFINITION_DECIDED, DecisionOutcome.AGREED, reference="Item 3", in_favour=6, against=0, abstained=1)
    item = put_on_agenda(example, held["draft"], texts.DRAFT_ITEM, None, purpose=ItemFor.DISCUSSION)
    _decide(example, item, texts.DRAFT_DECIDED, DecisionOutcome.NOTED, reference="Item 6")
    put_on_agenda(example, held["not-quorate"], "The figures of the summer", None, purpose=ItemFor.DISCUSSION)
    late = VagueDate.of(last_working_day_by(dates.days_after(held["strategy"].day, -3)))
    item = put_on_agenda(
        example, held["strategy"], texts.STRATEGY_ITEM, published, summary=texts.STRATEGY_ASKED, sent_on=late, late_reason=texts.LATE
    )
    votes = {"in_favour": 6, "against": 0, "abstained": 0, "dissent": texts.STRATEGY_DISSENT}
    declared = f"Head of Commissioning: {texts.COMMISSIONING_INTEREST}"
    _decide(example, item, texts.STRATEGY_DECIDED, DecisionOutcome.AGREED, reference="Item 4", interests=declared, **votes)


def plan_the_next(example: Example, board: Board, on: datetime.date) -> None:
    """The next meeting with its agenda, another after it, and one that was called off."""
    cancelled = VagueDate.of(last_working_day_by(dates.days_after(on, 15)))
    plan(example, board, cancelled, state=MeetingState.CANCELLED, state_reason=texts.CANCELLED)
    coming = plan(example, board, VagueDate.of(last_working_day_by(dates.days_after(on, 40))))
    definition = LocalDefinition.objects.get(partnership=example.partnership, number=2)
    put_on_agenda(
        example,
        coming,
        texts.NEXT_DEFINITION_ITEM,
        definition,
        summary=texts.NEXT_DEFINITION_ASKED,
        presented_by="Community Safety Manager",
    )
    [assessment, *_] = targets(example.partnership, "needsassessment")
    item = put_on_agenda(example, coming, texts.ASSESSMENT_ITEM, None, purpose=ItemFor.DISCUSSION)
    point(item, assessment)
    item.save()
    put_on_agenda(example, coming, texts.REVIEW_ITEM, None)
    plan(example, board, VagueDate.of(last_working_day_by(dates.days_after(on, 80))))


def put_on_agenda(example: Example, meeting: Meeting, title: str, about: Record | Version | None, **fields: Any) -> AgendaItem:
    position = meeting.items.count() + 1
    item = AgendaItem(meeting=meeting, position=position, title=title, **{"purpose": ItemFor.DECISION, **fields})
    if about:
        [target] = [one for one in targets(example.partnership, about.record_kind()) if one.pk == about.pk]
        point(item, target)
    return example.add(item)


def _decide(example: Example, item: AgendaItem, wording: str, outcome: DecisionOutcome, **fields: Any) -> None:
    about = {name: getattr(item, name) for name in ("about_kind", "about_pk", "about_label", "about_version")}
    example.add(Decision(meeting=item.meeting, item=item, wording=wording, outcome=outcome, **about, **fields))


def ask(example: Example, meeting: Meeting, bodies: dict[str, Organisation], on: datetime.date, asked: texts.Asked) -> None:
    what, body, post, due, done, outcome = asked
    action = MeetingAction(meeting=meeting, what=what, organisation=bodies[body] if body else None, post=post, outcome=outcome)
    action.due_on = None if due is None else ago(on, due)
    action.done_on = None if done is None else ago(on, done)
    example.add(action)


def minute(example: Example, meeting: Meeting) -> None:
    """Minutes as an officer would have finished them from the draft."""
    came, items = list(attendances_of(meeting)), list(standing_items_of(meeting))
    draft = draft_minutes(meeting, came, items, list(decisions_of(meeting)), list(actions_of(meeting)))
    meeting.minutes = draft.replace(TO_WRITE, texts.SAID)
    meeting.save()
