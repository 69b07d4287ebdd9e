"""Which duties stand differently than when the time under review began. Pure: from findings of two days."""

from collections.abc import Iterable

from compliance.finding import Finding, Status
from compliance.position import urgency
from compliance.reviewing.block import Block, Row, Span, counted

# They say nothing about how a duty stood.
SILENT = (Status.NOT_HELD, Status.NOT_APPLICABLE)
SETTLED = (Status.MET, Status.MET_LATE)


def duties_block(before: Iterable[Finding], now: Iterable[Finding], span: Span) -> Block:
    """Findings on the same subject that say another status now, worst first. Of a cycle that is over only what was settled since."""
    were = {(one.code, one.key): one for one in before}
    changed = [
        (was, one)
        for one in now
        if (was := were.get((one.code, one.key))) and was.status != one.status and not {was.status, one.status} & set(SILENT)
        if one.current or one.status in SETTLED
    ]
    changed.sort(key=lambda pair: urgency(pair[1]))
    settled = sum(1 for was, one in changed if one.status in SETTLED and was.status not in SETTLED)
    rows = [Row((f"{one.title}: {one.subject}", was.status.words, one.status.words), f"duty:{one.code}") for was, one in changed]
    if rows:
        said = f"{counted(len(rows), 'duty', 'duties')} {'stands' if len(rows) == 1 else 'stand'} differently; {settled} of them now met."
    else:
        said = "No duty stands differently than it did then."
    columns = ("Duty", "Then", "Now")
    source = "the duties, evaluated for both days from today’s records"
    return Block("duties", "Duties that changed", said, source, "duties", columns, tuple(rows))
