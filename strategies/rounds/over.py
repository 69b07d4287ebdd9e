"""Why a round takes no more answers."""

from django.core.exceptions import ValidationError

from strategies.models import ApprovalRound
from strategies.models.round import RoundState

WITHDRAWN_STRATEGY = "The strategy was withdrawn, so nobody is asked about it any more."


class RoundOver(ValidationError):
    """The round closed, or was withdrawn, before what was sent arrived. The text is a sentence for people; nothing was recorded."""


def why_over(asked: ApprovalRound) -> str:
    """Empty while it is open. `asked` comes with its version's strategy."""
    if asked.state == RoundState.CLOSED:
        return "This round is closed, and its outcome is recorded."
    if asked.state == RoundState.WITHDRAWN:
        return f"This round was withdrawn: {asked.closing_words}"
    return WITHDRAWN_STRATEGY if asked.strategy_version.strategy.withdrawn_on else ""
