from django.db import models

from partnerships.models.body import Organisation, Standing
from partnerships.models.definition import Considered
from partnerships.models.file import StoredFile
from partnerships.models.partnership import Partnership
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDateField


def barred(label: str, citation: str) -> models.CharField:
    return models.CharField(label, max_length=3, choices=Considered.choices, blank=True, help_text=citation)


class SharingAgreement(Lasting):
    """A written agreement on sharing information (s.16): between whom, what for, what stays out, and when it is looked at again."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="sharing_agreements", editable=False)
    title = models.CharField("Title", max_length=200)
    parties = models.ManyToManyField(Organisation, blank=True, related_name="sharing_agreements", verbose_name="Parties")
    purpose = models.TextField("What it is for", blank=True)
    for_csp = models.BooleanField(
        "It is also the protocol of the community safety partnership",
        default=False,
        help_text="The 2007 Regulations ask a community safety partnership for one; there it is law.",
    )
    bars_patient = barred("Does it leave out patient information?", "Section 16 does not authorise sharing it.")
    bars_health = barred(
        "Does it leave out personal information from health and social care authorities?", "Section 16 does not authorise them to give it."
    )
    bars_protected = barred("Does it keep to data protection law?", "Section 16 does not authorise anything against it.")
    bars_intercepted = barred("Does it keep to the Investigatory Powers Act 2016?", "Parts 1 to 7 and chapter 1 of part 9.")
    review_on = VagueDateField("To be reviewed by", null=True, blank=True, help_text="If left empty: twelve months after it began.")
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="File", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class PolicingRequestKind(models.TextChoices):
    INFORMATION = "information", "Information (section 17)"
    MEETING = "meeting", "To come to a meeting (regulation 9)"
    MONITORING = "monitoring", "Monitoring of how the duty is met (section 14)"


class PolicingAnswer(models.TextChoices):
    """The empty choice means that it is not recorded."""

    GIVEN = "given", "Done as asked"
    PARTLY = "partly", "Done in part"
    NOT_HELD = "not-held", "Beyond what the Act asks (not held, or not about this body, its functions or those it serves)"
    REFUSED = "refused", "Refused for another reason"


class PolicingBodyRequest(Withdrawable):
    """The local policing body asked one body for something (s.14(6), s.17(4), SI 2022/1304 reg 9)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="policing_requests", editable=False)
    kind = models.CharField("What kind", max_length=11, choices=PolicingRequestKind.choices)
    asked_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="Asked by")
    asked_of = models.ForeignKey(Organisation, models.PROTECT, related_name="policing_requests", verbose_name="Asked of")
    asked_on = VagueDateField("Asked on")
    about = models.TextField("What was asked", help_text="No personal information.")
    answer_by = models.DateField("Asked for by", null=True, blank=True, help_text="If the request names a day. The law sets none.")
    answered_on = VagueDateField("Answered on", null=True, blank=True)
    answer = models.CharField("The answer", max_length=8, choices=PolicingAnswer.choices, blank=True)
    answer_note = models.TextField("What was answered, and why", blank=True)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="File", editable=False)

    class Meta:
        ordering = ["-asked_on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.asked_of}, {self.asked_on}"


class CollaborationPurpose(models.TextChoices):
    KINDS_AND_CAUSES = "assessing", "Identifying the kinds or causes of serious violence"
    PREPARING = "preparing", "Preparing the strategy"
    CARRYING_OUT = "carrying-out", "Carrying out the strategy"
    OTHER = "other", "Something else"


class CollaborationAnswer(models.TextChoices):
    AGREED = "agreed", "Will work with them"
    PARTLY = "partly", "In part"
    REFUSED = "refused", "Will not"


def ground(label: str, citation: str) -> models.BooleanField:
    return models.BooleanField(label, default=False, help_text=citation)


class CollaborationRequest(Withdrawable):
    """One authority asked another to work with it (s.15(3), (5)(b)), and on which grounds of s.15(7) it did not."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="collaboration_requests", editable=False)
    asked_by = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="Asked by")
    asked_by_as = models.CharField("They asked as", max_length=9, choices=Standing.choices[:2])
    asked_of = models.ForeignKey(Organisation, models.PROTECT, related_name="collaboration_requests", verbose_name="Asked of")
    asked_of_as = models.CharField("They were asked as", max_length=9, choices=Standing.choices[:2])
    asked_on = VagueDateField("Asked on")
    purpose = models.CharField("What for", max_length=12, choices=CollaborationPurpose.choices)
    about = models.TextField("What was asked", help_text="No personal information.")
    answered_on = VagueDateField("Answered on", null=True, blank=True)
    answer = models.CharField("The answer", max_length=7, choices=CollaborationAnswer.choices, blank=True)
    incompatible = ground("Another enactment's duty forbids it", "Section 15(7)(a).")
    adverse = ground("It would harm the body's own functions", "Section 15(7)(b).")
    disproportionate = ground("It would be out of proportion to the need", "Section 15(7)(c).")
    costly = ground("It would cost more than is reasonable", "Section 15(7)(d).")
    reason = models.TextField("Reason", blank=True, help_text="Why the ground holds; the effect together with other requests counts too.")
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="File", editable=False)

    class Meta:
        ordering = ["-asked_on", "-id"]

    def __str__(self) -> str:
        return f"{self.asked_by} asked {self.asked_of}, {self.asked_on}"

    @property
    def grounds(self) -> list[str]:
        """The letters of s.15(7) that were claimed."""
        claimed = zip("abcd", (self.incompatible, self.adverse, self.disproportionate, self.costly), strict=True)
        return [letter for letter, holds in claimed if holds]
