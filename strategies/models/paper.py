from django.db import models

from partnerships.models import StoredFile
from strategies.models.strategy import Strategy
from strategies.models.version import Version
from svduty.editing.records import Frozen


class PaperKind(models.TextChoices):
    TEXT = "text", "The text of a version"
    DRAFT = "draft", "The working draft"
    COMMENTS = "comments", "Comments and decisions on a version"


class IssuedPaper(Frozen):
    """A PDF that was made of a version, of the working draft or of the comments on a version: everybody gets the same bytes.

    `made_from`: SHA-256 of all that it says, without the moment at which it was made; when that differs, a new paper is made beside it.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="papers")
    strategy_version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="papers")
    kind = models.CharField(max_length=8, choices=PaperKind.choices)
    title = models.CharField(max_length=300)
    made_from = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    page_count = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "kind", "made_from"], name="paper_made_once"),
            models.CheckConstraint(
                condition=models.Q(kind=PaperKind.DRAFT, strategy_version__isnull=True)
                | (~models.Q(kind=PaperKind.DRAFT) & models.Q(strategy_version__isnull=False)),
                name="paper_says_of_what",
            ),
        ]

    def __str__(self) -> str:
        return self.title
