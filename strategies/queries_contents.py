"""Named reads about what a version contains, what it means for equality, and the strategies it works with."""

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from partnerships.models import Partnership
from strategies.models import AlignedStrategy, ContentsCheck, ContentsElement, EqualityAssessment, Publication, Strategy, Version

WITH_OWNERS = "strategy_version__strategy__partnership"


def contents_elements() -> QuerySet[ContentsElement]:
    """What a strategy is expected to contain, in order."""
    return ContentsElement.objects.order_by("position")


def contents_checks_in(partnership: Partnership) -> QuerySet[ContentsCheck]:
    return ContentsCheck.objects.filter(strategy_version__strategy__partnership=partnership).select_related(WITH_OWNERS)


def newest_contents_check(version: Version) -> ContentsCheck | None:
    """The newest check of the version that stands, by its last possible day."""
    standing = version.contents_checks.filter(withdrawn_on__isnull=True)
    return max(standing, key=lambda check: (check.checked_on.latest, check.pk), default=None)


def equality_assessments_in(partnership: Partnership) -> QuerySet[EqualityAssessment]:
    return EqualityAssessment.objects.filter(strategy_version__strategy__partnership=partnership).select_related(WITH_OWNERS)


def equality_bearing_on(version: Version) -> QuerySet[EqualityAssessment]:
    """The assessments of a version and of the drafts that led to it, since the version published before it; withdrawn ones among them."""
    published = Publication.objects.filter(
        strategy_version__strategy=OuterRef("strategy_version__strategy"),
        strategy_version__number__lt=version.number,
        withdrawn_on__isnull=True,
    )
    before = published.order_by("-strategy_version__number").values("strategy_version__number")[:1]
    return (
        EqualityAssessment.objects.filter(strategy_version__strategy=version.strategy_id, strategy_version__number__lte=version.number)
        .annotate(published_before=Coalesce(Subquery(before), Value(0), output_field=IntegerField()))
        .filter(strategy_version__number__gt=F("published_before"))
        .select_related("strategy_version")
        .defer("strategy_version__sections")
        .order_by("id")
    )


def aligned_in(partnership: Partnership) -> QuerySet[AlignedStrategy]:
    return AlignedStrategy.objects.filter(strategy__partnership=partnership).select_related("strategy__partnership")


def aligned_with(strategy: Strategy) -> QuerySet[AlignedStrategy]:
    """The other strategies that one works with, withdrawn ones among them."""
    return strategy.aligned.order_by("name", "id")
