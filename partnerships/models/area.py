from django.db import models
from django.db.models.functions import Lower

from partnerships.models.partnership import Partnership
from svduty.editing.records import Lasting, Record
from svduty.vague_dates import VagueDateField


class PoliceArea(Record):
    """The area of one police force. An overseer's role is given for a police area."""

    name = models.CharField("Name", max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AreaKind(models.TextChoices):
    """The kinds of local government area of Part 2 Chapter 1 of the Act (section 11)."""

    TWO_TIER_DISTRICT = "two-tier", "District in a county with two councils (two-tier)"
    METROPOLITAN = "metropolitan", "Metropolitan district"
    UNITARY = "unitary", "Unitary authority area"
    LONDON_BOROUGH = "london", "London borough"
    CITY = "city", "City of London"
    SCILLY = "scilly", "Isles of Scilly"
    WELSH_COUNTY = "welsh-county", "County in Wales"
    WELSH_BOROUGH = "welsh-borough", "County borough in Wales"
    WELSH = "welsh", "County or county borough in Wales"


class LocalGovernmentArea(Lasting):
    """A local government area in law: in two-tier England the district, not the county.

    `source`, `source_date` and `licence` say where it was taken from, if from a list and not by hand.
    """

    name = models.CharField("Name", max_length=100)
    kind = models.CharField("Kind of area", max_length=13, choices=AreaKind.choices)
    ons_code = models.CharField(
        "ONS code",
        max_length=9,
        blank=True,
        help_text="Nine characters, from the Office for National Statistics, if you have it.",
    )
    upper_tier = models.CharField("County", max_length=100, blank=True, help_text="Only for a district in a two-tier county.")
    region = models.CharField("Region", max_length=100, blank=True)
    police_area = models.ForeignKey(PoliceArea, models.PROTECT, null=True, blank=True, verbose_name="Police area", related_name="areas")
    source = models.CharField("Taken from", max_length=200, blank=True, editable=False)
    source_date = VagueDateField("As at", null=True, blank=True, editable=False)
    licence = models.CharField("Licence", max_length=100, blank=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "local government area"
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                "kind",
                condition=models.Q(ends__isnull=True),
                name="area_name_and_kind_once",
                violation_error_message="An area of this name and kind is listed already. If it has ended, say until when there first.",
            ),
            models.UniqueConstraint(
                fields=["ons_code"],
                condition=~models.Q(ons_code=""),
                name="area_ons_code_once",
                violation_error_message="Another area already has this ONS code.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def in_wales(self) -> bool:
        return self.kind in (AreaKind.WELSH_COUNTY, AreaKind.WELSH_BOROUGH, AreaKind.WELSH)

    @property
    def two_tier(self) -> bool:
        return self.kind == AreaKind.TWO_TIER_DISTRICT


class PartnershipArea(Lasting):
    """An area that a partnership covers, and since when."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="area_links", editable=False)
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, related_name="partnership_links", verbose_name="Area")

    class Meta:
        ordering = ["area__name"]
        verbose_name = "area of the partnership"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "area"],
                condition=models.Q(ends__isnull=True),
                name="partnership_area_once",
                violation_error_message="The partnership already covers this area.",
            )
        ]

    def __str__(self) -> str:
        return str(self.area)
