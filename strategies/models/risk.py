from django.db import models

from partnerships.models import Partnership
from strategies.models.owned import Owned
from svduty.editing.records import Lasting
from svduty.vague_dates import VagueDateField


class Likelihood(models.IntegerChoices):
    RARE = 1, "1 Rare"
    UNLIKELY = 2, "2 Unlikely"
    POSSIBLE = 3, "3 Possible"
    LIKELY = 4, "4 Likely"
    NEARLY_CERTAIN = 5, "5 Nearly certain"


class Impact(models.IntegerChoices):
    SLIGHT = 1, "1 Slight"
    MINOR = 2, "2 Minor"
    MODERATE = 3, "3 Moderate"
    MAJOR = 4, "4 Major"
    SEVERE = 5, "5 Severe"


class Risk(Owned, Lasting):
    """Something that may keep the partnership from carrying its strategy out, rated before and after what is done about it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="risks", editable=False)
    title = models.CharField("Risk", max_length=300)
    description = models.TextField("Cause and effect", blank=True, max_length=5000)
    likelihood = models.PositiveSmallIntegerField("How likely, if nothing is done", choices=Likelihood.choices, null=True, blank=True)
    impact = models.PositiveSmallIntegerField("How bad, if nothing is done", choices=Impact.choices, null=True, blank=True)
    treatment = models.TextField("What is done about it", blank=True, max_length=5000)
    likelihood_after = models.PositiveSmallIntegerField("How likely then", choices=Likelihood.choices, null=True, blank=True)
    impact_after = models.PositiveSmallIntegerField("How bad then", choices=Impact.choices, null=True, blank=True)
    reviewed_on = VagueDateField("Last looked at", null=True, blank=True)
    review_on = VagueDateField("To be looked at again by", null=True, blank=True)

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title
