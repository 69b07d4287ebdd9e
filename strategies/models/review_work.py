from django.db import models

from partnerships.models import StoredFile
from strategies.models.review import AnnualReview, ReviewDecision
from strategies.models.strategy import Strategy
from svduty.editing.records import Record


class ReviewWork(Record):
    """A yearly review on its way. It opens 90 days before it is due (DL-06), holds what only people can judge, and ends as a review.

    What changed since the last one is computed from the records and never kept here.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="reviews_on_their_way", editable=False)
    opened_on = models.DateField(editable=False)
    # By DL-06, on the day it was opened; empty where nothing was due.
    due_on = models.DateField(null=True, editable=False)
    effect = models.TextField("Did the work have an effect on violence?", blank=True, max_length=10_000)
    new_crimes = models.TextField("Are there new kinds of crime?", blank=True, max_length=10_000)
    people = models.TextField("What did those you asked say?", blank=True, max_length=10_000)
    money = models.TextField("Was the money enough, and well spent?", blank=True, max_length=10_000)
    assessment = models.TextField("Does the needs assessment still hold?", blank=True, max_length=10_000)
    decision = models.CharField("What do you propose?", max_length=7, choices=ReviewDecision.choices, blank=True)
    reason = models.TextField("Why", blank=True, max_length=10_000)
    ended_on = models.DateField(null=True, editable=False)
    ended_because = models.TextField(blank=True, editable=False)
    review = models.OneToOneField(AnnualReview, models.PROTECT, null=True, editable=False, related_name="work")
    # The PDF made last, and the SHA-256 of what it says.
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    paper_of = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["strategy"], condition=models.Q(ended_on__isnull=True), name="one_review_on_its_way"),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True) | models.Q(ended_on__gte=models.F("opened_on")),
                name="review_ends_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return f"Yearly review of {self.strategy}"
