"""SVD-SCRU-01: each council's crime and disorder committee meets at least once in every twelve months."""

import datetime
from collections.abc import Iterable, Sequence

from compliance.facts import HolderFacts, PartnershipFacts, ScrutinyMeetingFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, pending, when
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

COUNCILS = ("local-authority", "county-council")
COMMITTEES_DAY = "the committee's own date"
Range = tuple[datetime.date, datetime.date]


def scrutinised_each_year(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each council's committee met to review or scrutinise crime and disorder functions in the last twelve months (2009 Regs reg 4; DL-05);
    what it said it would come back to, it came back to (local; DL-16). Years that a meeting answered are history."""
    councils: dict[int, list[HolderFacts]] = {}
    for holder in facts.holders:
        if holder.capacity in COUNCILS and lasts_on(holder.starts, holder.ends, on):
            councils.setdefault(holder.organisation_pk, []).append(holder)
    if not councils:
        why = "No council is recorded, so it cannot be told whose committee has to meet."
        yield whole_partnership(facts, Status.CANNOT_TELL, why, NextStep("Record the council", "dutyholder_add"))
    for holders in councils.values():
        yield from _of_council(facts, holders, on)


def _of_council(facts: PartnershipFacts, holders: list[HolderFacts], on: datetime.date) -> Iterable[Answer]:
    council, name = holders[0].organisation_pk, holders[0].organisation
    known = [one for one in facts.scrutiny_meetings if one.council_pk == council and one.held_on.by(on) is not Truth.NO]
    sure = sorted((one for one in known if one.functions and one.held_on.by(on) is Truth.YES), key=lambda one: (one.held_on.latest, one.pk))
    maybe = [one for one in known if one.functions and one.held_on.by(on) is Truth.MAYBE]
    took_part = min(holder.starts.latest if holder.starts else facts.records_from for holder in holders)
    since = facts.records_from if sure else max(facts.records_from, took_part)
    window = facts.deadline("DL-05").window_days
    for place, meeting in enumerate(sure):
        deadline, said = _clock(facts.records_from if place else max(facts.records_from, took_part), sure[:place], window)
        yield _past(council, name, meeting, deadline, said, on)
    deadline, said = _clock(since, sure, window)
    yield _this_year(council, name, sure, maybe, deadline, said, on)
    for meeting in known:
        if meeting.next_on:
            yield _follow_up(facts, council, name, meeting, meeting.next_on, known, on)


def _clock(since: datetime.date, met: Sequence[ScrutinyMeetingFacts], window: int) -> tuple[Deadline, str]:
    """One year after the last meeting; before the first one, after the day from which meetings are recorded here."""
    first = max([since, *(one.held_on.earliest for one in met)])
    last = max([since, *(one.held_on.latest for one in met)])
    dues = [dates.one_year_on(day) for day in (first, last)]
    # Nothing of it was due before the duty began.
    dues = [max(due, DUTY_BEGAN) for due in dues]
    begun = dates.say_short(first) if first == last else f"{dates.say_short(first)} to {dates.say_short(last)}"
    from_meeting = bool(met) and last == met[-1].held_on.latest and last != since
    what = "the last meeting" if from_meeting else "the day from which meetings are recorded here"
    worked_out = f"one year after {what}, {begun}"
    if dates.one_year_on(first) < DUTY_BEGAN:
        worked_out += ", and not before the duty began"
    return Deadline(dues[0], dues[1], window), worked_out


def _past(council: int, name: str, meeting: ScrutinyMeetingFacts, deadline: Deadline, said: str, on: datetime.date) -> Answer:
    ref = _ref(meeting)
    verdict = judge([Happening(meeting.held_on, ref)], deadline, on)
    late = f", {dates.say_days(verdict.late_by)} late" if verdict.late_by else ""
    why = f"Its committee met {when(meeting.held_on)}{late}; it was due by {dates.say(deadline.last)}. {verdict.doubt}".strip()
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    step = None if settled else _give_the_date(meeting)
    key = f"council:{council}/meeting:{meeting.pk}"
    return Answer(key, name, verdict.status, why, Due("DL-05", deadline.first, said), (ref,), step, verdict.late_by, current=False)


def _this_year(
    council: int,
    name: str,
    sure: list[ScrutinyMeetingFacts],
    maybe: list[ScrutinyMeetingFacts],
    deadline: Deadline,
    said: str,
    on: datetime.date,
) -> Answer:
    due, status = Due("DL-05", deadline.first, said), pending(deadline, on).status
    step: NextStep | None = NextStep("Record the meeting", "scrutinymeeting_add", query=(("council", council),))
    refs, day = tuple(_ref(one) for one in sure[-1:]), dates.say(deadline.first)
    last = f"Its committee last met {when(sure[-1].held_on)}" if sure else "No meeting of its committee is recorded"
    why = f"{last}. The next is due by {day}, {said}." if sure else f"{last} yet. One is due by {day}, {said}."
    if status == Status.DUE_LATER and any(on <= dates.one_year_on(one.held_on.earliest) for one in sure):
        status, step = Status.MET, None
    elif status == Status.OVERDUE and maybe:
        status, step, refs = Status.CANNOT_TELL, _give_the_date(maybe[-1]), (_ref(maybe[-1]),)
        why = f"A meeting {when(maybe[-1].held_on)} is recorded. Give its exact date: one was due by {day}."
    elif status == Status.CANNOT_TELL:
        step = _give_the_date(sure[-1]) if sure else step
        why = f"{last}. Give its exact date: whether another was due by now depends on it."
    elif status == Status.OVERDUE:
        why = f"{last}. {'Another' if sure else 'One'} was due by {day}, {said}."
    return Answer(f"council:{council}", name, status, why, due, refs, step)


def _follow_up(
    facts: PartnershipFacts,
    council: int,
    name: str,
    meeting: ScrutinyMeetingFacts,
    promised: VagueDate,
    known: list[ScrutinyMeetingFacts],
    on: datetime.date,
) -> Answer:
    later = [one for one in known if one.held_on.earliest > meeting.held_on.latest and one.held_on.latest >= promised.earliest]
    deadline = Deadline.on(promised.latest, facts.deadline("DL-16").window_days)
    verdict: Verdict = judge([Happening(one.held_on, _ref(one)) for one in later], deadline, on) if later else pending(deadline, on)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    why = f"Its committee met {when(meeting.held_on)} and said that it would come back to this by {dates.say(promised.latest)}. "
    why += f"It met again {when(verdict.happening.on)}. {verdict.doubt}".strip() if verdict.happening else "No such meeting is recorded."
    due = Due("DL-16", promised.latest, f"the last day of {promised}", in_law=False, standing=COMMITTEES_DAY)
    if promised.exact:
        due = Due("DL-16", promised.latest, "the day that the committee named", in_law=False, standing=COMMITTEES_DAY)
    step = None if settled else NextStep("Record the meeting", "scrutinymeeting_add", query=(("council", council),))
    key, subject = f"council:{council}/followup:{meeting.pk}", f"{name}, coming back to the meeting of {meeting.held_on}"
    refs = (_ref(meeting), *([verdict.happening.record] if verdict.happening else []))
    return Answer(key, subject, verdict.status, why, due, refs, step, verdict.late_by, not settled, Strength.LOCAL)


def _ref(meeting: ScrutinyMeetingFacts) -> RecordRef:
    return RecordRef("scrutinymeeting", meeting.pk, f"Scrutiny meeting of {meeting.held_on}")


def _give_the_date(meeting: ScrutinyMeetingFacts) -> NextStep:
    return NextStep("Give the exact date", "scrutinymeeting_change", (("pk", meeting.pk),))


REQUIREMENTS = (
    Requirement(
        code="SVD-SCRU-01",
        family="The partnership plan and scrutiny",
        title="Scrutiny at least yearly",
        plain="Each council's crime and disorder committee must meet at least once in every twelve months to review or scrutinise crime "
        "and disorder functions. It need not be about this duty alone.",
        citation="Police and Justice Act 2006 s.19; SI 2009/942 reg 4",
        strength=Strength.STATUTORY,
        task="Hold a meeting of the crime and disorder committee",
        shortfall="a council's crime and disorder committee did not meet",
        evidence="Each meeting of the committee on crime and disorder functions, with its day.",
        rule=scrutinised_each_year,
        deadline="DL-05",
    ),
)
