import secrets

from django.db import models

from partnerships.models.partnership import Partnership
from svduty.editing.records import Frozen


def random_path(stored: "StoredFile", name: str) -> str:
    """Where the bytes lie: never a name a person chose."""
    return f"{secrets.token_hex(2)}/{secrets.token_hex(16)}"


class StoredFile(Frozen):
    """A checked upload, kept as it came. A newer file is a new row."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="files")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to=random_path, max_length=80)
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
