from django.core.validators import RegexValidator
from django.db import models

from svduty.editing.records import Lasting, Record
from svduty.vague_dates import VagueDateField


class LegalBasis(models.TextChoices):
    SECTION_8 = "s8", "Section 8: one local government area"
    SECTION_9 = "s9", "Section 9: a wider area"
    BOTH = "s8-s9", "Sections 8 and 9 together"

    @property
    def includes_section_8(self) -> bool:
        return self != LegalBasis.SECTION_9

    @property
    def includes_section_9(self) -> bool:
        return self != LegalBasis.SECTION_8


class Partnership(Record):
    """The bodies of one or more areas who meet the duty together.

    `records_from` to `records_to` is the time for which its records here are complete: outside it nothing is ever called overdue.
    `not_in_papers`: codes of requirements about which the papers of an example say nothing; nothing is claimed of those.
    """

    name = models.CharField("Name", max_length=200, unique=True)
    slug = models.SlugField(
        "Short name for addresses",
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", "Use lower-case letters, numbers and hyphens, for example anyborough.")],
        help_text="Lower-case letters, numbers and hyphens. It cannot be changed later.",
    )
    legal_basis = models.CharField(
        "Legal basis",
        max_length=5,
        choices=LegalBasis.choices,
        default=LegalBasis.SECTION_8,
        help_text="Under which section of the Police, Crime, Sentencing and Courts Act 2022 the partnership works.",
    )
    records_from = models.DateField(
        "Records complete from",
        help_text="The day from which everything relevant is recorded here. Nothing due before it is called overdue.",
    )
    records_to = models.DateField(
        "Records complete to",
        null=True,
        blank=True,
        help_text="Only for a closed partnership or an example: the day on which its records end.",
    )
    homicide_reviews = models.BooleanField(
        "Offensive weapons homicide reviews are in force here",
        default=False,
        help_text="Sections 24 to 36 apply only where regulations say so.",
    )
    invented = models.BooleanField(default=False, editable=False)
    from_papers = models.BooleanField("An example from public papers", default=False, editable=False)
    not_in_papers = models.JSONField(default=list, editable=False)
    source = models.TextField("About these records", blank=True, help_text="For example the paper they were entered from.")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(records_to__isnull=True) | models.Q(records_to__gte=models.F("records_from")),
                name="partnership_records_end_after_start",
                violation_error_message="The records cannot end before they begin.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class LeadAgreement(Lasting):
    """Which body leads, and when the others agreed to it (the Act names no lead: it leaves that to the authorities)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="leads", editable=False)
    starts = None
    organisation = models.ForeignKey(
        "partnerships.Organisation",
        models.PROTECT,
        verbose_name="Lead body",
        related_name="+",
        help_text="A specified authority, a local policing body, a community safety partnership or a violence reduction unit.",
    )
    agreed_on = VagueDateField("Agreed on", null=True, blank=True, help_text="For example 20 2 2024, or February 2024.")
    reference = models.CharField("Minute or paper", max_length=300, blank=True, help_text="Where it is written down.")

    class Meta:
        ordering = ["id"]
        verbose_name = "lead agreement"

    def __str__(self) -> str:
        return f"Lead: {self.organisation}"
