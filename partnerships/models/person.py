from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from partnerships.models.area import PoliceArea
from partnerships.models.body import Organisation
from partnerships.models.partnership import Partnership


class Role(models.TextChoices):
    COORDINATOR = "coordinator", "Coordinator"
    CONTRIBUTOR = "contributor", "Contributor"
    BOARD_MEMBER = "board", "Board member"
    VIEWER = "viewer", "Viewer"
    OVERSEER = "overseer", "Overseer"
    ADMINISTRATOR = "administrator", "Administrator"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """A person who signs in with `email`. Without a password they must set one by the link mailed to them."""
        user = self.model(email=email.strip().lower(), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in, by e-mail. What they may do stands in their role grants."""

    email = models.EmailField("E-mail address", unique=True, error_messages={"unique": "A person with this address is already here."})
    name = models.CharField("Name or post", max_length=150, help_text="As colleagues will see it, for example Community safety officer.")
    is_active = models.BooleanField(default=True)
    # Since when name and address are gone; the row stays, for the history knows people by number.
    erased_on = models.DateField(null=True, editable=False)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_label(self) -> str:
        """How the audit, which is never changed, calls a person: by number, since a name must be erasable."""
        return f"Person {self.pk}"


IN_PARTNERSHIP = [Role.COORDINATOR, Role.CONTRIBUTOR, Role.BOARD_MEMBER, Role.VIEWER]


class RoleGrant(models.Model):
    """One person's role: in a partnership, over a police area (overseer), or for the installation (administrator)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=13, choices=Role.choices)
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="grants")
    police_area = models.ForeignKey(PoliceArea, models.PROTECT, null=True, blank=True, related_name="grants")
    body = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    seats = models.ManyToManyField("partnerships.Seat", blank=True, related_name="grants")
    starts = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["user__name", "role"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=IN_PARTNERSHIP, partnership__isnull=False, police_area__isnull=True)
                | models.Q(role=Role.OVERSEER, partnership__isnull=True, police_area__isnull=False)
                | models.Q(role=Role.ADMINISTRATOR, partnership__isnull=True, police_area__isnull=True),
                name="role_has_its_scope",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "partnership"],
                condition=models.Q(ended_on__isnull=True, partnership__isnull=False),
                name="role_in_partnership_once",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "police_area"],
                condition=models.Q(ended_on__isnull=True, police_area__isnull=False),
                name="role_over_police_area_once",
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=models.Q(ended_on__isnull=True, partnership__isnull=True, police_area__isnull=True),
                name="role_of_installation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

    @property
    def audit_label(self) -> str:
        """As for a person: no name."""
        return f"{self.get_role_display()} (person {self.user_id})"
