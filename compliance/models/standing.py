from django.db import models

from partnerships.models import Partnership


class KeptStanding(models.Model):
    """How a partnership stood beside the others when that was last worked out; no record, and made anew whenever its key is another.

    See compliance/oversight.py for what the figures mean.
    """

    partnership = models.OneToOneField(Partnership, models.CASCADE, primary_key=True, related_name="+")
    # One value, and so two a row: SQLite takes 999 in one insert, and four hundred partnerships are kept by one.
    standing = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"standing of {self.partnership_id}"
