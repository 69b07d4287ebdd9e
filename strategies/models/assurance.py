from django.db import models

from partnerships.models import Board, Partnership
from strategies.models.composed import Composed
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Record, Withdrawable
from svduty.vague_dates import VagueDateField


class AssuranceStatement(Composed, Withdrawable):
    """A yearly statement on how the duty is met, as Warwickshire makes one: composed, edited, approved, published (DL-13)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="assurance_statements", editable=False)
    year = models.PositiveSmallIntegerField("Year")
    due = VagueDateField("To be made by", help_text="For example Spring 2027: then it is due on 31 May.")
    approved_by = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Approved by")
    approved_on = VagueDateField("Approved on", null=True, blank=True)
    published_on = VagueDateField("Published on", null=True, blank=True)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "year"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="assurance_statement_once",
                violation_error_message="A statement for this year is already recorded.",
            )
        ]

    def __str__(self) -> str:
        return f"Assurance statement {self.year}"


class ReadinessAssessment(Withdrawable):
    """How ready the partnership is, as somebody judged it on a day (domain 4.3). Levels and themes are free text: no list is published."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="readiness", editable=False)
    assessed_on = VagueDateField("Assessed on")
    assessor = models.CharField("Who assessed it", max_length=200, help_text="The body or post.")
    level = models.CharField("Level in all", max_length=100, blank=True, help_text="For example Preparing, Developing or Mature.")
    actions = models.TextField("What is to be done", blank=True, max_length=5000)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-assessed_on", "-id"]

    def __str__(self) -> str:
        return f"Readiness, {self.assessed_on}"

    def more_words(self) -> dict[str, str]:
        """Its themes, read afresh."""
        rows = self.themes.order_by("position")
        said = [f"{row.theme}: {row.level or 'no level'}{f' ({row.note})' if row.note else ''}" for row in rows]
        return {"Themes": "\n".join(said)}


class ReadinessTheme(Record):
    """The level of one theme of a readiness assessment."""

    assessment = models.ForeignKey(ReadinessAssessment, models.CASCADE, related_name="themes", editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    theme = models.CharField("Theme", max_length=100)
    level = models.CharField("Level", max_length=100, blank=True)
    note = models.TextField("Why", blank=True, max_length=2000)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["assessment", "position"], name="readiness_theme_place_once")]

    def __str__(self) -> str:
        return self.theme


class HomicideReview(Withdrawable):
    """An offensive weapons homicide review (ss.24 to 36), where they are in force. By reference only: nothing about any person."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="homicide_review_records", editable=False)
    reference = models.CharField("Reference", max_length=100, help_text="A number. No name, no place, no personal information.")
    notified_on = VagueDateField("Notified on")
    decided_on = VagueDateField("Decided whether to review on", null=True, blank=True)
    under_review = models.BooleanField("A review is made", null=True, blank=True)
    finished_on = VagueDateField("Report sent on", null=True, blank=True)
    lessons = models.TextField("What was learnt", blank=True, max_length=5000, help_text="Nothing by which a person could be known.")

    class Meta:
        ordering = ["-notified_on", "-id"]

    def __str__(self) -> str:
        return f"Homicide review {self.reference}"
