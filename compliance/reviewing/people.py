"""What people said, agreed and found: consultations, definitions, needs assessments, meetings and scrutiny. Pure."""

from collections.abc import Iterable

from compliance.reviewing.block import Block, Row, Span, counted, shortened
from partnerships.models import LocalDefinition, Meeting
from strategies.models import Consultation, ConsultationAnswer, NeedsAssessment, ScrutinyReport
from strategies.models.assessment import lines_of
from svduty import dates

QUOTED = 10


def consultations_block(consultations: Iterable[Consultation], answers: Iterable[ConsultationAnswer], span: Span) -> Block:
    """Who was asked in this time, and what was answered and became of it."""
    asked = [one for one in consultations if span.holds(one.opens_on) or span.holds(one.closes_on)]
    told = [one for one in answers if span.holds(one.received_on or one.consultation.opens_on)]
    rows = [Row((f"Asked: {one.whom}", _when(one), _answered(one)), "consultation", one.pk) for one in asked]
    rows += [
        Row((f"Answered: {one.by}", shortened(one.said), one.get_outcome_display() or "Not said yet"), "consultation", one.consultation_id)
        for one in told[:QUOTED]
    ]
    said = (
        f"{counted(len(asked), 'consultation')} and {counted(len(told), 'answer')} in words." if rows else "Nobody was asked in this time."
    )
    if len(told) > QUOTED:
        said += f" Quoted are {QUOTED}."
    columns = ("Who", "What", "What came of it")
    return Block("consultations", "What people said", said, "the consultations", "consultations", columns, tuple(rows))


def _when(consultation: Consultation) -> str:
    return f"From {consultation.opens_on}" + (f" to {consultation.closes_on}" if consultation.closes_on else "")


def _answered(consultation: Consultation) -> str:
    number = consultation.answers_received
    return shortened(consultation.effect) or (f"{number} answered" if number is not None else "Not recorded yet")


def definitions_block(definitions: Iterable[LocalDefinition], span: Span) -> Block:
    new = [one for one in definitions if span.holds(one.agreed_on)]
    rows = [Row((f"Version {one.number}", str(one.agreed_on), one.agreed_by or "Not recorded"), "localdefinition", one.pk) for one in new]
    said = f"{counted(len(rows), 'new version')} of the definition." if rows else "The definition is the same as before."
    columns = ("Definition", "Agreed on", "Agreed by")
    return Block("definitions", "Definition", said, "the local definition", "definitions", columns, tuple(rows))


def assessments_block(assessments: Iterable[NeedsAssessment], behind: NeedsAssessment | None, span: Span) -> Block:
    """New needs assessments; and how old the one behind the strategy is."""
    new = [one for one in assessments if span.holds(one.completed_on)]
    rows = [Row((one.title, str(one.completed_on), counted(len(one.finding_lines), "finding")), "needsassessment", one.pk) for one in new]
    said = f"{counted(len(rows), 'needs assessment')} completed." if rows else "No needs assessment was completed in this time."
    if behind:
        said += f" Behind the strategy stands “{behind.title}”, {_completed(behind)}."
    columns = ("Needs assessment", "Completed on", "What it found")
    return Block("assessments", "Needs assessment", said, "the needs assessments", "needsassessments", columns, tuple(rows))


def _completed(assessment: NeedsAssessment) -> str:
    return f"completed {assessment.completed_on}" if assessment.completed_on else "whose day of completion is not recorded"


def meetings_block(meetings: Iterable[Meeting], span: Span) -> Block:
    """The meetings that were held, by board."""
    held: dict[tuple[str, int], list[Meeting]] = {}
    for meeting in meetings:
        if span.holds(meeting.day):
            held.setdefault((meeting.board.name, meeting.board_id), []).append(meeting)
    rows = []
    for (name, pk), its in sorted(held.items()):
        short = sum(1 for one in its if one.quorate is False)
        note = f"{counted(short, 'meeting')} without a quorum" if short else "Quorate, as far as recorded"
        rows.append(Row((name, str(len(its)), dates.say_short(max(one.day for one in its)), note), "board", pk))
    number = sum(len(its) for its in held.values())
    said = f"{counted(number, 'meeting')} of {counted(len(held), 'board')}." if rows else "No meeting is recorded as held in this time."
    columns = ("Board", "Meetings", "Last", "Quorum")
    return Block("meetings", "Meetings", said, "the boards and their meetings", "boards", columns, tuple(rows))


def scrutiny_block(reports: Iterable[ScrutinyReport], span: Span) -> Block:
    """Reports and recommendations of the committees, and whether they were replied to."""
    new = [one for one in reports if span.holds(one.dated)]
    rows = []
    for one in new:
        asked = lines_of(one.recommendations)
        reply = f"Replied {one.replied_on}" if one.replied_on and span.holds(one.replied_on) else "No reply is recorded"
        rows.append(Row((one.title, str(one.dated), shortened("; ".join(asked)) or "No recommendation", reply), "scrutinyreport", one.pk))
    number = sum(len(lines_of(one.recommendations)) for one in new)
    said = f"{counted(len(new), 'report')} with {counted(number, 'recommendation')}." if new else "No report of a committee in this time."
    columns = ("Report", "Date", "Recommendations", "Reply")
    return Block("scrutiny", "Scrutiny", said, "the reports of scrutiny committees", "scrutiny", columns, tuple(rows))
