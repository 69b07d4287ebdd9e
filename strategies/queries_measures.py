"""Named reads of measures and their figures, of risks and of training, each through the partnership."""

import datetime

from django.db.models import Prefetch, Q, QuerySet

from partnerships.models import Organisation, Partnership
from partnerships.queries_meetings import bodies_to_ask
from strategies.models import Measure, Objective, Reading, Risk, TrainingRecord

STANDING = {"withdrawn_on__isnull": True}


def measures_of(partnership: Partnership) -> QuerySet[Measure]:
    return Measure.objects.filter(partnership=partnership).select_related("partnership", "objective", "source_body")


def measures_with_figures(partnership: Partnership) -> QuerySet[Measure]:
    """The same with `figures`, the list of those that stand. One query more, however many there are."""
    standing = Reading.objects.filter(**STANDING).order_by("first", "pk")
    return measures_of(partnership).prefetch_related(Prefetch("readings", standing, to_attr="figures"))


def readings_in(partnership: Partnership) -> QuerySet[Reading]:
    """Every figure, latest time first, withdrawn ones among them."""
    found = Reading.objects.filter(measure__partnership=partnership)
    return found.select_related("measure__partnership", "measure__source_body").order_by("-last", "-first", "-pk")


def readings_of(measure: Measure) -> QuerySet[Reading]:
    return measure.readings.all()


def same_time(reading: Reading, first: datetime.date, last: datetime.date) -> bool:
    """Does another figure of the measure, that stands, cover exactly this time?"""
    return readings_of(reading.measure).filter(**STANDING, first=first, last=last).exclude(pk=reading.pk).exists()


def objectives_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Objective]:
    """The objectives of strategies that count, and the one of key `named`."""
    standing = Q(**STANDING, strategy__withdrawn_on__isnull=True)
    found = Objective.objects.filter(strategy__partnership=partnership).filter(standing | Q(pk=named))
    return found.select_related("strategy").order_by("-strategy_id", "position", "pk")


def bodies_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    return bodies_to_ask(partnership, named)


def risks_of(partnership: Partnership) -> QuerySet[Risk]:
    return Risk.objects.filter(partnership=partnership).select_related("partnership", "owner")


def training_of(partnership: Partnership) -> QuerySet[TrainingRecord]:
    """Newest first, withdrawn ones among them."""
    return TrainingRecord.objects.filter(partnership=partnership).select_related("partnership").order_by("-held_on", "-pk")
