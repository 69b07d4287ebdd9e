from django.db import models

from partnerships.models import Partnership, StoredFile, User


class WorkbookKind(models.TextChoices):
    ACTIONS = "actions", "Action plan"
    FIGURES = "figures", "Figures of the measures"
    AMOUNTS = "amounts", "Amounts of money"


class ImportState(models.TextChoices):
    WAITING = "waiting", "Waiting to be looked at"
    TAKEN = "taken", "Taken"
    SET_ASIDE = "set-aside", "Set aside"


class WorkbookImport(models.Model):
    """A workbook that was brought back: the file as it came, what stands in its cells, and what became of it.

    `cells`: what was read, as strategies.workbooks.found.Found gives it. `on_behalf`: the post that filled it in. In words, once
    it is over: what was `taken` of it, what was `left` by whoever looked, and what could not be taken (`not_taken`).
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="workbook_imports", editable=False)
    kind = models.CharField("What it holds", max_length=8, choices=WorkbookKind.choices, editable=False)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", editable=False)
    on_behalf = models.CharField("Who filled it in", max_length=150, blank=True, editable=False)
    cells = models.JSONField(default=dict, editable=False)
    state = models.CharField("Where it stands", max_length=9, choices=ImportState.choices, default=ImportState.WAITING, editable=False)
    read_at = models.DateTimeField(editable=False)
    read_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    over_at = models.DateTimeField(null=True, editable=False)
    over_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", editable=False)
    taken = models.JSONField(default=list, editable=False)
    left = models.JSONField(default=list, editable=False)
    not_taken = models.JSONField(default=list, editable=False)

    class Meta:
        ordering = ["-read_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="waiting", over_at__isnull=True) | (~models.Q(state="waiting") & models.Q(over_at__isnull=False)),
                name="workbook_import_over",
            )
        ]

    def __str__(self) -> str:
        return self.file.name
