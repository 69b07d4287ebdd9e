from django.db import models

from partnerships.models import StoredFile
from strategies.models.strategy import Strategy
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Frozen, Withdrawable
from svduty.vague_dates import VagueDateField


class Form(models.TextChoices):
    TYPED = "typed", "The working draft as it stands"
    DOCUMENT = "document", "An uploaded document"
    LINK = "link", "A link to a document elsewhere"


class Version(Frozen):
    """A numbered version of a strategy, kept as it was on its date. A revised strategy is a new version (Act s.8(11))."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("Version")
    title = models.CharField("Title", max_length=200)
    form = models.CharField("What is kept", max_length=8, choices=Form.choices)
    dated = VagueDateField("Date of this version")
    note = models.TextField("Note", blank=True)
    # Heading and text of each, and as `key` which section of the draft it was, so that one renamed or moved is known again.
    sections = models.JSONField(default=list)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = WebAddressField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=models.Q(form=Form.TYPED)
                | models.Q(form=Form.DOCUMENT, document__isnull=False)
                | (models.Q(form=Form.LINK) & ~models.Q(link="")),
                name="version_has_its_text",
            ),
        ]

    @classmethod
    def record_kind(cls) -> str:
        return "version"

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class Outcome(models.TextChoices):
    APPROVED = "approved", "Approved"
    CONDITIONS = "conditions", "Approved with conditions"
    NOTED = "noted", "Noted or commented, no decision"
    SENT_BACK = "sent-back", "Sent back"


APPROVING = (Outcome.APPROVED, Outcome.CONDITIONS)


class Approval(Withdrawable):
    """A decision on a version by a board, a cabinet or another decision-maker: recorded by hand, or what an approval round came to."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="approvals", editable=False)
    decided_by = models.CharField("Decided by", max_length=200, help_text="The board or cabinet.")
    decided_on = VagueDateField("Decided on", help_text="For example 16 1 2024.")
    outcome = models.CharField("Decision", max_length=10, choices=Outcome.choices, default=Outcome.APPROVED)
    conditions = models.TextField("Conditions", blank=True, help_text="Only where it was approved with conditions.")
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    link = WebAddressField("Where the paper can be read", max_length=500, blank=True)
    document = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Paper", editable=False)
    round = models.OneToOneField("strategies.ApprovalRound", models.PROTECT, null=True, blank=True, related_name="approval", editable=False)

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} by {self.decided_by}, {self.decided_on}"


class CheckResult(models.TextChoices):
    NOTHING = "nothing", "Nothing barred was found"
    REMOVED = "removed", "Barred material was found and taken out"
    STILL_THERE = "still-there", "Barred material is still in it"


class SensitivityCheck(Withdrawable):
    """The check that the public version holds nothing the Act bars (s.8(8), s.9(9)): five questions, a post and a date."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="sensitivity_checks", editable=False)
    safety = models.BooleanField("Nothing in it might jeopardise anyone's safety")
    prevention = models.BooleanField("Nothing in it might prejudice the prevention or detection of crime")
    investigation = models.BooleanField("Nothing in it might prejudice an investigation or a prosecution")
    institutions = models.BooleanField(
        "Nothing in it might compromise security, good order or discipline in a school, prison or youth custody"
    )
    persons = models.BooleanField("No victim, suspect or patient can be recognised from it")
    result = models.CharField("Result", max_length=11, choices=CheckResult.choices)
    checked_by = models.CharField("Checked by", max_length=200, help_text="The post, not a person's name.")
    checked_on = VagueDateField("Checked on")
    note = models.TextField("Note", blank=True)

    def __str__(self) -> str:
        return f"Sensitivity check of {self.checked_on}"
