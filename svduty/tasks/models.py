from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    FAILED = "failed", "Failed"
    RUNNING = "running", "Running"
    WAITING = "waiting", "Waiting"
    DONE = "done", "Finished"


OPEN = (State.WAITING, State.RUNNING)


class Task(models.Model):
    """A piece of work that somebody asked for, and how it stands.

    Arguments hold keys, days and what was typed for this one task, never a partnership's records. While a task runs, `lease` names
    the run that has it and `leased_until` when others may take that run for dead.
    """

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    # Two tasks of a kind with the same key are never open at once.
    key = models.CharField(max_length=200, blank=True)
    # By number: this floor knows neither partnerships nor people.
    partnership_id = models.BigIntegerField(null=True)
    asked_by_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    due_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=80, blank=True)
    lease = models.CharField(max_length=32, blank=True)
    leased_until = models.DateTimeField(null=True)
    # What it came to; and why the last try failed, in a sentence for people.
    outcome = models.JSONField(null=True)
    reason = models.CharField(max_length=600, blank=True)
    # The entry of the queue that will begin it.
    call = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], condition=Q(state__in=OPEN) & ~Q(key=""), name="task_open_once"),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="task_state_due"),
            models.Index(fields=["partnership_id", "kind", "state"], name="task_partnership_kind"),
        ]

    def __str__(self) -> str:
        return f"Task {self.pk}"
