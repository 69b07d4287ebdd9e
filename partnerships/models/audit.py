from django.db import models

from partnerships.models.partnership import Partnership
from svduty.editing.records import Frozen

INSTALLATION = "installation"


class AuditChain(models.Model):
    """The head of one chain of entries: one a partnership, one for the installation. Locked while an entry is added.

    `records_head`: the hash of the newest entry of an event that alters records, so that what is worked out from records may be
    remembered while people only come and go.
    """

    scope = models.CharField(max_length=30, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
    records_head = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.scope} at {self.number}"

    @staticmethod
    def scope_of(partnership: Partnership | None) -> str:
        return f"partnership-{partnership.pk}" if partnership else INSTALLATION


class AuditEntry(Frozen):
    """Who did what, when, to which record. `hash` covers every field here and the entry before; the actor's label is kept apart."""

    scope = models.CharField(max_length=30)
    number = models.PositiveBigIntegerField()
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, related_name="audit_entries")
    at = models.DateTimeField()
    event = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(null=True)
    target_kind = models.CharField(max_length=40, blank=True)
    target_pk = models.BigIntegerField(null=True)
    target_label = models.CharField(max_length=300, blank=True)
    changes = models.JSONField(default=dict)
    comment = models.TextField(blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        verbose_name = "audit entry"
        constraints = [models.UniqueConstraint(fields=["scope", "number"], name="audit_number_once")]
        indexes = [models.Index(fields=["scope", "target_kind", "target_pk"], name="audit_by_target")]

    def __str__(self) -> str:
        return f"{self.scope} {self.number}: {self.event}"


class ActorLabel(models.Model):
    """How an actor is shown in the audit. Erasing a person blanks this row; the chain stays whole."""

    actor_id = models.BigIntegerField(primary_key=True)
    label = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.label
