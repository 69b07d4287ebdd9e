from django.db import models

from partnerships.models.partnership import Partnership
from partnerships.models.person import User


class MailedLink(models.Model):
    """A personal link that comes by mail. Its token is known to the receiver alone: we keep the SHA-256 of it.

    It serves one purpose (partnerships/links/purposes.py) for one thing, named by its kind and key, and one address. It has no token
    until its mail goes out, and a new one with each mail.
    """

    purpose = models.CharField(max_length=30)
    thing_kind = models.CharField(max_length=40)
    thing_pk = models.BigIntegerField()
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    address = models.EmailField()
    sha256 = models.CharField(max_length=64, null=True, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    # Why, as a sentence shown to whoever opens it.
    revoked_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "thing_kind", "thing_pk"],
                condition=models.Q(used_at__isnull=True, revoked_at__isnull=True),
                name="link_open_once",
            ),
            models.CheckConstraint(condition=models.Q(used_at__isnull=True) | models.Q(revoked_at__isnull=True), name="link_has_one_end"),
        ]

    def __str__(self) -> str:
        return f"Link {self.pk}"


class Tally(models.Model):
    """How often something was counted until a moment, by all processes together; see partnerships/access/tally.py."""

    key = models.CharField(max_length=200, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
