from django.db import models

from partnerships.models.invitation import Invitation
from partnerships.models.partnership import Partnership
from partnerships.models.person import RoleGrant, User


class Handover(models.Model):
    """Somebody left a partnership: what they held, and who follows.

    `taker` is empty while whoever is to follow has not accepted, and where nobody follows. `note` tells the one who follows what to
    know, or says why nobody does; it is shown until `settled_on`. `held` and `passed`: lines of (kind, what it is) without names of
    people, the first as it was on the last day, the second what the taker has got.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="handovers")
    leaver = models.ForeignKey(User, models.PROTECT, related_name="+")
    taker = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    last_day = models.DateField("Last day")
    note = models.TextField("What whoever follows should know", blank=True)
    held = models.JSONField(default=list)
    passed = models.JSONField(default=list)
    settled_on = models.DateField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["partnership", "settled_on"], name="handover_unsettled")]

    def __str__(self) -> str:
        return f"{self.leaver} to {self.taker}" if self.taker else str(self.leaver)

    @property
    def audit_label(self) -> str:
        """As for a person: no name."""
        return f"Person {self.leaver_id} to person {self.taker_id}" if self.taker_id else f"Person {self.leaver_id}"


class OfferedRole(models.Model):
    """A role of the leaver that is offered to somebody who is not here yet: they get its seats when they accept."""

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="offered")
    former = models.OneToOneField(RoleGrant, models.PROTECT, related_name="+")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.former.get_role_display()} (invitation {self.invitation_id})"
