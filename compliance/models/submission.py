from django.db import models

from partnerships.models import Organisation, StoredFile
from strategies.models import Version
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Recipient(models.TextChoices):
    SECRETARY_OF_STATE = "home-office", "The Secretary of State (Home Office)"
    WELSH_MINISTERS = "welsh-ministers", "The Welsh Ministers"
    POLICING_BODY = "policing-body", "The local policing body"
    VRU = "vru", "The violence reduction unit"
    OTHER = "other", "Somebody else"


class Submission(Withdrawable):
    """One sending of a published version to somebody. Which ones count is for the requirements to say (Regs 4(2), 5(2), 6)."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="submissions", editable=False)
    recipient = models.CharField("Sent to", max_length=15, choices=Recipient.choices, default=Recipient.SECRETARY_OF_STATE)
    sender = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        verbose_name="Sent by",
        help_text="The Regulations ask one of the specified authorities to send it.",
    )
    sent_on = VagueDateField("Sent on", help_text="For example 6 2 2024.")
    sent_to = models.CharField("Address it went to", max_length=300, blank=True)
    proof = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    note = models.TextField("Note", blank=True, help_text="For example the reference of the receipt.")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Sent {self.sent_on} to {self.get_recipient_display()} by {self.sender}"
