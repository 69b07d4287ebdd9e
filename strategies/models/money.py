from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models

from partnerships.models import Organisation, Partnership, StoredFile
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDateField

MOST = Decimal("999999999.99")


class FundingStream(Lasting):
    """Where money comes from: a grant, a council's budget, a fund of the partners."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="funding_streams", editable=False)
    name = models.CharField("Name", max_length=200, help_text="For example Serious Violence Duty grant.")
    funder = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Who pays, if it is in the register"
    )
    other_funder = models.CharField("or another payer", max_length=200, blank=True)
    duty_grant = models.BooleanField("It is the Home Office's grant for this duty", default=False)
    may_carry_over = models.BooleanField(
        "What is left may be spent in the next year", default=False, help_text="The Home Office's grant for this duty may not."
    )
    conditions = models.TextField("Conditions", blank=True, max_length=5000)
    afterwards = models.TextField("What becomes of the work when it ends", blank=True, max_length=5000)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def payer(self) -> str:
        return str(self.funder) if self.funder else self.other_funder


class LineKind(models.TextChoices):
    AWARD = "award", "Award: money that is given"
    COMMITMENT = "commitment", "Commitment: money that is promised to work"
    SPEND = "spend", "Spend: money that was paid out"


class CostType(models.TextChoices):
    """The split of the Home Office's grant (domain 4.1). The empty choice means that it is not recorded."""

    LABOUR = "labour", "Labour: staff"
    NON_LABOUR = "non-labour", "Non-labour: projects and other costs"


class FundingLine(Withdrawable):
    """One amount of one stream in one financial year. Totals are never kept: they are added up from these.

    `year` is the one in which the financial year begins: 2026 is April 2026 to March 2027. `planned`: hoped for, and not counted.
    """

    stream = models.ForeignKey(FundingStream, models.PROTECT, related_name="lines", editable=False)
    kind = models.CharField("What it is", max_length=10, choices=LineKind.choices)
    year = models.PositiveSmallIntegerField("Financial year", help_text="For example 2026/27.")
    cost_type = models.CharField("Labour or non-labour", max_length=10, choices=CostType.choices, blank=True)
    what = models.CharField("What for", max_length=300, blank=True)
    amount = models.DecimalField("Amount in pounds", max_digits=11, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))])
    up_to = models.DecimalField(
        "Up to", max_digits=11, decimal_places=2, null=True, blank=True, help_text="Only where nothing but a range is known."
    )
    planned = models.BooleanField("It is only planned", default=False, help_text="Then it does not count as money that is there.")
    matched = models.BooleanField("It is match funding", default=False)
    from_body = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Paid in by")
    action = models.ForeignKey(
        "strategies.Action", models.PROTECT, null=True, blank=True, related_name="money", verbose_name="For the action"
    )
    on = VagueDateField("On", null=True, blank=True, help_text="The day it was agreed or paid.")
    reference = models.CharField("Reference", max_length=300, blank=True)

    class Meta:
        ordering = ["year", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0, amount__lte=MOST),
                name="funding_line_amount",
                violation_error_message="Enter an amount above 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(up_to__isnull=True) | models.Q(up_to__gt=models.F("amount")),
                name="funding_line_range",
                violation_error_message="The end of the range has to be more than its beginning.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_words} of {self.amount:,.2f} pounds, {self.stream}"

    @property
    def kind_words(self) -> str:
        return self.get_kind_display().split(":")[0]

    @property
    def type_words(self) -> str:
        return self.get_cost_type_display().split(":")[0]


class Quarter(models.IntegerChoices):
    YEAR = 0, "The year"
    FIRST = 1, "April to June"
    SECOND = 2, "July to September"
    THIRD = 3, "October to December"
    FOURTH = 4, "January to March"


class GrantReturn(Withdrawable):
    """A report on a grant that its funder asked for, for one quarter or for the whole year (DL-12: the day is entered).

    `amount_sent`: what it said was spent. It stays when the records change afterwards; None where nobody knows it.
    """

    stream = models.ForeignKey(FundingStream, models.PROTECT, related_name="returns", editable=False)
    year = models.PositiveSmallIntegerField("Financial year", help_text="For example 2026/27.")
    quarter = models.PositiveSmallIntegerField("For", choices=Quarter.choices)
    due_on = models.DateField("To be sent by", help_text="As the funder set it.")
    sent_on = VagueDateField("Sent on", null=True, blank=True)
    amount_sent = models.DecimalField("Amount sent", max_digits=11, decimal_places=2, null=True, blank=True)
    reference = models.CharField("Reference", max_length=300, blank=True)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["year", "due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "year", "quarter"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="grant_return_once",
                violation_error_message="This return is already recorded.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_sent__isnull=True) | models.Q(amount_sent__gte=0, amount_sent__lte=MOST),
                name="grant_return_amount",
                violation_error_message="An amount cannot be less than 0.",
            ),
        ]

    def __str__(self) -> str:
        return f"Return for {self.get_quarter_display()} of {self.year}/{(self.year + 1) % 100:02d}"
