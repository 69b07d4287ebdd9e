from django.db import models

from partnerships.models import Partnership
from svduty.editing.records import Frozen


class IssuedReport(Frozen):
    """A compliance report as it was issued: its bytes, their SHA-256, and the facts it was made from."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="issued_reports")
    number = models.PositiveIntegerField()
    as_at = models.DateField()
    signed_off_by = models.CharField(max_length=200, blank=True)
    issued_at = models.DateTimeField()
    issued_by_id = models.BigIntegerField(null=True)
    facts = models.JSONField()
    findings = models.JSONField()
    pdf = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["partnership", "number"], name="report_number_once")]

    def __str__(self) -> str:
        return f"Compliance report {self.number}"
