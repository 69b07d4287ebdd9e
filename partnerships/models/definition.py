from django.db import models

from partnerships.models.partnership import Partnership
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDateField


class Considered(models.TextChoices):
    """Whether something was taken into account; the empty choice means the papers do not say."""

    YES = "yes", "Yes"
    NO = "no", "No"


class Scope(models.TextChoices):
    """Whether the definition covers a kind of violence; the empty choice means it is not recorded."""

    IN = "in", "Covered"
    OUT = "out", "Left out"


def factor(label: str, factor_help: str) -> models.CharField:
    return models.CharField(label, max_length=3, choices=Considered.choices, blank=True, help_text=factor_help)


def factor_note(label: str) -> models.TextField:
    return models.TextField(label, blank=True, help_text="In a sentence or two: how it was taken into account.")


def scope(label: str) -> models.CharField:
    return models.CharField(label, max_length=3, choices=Scope.choices, blank=True)


class DefinitionTemplate(Lasting):
    """A wording that areas begin from, for example a region's. Data, with its source."""

    name = models.CharField("Name", max_length=200, unique=True)
    wording = models.TextField("Wording")
    source = models.CharField("Source", max_length=300, help_text="Where the wording can be read.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class LocalDefinition(Withdrawable):
    """One version of what "serious violence" means here (Act s.13)."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="definitions", editable=False)
    number = models.PositiveIntegerField(editable=False)
    wording = models.TextField("The definition", help_text="The words the partnership agreed.")
    notes = models.TextField("Notes", blank=True, help_text="How to read it, or where it comes from.")
    based_on = models.CharField("Based on", max_length=200, blank=True, help_text="If it is neither listed here nor a version above.")
    based_on_template = models.ForeignKey(
        DefinitionTemplate, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Based on the wording of"
    )
    based_on_version = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Based on the version"
    )

    penalty = factor("Was the maximum penalty taken into account?", "Section 13(6)(a).")
    penalty_note = factor_note("Note on the maximum penalty")
    victim = factor("Was the impact on victims taken into account?", "Section 13(6)(b).")
    victim_note = factor_note("Note on the impact on victims")
    prevalence = factor("Was the prevalence in the area taken into account?", "Section 13(6)(c).")
    prevalence_note = factor_note("Note on prevalence")
    community = factor("Was the impact on the community taken into account?", "Section 13(6)(d).")
    community_note = factor_note("Note on the impact on the community")

    domestic_abuse = scope("Domestic abuse")
    sexual_offences = scope("Sexual offences")
    property_violence = scope("Violence against property")
    threats = scope("Threats of violence")
    terrorism = scope("Terrorism")
    scope_reason = models.TextField("Why something is left out", blank=True)
    victims_covered = factor("Does it cover becoming a victim?", "Section 13(2): becoming involved includes becoming a victim.")

    focus_stated = factor("Is the focus on public-space youth violence stated?", "The Home Office asks for it.")
    focus_note = models.TextField("The focus, or the reason for another", blank=True)

    agreed_by = models.CharField("Agreed by", max_length=200, blank=True, help_text="The board that agreed it.")
    agreed_on = VagueDateField("Agreed on", null=True, blank=True, help_text="For example 20 2 2024, or February 2024.")
    review_on = VagueDateField("To be looked at again", null=True, blank=True)
    source = models.CharField("Minute or paper", max_length=300, blank=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = "local definition"
        constraints = [models.UniqueConstraint(fields=["partnership", "number"], name="definition_number_once")]

    def __str__(self) -> str:
        return f"Local definition, version {self.number}"
