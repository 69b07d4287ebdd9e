"""The beginning of a meeting's minutes, made of what is recorded about it: headings and facts, for a person to write on."""

from partnerships import paper_days
from partnerships.meeting_quorum import quorum_words
from partnerships.models import AgendaItem, Attendance, Decision, Meeting, MeetingAction
from partnerships.models.meeting import Came
from svduty import dates
from svduty.vague_dates import Truth

TO_WRITE = "*What was said:*"


def draft_minutes(
    meeting: Meeting, attendances: list[Attendance], items: list[AgendaItem], decisions: list[Decision], actions: list[MeetingAction]
) -> str:
    """Markdown. Of items, decisions and actions those that stand are given, each in its order."""
    parts = [_head(meeting), _people(meeting, attendances), _interests(attendances)]
    for number, item in enumerate(items, start=1):
        parts.append(
            _item(
                number,
                item,
                meeting,
                [decision for decision in decisions if decision.item_id == item.pk],
                [action for action in actions if action.item_id == item.pk],
            )
        )
    named = {item.pk for item in items}
    rest = [_decision(decision) for decision in decisions if decision.item_id not in named]
    rest += [_action(action) for action in actions if action.item_id not in named]
    if rest:
        parts.append("\n\n".join(["## Other decisions and actions", *rest]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(meeting: Meeting) -> str:
    at = f", {meeting.begins_at:%H:%M}" if meeting.begins_at else ""
    where = f", {plain(meeting.place)}" if meeting.place else ""
    return f"# {plain(meeting.board.name)}\n\nMinutes of the meeting of {dates.say(meeting.day)}{at}{where}."


def _people(meeting: Meeting, attendances: list[Attendance]) -> str:
    lists: list[tuple[str, list[str]]] = [
        ("Present", [_present(one) for one in attendances if one.there]),
        ("Apologies", [plain(str(one.seat)) for one in attendances if one.came == Came.APOLOGIES]),
        ("Not present", [plain(str(one.seat)) for one in attendances if one.came == Came.ABSENT]),
        ("Also present", [plain(line) for line in meeting.others.splitlines() if line.strip()]),
    ]
    parts = [f"{title}:\n\n" + "\n".join(f"- {line}" for line in lines) for title, lines in lists if lines]
    if words := quorum_words(meeting):
        verdict = "Whether the meeting was quorate is not known."
        if meeting.quorate is not None:
            verdict = "The meeting was quorate." if meeting.quorate else "The meeting was not quorate and could decide nothing."
        parts.append(f"Quorum: {plain(words)}. {verdict}")
    return "\n\n".join(["## Attendance", *parts]) if parts else ""


def _present(attendance: Attendance) -> str:
    if attendance.came != Came.DEPUTY:
        return plain(str(attendance.seat))
    authority = f"; authority: {plain(attendance.authority)}" if attendance.authority else ""
    return f"{plain(attendance.deputy)} for {plain(str(attendance.seat))}{authority}"


def _interests(attendances: list[Attendance]) -> str:
    declared = [f"- {plain(one.seat.post)}: {plain(one.interest)}" for one in attendances if one.interest]
    return "\n".join(["## Interests declared", "", *declared]) if declared else ""


def _item(number: int, item: AgendaItem, meeting: Meeting, decisions: list[Decision], actions: list[MeetingAction]) -> str:
    parts = [f"## {number}. {plain(item.title)}"]
    if item.presented_by:
        parts.append(f"Presented by {plain(item.presented_by)}.")
    if item.about_label:
        parts.append(f"About: {plain(item.about_label)}.")
    if item.sent_on and paper_days.late(item.sent_on, meeting) is Truth.YES:
        reason = plain(item.late_reason) or "not recorded"
        parts.append(f"The paper went out late, on {item.sent_on}. Reason for urgency: {reason}")
    parts += [TO_WRITE]
    parts += [_decision(decision) for decision in decisions]
    parts += [_action(action) for action in actions]
    return "\n\n".join(parts)


def _decision(decision: Decision) -> str:
    about = f" ({plain(decision.about_label)})" if decision.about_label else ""
    lines = [f"**{decision.get_outcome_display()}**{about}: {plain(decision.wording)}"]
    votes = [
        f"{number} {words}"
        for number, words in ((decision.in_favour, "in favour"), (decision.against, "against"), (decision.abstained, "abstained"))
        if number is not None
    ]
    lines += [f"Votes: {', '.join(votes)}."] if votes else []
    for title, text in (("Conditions", decision.conditions), ("Dissent", decision.dissent), ("Interests", decision.interests)):
        lines += [f"{title}: {plain(text)}"] if text else []
    return "\n\n".join(lines)


def _action(action: MeetingAction) -> str:
    who = ", ".join(plain(str(part)) for part in (action.post, action.organisation) if part)
    by = f", by {action.due_on}" if action.due_on else ""
    return f"**Action**: {plain(action.what)}{f' ({who}{by})' if who or by else ''}"


def plain(text: str) -> str:
    """On one line, so that what was typed into a box stays part of its sentence."""
    return " ".join(text.split())
