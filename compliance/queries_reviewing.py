"""Named reads of what a yearly review is filled with before anybody writes a word: a fixed number of queries."""

import datetime

from django.db.models import Min, Prefetch, Q, QuerySet

from compliance.reviewing.block import Span
from partnerships.models import AuditChain, AuditEntry, LocalDefinition, Meeting, Partnership
from partnerships.models.meeting import MeetingState
from strategies.models import (
    Action,
    Consultation,
    ConsultationAnswer,
    FundingLine,
    NeedsAssessment,
    ProgressUpdate,
    Publication,
    Risk,
    ScrutinyReport,
    Strategy,
)
from strategies.queries_delivery import standing_actions, with_news

STANDING = {"withdrawn_on__isnull": True}


def of_strategy(strategy: Strategy) -> Q:
    """Actions that serve the strategy, or none in particular."""
    return Q(objective__strategy=strategy) | Q(objective__isnull=True)


def actions_of(strategy: Strategy) -> QuerySet[Action]:
    """Those that count, each with `told`, its news."""
    return with_news(standing_actions(strategy.partnership).filter(of_strategy(strategy)))


def news_of(strategy: Strategy) -> QuerySet[ProgressUpdate]:
    mine = Action.objects.filter(of_strategy(strategy), partnership=strategy.partnership, **STANDING)
    found = ProgressUpdate.objects.filter(partnership=strategy.partnership, actions__in=mine, **STANDING).distinct()
    return found.prefetch_related(Prefetch("actions", Action.objects.order_by("pk")))


def money_of(partnership: Partnership) -> QuerySet[FundingLine]:
    return FundingLine.objects.filter(stream__partnership=partnership, **STANDING).select_related("stream")


def risks_of(partnership: Partnership) -> QuerySet[Risk]:
    return Risk.objects.filter(partnership=partnership, ends__isnull=True).select_related("owner")


def changes_of_risks(partnership: Partnership, since: datetime.date) -> QuerySet[AuditEntry]:
    scope = AuditChain.scope_of(partnership)
    return AuditEntry.objects.filter(scope=scope, target_kind="risk", event="risk.changed", at__date__gt=since).order_by("number")


def figures_recorded(partnership: Partnership, span: Span) -> set[int | None]:
    """The figures that were first recorded in that time, for whatever time they are."""
    entries = AuditEntry.objects.filter(scope=AuditChain.scope_of(partnership), target_kind="reading")
    first = entries.values("target_pk").annotate(first=Min("at")).filter(first__date__gt=span.since, first__date__lte=span.on)
    return set(first.values_list("target_pk", flat=True))


def consultations_of(partnership: Partnership) -> QuerySet[Consultation]:
    return Consultation.objects.filter(strategy_version__strategy__partnership=partnership, **STANDING).order_by("opens_on", "pk")


def answers_of(partnership: Partnership) -> QuerySet[ConsultationAnswer]:
    standing = ConsultationAnswer.objects.filter(**STANDING, consultation__withdrawn_on__isnull=True)
    return standing.filter(consultation__strategy_version__strategy__partnership=partnership).select_related("consultation").order_by("pk")


def definitions_of(partnership: Partnership) -> QuerySet[LocalDefinition]:
    return LocalDefinition.objects.filter(partnership=partnership, **STANDING).order_by("number")


def assessments_of(partnership: Partnership) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(partnership=partnership, **STANDING).order_by("pk")


def meetings_of(partnership: Partnership) -> QuerySet[Meeting]:
    """Those that were held."""
    return Meeting.objects.filter(board__partnership=partnership, state=MeetingState.HELD, **STANDING).select_related("board")


def scrutiny_of(partnership: Partnership) -> QuerySet[ScrutinyReport]:
    return ScrutinyReport.objects.filter(partnership=partnership, **STANDING).order_by("pk")


def publications_of(strategy: Strategy) -> QuerySet[Publication]:
    return Publication.objects.filter(strategy_version__strategy=strategy, **STANDING)
