from django.db import models

from partnerships.models import Partnership, StoredFile
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Evidence(Withdrawable):
    """A file or a link that shows something about a requirement. Its own date is not the day it was put here."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="evidence", editable=False)
    requirement = models.CharField(max_length=12, editable=False)
    title = models.CharField("What it is", max_length=200, help_text="For example Cabinet minutes.")
    dated = VagueDateField("Its own date", help_text="The date of the document itself, not of today.")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Link", max_length=500, blank=True)
    note = models.TextField("What it shows", blank=True, max_length=5000)
    added_on = models.DateField(editable=False)

    class Meta:
        ordering = ["-added_on", "-id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=models.Q(file__isnull=False) | ~models.Q(link=""), name="evidence_has_file_or_link")
        ]

    def __str__(self) -> str:
        return self.title


class Response(Withdrawable):
    """What the partnership says beside a finding it sees differently. It is dated and changes nothing."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="responses", editable=False)
    requirement = models.CharField(max_length=12, editable=False)
    text = models.TextField("Our response", max_length=5000, help_text="For example: we see this differently, because ...")
    dated = VagueDateField("Dated", exact=True)
    by = models.CharField("On behalf of the partnership", max_length=200, help_text="The post that answers for it.")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Response to {self.requirement} of {self.dated}"
