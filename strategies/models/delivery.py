from django.core.validators import MinValueValidator
from django.db import models

from partnerships.models import Organisation, Partnership
from strategies.models.money import FundingStream
from strategies.models.owned import Owned
from strategies.models.strategy import Strategy
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDateField


def number_of_finding(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="Its number in the needs assessment behind the strategy.",
    )


class PlanTheme(Lasting):
    """One theme under which a funder wants to see the actions, for example of London's Violence and Vulnerability Action Plan."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="plan_themes", editable=False)
    position = models.PositiveSmallIntegerField("Place in the funder's order", validators=[MinValueValidator(1)])
    title = models.CharField("Theme", max_length=200)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class Objective(Owned, Withdrawable):
    """What a strategy sets out to reach. Its actions say how (domain: strategic objectives, 3.5 element 4)."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="objectives", editable=False)
    position = models.PositiveSmallIntegerField("Number", validators=[MinValueValidator(1)])
    title = models.CharField("Objective", max_length=300)
    description = models.TextField("What it means", blank=True, max_length=5000)
    finding = number_of_finding("The finding it answers")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class Prevention(models.TextChoices):
    """At whom it is aimed. The empty choice means that it is not recorded."""

    PRIMARY = "primary", "Primary: before anything happens, for everybody"
    SECONDARY = "secondary", "Secondary: for those at risk"
    TERTIARY = "tertiary", "Tertiary: where violence has happened"


class Action(Owned, Withdrawable):
    """Something that is done to carry the strategy out (s.8(3)(c)). Where it stands is said by its newest progress update alone."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="actions", editable=False)
    objective = models.ForeignKey(
        Objective, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="The objective it serves"
    )
    title = models.CharField("What will be done", max_length=300)
    description = models.TextField("More about it", blank=True, max_length=5000, help_text="No names of victims, suspects or patients.")
    contact = models.EmailField(
        "Where to ask for news", blank=True, help_text="A mail address of the post. Reminders go there; nobody needs an account to answer."
    )
    starts = VagueDateField("From", null=True, blank=True)
    due = VagueDateField("To be done by", null=True, blank=True, help_text="A day, a month or a season, for example Spring 2027.")
    relevant_authority = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="named_actions",
        verbose_name="School, college, prison or youth custody body that the strategy asks to act",
        help_text="Section 8(5): leave empty where the strategy asks no such body.",
    )
    prevention = models.CharField("Kind of prevention", max_length=9, choices=Prevention.choices, blank=True)
    finding = number_of_finding("The finding it answers")
    theme = models.ForeignKey(
        PlanTheme, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="Theme of the regional plan"
    )
    stream = models.ForeignKey(
        FundingStream, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="The money behind it"
    )
    needs = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="needed_by", verbose_name="Has to wait for")
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="carried_to", editable=False)

    class Meta:
        ordering = ["objective__position", "id"]

    def __str__(self) -> str:
        return self.title


class Milestone(Withdrawable):
    """A step on the way of an action."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones", editable=False)
    title = models.CharField("Step", max_length=200)
    due = VagueDateField("By", null=True, blank=True)
    reached_on = VagueDateField("Reached on", null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
