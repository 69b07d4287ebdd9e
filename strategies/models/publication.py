from django.db import models

from partnerships.models import LocalGovernmentArea, Organisation
from strategies.models.version import Version
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Way(models.TextChoices):
    WEBSITE = "website", "On a website"
    OTHER = "other", "In another form"


class Language(models.TextChoices):
    ENGLISH = "en", "English"
    WELSH = "cy", "Welsh"
    BOTH = "en-cy", "English and Welsh"


class Publication(Withdrawable):
    """One act of publishing a version: on one body's website for one area, or in another form (Regs 4(1), 5(1), 6)."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="publications", editable=False)
    way = models.CharField("How", max_length=7, choices=Way.choices, editable=False)
    published_on = VagueDateField("Published on", help_text="The day it was placed there, for example 31 1 2024.")
    language = models.CharField("Language", max_length=5, choices=Language.choices, default=Language.ENGLISH)
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="For the area")
    owner = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Whose website",
        help_text="A specified authority for the area, or its local policing body.",
    )
    address = WebAddressField("Address of the page", max_length=500, blank=True)
    other_form = models.CharField("Form", max_length=200, blank=True, help_text="For example a leaflet, easy read, a meeting.")
    audience = models.CharField("For whom", max_length=200, blank=True, help_text="The groups it is meant to reach.")
    reason = models.TextField(
        "Why it went out without what was missing",
        blank=True,
        help_text="Needed when no sensitivity check was recorded before.",
    )
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["published_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(way=Way.WEBSITE, area__isnull=False) | (models.Q(way=Way.OTHER) & ~models.Q(other_form="")),
                name="publication_says_where",
            )
        ]

    def __str__(self) -> str:
        where = f"on the website of {self.owner}" if self.owner_id else self.other_form or "on a website"
        return f"Published {self.published_on} {where}"
