from django.db import models

from partnerships.models.area import LocalGovernmentArea
from partnerships.models.body import Organisation
from partnerships.models.partnership import Partnership
from svduty.editing.records import Withdrawable


class SuccessionKind(models.TextChoices):
    BODY = "body", "A body"
    AREA = "area", "A local government area"


class Succession(Withdrawable):
    """On `vesting_day` one body or area took the place of others: an integrated care board that merged, a district made unitary.

    One row a partnership, with what passed there; the one without a partnership says that it was done for the whole installation.
    `moved`: a line for each thing and what became of it, as it was said on the day. `finished_on`: when the last of it passed; empty
    while open work waits for vesting day.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="successions", editable=False)
    kind = models.CharField(max_length=4, choices=SuccessionKind.choices, editable=False)
    former_bodies = models.ManyToManyField(Organisation, blank=True, related_name="succeeded_by", editable=False)
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="successions", editable=False)
    former_areas = models.ManyToManyField(LocalGovernmentArea, blank=True, related_name="succeeded_by", editable=False)
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, null=True, blank=True, related_name="successions", editable=False)
    vesting_day = models.DateField("Vesting day", editable=False)
    note = models.TextField("Note", blank=True, editable=False)
    moved = models.JSONField(default=list, editable=False)
    entered_on = models.DateField(editable=False)
    finished_on = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-vesting_day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="body", body__isnull=False, area__isnull=True)
                | models.Q(kind="area", area__isnull=False, body__isnull=True),
                name="succession_has_its_successor",
            )
        ]

    def __str__(self) -> str:
        return f"{self.body or self.area} from {self.vesting_day:%-d %B %Y}"
