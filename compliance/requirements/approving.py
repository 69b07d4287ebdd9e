"""SVD-STR-04: a version was approved by those who decide, in a round of a board or elsewhere."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status
from compliance.requirements.asking import asked_on, said_of
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, whole_partnership
from compliance.requirements.versions import APPROVING, Judged, Versions, approved_by
from svduty.vague_dates import Truth

NOTHING_YET = "There is no version of a strategy yet."


def approved(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Approved by those whose own rules ask them to decide."""
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
    for judged in everything:
        rounds = asked_on(facts, judged.version, on)
        status, why, step = _decision(judged, on)
        running = [one for one in rounds if one.running]
        if status != Status.MET and rounds:
            why = f"{why} {said_of(running or rounds[-1:], on)}"
        if running:
            step = NextStep("See the round", "round", (("pk", running[0].facts.pk),))
        decisions = [approval for approval in judged.version.approvals if approval.decided_on.by(on) is not Truth.NO]
        refs = [RecordRef("approval", a.pk, f"Decision of {a.decided_by}, {a.decided_on}") for a in decisions]
        refs += [RecordRef("approvalround", one.facts.pk, f"Round of {one.board}, opened on {one.opened}") for one in rounds]
        settled = None if status == Status.MET else step
        yield Answer(judged.key, judged.name, status, why, None, (judged.record, *refs), settled, current=judged.current)


def _decision(judged: Judged, on: datetime.date) -> tuple[Status, str, NextStep]:
    record = NextStep("Record the approval", "approval_add", (("version_pk", judged.version.pk),))
    decisions = [approval for approval in judged.version.approvals if approval.decided_on.by(on) is not Truth.NO]
    approvals = approved_by(judged.version, on)
    sure = [approval for approval in approvals if approval.decided_on.by(on) is Truth.YES]
    settled = [d for d in decisions if d.outcome in (*APPROVING, "sent-back") and d.decided_on.by(on) is Truth.YES]
    last = max(settled, key=lambda decision: (decision.decided_on.latest, decision.pk), default=None)
    if last and last.outcome == "sent-back":
        why = f"{last.decided_by} sent it back {when(last.decided_on)}, and nobody is recorded to have approved it since."
        return Status.NOT_MET, why, NextStep("Rework the draft", "strategy", (("pk", judged.strategy.pk),))
    if sure:
        first = min(sure, key=lambda approval: (approval.decided_on.latest, approval.pk))
        conditions = " with conditions" if first.outcome == "conditions" else ""
        late = judged.start_last is not None and first.decided_on.earliest > judged.start_last
        after = f", after it was published {judged.started}" if late else ""
        return Status.MET, f"{first.decided_by} approved it{conditions} {when(first.decided_on)}{after}.", record
    if approvals:
        vague = approvals[0]
        why = f"{vague.decided_by} approved it {when(vague.decided_on)}. Give the exact date."
        return Status.CANNOT_TELL, why, NextStep("Give the exact date", "approval_change", (("pk", vague.pk),))
    if judged.published:
        return Status.NOT_MET, f"It was published {judged.started}, and no approval of it is recorded.", record
    return Status.DUE_LATER, "No approval of it is recorded yet.", record
