from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from partnerships.models.body import AuthorityType, Organisation
from partnerships.models.file import StoredFile
from partnerships.models.partnership import Partnership
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDateField


class MeetingRule(models.TextChoices):
    """How often a board has agreed to meet (DL-07); the empty choice means that it is not recorded."""

    TIMES_A_YEAR = "times", "A number of times a year"
    QUARTERLY = "quarterly", "At least once in each quarter"
    AS_NEEDED = "as-needed", "When there is need"


class QuorumBase(models.TextChoices):
    """Of whom the quorum is a part. The chair is outside the fraction and its base."""

    ALL = "all", "All members"
    VOTING = "voting", "Voting members only"


class Month(models.IntegerChoices):
    JANUARY, FEBRUARY, MARCH = (1, "January"), (2, "February"), (3, "March")
    APRIL, MAY, JUNE = (4, "April"), (5, "May"), (6, "June")
    JULY, AUGUST, SEPTEMBER = (7, "July"), (8, "August"), (9, "September")
    OCTOBER, NOVEMBER, DECEMBER = (10, "October"), (11, "November"), (12, "December")


class Board(Lasting):
    """A board of the partnership, or another body's that its papers go to: its terms, how often it meets, and when it is quorate.

    The quorum is `quorum_part`/`quorum_whole` of `quorum_of`, rounded up, or `quorum_minimum` members if that is more; and the chair
    besides, where `quorum_chair`. `paper_days`: clear days between the day papers go out and the meeting.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="boards", editable=False)
    name = models.CharField("Name", max_length=200)
    leads = models.BooleanField(
        "This board leads the work on serious violence", default=False, help_text="Its governance and meetings are then looked at."
    )
    terms = models.TextField("Terms of reference", blank=True, help_text="What it is for and what it may decide, in short.")
    terms_link = WebAddressField("Where the terms can be read", max_length=500, blank=True)
    terms_agreed_on = VagueDateField("Terms agreed on", null=True, blank=True, help_text="For example 20 2 2024, or February 2024.")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="Reports to", help_text="A board listed here."
    )
    reports_to = models.CharField(
        "Reports to, if not listed here", max_length=200, blank=True, help_text="For example the council's cabinet."
    )
    meets = models.CharField("How often it meets", max_length=9, choices=MeetingRule.choices, blank=True)
    times_a_year = models.PositiveSmallIntegerField(
        "How many times a year", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(52)]
    )
    year_begins = models.PositiveSmallIntegerField("The board's year begins on the first of", choices=Month.choices, default=Month.APRIL)
    quorum_words = models.TextField("The quorum, in the words of its terms", blank=True)
    quorum_part = models.PositiveSmallIntegerField(
        "Quorum: how many parts", null=True, blank=True, validators=[MinValueValidator(1)], help_text="For one quarter: 1."
    )
    quorum_whole = models.PositiveSmallIntegerField(
        "Quorum: of how many parts", null=True, blank=True, validators=[MinValueValidator(1)], help_text="For one quarter: 4."
    )
    quorum_minimum = models.PositiveSmallIntegerField(
        "Quorum: never fewer than", null=True, blank=True, help_text="A number of members, if the terms name one."
    )
    quorum_of = models.CharField("Quorum: of whom", max_length=6, choices=QuorumBase.choices, default=QuorumBase.ALL)
    quorum_chair = models.BooleanField(
        "The chair must be there", default=False, help_text="The chair is then counted besides the others, not among them."
    )
    paper_days = models.PositiveSmallIntegerField(
        "Clear days for papers",
        null=True,
        blank=True,
        validators=[MaxValueValidator(60)],
        help_text="Working days between the day papers go out and the meeting, neither counted. Five for a council's committee.",
    )
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"],
                condition=models.Q(ends__isnull=True),
                name="board_name_once",
                violation_error_message="A board of this name is here already.",
            ),
            models.CheckConstraint(
                condition=models.Q(quorum_part__isnull=True, quorum_whole__isnull=True)
                | models.Q(quorum_part__gte=1, quorum_whole__gte=models.F("quorum_part")),
                name="board_quorum_is_a_fraction",
                violation_error_message="Give both parts of the fraction, the first no greater than the second: for one quarter 1 and 4.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SeatKind(models.TextChoices):
    CHAIR = "chair", "Chair"
    VOTING = "voting", "Voting member"
    NON_VOTING = "non-voting", "Attends without a vote"


class Seat(Lasting):
    """A place on a board, held by a post. `capacity` narrows what the body is represented as, where it takes part in several ways."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="seats", editable=False)
    post = models.CharField("Post", max_length=200, help_text="The post, not a person's name, for example Borough Commander.")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="seats", verbose_name="Body it speaks for"
    )
    capacity = models.ForeignKey(
        AuthorityType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Only as",
        help_text="Only where the body takes part in more than one way and this seat stands for one of them.",
    )
    kind = models.CharField("Kind of seat", max_length=10, choices=SeatKind.choices, default=SeatKind.VOTING)
    deputy = models.CharField("Deputy", max_length=200, blank=True, help_text="The post that stands in.")
    deputy_authority = models.CharField(
        "Where the deputy's authority is written down", max_length=300, blank=True, help_text="For example the terms, or a letter of a day."
    )
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["board", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "post", "organisation"],
                condition=models.Q(ends__isnull=True, organisation__isnull=False),
                name="seat_once",
                violation_error_message="This post of this body has a seat on the board already.",
            ),
            models.UniqueConstraint(
                fields=["board", "post"],
                condition=models.Q(ends__isnull=True, organisation__isnull=True),
                name="seat_without_body_once",
                violation_error_message="This post has a seat on the board already.",
            ),
            models.UniqueConstraint(
                fields=["board"],
                condition=models.Q(ends__isnull=True, kind=SeatKind.CHAIR),
                name="one_chair_at_a_time",
                violation_error_message="The board has a chair already. End that seat first, then add the new chair.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} ({self.organisation})" if self.organisation_id else self.post

    @property
    def votes(self) -> bool:
        return self.kind == SeatKind.VOTING


class GovernanceReview(Withdrawable):
    """The partnership looked again at how a board works (DL-06)."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="governance_reviews", editable=False)
    held_on = VagueDateField("Completed on", help_text="For example 10 1 2025.")
    found = models.TextField("What came of it", blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="File", editable=False)

    class Meta:
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return f"Governance review of {self.held_on}"
