"""Named reads of the second floor, each through the partnership: another partnership's record is never found."""

from typing import Any

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When

from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from partnerships.models.body import Standing
from partnerships.queries import organisations_for
from strategies.models import Approval, Publication, Section, SensitivityCheck, Strategy, Version
from strategies.queries_comments import with_comment_counts
from strategies.queries_consultation import consultations_counted

POLICING_BODY = "policing-body"
WITH_OWNERS = "strategy_version__strategy__partnership"


def strategies_of(partnership: Partnership) -> QuerySet[Strategy]:
    """The partnership's strategies, newest first, the withdrawn ones included."""
    return Strategy.objects.filter(partnership=partnership).select_related("follows", "assessment")


def strategies_with_versions(partnership: Partnership) -> QuerySet[Strategy]:
    """The same with their areas and what happened to each version, in a fixed number of queries."""
    found = strategies_of(partnership).select_related("rolled_from")
    return found.prefetch_related("areas", Prefetch("versions", _versions_with_happenings()))


def earlier_strategies(partnership: Partnership, strategy: Strategy) -> QuerySet[Strategy]:
    """What a strategy may follow: the partnership's other strategies that still count."""
    return strategies_of(partnership).filter(withdrawn_on__isnull=True).exclude(pk=strategy.pk)


def sections_of(strategy: Strategy) -> QuerySet[Section]:
    """The working draft, in order."""
    return strategy.sections.order_by("position")


def sections_in(partnership: Partnership) -> QuerySet[Section]:
    return Section.objects.filter(strategy__partnership=partnership).select_related("strategy")


def versions_in(partnership: Partnership) -> QuerySet[Version]:
    return Version.objects.filter(strategy__partnership=partnership).select_related("strategy", "document")


def version_with_happenings(partnership: Partnership) -> QuerySet[Version]:
    """A version with its checks, approvals and publications, for its own page; `comments_all`, `comments_open`: how many comments."""
    found = versions_in(partnership).select_related("strategy__partnership", "strategy__assessment", "document")
    return with_comment_counts(found).prefetch_related("strategy__areas", *_happenings())


def checks_in(partnership: Partnership) -> QuerySet[SensitivityCheck]:
    return SensitivityCheck.objects.filter(strategy_version__strategy__partnership=partnership).select_related(WITH_OWNERS)


def approvals_in(partnership: Partnership) -> QuerySet[Approval]:
    return Approval.objects.filter(strategy_version__strategy__partnership=partnership).select_related(WITH_OWNERS)


def publications_in(partnership: Partnership) -> QuerySet[Publication]:
    return Publication.objects.filter(strategy_version__strategy__partnership=partnership).select_related(WITH_OWNERS)


def areas_of_strategy(strategy: Strategy) -> QuerySet[LocalGovernmentArea]:
    return strategy.areas.order_by("name")


def website_owners(partnership: Partnership) -> QuerySet[Organisation]:
    """Whose website it may be: first the bodies that take part as specified authorities or as the policing body, then all others."""
    counting = partnership.duty_holders.filter(capacity__standing=Standing.SPECIFIED) | partnership.duty_holders.filter(
        capacity__code=POLICING_BODY
    )
    first = Case(When(pk__in=counting.values("organisation"), then=Value(0)), default=Value(1), output_field=IntegerField())
    return organisations_for(partnership).order_by(first, "name")


def may_host(partnership: Partnership, organisation: Organisation, area: LocalGovernmentArea) -> bool:
    """Is it recorded here as a specified authority for the area, or as a local policing body (Regs 4(1)(a), 5(1)(a))?"""
    held = partnership.duty_holders.filter(organisation=organisation)
    return held.filter(capacity__standing=Standing.SPECIFIED, area=area).exists() or held.filter(capacity__code=POLICING_BODY).exists()


def _versions_with_happenings() -> QuerySet[Version]:
    return Version.objects.defer("sections", "note").order_by("-number").prefetch_related("approvals", "publications")


def _happenings() -> list[Any]:
    publications = Publication.objects.select_related("owner", "area").order_by("id")
    consultations = Prefetch("consultations", consultations_counted())
    return [
        "sensitivity_checks",
        "contents_checks",
        Prefetch("approvals", Approval.objects.select_related("document")),
        Prefetch("publications", publications),
        consultations,
    ]
