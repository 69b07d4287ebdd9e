from django.db import models

from strategies.models.strategy import Strategy
from strategies.models.version import Version
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Record, Withdrawable
from svduty.vague_dates import VagueDateField


class Covered(models.TextChoices):
    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    NOT_NEEDED = "not-needed", "Not needed here"


def answer_in_words(answer: dict[str, str]) -> str:
    """One answer of a contents check: `Yes, section 2`, `No`, or nothing."""
    covered = Covered(answer["covered"]).label if answer.get("covered") else ""
    return ", ".join(str(part) for part in (covered, answer.get("where")) if part)


class ContentsElement(Record):
    """One thing a strategy is expected to contain. The guidance's own list could not be read, so the headings are editable."""

    code = models.SlugField(unique=True, editable=False)
    position = models.PositiveSmallIntegerField(editable=False)
    name = models.CharField("What the strategy should contain", max_length=200)
    basis = models.CharField("Where that comes from", max_length=200, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class ContentsCheck(Withdrawable):
    """Somebody held a version against the list of what it should contain. `answers`: element code -> {"covered": ..., "where": ...}."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="contents_checks", editable=False)
    answers = models.JSONField("Answers", default=dict, editable=False)
    checked_by = models.CharField("Checked by", max_length=200, help_text="The post, not a person's name.")
    checked_on = VagueDateField("Checked on")
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Contents check of {self.checked_on}"

    def more_words(self) -> dict[str, str]:
        """What was answered, by the name of the element: `Yes, section 2`."""
        names = ContentsElement.objects.order_by("position").values_list("code", "name")
        return {name: answer_in_words(self.answers.get(code, {})) for code, name in names}


class EqualityAssessment(Withdrawable):
    """That the public sector equality duty was considered for a version (Equality Act 2010 s.149)."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="equality_assessments", editable=False)
    title = models.CharField("Title", max_length=200, help_text="For example Equality and Health Impact Assessment.")
    made_on = VagueDateField("Made on")
    made_by = models.CharField("Made by", max_length=200, help_text="The post or team, not a person's name.")
    effect = models.TextField("What it found, and what was changed", blank=True)
    reference = models.CharField("Minute or paper", max_length=300, blank=True)
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.title}, {self.made_on}"


class AlignedStrategy(Withdrawable):
    """Another strategy of the area that this one works with."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="aligned", editable=False)
    name = models.CharField("Name of the other strategy", max_length=200)
    owner = models.CharField("Whose it is", max_length=200, blank=True, help_text="For example Health and Wellbeing Board.")
    how = models.TextField("How the two work together", blank=True)
    standing = models.CharField("Where it stands", max_length=200, blank=True, help_text="For example runs to 2027, or being written.")
    link = WebAddressField("Where it can be read", max_length=500, blank=True)

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
