from django.db import models

from partnerships.models import LocalGovernmentArea, Organisation, Partnership, StoredFile
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


def lines_of(text: str) -> list[str]:
    """What stands on the lines of a text, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class NeedsAssessment(Withdrawable):
    """A strategic needs assessment: the evidence behind a strategy. The Act asks for what it finds (s.8(3)(a), (b)), not for the paper."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="needs_assessments", editable=False)
    title = models.CharField("Title", max_length=200)
    period_from = VagueDateField("Looks at the time from", null=True, blank=True, help_text="For example April 2021, or just 2021.")
    period_to = VagueDateField("to", null=True, blank=True)
    completed_on = VagueDateField("Completed on", null=True, blank=True, help_text="For example 30 10 2023, or October 2023.")
    approved_by = models.CharField("Approved by", max_length=200, blank=True, help_text="The board or group, not a person's name.")
    approved_on = VagueDateField("Approved on", null=True, blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    findings = models.TextField("Findings", blank=True, help_text="One finding a line.")
    recommendations = models.TextField("Recommendations", blank=True, help_text="One recommendation a line.")
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Where it can be read", max_length=500, blank=True, help_text="If it is published. It need not be.")
    note = models.TextField("Note", blank=True, help_text="For example who may see it, and how it was tested with partners.")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def finding_lines(self) -> list[str]:
        return lines_of(self.findings)

    @property
    def recommendation_lines(self) -> list[str]:
        return lines_of(self.recommendations)


class AssessedArea(Withdrawable):
    """What an assessment found in one area: the kinds of serious violence and, so far as possible, their causes (s.8(3)(a), (b))."""

    assessment = models.ForeignKey(NeedsAssessment, models.PROTECT, related_name="assessed_areas", editable=False)
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, related_name="+", verbose_name="Area")
    kinds = models.TextField("Kinds of serious violence", blank=True, help_text="One kind a line, for example robbery with a knife.")
    causes = models.TextField("Causes, so far as possible", blank=True, help_text="One cause or risk factor a line.")
    causes_note = models.TextField(
        "Why causes could not be found",
        blank=True,
        help_text="Only if none could. The Act asks for the causes “so far as it is possible to do so”.",
    )

    class Meta:
        ordering = ["area__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "area"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="area_assessed_once",
                violation_error_message="What this assessment found in this area is already recorded.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.area} in {self.assessment}"

    @property
    def kind_lines(self) -> list[str]:
        return lines_of(self.kinds)

    @property
    def cause_lines(self) -> list[str]:
        return lines_of(self.causes)


class DataSource(Withdrawable):
    """Data that one body gave for an assessment, and when; or why it is missing."""

    assessment = models.ForeignKey(NeedsAssessment, models.PROTECT, related_name="data_sources", editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="From, if it is in the register"
    )
    other_body = models.CharField("or from another body", max_length=200, blank=True)
    what = models.CharField("What data", max_length=200, help_text="For example recorded offences, or assaults seen in hospital.")
    received_on = VagueDateField("Received on", null=True, blank=True)
    gap = models.TextField("What is missing, and why", blank=True, help_text="If the data did not come, or not all of it.")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | ~models.Q(other_body=""),
                name="data_source_says_from_whom",
                violation_error_message="Say from which body the data comes: choose it from the register, or write its name.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} from {self.body}"

    @property
    def body(self) -> str:
        return str(self.organisation) if self.organisation_id else self.other_body
