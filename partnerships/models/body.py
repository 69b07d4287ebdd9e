from django.db import models

from partnerships.models.area import LocalGovernmentArea
from partnerships.models.partnership import Partnership
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Lasting
from svduty.vague_dates import VagueDateField


class Standing(models.TextChoices):
    SPECIFIED = "specified", "Specified authority (Schedule 1)"
    RELEVANT = "relevant", "Relevant authority (Schedule 2)"
    OTHER = "other", "Other partner"


class NeededIn(models.TextChoices):
    EVERY_AREA = "every", "Every area"
    ENGLAND = "england", "Every area in England"
    WALES = "wales", "Every area in Wales"
    TWO_TIER = "two-tier", "Two-tier districts"
    NOWHERE = "nowhere", "Not required"


class AuthorityType(Lasting):
    """A capacity in which a body takes part. Data, not code: the Secretary of State may amend Schedules 1 and 2 by regulations."""

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=150)
    standing = models.CharField(max_length=9, choices=Standing.choices)
    needed_in = models.CharField(max_length=8, choices=NeededIn.choices, default=NeededIn.NOWHERE)
    citation = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "Council (district, borough, unitary, Welsh)"
    COUNTY_COUNCIL = "county", "County council"
    POLICE = "police", "Police force"
    PROBATION = "probation", "Probation service"
    YOUTH_OFFENDING = "youth", "Youth offending team (youth justice service)"
    HEALTH = "health", "Integrated care board or Local Health Board"
    FIRE = "fire", "Fire and rescue authority"
    POLICING_BODY = "policing-body", "Local policing body"
    VRU = "vru", "Violence reduction unit"
    PARTNERSHIP = "csp", "Community safety or other partnership"
    EDUCATION = "education", "School, college or other education"
    PRISON = "prison", "Prison"
    YOUTH_CUSTODY = "custody", "Youth custody"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    OTHER = "other", "Other"


class Organisation(Lasting):
    """A public body or partner. Without a partnership it stands in the shared register; with one it is that partnership's own entry."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="own_organisations", editable=False)
    name = models.CharField("Name", max_length=200)
    kind = models.CharField("Kind of body", max_length=13, choices=OrganisationKind.choices)
    website = WebAddressField("Website", blank=True, max_length=500, help_text="For example https://www.example.gov.uk")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"],
                condition=models.Q(partnership__isnull=False),
                name="own_organisation_name_once",
                violation_error_message="An organisation with this name is already in the register.",
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=models.Q(partnership__isnull=True),
                name="shared_organisation_name_once",
                violation_error_message="An organisation with this name is already in the register.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DutyHolder(Lasting):
    """One organisation taking part in one capacity for one area (an organisation may hold two capacities).

    `carried_over`: its lead and deputy came with it from a predecessor and nobody has confirmed them yet.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="duty_holders", editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="duty_holders", verbose_name="Organisation")
    capacity = models.ForeignKey(AuthorityType, models.PROTECT, related_name="+", verbose_name="Takes part as")
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, related_name="+", verbose_name="For the area")
    senior_lead = models.CharField(
        "Named senior lead",
        max_length=200,
        blank=True,
        help_text="The post, not a person's name, for example Borough Commander.",
    )
    lead_since = VagueDateField("Senior lead since", null=True, blank=True, help_text="For example 1 4 2025, or April 2025.")
    deputy = models.CharField("Deputy", max_length=200, blank=True, help_text="The post that stands in.")
    note = models.TextField("Note", blank=True, help_text="For example where this is written down.")
    carried_over = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["area__name", "capacity__position", "organisation__name"]
        verbose_name = "duty holder"
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "capacity", "area"],
                condition=models.Q(ends__isnull=True),
                name="duty_holder_once",
                violation_error_message="This organisation already takes part in this capacity for this area.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} as {self.capacity} for {self.area}"

    def more_words(self) -> dict[str, str]:
        return {"Lead and deputy": "carried over, to be confirmed" if self.carried_over else ""}
