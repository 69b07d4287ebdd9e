from django.db import models

from partnerships.models import Partnership, StoredFile, User
from strategies.models.delivery import Action
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

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.on}"
