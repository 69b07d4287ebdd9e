from django.db import models

from partnerships.models import Organisation, Partnership
from strategies.models.delivery import Objective
from svduty import dates
from svduty.editing.records import Lasting, Withdrawable


class Unit(models.TextChoices):
    NUMBER = "number", "Number"
    PERCENT = "percent", "Percentage"
    RATE = "rate", "Rate for each 1,000 people"
    POUNDS = "pounds", "Pounds"


class Better(models.TextChoices):
    LOWER = "lower", "Lower is better"
    HIGHER = "higher", "Higher is better"
    NEITHER = "neither", "Neither"


class Frequency(models.IntegerChoices):
    """How many months one reading covers."""

    MONTHLY = 1, "Each month"
    QUARTERLY = 3, "Each quarter"
    HALF_YEARLY = 6, "Each half year"
    YEARLY = 12, "Each year"


class Measure(Lasting):
    """A measure of success: what is counted, from where, and how often (domain 3.6)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="measures", editable=False)
    objective = models.ForeignKey(
        Objective, models.PROTECT, null=True, blank=True, related_name="measures", verbose_name="The objective it measures"
    )
    name = models.CharField("Measure", max_length=200)
    counts = models.TextField("What exactly is counted", blank=True, max_length=2000)
    unit = models.CharField("Unit", max_length=7, choices=Unit.choices, default=Unit.NUMBER)
    better = models.CharField("Which way is better", max_length=7, choices=Better.choices, default=Better.LOWER)
    source = models.CharField("Where the figures come from", max_length=200, blank=True)
    source_body = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Which body gives them"
    )
    every_months = models.PositiveSmallIntegerField("How often", choices=Frequency.choices, default=Frequency.QUARTERLY)
    days_to_report = models.PositiveSmallIntegerField("Days until a figure is there", default=60, help_text="After its time has ended.")
    target = models.DecimalField("Target", max_digits=12, decimal_places=2, null=True, blank=True)
    target_by = models.DateField("Target to be reached by", null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Reading(Withdrawable):
    """One figure of a measure, for the days `first` to `last`. `few`: it was too small to be told (fewer than five)."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="readings", editable=False)
    first = models.DateField("From")
    last = models.DateField("to")
    value = models.DecimalField("Figure", max_digits=12, decimal_places=2, null=True, blank=True)
    few = models.BooleanField("Fewer than five, so the figure is not given", default=False)
    breaks = models.BooleanField("It cannot be compared with those before", default=False)
    note = models.CharField("Note", max_length=300, blank=True, help_text="For example why it cannot be compared.")

    class Meta:
        ordering = ["first", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")),
                name="reading_ends_after_start",
                violation_error_message="The time it covers cannot end before it begins.",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True, few=True) | models.Q(value__isnull=False, few=False),
                name="reading_has_a_figure_or_is_few",
                violation_error_message="Enter the figure, or say that it is fewer than five.",
            ),
            models.UniqueConstraint(
                fields=["measure", "first", "last"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="reading_once",
                violation_error_message="A figure for this time is already recorded.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, to {dates.say_short(self.last)}"
