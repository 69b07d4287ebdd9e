from django.db import models

from partnerships.models import Board, Seat, User
from strategies.models.version import Version
from svduty.editing.records import Record


class BoardsPart(models.TextChoices):
    """What a board is asked for: its decision, or its comments before another decides."""

    DECIDES = "decides", "Decides"
    COMMENTS = "comments", "Is asked for comments"


class RoundState(models.TextChoices):
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


# From an open round two ways lead on; what is over stays as it is, and the version can be asked about again in a new round.
STEPS: dict[RoundState, set[RoundState]] = {
    RoundState.OPEN: {RoundState.CLOSED, RoundState.WITHDRAWN},
    RoundState.CLOSED: set(),
    RoundState.WITHDRAWN: set(),
}


class RoundOutcome(models.TextChoices):
    APPROVED = "approved", "Approved"
    CONDITIONS = "conditions", "Approved with conditions"
    SENT_BACK = "sent-back", "Sent back"
    NOTED = "noted", "Commented, no decision"
    NOT_DECIDED = "not-decided", "Not decided"


class ApprovalRound(Record):
    """One board asked about one frozen version, member by member, until a day.

    What the quorum came to is kept when the round is closed, as of a meeting: the rule and the seats may change later.
    """

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="rounds", editable=False)
    board = models.ForeignKey(Board, models.PROTECT, related_name="rounds", editable=False)
    part = models.CharField("Its part", max_length=8, choices=BoardsPart.choices, default=BoardsPart.DECIDES, editable=False)
    asked = models.TextField("What the board is asked to decide", max_length=2000)
    recommendations = models.TextField("Recommendations", blank=True, help_text="One a line; they are numbered.")
    answer_by = models.DateField("Answers by")
    opened_at = models.DateTimeField(editable=False)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    unanswered_reason = models.TextField(
        "Why it was opened although comments had no answer", blank=True, editable=False, help_text="The chair decides that."
    )
    state = models.CharField("State", max_length=9, choices=RoundState.choices, default=RoundState.OPEN, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    closing_words = models.TextField("Why it was closed then, or withdrawn", blank=True, editable=False)
    outcome = models.CharField("Outcome", max_length=11, choices=RoundOutcome.choices, blank=True, editable=False)
    quorum_base = models.PositiveSmallIntegerField("Members counted", null=True, blank=True, editable=False)
    quorum_needed = models.PositiveSmallIntegerField("Members needed", null=True, blank=True, editable=False)
    quorum_present = models.PositiveSmallIntegerField("Members who took part", null=True, blank=True, editable=False)
    quorum_chair = models.BooleanField("The chair took part", null=True, blank=True, editable=False)
    quorum_rule = models.CharField("The rule it was judged by", max_length=300, blank=True, editable=False)
    quorate = models.BooleanField("Quorate", null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy_version", "board"],
                condition=models.Q(state=RoundState.OPEN),
                name="one_open_round_a_board_and_version",
                violation_error_message="A round of this board about this version is open already.",
            ),
            models.CheckConstraint(
                condition=models.Q(state=RoundState.OPEN, closed_at__isnull=True, outcome="")
                | (models.Q(state=RoundState.CLOSED, closed_at__isnull=False) & ~models.Q(outcome=""))
                | (models.Q(state=RoundState.WITHDRAWN, closed_at__isnull=False, outcome="") & ~models.Q(closing_words="")),
                name="round_state_has_its_facts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board} on {self.strategy_version}"

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN

    @property
    def decides(self) -> bool:
        return self.part == BoardsPart.DECIDES

    @property
    def recommendation_lines(self) -> list[str]:
        return [line.strip() for line in self.recommendations.splitlines() if line.strip()]


class Choice(models.TextChoices):
    APPROVE = "approve", "Approve"
    CONDITIONS = "conditions", "Approve with conditions"
    SEND_BACK = "send-back", "Send back"
    ABSTAIN = "abstain", "Abstain"
    INTEREST = "interest", "I have an interest"


NEED_NO_WORDS = (Choice.APPROVE, Choice.ABSTAIN)


class Vote(Record):
    """What the holder of a seat said in a round: personal, with its moment, and bound to the version by its seal.

    One a seat; while the round is open it can be changed, and the history keeps what it was. `as_deputy`: given by the seat's deputy,
    with the authority they did so by.
    """

    round = models.ForeignKey(ApprovalRound, models.PROTECT, related_name="votes", editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+", verbose_name="Seat")
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    as_deputy = models.BooleanField("I stand in for the member", default=False)
    authority = models.CharField("By what authority", max_length=300, blank=True, help_text="For example the terms, or a letter of a day.")
    choice = models.CharField("Your decision", max_length=10, choices=Choice.choices)
    words = models.TextField("Why, or on which conditions", blank=True, max_length=5000)
    sha256 = models.CharField("Seal of the version", max_length=64, editable=False)
    given_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["seat__position", "seat_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "seat"], name="one_vote_a_seat", violation_error_message="This seat has answered already."
            ),
            models.CheckConstraint(
                condition=models.Q(choice__in=[choice.value for choice in NEED_NO_WORDS]) | ~models.Q(words=""), name="vote_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_choice_display()}"
