from django.db import models

from partnerships.models import Partnership, StoredFile
from svduty.editing.records import Withdrawable


class Composed(models.Model):
    """A text that is composed from the records as at a day and then edited by people.

    `composed` is what was composed last, so that composing again puts in what is new and leaves what people wrote. `paper` is the PDF
    made last, of the text with the SHA-256 `paper_of`.
    """

    as_at = models.DateField("The position as at", null=True, blank=True, editable=False)
    text = models.TextField("Text", blank=True, max_length=100_000)
    composed = models.TextField(blank=True, editable=False)
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, editable=False, related_name="+")
    paper_of = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True


class CommitteeReport(Composed, Withdrawable):
    """A report to a committee, cabinet or board in the order that councils use, drafted from the records."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="committee_reports", editable=False)
    title = models.CharField("Title", max_length=200)
    committee = models.CharField("For which committee or board", max_length=200)
    meeting_on = models.DateField("It goes to the meeting of", null=True, blank=True)
    by = models.CharField("Report of", max_length=200, blank=True, help_text="The post, not a person's name.")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title
