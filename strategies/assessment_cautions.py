"""What deserves a second look before a needs assessment is saved."""

from collections.abc import Iterable

from strategies.cautions import first_approved
from strategies.models import Approval, Strategy
from svduty.editing.cautious import Caution
from svduty.vague_dates import VagueDate


def about_days(period_to: VagueDate | None, completed_on: VagueDate | None, approved_on: VagueDate | None) -> list[Caution]:
    """An assessment is completed after the time it looks at, and approved after that."""
    found = []
    if completed_on and period_to and completed_on.latest < period_to.earliest:
        found.append(
            Caution(
                "before-period-end",
                f"It was completed on {completed_on}, before the end of the time it looks at ({period_to}). Look at both dates again.",
            )
        )
    if completed_on and approved_on and approved_on.latest < completed_on.earliest:
        found.append(
            Caution(
                "approved-before-completed",
                f"It was approved on {approved_on}, before it was completed on {completed_on}. Look at both dates again.",
            )
        )
    return found


def about_approvals(completed_on: VagueDate | None, strategies: Iterable[Strategy]) -> list[Caution]:
    """A strategy is approved on the evidence before it: the assessment is complete by then. Good practice, no date in law (DL-10)."""
    if completed_on is None:
        return []
    return [
        Caution(
            f"after-approval-{strategy.pk}",
            f"It was completed on {completed_on}, after {approved.decided_by} approved “{strategy}” on {approved.decided_on}, "
            "which rests on it. That is recorded, and shown as late. Look at both dates again.",
        )
        for strategy in strategies
        if (approved := first_approval(strategy)) and completed_on.earliest > approved.decided_on.latest
    ]


def first_approval(strategy: Strategy) -> Approval | None:
    """The first decision that approved any version of the strategy."""
    found = filter(None, (first_approved(version) for version in strategy.versions.all()))
    return min(found, key=lambda approval: (approval.decided_on.latest, approval.decided_on.earliest), default=None)
