from django.db import models

from partnerships.models.area import PoliceArea
from partnerships.models.board import Seat
from partnerships.models.body import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.person import IN_PARTNERSHIP, Role, RoleGrant, User

OPEN = models.Q(accepted_on__isnull=True, withdrawn_on__isnull=True)


class Invitation(models.Model):
    """A role offered to whoever reads the mail of one address. Person and role come into being when it is accepted.

    It stands open until it is accepted or withdrawn; the mailed link has an end of its own and can be sent again.
    """

    address = models.EmailField("E-mail address")
    name = models.CharField("Name or post", max_length=150)
    role = models.CharField(max_length=13, choices=Role.choices)
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, related_name="invitations")
    police_area = models.ForeignKey(PoliceArea, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    # The place on a board that a board member takes.
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    invited_on = models.DateField()
    accepted_on = models.DateField(null=True)
    # The role it led to; none while it is open.
    grant = models.OneToOneField(RoleGrant, models.PROTECT, null=True, related_name="invitation")
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=IN_PARTNERSHIP, partnership__isnull=False, police_area__isnull=True)
                | models.Q(role=Role.OVERSEER, partnership__isnull=True, police_area__isnull=False)
                | models.Q(role=Role.ADMINISTRATOR, partnership__isnull=True, police_area__isnull=True),
                name="invitation_has_its_scope",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_on__isnull=True, grant__isnull=True)
                | models.Q(accepted_on__isnull=False, grant__isnull=False, withdrawn_on__isnull=True),
                name="invitation_has_one_end",
            ),
            models.UniqueConstraint(
                fields=["address", "role", "partnership"],
                condition=OPEN & models.Q(partnership__isnull=False),
                name="invitation_to_partnership_once",
            ),
            models.UniqueConstraint(
                fields=["address", "role", "police_area"],
                condition=OPEN & models.Q(police_area__isnull=False),
                name="invitation_to_police_area_once",
            ),
            models.UniqueConstraint(
                fields=["address", "role"],
                condition=OPEN & models.Q(partnership__isnull=True, police_area__isnull=True),
                name="invitation_to_installation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_role_display()}"

    @property
    def audit_label(self) -> str:
        """As for a person: neither name nor address."""
        return f"{self.get_role_display()} (invitation {self.pk})"
