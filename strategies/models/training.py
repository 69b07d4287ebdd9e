from django.core.validators import MinValueValidator
from django.db import models

from partnerships.models import Partnership
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Withdrawable
from svduty.vague_dates import VagueDateField


class Sector(models.TextChoices):
    COUNCIL = "council", "Council"
    POLICE = "police", "Police"
    PROBATION = "probation", "Probation"
    YOUTH_JUSTICE = "youth-justice", "Youth justice"
    FIRE = "fire", "Fire and rescue"
    HEALTH = "health", "Health"
    EDUCATION = "education", "Schools and colleges"
    CUSTODY = "custody", "Prisons and youth custody"
    VOLUNTARY = "voluntary", "Voluntary and community"
    OTHER = "other", "Others"


class TrainingRecord(Withdrawable):
    """People of one sector who were trained or made aware of the duty. Numbers only, no names."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="training", editable=False)
    title = models.CharField("What it was about", max_length=200)
    sector = models.CharField("Who took part", max_length=13, choices=Sector.choices)
    held_on = VagueDateField("Held on")
    people = models.PositiveIntegerField("How many people", null=True, blank=True, validators=[MinValueValidator(1)])
    by = models.CharField("Who gave it", max_length=200, blank=True, help_text="The body or post.")
    link = WebAddressField("Link", max_length=500, blank=True)
    note = models.TextField("Note", blank=True, max_length=2000)

    class Meta:
        ordering = ["-held_on", "-id"]
        verbose_name_plural = "training records"

    def __str__(self) -> str:
        return self.title
