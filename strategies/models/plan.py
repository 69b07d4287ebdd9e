from django.db import models

from partnerships.models import Organisation, Partnership, StoredFile
from strategies.models.strategy import Strategy
from svduty import dates
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class PartnershipPlan(Withdrawable):
    """The community safety partnership's own plan or strategy (Crime and Disorder Act 1998 s.6): it has to cover serious violence."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="partnership_plans", editable=False)
    title = models.CharField("Title", max_length=200)
    period_from = VagueDateField("Period from", null=True, blank=True)
    period_to = VagueDateField("Period to", null=True, blank=True)
    covers = models.CharField(
        "Does it have a strategy against serious violence (section 6(1)(d))?",
        max_length=3,
        choices=[("yes", "Yes"), ("no", "No")],
        blank=True,
    )
    strategy = models.ForeignKey(
        Strategy, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="That strategy is this one, kept here"
    )
    adopted_on = VagueDateField("Adopted or last revised on", null=True, blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class RegionalPlanSending(Withdrawable):
    """The actions under a funder's themes, sent to it: for example London's Violence and Vulnerability Action Plan (DL-08).

    The day is set by the funder each year and entered, never assumed.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="regional_plans", editable=False)
    title = models.CharField("Plan", max_length=200)
    recipient = models.CharField("Sent to", max_length=200)
    due_on = models.DateField("To be sent by", help_text="The day the recipient set for this year.")
    sent_on = VagueDateField("Sent on", null=True, blank=True)
    sent_by = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Sent by")
    reference = models.CharField("Reference", max_length=300, blank=True)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["-due_on", "-id"]

    def __str__(self) -> str:
        return f"{self.title}, due {dates.say_short(self.due_on)}"
