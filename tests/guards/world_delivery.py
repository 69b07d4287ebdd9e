"""Carrying a strategy out, one record of each kind: actions and news of them, money, measures, risks, scrutiny and the year's papers."""

import datetime
from decimal import Decimal

from django.db.models import Model

from partnerships.models import Organisation, Partnership, PolicingBodyContact
from strategies.models import (
    Action,
    AssuranceStatement,
    CommitteeReport,
    FundingLine,
    FundingStream,
    GrantReturn,
    HomicideReview,
    Measure,
    Milestone,
    Objective,
    PartnershipPlan,
    PlanTheme,
    ProgressUpdate,
    ReadinessAssessment,
    ReadinessTheme,
    Reading,
    RegionalPlanSending,
    ReviewWork,
    Risk,
    RollForward,
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
    Strategy,
    TrainingRecord,
)
from tests.cast import day

MADE = datetime.datetime(2026, 2, 2, 12, tzinfo=datetime.UTC)
FIRST, LAST = datetime.date(2024, 4, 1), datetime.date(2024, 6, 30)


def delivery_records(strategy: Strategy, body: Organisation, mark: str) -> dict[str, Model]:
    """One record of each kind, by kind, each with the partnership's mark."""
    partnership = {"partnership": strategy.partnership}
    committee = partnership | {"council": body, "committee": f"{mark} committee"}
    objective = Objective.objects.create(strategy=strategy, position=1, title=f"{mark} objective", owner=body)
    theme = PlanTheme.objects.create(**partnership, position=1, title=f"{mark} theme")
    stream = FundingStream.objects.create(**partnership, name=f"{mark} grant")
    action = Action.objects.create(
        **partnership, objective=objective, title=f"{mark} action", owner=body, due=day("2024-06"), theme=theme, stream=stream
    )
    update = ProgressUpdate.objects.create(**partnership, on=day("2024-05-01"), state="on-track", words=f"{mark} news")
    update.actions.add(action)
    measure = Measure.objects.create(**partnership, name=f"{mark} measure", source_body=body)
    next_strategy = Strategy.objects.create(partnership=strategy.partnership, title=f"{mark} next strategy", follows=strategy)
    RollForward.objects.create(before=strategy, after=next_strategy, told={"carried": [[mark, ""]], "stays": [], "left": []}, made_at=MADE)
    readiness = ReadinessAssessment.objects.create(**partnership, assessed_on=day("2024-03"), assessor=f"{mark} assessor")
    # Its pages are there only where the partnership says so.
    Partnership.objects.filter(pk=strategy.partnership_id).update(homicide_reviews=True)
    return {
        "rolled_strategy": next_strategy,
        "objective": objective,
        "plantheme": theme,
        "action": action,
        "milestone": Milestone.objects.create(action=action, title=f"{mark} step"),
        "progressupdate": update,
        "fundingstream": stream,
        "fundingline": FundingLine.objects.create(stream=stream, kind="award", year=2024, what=f"{mark} work", amount=Decimal("100.01")),
        "grantreturn": GrantReturn.objects.create(
            stream=stream, year=2024, quarter=1, due_on=LAST, sent_on=day("2024-07-02"), amount_sent=Decimal("60.00"), reference=mark
        ),
        "measure": measure,
        "reading": Reading.objects.create(measure=measure, first=FIRST, last=LAST, value=Decimal(12), note=mark),
        "risk": Risk.objects.create(**partnership, title=f"{mark} risk", owner=body),
        "trainingrecord": TrainingRecord.objects.create(
            **partnership, title=f"{mark} training", sector="health", held_on=day("2024-05-02")
        ),
        "partnershipplan": PartnershipPlan.objects.create(**partnership, title=f"{mark} plan"),
        "regionalplansending": RegionalPlanSending.objects.create(
            **partnership, title=f"{mark} regional plan", recipient=f"{mark} unit", due_on=LAST
        ),
        "scrutinymeeting": ScrutinyMeeting.objects.create(**committee, held_on=day("2024-01-16")),
        "scrutinyreport": ScrutinyReport.objects.create(**committee, title=f"{mark} report", dated=day("2024-02-01"), asked_of=body),
        "scrutinyrequest": ScrutinyRequest.objects.create(**committee, about=f"{mark} question", asked_on=day("2024-02-02"), asked_of=body),
        "assurancestatement": AssuranceStatement.objects.create(**partnership, year=2024, due=day("2024-05"), text=f"{mark} statement"),
        "committeereport": CommitteeReport.objects.create(
            **partnership, title=f"{mark} report", committee=f"{mark} committee", text=f"{mark} words"
        ),
        "readinessassessment": readiness,
        "readinesstheme": ReadinessTheme.objects.create(assessment=readiness, position=1, theme=f"{mark} theme"),
        "homicidereview": HomicideReview.objects.create(**partnership, reference=f"{mark} 1", notified_on=day("2024-04-02")),
        "reviewwork": ReviewWork.objects.create(strategy=strategy, opened_on=FIRST, effect=f"{mark} effect"),
        "policingbodycontact": PolicingBodyContact.objects.create(
            **partnership, kind="visit", by=body, held_on=day("2024-05-05"), findings=f"{mark} finding"
        ),
    }
