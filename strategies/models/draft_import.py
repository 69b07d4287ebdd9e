from django.db import models

from partnerships.models import StoredFile, User
from strategies.models.strategy import Strategy


class DraftImport(models.Model):
    """A Word document that was read for the working draft: the file as it came, what was found in it, and when that was added.

    `found`: its sections, each with heading and Markdown; `not_kept`: in words, what of it has no place in a text.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="imports", editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", editable=False)
    found = models.JSONField(default=list, editable=False)
    not_kept = models.JSONField(default=list, editable=False)
    read_at = models.DateTimeField(editable=False)
    read_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    added_at = models.DateTimeField(null=True, editable=False)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", editable=False)

    class Meta:
        ordering = ["-read_at", "-id"]

    def __str__(self) -> str:
        return self.file.name
