from django.db import models

from partnerships.models import StoredFile, User
from strategies.models.version import Version
from svduty.editing.records import Withdrawable


class PublicPage(Withdrawable):
    """A published version that anyone can read here. Nothing else of a partnership is public; withdrawn, the page is gone at once.

    `pdf` is kept once it is made, so that everybody gets the same bytes; `made_from` is the SHA-256 of all that it says.
    """

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="public_pages", editable=False)
    opened_at = models.DateTimeField(editable=False)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    pdf = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    made_from = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["-opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["strategy_version"], condition=models.Q(withdrawn_on__isnull=True), name="one_public_page_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"Public page of {self.strategy_version}"
