"""Named reads around the local definition: wordings to begin from, what others wrote, and what boards decided about a version."""

import datetime
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from partnerships.models import AuditEntry, Decision, DefinitionTemplate, LocalDefinition, Meeting, Partnership
from partnerships.models.meeting import DecisionOutcome, MeetingState
from partnerships.queries import history_of_installation

MOST_MEETINGS = 5


def wordings() -> QuerySet[DefinitionTemplate]:
    """Every wording that areas may begin from, those that are over included."""
    return DefinitionTemplate.objects.order_by("name")


def wordings_to_choose(chosen: int | None = None) -> QuerySet[DefinitionTemplate]:
    """Those that are not over, and the one that was `chosen` before."""
    return wordings().filter(Q(ends__isnull=True) | Q(pk=chosen or 0))


def versions_before(definition: LocalDefinition) -> QuerySet[LocalDefinition]:
    """The versions on which this one may be based; for one that is not saved yet, all that stand."""
    standing = LocalDefinition.objects.filter(partnership=definition.partnership_id, withdrawn_on__isnull=True)
    earlier = standing.filter(number__lt=definition.number) if definition.pk else standing
    chosen = LocalDefinition.objects.filter(partnership=definition.partnership_id, pk=definition.based_on_version_id or 0)
    return (earlier | chosen).order_by("-number")


def history_of_wording(pk: int) -> QuerySet[AuditEntry]:
    return history_of_installation().filter(target_kind="definitiontemplate", target_pk=pk)


def definitions_with_source(partnership: Partnership) -> QuerySet[LocalDefinition]:
    """The partnership's versions, highest number first, each with what it is based on."""
    return partnership.definitions.select_related("based_on_template", "based_on_version").order_by("-number")


def latest_definitions(partnerships: Iterable[Partnership]) -> list[LocalDefinition]:
    """Of each partnership the version with the highest number that is not withdrawn, by the partnership's name."""
    standing = LocalDefinition.objects.filter(partnership__in=[one.pk for one in partnerships], withdrawn_on__isnull=True)
    latest: dict[int, LocalDefinition] = {}
    for definition in standing.select_related("partnership").order_by("partnership__name", "partnership", "-number"):
        latest.setdefault(definition.partnership_id, definition)
    return list(latest.values())


def decisions_about(partnership: Partnership, kind: str, pk: int) -> QuerySet[Decision]:
    """What the partnership's boards decided about one record, latest meeting first; withdrawn ones are left out."""
    standing = Decision.objects.filter(withdrawn_on__isnull=True, meeting__withdrawn_on__isnull=True, meeting__state=MeetingState.HELD)
    about = standing.filter(meeting__board__partnership=partnership, about_kind=kind, about_pk=pk)
    return about.select_related("meeting__board").defer("meeting__minutes").order_by("-meeting__day", "-pk")


def agreement_on(definition: LocalDefinition) -> Decision | None:
    """The latest decision of a quorate board that agreed this version."""
    decisions = decisions_about(definition.partnership, definition.record_kind(), definition.pk)
    return decisions.filter(meeting__quorate=True, outcome__in=[DecisionOutcome.AGREED, DecisionOutcome.WITH_CONDITIONS]).first()


def meetings_to_come(partnership: Partnership, on: datetime.date) -> QuerySet[Meeting]:
    """The next planned meetings of its boards."""
    planned = Meeting.objects.filter(board__partnership=partnership, state=MeetingState.PLANNED, withdrawn_on__isnull=True, day__gte=on)
    return planned.select_related("board").defer("minutes").order_by("day", "pk")[:MOST_MEETINGS]
