from django.db import models

from partnerships.models import Organisation, Partnership, StoredFile, User
from strategies.models.delivery import Action
from svduty import dates
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Progress(models.TextChoices):
    """Where an action stands."""

    ON_TRACK = "on-track", "On track"
    AT_RISK = "at-risk", "At risk"
    LATE = "late", "Late"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


OVER = (Progress.DONE, Progress.STOPPED)
NEED_A_REASON = (Progress.AT_RISK, Progress.LATE, Progress.STOPPED)


class NewsAsked(models.Model):
    """One mail that asked an address for news of some actions. The personal link in it names this record and opens nothing else."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="news_asked")
    actions = models.ManyToManyField(Action, through="ActionAsked", related_name="asked")
    # Whoever has an account is named by it alone, so that they can be erased.
    account = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    address = models.EmailField(blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Asked on {dates.say_short(self.asked_on)}"

    @property
    def to(self) -> str:
        """The address that was asked."""
        return self.account.email if self.account else self.address


class ActionAsked(models.Model):
    """One action of such a mail. `owner`: which body carried it out on that day; another one answers for itself."""

    news_asked = models.ForeignKey(NewsAsked, models.PROTECT, related_name="lines")
    action = models.ForeignKey(Action, models.PROTECT, related_name="lines_asked")
    owner = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.action)


class ProgressUpdate(Withdrawable):
    """What was said about one or several actions on a day. The newest one of an action that stands says where it stands.

    `by_label`: the post for whom it was said, where no account was used (a personal link, a workbook).
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="progress_updates", editable=False)
    actions = models.ManyToManyField(Action, related_name="updates", verbose_name="Actions")
    on = VagueDateField("On", exact=True, help_text="The day this was so.")
    state = models.CharField("How is it going?", max_length=8, choices=Progress.choices)
    words = models.TextField("What happened?", blank=True, max_length=5000, help_text="No names of victims, suspects or patients.")
    reason = models.TextField("Why", blank=True, max_length=2000, help_text="Where it is at risk, late or stopped.")
    next_on = VagueDateField("Next news by", null=True, blank=True)
    no_change = models.BooleanField("Nothing has changed", default=False, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    link = WebAddressField("Link", max_length=500, blank=True)
    said_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", editable=False)
    by_label = models.CharField(max_length=200, blank=True, editable=False)
    # The day it was entered, on which its author may still change it.
    said_on = models.DateField(null=True, editable=False)
    asked = models.ForeignKey(NewsAsked, models.PROTECT, null=True, related_name="answers", editable=False)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.on}"

    def more_words(self) -> dict[str, str]:
        return {
            "Nothing has changed": "Yes" if self.no_change else "",
            "Said by": self.by_label,
            "File": str(self.file or ""),
        }
