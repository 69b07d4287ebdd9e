from django.db import models

from partnerships.models.body import Organisation
from partnerships.models.file import StoredFile
from partnerships.models.partnership import Partnership
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class PolicingContactKind(models.TextChoices):
    MEETING = "meeting", "A meeting it convened (regulation 9)"
    VISIT = "visit", "A monitoring visit (section 14)"
    REPORT = "report", "A monitoring report (section 14)"


class PolicingBodyContact(Withdrawable):
    """A meeting, visit or report of the local policing body about how the duty is met: what it found, and what was answered when."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="policing_contacts", editable=False)
    kind = models.CharField("What kind", max_length=7, choices=PolicingContactKind.choices)
    by = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="Local policing body")
    held_on = VagueDateField("On")
    attended = models.ManyToManyField(Organisation, blank=True, related_name="+", verbose_name="Which bodies took part")
    about = models.TextField("What it was about", blank=True, max_length=5000)
    findings = models.TextField("What it found", blank=True, max_length=10_000, help_text="One finding a line.")
    answer_by = models.DateField("An answer is asked for by", null=True, blank=True, help_text="The law sets no day.")
    answered_on = VagueDateField("Answered on", null=True, blank=True)
    answer = models.TextField("What was answered", blank=True, max_length=10_000)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display().split(' (')[0]}, {self.held_on}"
