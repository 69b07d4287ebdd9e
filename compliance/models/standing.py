from django.db import models

from partnerships.models import Partnership, User


class KeptStanding(models.Model):
    """How a partnership stood beside the others when that was last worked out; no record, and made anew whenever its key is another.

    See compliance/oversight.py for what the figures mean.
    """

    partnership = models.OneToOneField(Partnership, models.CASCADE, primary_key=True, related_name="+")
    # One value, and so two a row: SQLite takes 999 in one insert, and four hundred partnerships are kept by one.
    standing = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"standing of {self.partnership_id}"


class SeenStandings(models.Model):
    """How partnerships stood when a person last said that they had seen it, to be told what changed since.

    `worst`: by a partnership's number, the worst status of each family of duties that had one.
    """

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="+")
    seen_on = models.DateField()
    worst = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"seen by {self.user_id} on {self.seen_on}"
