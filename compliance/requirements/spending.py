"""SVD-FUND-01: the money is awarded, committed and spent as its grant says, and its returns are sent."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from compliance.facts import LineFacts, PartnershipFacts, ReturnFacts, StreamFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, judge, pending, when
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth

FUNDERS_DAY = "the funder's day"
QUARTERS = ("the year", "April to June", "July to September", "October to December", "January to March")


def money_on_track(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Of each stream and financial year it is recorded what was awarded, no more than that and what was carried over is committed or
    spent, and nothing after the year where it may not be carried over; each return is sent by the day its funder set (grant agreements;
    DL-12)."""
    streams = [stream for stream in facts.streams if stream.starts is None or stream.starts.by(on) is not Truth.NO]
    if not streams:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "No stream of money is recorded.")
    for stream in streams:
        yield from _of_stream(stream, on)
        for one in stream.returns:
            if dates.financial_year(one.year)[0] <= on:
                yield _of_return(stream, one, facts.deadline("DL-12").window_days, on)


# A stream, year by year


def _of_stream(stream: StreamFacts, on: datetime.date) -> Iterable[Answer]:
    this_year = dates.financial_year_of(on)
    lines = [line for line in stream.lines if line.year <= this_year and (line.on is None or line.on.by(on) is not Truth.NO)]
    years = sorted({line.year for line in lines})
    carried = stream.carried_over(lines, on)
    for year in years:
        brought = carried.get(year, Decimal(0))
        yield _of_year(stream, year, [line for line in lines if line.year == year], brought, current=year == this_year)
    if this_year not in years and lasts_on(stream.starts, stream.ends, on):
        ref, said = _ref(stream), dates.say_financial_year(this_year)
        key, name = f"stream:{stream.pk}", stream.name
        add = NextStep("Add an amount", "fundingline_add", (("stream_pk", stream.pk),))
        if years or stream.planned:
            why = f"No amount is recorded for {said}{'' if years else ' but what is planned, and that does not count'}."
            yield Answer(key, name, Status.NOT_APPLICABLE, why, None, (ref,))
        else:
            yield Answer(key, name, Status.CANNOT_TELL, "No amount is recorded. Record what was awarded.", None, (ref,), add)


def _of_year(stream: StreamFacts, year: int, lines: list[LineFacts], brought: Decimal, *, current: bool) -> Answer:
    awarded, committed, spent = (_sum(lines, kind) for kind in ("award", "commitment", "spend"))
    status, why = _found(stream, year, lines, brought)
    if status == Status.MET:
        over = f"{_pounds(brought)} carried over, " if brought else ""
        why = f"{_pounds(awarded)} awarded, {over}{_pounds(committed)} committed, {_pounds(spent)} spent."
        if not current and spent < awarded and not stream.may_carry_over:
            why += f" {_pounds(awarded - spent)} was not spent, and may not be carried over."
    step = None if status == Status.MET else NextStep("Look at the amounts", "fundingstream", (("pk", stream.pk),))
    subject = f"{stream.name}, {dates.say_financial_year(year)}"
    return Answer(f"stream:{stream.pk}/year:{year}", subject, status, why, None, (_ref(stream),), step, current=current)


def _found(stream: StreamFacts, year: int, lines: list[LineFacts], brought: Decimal) -> tuple[Status, str]:
    awarded, said = _sum(lines, "award"), dates.say_financial_year(year)
    _, ends = dates.financial_year(year)
    spending = [line.on for line in lines if line.kind == "spend" and line.on and not stream.may_carry_over]
    if late := [day for day in spending if day.earliest > ends]:
        return Status.NOT_MET, f"Money of {said} was spent {when(late[0])}, after the year had ended, and it may not be carried over."
    there = awarded + brought
    more = [words for kind, words in (("spend", "spent"), ("commitment", "committed")) if there and _sum(lines, kind) > there]
    if more:
        carried = f" and {_pounds(brought)} carried over" if brought else ""
        over = listed(f"{_pounds(_sum(lines, 'spend' if words == 'spent' else 'commitment'))} {words}" for words in more)
        return Status.NOT_MET, f"For {said} {_pounds(awarded)} was awarded{carried}, and {over}."
    if not there:
        return Status.CANNOT_TELL, f"For {said} no award is recorded, so it cannot be told whether the money is there."
    if doubtful := [day for day in spending if day.latest > ends]:
        why = f"Money of {said} was spent {when(doubtful[0])}. Give the exact day: the year ended on {dates.say(ends)}."
        return Status.CANNOT_TELL, why
    if stream.duty_grant and not all(line.typed for line in lines):
        return Status.CANNOT_TELL, f"This grant is split into labour and non-labour, and of some amounts of {said} it is not said which."
    return Status.MET, ""


def _sum(lines: list[LineFacts], kind: str) -> Decimal:
    return sum((line.amount for line in lines if line.kind == kind), Decimal(0))


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}"


def _ref(stream: StreamFacts) -> RecordRef:
    return RecordRef("fundingstream", stream.pk, stream.name)


# Returns


def _of_return(stream: StreamFacts, one: ReturnFacts, window: int, on: datetime.date) -> Answer:
    name = f"Return for {QUARTERS[one.quarter]} {dates.say_financial_year(one.year)}"
    ref = RecordRef("grantreturn", one.pk, f"{name}, {stream.name}")
    sent = one.sent_on if one.sent_on and one.sent_on.by(on) is not Truth.NO else None
    deadline = Deadline.on(one.due_on, window)
    verdict = judge([Happening(sent, ref)], deadline, on) if sent else pending(deadline, on)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    was = "is" if on <= one.due_on else "was"
    why = f"The funder's day {was} {dates.say(one.due_on)}. "
    why += f"It was sent {when(sent)}. {verdict.doubt}".strip() if sent else "No sending is recorded."
    due = Due("DL-12", one.due_on, "the day that the funder set", in_law=False, standing=FUNDERS_DAY)
    step = None if settled else NextStep("Record that it was sent", "grantreturn_change", (("pk", one.pk),))
    key, subject = f"grantreturn:{one.pk}", f"{name}, {stream.name}"
    this_year = one.year == dates.financial_year_of(on)
    return Answer(key, subject, verdict.status, why, due, (ref,), step, verdict.late_by, this_year or not settled)


REQUIREMENTS = (
    Requirement(
        code="SVD-FUND-01",
        family="Money",
        title="Grant use on track",
        plain="Money should be awarded, committed and spent in its financial year as the grant says, and its returns sent in time.",
        citation="The funders' own rules, in their grant agreements",
        strength=Strength.LOCAL,
        task="Keep the money on track and send its returns",
        shortfall="money was committed or spent against the rules of its grant, or a return was not sent",
        evidence="Awards, commitments and spending by year, stream and kind of cost; the returns with the day each was due and sent.",
        rule=money_on_track,
        deadline="DL-12",
    ),
)
