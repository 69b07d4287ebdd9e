from django.core.validators import MinValueValidator
from django.db import models

from partnerships.models import Board, StoredFile
from strategies.models.assessment import NeedsAssessment
from strategies.models.strategy import Strategy
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Counting(models.TextChoices):
    """From which day the next yearly review is counted (DL-06)."""

    ROLLING = "rolling", "One year after the last review or publication"
    ANNIVERSARY = "anniversary", "Each year on the day of first publication"


class ReviewArrangement(Withdrawable):
    """How a strategy is kept under review (s.8(7)(b)): by whom, how often, and when next. The newest one that stands counts."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="review_arrangements", editable=False)
    who = models.CharField("Who looks at it", max_length=200, help_text="The board or post, not a person's name.")
    every_months = models.PositiveSmallIntegerField(
        "Every how many months",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="The Act sets no number. The guidance expects at least once a year: 12.",
    )
    next_on = VagueDateField("Next on", null=True, blank=True, help_text="For example December 2026.")
    counting = models.CharField("How the yearly review is counted", max_length=11, choices=Counting.choices, default=Counting.ROLLING)
    agreed_on = VagueDateField("Agreed on", null=True, blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Review by {self.who}"


class ReviewDecision(models.TextChoices):
    KEEP = "keep", "Keep the strategy as it is"
    REFRESH = "refresh", "Refresh the needs assessment"
    REVISE = "revise", "Revise the strategy"


class AssessmentLooked(models.TextChoices):
    """What the review did with the needs assessment behind the strategy; the empty choice means it is not recorded."""

    NEWER = "newer", "There is a newer one"
    STILL_RIGHT = "still-right", "It was looked at and still holds"
    NOT_LOOKED = "no", "It was not looked at"


class AnnualReview(Withdrawable):
    """One review of a strategy: what it found and what was decided.

    `shown`: what the records said when it was finished, as compliance/reviewing/freezing.py keeps it; `shown_text`: the same to read.
    Both are empty for a review that was only recorded.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="reviews", editable=False)
    held_on = VagueDateField("Completed on", help_text="The day the review was finished, for example 10 1 2025.")
    findings = models.TextField("What the review found", blank=True, help_text="Did the work have an effect? What is new?")
    decision = models.CharField("Decision", max_length=7, choices=ReviewDecision.choices, blank=True)
    decided_by = models.CharField("Decided by", max_length=200, blank=True, help_text="The board, not a person's name.")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Approved by the board")
    approved_on = VagueDateField("Approved on", null=True, blank=True)
    assessment_looked = models.CharField("The needs assessment", max_length=11, choices=AssessmentLooked.choices, blank=True)
    assessment = models.ForeignKey(
        NeedsAssessment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="The newer needs assessment"
    )
    assessment_note = models.TextField("Note on the needs assessment", blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)
    shown = models.JSONField(default=dict, blank=True, editable=False)
    shown_text = models.TextField(blank=True, editable=False)
    # The PDF made last, and the SHA-256 of what it says.
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    paper_of = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["held_on", "id"]

    def __str__(self) -> str:
        return f"Review of {self.held_on}"
