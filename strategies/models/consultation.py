from django.db import models

from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from strategies.models.version import Version
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Consulted(models.TextChoices):
    """Whom a consultation asks. The first four the Act names (s.8(4), s.9(4)); the others are good practice."""

    EDUCATION = "education", "Educational authorities (schools, colleges)"
    PRISON = "prison", "Prison authorities"
    YOUTH_CUSTODY = "youth-custody", "Youth custody authorities"
    SPECIFIED = "specified", "Other specified authorities (for a wider area, section 9)"
    COMMUNITY = "community", "Residents, young people and the voluntary sector"
    PROFESSIONALS = "professionals", "Professionals and other partners"


# How they are called inside a sentence.
WHOM = {
    Consulted.EDUCATION: "schools and colleges",
    Consulted.PRISON: "prisons",
    Consulted.YOUTH_CUSTODY: "youth custody",
    Consulted.SPECIFIED: "other specified authorities",
    Consulted.COMMUNITY: "residents, young people and the voluntary sector",
    Consulted.PROFESSIONALS: "professionals and other partners",
}
COUNTED = [(kind.value, kind.label) for kind in (Consulted.EDUCATION, Consulted.PRISON, Consulted.YOUTH_CUSTODY)]


class Consultation(Withdrawable):
    """Asking one kind of body about a version of a strategy, from an opening to a closing day (which counts as open)."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="consultations", editable=False)
    kind = models.CharField("Who was asked", max_length=13, choices=Consulted.choices)
    area = models.ForeignKey(
        LocalGovernmentArea,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="In the area",
        help_text="Leave empty when it covers all areas of the strategy.",
    )
    opens_on = VagueDateField("Opens on", help_text="For example 10 10 2023.")
    weeks = models.PositiveSmallIntegerField(
        "Open for how many weeks",
        null=True,
        blank=True,
        help_text="The law sets no length. Four weeks close 28 days after the opening day.",
    )
    closes_on = VagueDateField("or closes on", null=True, blank=True, help_text="The last day on which an answer counts.")
    how = models.TextField("How they were asked", blank=True, help_text="For example by letter, in a workshop, with a survey.")
    asked = models.PositiveIntegerField(
        "How many were asked",
        null=True,
        blank=True,
        help_text="Leave empty if you list the bodies one by one: then they are counted.",
    )
    bodies = models.ManyToManyField(
        Organisation, blank=True, related_name="+", verbose_name="Specified authorities asked", help_text="From the register of bodies."
    )
    answers_received = models.PositiveIntegerField("How many answered", null=True, blank=True)
    effect = models.TextField("What the answers changed", blank=True, help_text="Or why nothing was changed.")
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["opens_on", "id"]

    def __str__(self) -> str:
        return f"Consultation of {self.whom}, from {self.opens_on}"

    @property
    def whom(self) -> str:
        return WHOM[Consulted(self.kind)]


class Consultee(Withdrawable):
    """One body that was asked in a consultation."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="consultees", editable=False)
    name = models.CharField("Name of the body", max_length=200, help_text="The school, prison or group; no person's name.")
    asked_on = VagueDateField("Asked on", null=True, blank=True, help_text="If it was another day than the opening day.")
    answered_on = VagueDateField("Answered on", null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "name"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="consultee_once",
                violation_error_message="This body is already on the list of this consultation.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class AnswerEffect(models.TextChoices):
    """What became of an answer; the empty choice means that nobody has said yet."""

    CHANGED = "changed", "The strategy was changed"
    PARTLY = "partly", "The strategy was changed in part"
    NOT_CHANGED = "not-changed", "Nothing was changed"


class ConsultationAnswer(Withdrawable):
    """What somebody said in a consultation, and what became of it."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="answers", editable=False)
    by = models.CharField("Answered by", max_length=200, help_text="The body or group, for example a federation of primary schools.")
    received_on = VagueDateField("Received on", null=True, blank=True)
    said = models.TextField("What they said", help_text="In general words. Name no victims, suspects or patients.")
    outcome = models.CharField("What became of it", max_length=11, choices=AnswerEffect.choices, blank=True)
    reason = models.TextField("What was changed, or why not", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Answer by {self.by}"


class NumberInArea(Withdrawable):
    """How many educational, prison or youth custody authorities an area has; none is a number too, and needs a reason and a name.

    It is a fact about an area on a day, so that every later strategy can rest on it.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="numbers_in_areas", editable=False)
    area = models.ForeignKey(LocalGovernmentArea, models.PROTECT, related_name="+", verbose_name="Area")
    kind = models.CharField("Of what", max_length=13, choices=COUNTED)
    number = models.PositiveIntegerField("How many there are", help_text="0 if there is none in the area.")
    counted_on = VagueDateField("Counted on", help_text="For example 1 9 2023.")
    source = models.CharField("Where the number comes from", max_length=300, blank=True, help_text="For example the council's school list.")
    confirmed_by = models.CharField("Confirmed by", max_length=200, blank=True, help_text="The post, not a person's name.")
    reason = models.TextField("If there is none: how you know", blank=True)

    class Meta:
        ordering = ["area__name", "kind", "id"]

    def __str__(self) -> str:
        return f"{WHOM[Consulted(self.kind)].capitalize()} in {self.area}: {self.number or 'none'}"
