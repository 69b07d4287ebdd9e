"""What the second floor knows bodies to hold."""

import datetime

from django.db import models
from django.db.models import Q

from partnerships.actions.pass_on import reassign
from partnerships.holdings import Of, register_holding, rows_of
from partnerships.models import Organisation, Partnership
from strategies.action_lines import lines_of
from strategies.models import FundingStream, Measure, Objective, Risk, ScrutinyReport, ScrutinyRequest
from strategies.queries_delivery import standing_actions, with_news

NOT_REPLIED, NOT_ANSWERED = Q(replied_on__isnull=True), Q(answered_on__isnull=True)


def register() -> None:
    """Join the registry, in the order in which lists show it."""
    body = Of.BODY
    register_holding(
        "objective.owner",
        "Objectives it leads",
        of=body,
        rows=rows_of(Objective, "owner", inside="strategy__partnership"),
        move=reassign("owner"),
    )
    register_holding("action.owner", "Actions it carries out", of=body, rows=_open_actions, move=reassign("owner"))
    register_holding(
        "measure.source_body",
        "Measures it gives the figures for",
        of=body,
        rows=rows_of(Measure, "source_body"),
        move=reassign("source_body"),
    )
    register_holding("risk.owner", "Risks it answers for", of=body, rows=rows_of(Risk, "owner"), move=reassign("owner"))
    register_holding("fundingstream.funder", "Money it pays", of=body, rows=rows_of(FundingStream, "funder"), move=reassign("funder"))
    register_holding(
        "scrutinyreport.asked_of",
        "Scrutiny reports it has not replied to",
        of=body,
        rows=rows_of(ScrutinyReport, "asked_of", only=NOT_REPLIED),
        move=reassign("asked_of"),
    )
    register_holding(
        "scrutinyrequest.asked_of",
        "Requests of a scrutiny committee that it has not answered",
        of=body,
        rows=rows_of(ScrutinyRequest, "asked_of", only=NOT_ANSWERED, related=("council",)),
        move=reassign("asked_of"),
    )


def _open_actions(partnership: Partnership | None, holder: Organisation, on: datetime.date) -> list[models.Model]:
    """What is done or stopped stays under the name of whoever did it."""
    if partnership is None:
        return []
    owned = with_news(standing_actions(partnership).filter(owner=holder))
    return [line.action for line in lines_of(owned, on) if line.standing.open]
