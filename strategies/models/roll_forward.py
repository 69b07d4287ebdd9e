from django.db import models

from strategies.models.strategy import Strategy
from svduty.editing.records import Frozen


class RollForward(Frozen):
    """What was carried over from one strategy into the next, what stays where it is, and what was left behind and why.

    `told`: lists of lines, each with what it names and why, under "carried", "stays" and "left" (strategies/rolling.py).
    """

    before = models.ForeignKey(Strategy, models.PROTECT, related_name="rolled_into")
    after = models.OneToOneField(Strategy, models.PROTECT, related_name="rolled_from")
    told = models.JSONField()
    made_at = models.DateTimeField()
    # By number, so that the person can be erased.
    made_by_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(before=models.F("after")), name="rolled_into_another"),
        ]

    def __str__(self) -> str:
        return f"From {self.before} into {self.after}"
