from django.db import models

from partnerships.models import Organisation, Partnership, StoredFile
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class OfCommittee(models.Model):
    """What a council's crime and disorder committee did (Police and Justice Act 2006 s.19; SI 2009/942)."""

    council = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="Council")
    committee = models.CharField("Committee", max_length=200, blank=True)

    class Meta:
        abstract = True


class ScrutinyMeeting(OfCommittee, Withdrawable):
    """A meeting that reviewed or scrutinised crime and disorder functions: at least one in every twelve months (reg 4, DL-05)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="scrutiny_meetings", editable=False)
    held_on = VagueDateField("Held on")
    functions = models.BooleanField(
        "It reviewed or scrutinised crime and disorder functions", default=True, help_text="It need not have been about this duty alone."
    )
    about = models.TextField("What it looked at", blank=True, max_length=5000)
    next_on = VagueDateField("It will come back to this", null=True, blank=True, help_text="For example January 2027.")
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return f"{self.committee or self.council}, {self.held_on}"


class ScrutinyReport(OfCommittee, Withdrawable):
    """A report or recommendation of the committee, and the written reply, due 28 days from its date (reg 7, DL-04)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="scrutiny_reports", editable=False)
    title = models.CharField("Report or recommendation", max_length=200)
    dated = VagueDateField("Date of the report", help_text="The 28 days count from the day after it.")
    recommendations = models.TextField("Recommendations", blank=True, max_length=10_000, help_text="One recommendation a line.")
    asked_of = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Who has to reply")
    replied_on = VagueDateField("Replied in writing on", null=True, blank=True)
    reply = models.TextField("The reply", blank=True, max_length=20_000)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-dated", "-id"]

    def __str__(self) -> str:
        return self.title


class ScrutinyRequest(OfCommittee, Withdrawable):
    """A written request of the committee for information (reg 5): by the date it names, or as soon as reasonably possible."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="scrutiny_requests", editable=False)
    about = models.TextField("What was asked", max_length=5000, help_text="No personal information.")
    asked_of = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Asked of")
    asked_on = VagueDateField("Asked on")
    answer_by = models.DateField("Asked for by", null=True, blank=True)
    answered_on = VagueDateField("Answered on", null=True, blank=True)
    answer = models.TextField("The answer", blank=True, max_length=10_000)

    class Meta:
        ordering = ["-asked_on", "-id"]

    def __str__(self) -> str:
        return f"Request of {self.committee or self.council}, {self.asked_on}"
