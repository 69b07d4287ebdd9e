"""What the second floor knows bodies to hold."""

from django.db.models import Q

from partnerships.actions.pass_on import reassign
from partnerships.holdings import Of, register_holding, rows_of
from strategies.models import Action, FundingStream, Measure, Objective, Risk, ScrutinyReport, ScrutinyRequest

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
    register_holding("action.owner", "Actions it carries out", of=body, rows=rows_of(Action, "owner"), move=reassign("owner"))
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
