"""Named reads for workbooks, each through the partnership: what goes out in them, and those that were brought back."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from partnerships.models import Organisation, Partnership
from strategies.models import (
    Action,
    FundingLine,
    FundingStream,
    ImportState,
    Measure,
    Milestone,
    Objective,
    PlanTheme,
    Reading,
    WorkbookImport,
)
from strategies.queries_delivery import standing_actions, with_news

STANDING = Q(withdrawn_on__isnull=True)


def actions_for_workbook(partnership: Partnership) -> QuerySet[Action]:
    """Those that count, each with the news that stands (`told`) and its steps, in a fixed number of queries."""
    steps = Milestone.objects.filter(STANDING).order_by("id")
    return with_news(standing_actions(partnership)).prefetch_related(Prefetch("milestones", steps, to_attr="steps"))


def measures_for_workbook(partnership: Partnership) -> QuerySet[Measure]:
    """Those that last, and those that have ended and have figures; each with its figures (`figures`), oldest first."""
    figures = Reading.objects.filter(STANDING).order_by("first", "id")
    return Measure.objects.filter(partnership=partnership).prefetch_related(Prefetch("readings", figures, to_attr="figures"))


def amounts_for_workbook(partnership: Partnership) -> QuerySet[FundingLine]:
    return (
        FundingLine.objects.filter(STANDING, stream__partnership=partnership)
        .select_related("stream")
        .order_by("stream__name", "year", "id")
    )


def bodies_to_list(partnership: Partnership) -> set[int]:
    """Those that take part or took part, and whoever carries out an action or is asked to."""
    actions = Action.objects.filter(STANDING, partnership=partnership)
    own = Organisation.objects.filter(
        Q(partnership=partnership)
        | Q(pk__in=partnership.duty_holders.values("organisation"))
        | Q(pk__in=actions.values("owner"))
        | Q(pk__in=actions.values("relevant_authority"))
    )
    return set(own.values_list("pk", flat=True))


def objectives_in(partnership: Partnership) -> QuerySet[Objective]:
    """Those that count, and withdrawn ones that an action still names."""
    named = Action.objects.filter(STANDING, partnership=partnership).values("objective")
    found = Objective.objects.filter(STANDING | Q(pk__in=named), strategy__partnership=partnership)
    return found.select_related("strategy").order_by("strategy_id", "position", "id")


def themes_in(partnership: Partnership) -> QuerySet[PlanTheme]:
    return PlanTheme.objects.filter(partnership=partnership).order_by("position", "id")


def streams_in(partnership: Partnership) -> QuerySet[FundingStream]:
    return FundingStream.objects.filter(partnership=partnership).order_by("name", "id")


def workbook_imports_in(partnership: Partnership) -> QuerySet[WorkbookImport]:
    """Newest first, without what stands in their cells."""
    found = WorkbookImport.objects.filter(partnership=partnership)
    return found.select_related("file", "read_by", "over_by").defer("cells").order_by("-read_at", "-id")


def import_to_decide(brought: WorkbookImport) -> WorkbookImport:
    """As it stands now, locked until the transaction ends."""
    return WorkbookImport.objects.select_related("file", "read_by").select_for_update(of=("self",)).get(pk=brought.pk)


def waiting_workbook(partnership: Partnership, sha256: str) -> WorkbookImport | None:
    """The same workbook, brought before and not decided on yet."""
    return WorkbookImport.objects.filter(partnership=partnership, file__sha256=sha256, state=ImportState.WAITING).first()


def records_of(kind: str, partnership: Partnership) -> QuerySet[Any]:
    """The records that count of the kind a row of a workbook is, by what audit events call it."""
    inside = {"milestone": "action__partnership", "reading": "measure__partnership", "fundingline": "stream__partnership"}
    model: Any = {"action": Action, "milestone": Milestone, "reading": Reading, "fundingline": FundingLine}[kind]
    return model.objects.filter(STANDING, **{inside.get(kind, "partnership"): partnership})


def owners_of(kind: str, partnership: Partnership) -> QuerySet[Any]:
    """The records to which those of a kind belong."""
    if kind in ("milestone", "progressupdate"):
        return Action.objects.filter(STANDING, partnership=partnership)
    model: Any = {"reading": Measure, "fundingline": FundingStream}[kind]
    return model.objects.filter(partnership=partnership)
