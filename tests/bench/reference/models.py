from django.db import models


class Place(models.Model):
    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Rule(models.Model):
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    citation = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.title


class State(models.IntegerChoices):
    OPEN = 0, "not begun"
    BEGUN = 1, "under way"
    MET = 2, "met"
    OVERDUE = 3, "overdue"


class Mark(models.Model):
    """How one place stood with one rule in one year."""

    place = models.ForeignKey(Place, models.CASCADE)
    rule = models.ForeignKey(Rule, models.CASCADE)
    year = models.IntegerField()
    state = models.IntegerField(choices=State.choices)
    due = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "year", "rule"], name="mark_once")]

    def __str__(self) -> str:
        return f"{self.place}, {self.rule}, {self.year}"
