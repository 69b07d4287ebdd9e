"""The records of money, measures, risks and training that are looked at in a browser."""

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import FundingLine, FundingStream, GrantReturn, Measure, Reading, Risk, TrainingRecord


def money_sets(ours: Partnership) -> dict[str, QuerySet]:
    """By kind, those that stand; of streams one with returns, of measures one whose line breaks."""
    return {
        "fundingstream": FundingStream.objects.filter(partnership=ours, ends=None, returns__isnull=False).distinct(),
        "fundingline": FundingLine.objects.filter(stream__partnership=ours, withdrawn_on=None),
        "grantreturn": GrantReturn.objects.filter(stream__partnership=ours, withdrawn_on=None),
        "measure": Measure.objects.filter(partnership=ours, ends=None, readings__breaks=True).distinct(),
        "reading": Reading.objects.filter(measure__partnership=ours, withdrawn_on=None),
        "risk": Risk.objects.filter(partnership=ours, ends=None),
        "trainingrecord": TrainingRecord.objects.filter(partnership=ours, withdrawn_on=None),
    }
