"""Which records of this floor name an area."""

from partnerships.models import LocalGovernmentArea, Partnership
from strategies.models import NeedsAssessment, Strategy


def strategies_naming(areas: list[LocalGovernmentArea], partnership: Partnership) -> list[tuple[str, str, int]]:
    """Label, route and key of the partnership's strategies for one of these areas."""
    found = Strategy.objects.filter(partnership=partnership, areas__in=areas, withdrawn_on__isnull=True).distinct()
    return [(str(one), "strategy", one.pk) for one in found]


def assessments_naming(areas: list[LocalGovernmentArea], partnership: Partnership) -> list[tuple[str, str, int]]:
    """As for strategies, of needs assessments that say what they found there."""
    about = {"assessed_areas__area__in": areas, "assessed_areas__withdrawn_on__isnull": True}
    found = NeedsAssessment.objects.filter(partnership=partnership, withdrawn_on__isnull=True, **about).distinct()
    return [(str(one), "needsassessment", one.pk) for one in found]
