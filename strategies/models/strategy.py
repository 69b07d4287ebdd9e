from django.db import models

from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from partnerships.models.partnership import LegalBasis
from strategies.models.assessment import NeedsAssessment
from svduty.editing.records import Record, Withdrawable
from svduty.text.words import count_words
from svduty.vague_dates import VagueDateField


class Strategy(Withdrawable):
    """A strategy under section 8, section 9 or both: one working draft (its sections) and numbered frozen versions."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="strategies", editable=False)
    title = models.CharField("Title", max_length=200)
    legal_basis = models.CharField("Made under", max_length=5, choices=LegalBasis.choices, default=LegalBasis.SECTION_8)
    areas = models.ManyToManyField(LocalGovernmentArea, related_name="+", verbose_name="Areas it covers")
    period_from = VagueDateField("Period from", null=True, blank=True, help_text="For example April 2024, or just 2024.")
    period_to = VagueDateField("Period to", null=True, blank=True)
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="followed_by",
        verbose_name="Follows the earlier strategy",
    )
    earlier_not_held = models.BooleanField(
        "An earlier strategy exists that is not recorded here",
        default=False,
        help_text="Then this one is never judged as the area's first (which was due by 31 January 2024).",
    )
    made_by = models.ManyToManyField(
        Organisation,
        blank=True,
        related_name="+",
        verbose_name="Made together by",
        help_text="The specified authorities that prepared it. For a wider area the others must be consulted (section 9(4)(a)).",
    )
    assessment = models.ForeignKey(
        NeedsAssessment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="strategies",
        verbose_name="The needs assessment behind it",
    )
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "strategies"

    def __str__(self) -> str:
        return self.title


class SectionState(models.TextChoices):
    """Where the writing of a section stands. Text that is carried over from an earlier strategy begins again at the first."""

    TO_WRITE = "to-write", "To write"
    WRITING = "writing", "Being written"
    READY = "ready", "Ready for the board"


class Section(Record):
    """One section of a strategy's working draft, in Markdown. `element`: the code of what it is to cover (models/contents.py)."""

    strategy = models.ForeignKey(Strategy, models.CASCADE, related_name="sections", editable=False)
    position = models.PositiveIntegerField(editable=False)
    heading = models.CharField("Heading", max_length=200)
    text = models.TextField("Text", blank=True, max_length=100_000, help_text="Markdown: blank lines between paragraphs, - for lists.")
    owner = models.CharField("Who writes it", max_length=200, blank=True, help_text="The post, not a person's name.")
    state = models.CharField("State", max_length=8, choices=SectionState.choices, default=SectionState.WRITING)
    element = models.SlugField("What it covers", blank=True, editable=False)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["strategy", "position"], name="section_position_once")]

    def __str__(self) -> str:
        return self.heading

    @property
    def words(self) -> int:
        """How many words its text has."""
        return count_words(self.text)
