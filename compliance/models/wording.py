from django.db import models

from svduty.editing.records import Record
from svduty.vague_dates import VagueDateField


class DeadlineSetting(Record):
    """How many days before its date a deadline is "due soon" and, for a deadline without a date in law, our local target."""

    code = models.CharField(max_length=5, unique=True, editable=False)
    window_days = models.PositiveSmallIntegerField("Due soon, days before")
    target_days = models.PositiveSmallIntegerField("Local target, days", null=True, blank=True, help_text="Not law.")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class RequirementWording(Record):
    """Plain words and a guidance paragraph for a requirement from a date on, in place of the catalogue's own."""

    code = models.CharField(max_length=12, editable=False)
    plain = models.TextField("The duty in plain words", blank=True)
    paragraph = models.CharField("Paragraph of the statutory guidance", max_length=50, blank=True)
    starts = VagueDateField("From", exact=True)

    class Meta:
        ordering = ["code", "-starts"]
        constraints = [models.UniqueConstraint(fields=["code", "starts"], name="wording_once_a_day")]

    def __str__(self) -> str:
        return f"Wording of {self.code} from {self.starts}"
