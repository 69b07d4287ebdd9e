"""One record of every kind in a partnership, each bearing the partnership's own mark, so that a leak can be seen."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Model

from compliance.models import DeadlineSetting, Evidence, IssuedReport, RequirementWording, Response, Submission
from partnerships.audit.record import record
from partnerships.models import (
    CollaborationRequest,
    DefinitionTemplate,
    Handover,
    LeadAgreement,
    LocalDefinition,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PoliceArea,
    PolicingBodyRequest,
    RoleGrant,
    SharingAgreement,
    StoredFile,
    Succession,
)
from strategies.models import (
    AlignedStrategy,
    AnnualReview,
    Approval,
    AssessedArea,
    Consultation,
    ConsultationAnswer,
    Consultee,
    ContentsCheck,
    ContentsElement,
    DataSource,
    EqualityAssessment,
    NeedsAssessment,
    NumberInArea,
    Publication,
    ReviewArrangement,
    Section,
    SensitivityCheck,
)
from svduty.tasks.models import Task
from tests.cast import BEGAN, Cast, day, make_holder, make_version
from tests.guards.mailed import mail_given_up, make_invitation, open_good_link
from tests.guards.world_boards import board_records
from tests.guards.world_comments import comment_records
from tests.guards.world_delivery import delivery_records
from tests.guards.world_exports import export_records
from tests.guards.world_public import public_records
from tests.guards.world_rounds import round_records

NOON = datetime.datetime(2024, 1, 31, 12, tzinfo=datetime.UTC)


def records_of(partnership: Partnership, area: LocalGovernmentArea, mark: str, grants: list[RoleGrant]) -> dict[str, int]:
    """Make one record of each kind and give their keys by kind."""
    holder = make_holder(partnership, area, name=f"{mark} Council")
    version = make_version(partnership, area, title=f"{mark} Strategy")
    strategy = version.strategy
    stored = StoredFile.objects.create(
        partnership=partnership,
        name=f"{mark}.txt",
        content_type="text/plain",
        size=5,
        sha256="0" * 64,
        content=ContentFile(mark.encode(), name="x"),
        uploaded_at=NOON,
    )
    by_version = {"strategy_version": version}
    assessment = NeedsAssessment.objects.create(partnership=partnership, title=f"{mark} needs assessment", document=stored)
    consultation = Consultation.objects.create(
        **by_version, kind="education", opens_on=day("2023-10-10"), closes_on=day("2023-11-07"), note=mark
    )
    made = {
        "consultation": consultation,
        "consultee": Consultee.objects.create(consultation=consultation, name=f"{mark} School"),
        "consultationanswer": ConsultationAnswer.objects.create(consultation=consultation, by=f"{mark} College", said=f"{mark} answer"),
        "numberinarea": NumberInArea.objects.create(
            partnership=partnership, area=area, kind="education", number=1, counted_on=day("2023-09-01"), source=mark
        ),
        "dutyholder": holder,
        "organisation": holder.organisation,
        "partnershiparea": PartnershipArea.objects.get(partnership=partnership),
        "succession": Succession.objects.create(
            partnership=partnership, kind="body", body=holder.organisation, vesting_day=BEGAN, note=mark, entered_on=BEGAN
        ),
        "leadagreement": LeadAgreement.objects.create(partnership=partnership, organisation=holder.organisation, reference=mark),
        "localdefinition": LocalDefinition.objects.create(partnership=partnership, number=1, wording=f"{mark} definition"),
        "sharingagreement": SharingAgreement.objects.create(partnership=partnership, title=f"{mark} agreement", document=stored),
        **requests_to(holder.organisation, mark),
        "strategy": strategy,
        "section": Section.objects.create(strategy=strategy, position=1, heading=f"{mark} heading", text=f"{mark} text"),
        "version": version,
        "sensitivitycheck": SensitivityCheck.objects.create(
            **by_version,
            safety=True,
            prevention=True,
            investigation=True,
            institutions=True,
            persons=True,
            result="nothing",
            checked_by=f"{mark} officer",
            checked_on=day("2024-01-30"),
        ),
        "approval": Approval.objects.create(**by_version, decided_by=f"{mark} Cabinet", decided_on=day("2024-01-16")),
        "publication": Publication.objects.create(
            **by_version, way="website", published_on=day("2024-01-31"), area=area, owner=holder.organisation, note=mark
        ),
        "contentscheck": ContentsCheck.objects.create(
            **by_version,
            answers={"definition": {"covered": "yes", "where": f"{mark} section"}},
            checked_by=f"{mark} officer",
            checked_on=day("2024-01-10"),
        ),
        "equalityassessment": EqualityAssessment.objects.create(
            **by_version, title=f"{mark} equality assessment", made_on=day("2024-01-12"), made_by=f"{mark} officer"
        ),
        "alignedstrategy": AlignedStrategy.objects.create(strategy=strategy, name=f"{mark} health strategy"),
        "annualreview": AnnualReview.objects.create(strategy=strategy, held_on=day("2025-01-10"), findings=f"{mark} findings"),
        "reviewarrangement": ReviewArrangement.objects.create(strategy=strategy, who=f"{mark} board"),
        "submission": Submission.objects.create(**by_version, sender=holder.organisation, sent_on=day("2024-02-06"), note=mark),
        **comment_records(version, mark),
        "needsassessment": assessment,
        "assessedarea": AssessedArea.objects.create(assessment=assessment, area=area, kinds=f"{mark} kind", causes=f"{mark} cause"),
        "datasource": DataSource.objects.create(assessment=assessment, other_body=f"{mark} body", what=f"{mark} data"),
        "file": stored,
        "evidence": Evidence.objects.create(
            partnership=partnership, requirement="SVD-PUB-03", title=f"{mark} evidence", dated=day("2024-02"), file=stored, added_on=BEGAN
        ),
        "response": Response.objects.create(
            partnership=partnership, requirement="SVD-PUB-03", text=f"{mark} response", dated=day("2024-03-01"), by=mark
        ),
        "invitation": make_invitation(partnership, mark),
        **delivery_records(strategy, holder.organisation, mark),
        **export_records(version, mark, grants[0].user),
        **board_records(partnership, holder.organisation, mark),
        "grant": next(grant for grant in grants if grant.partnership == partnership),
        "handover": Handover.objects.create(
            partnership=partnership,
            leaver=grants[0].user,
            made_at=NOON,
            last_day=BEGAN,
            note=f"{mark} note",
            held=[["Roles", f"{mark} role"]],
        ),
        "report_making": failed_task(partnership, mark),
    }
    made |= round_records(version, made["board"], made["seat"], mark)
    report = IssuedReport.objects.create(
        partnership=partnership,
        number=1,
        as_at=BEGAN,
        issued_at=NOON,
        facts={},
        findings=[],
        pdf=f"%PDF {mark}".encode(),
        sha256="0" * 64,
    )
    record("example.loaded", actor=None, partnership=partnership, target=strategy, comment=f"{mark} comment")
    public = public_records(version, stored, area, mark, NOON)
    return {kind: made_record.pk for kind, made_record in made.items()} | {"report": report.number} | public


def requests_to(body: Organisation, mark: str) -> dict[str, Model]:
    """One request of either kind to a body that a contributor works for."""
    RoleGrant.objects.filter(partnership=body.partnership, role="contributor").update(body=body)
    asker = Organisation.objects.create(partnership=body.partnership, name=f"{mark} commissioner", kind="policing-body")
    asked: dict[str, Any] = {"partnership": body.partnership, "asked_by": asker, "asked_of": body, "asked_on": day("2024-01-05")}
    as_what = {"asked_by_as": "relevant", "asked_of_as": "specified", "purpose": "preparing", "about": mark}
    return {
        "policingbodyrequest": PolicingBodyRequest.objects.create(kind="information", about=mark, **asked),
        "collaborationrequest": CollaborationRequest.objects.create(**as_what, **asked),
    }


def failed_task(partnership: Partnership, signed_off_by: str) -> Task:
    """A report that was asked for and not made."""
    return Task.objects.create(
        kind="report.make",
        partnership_id=partnership.pk,
        arguments={"as_at": BEGAN.isoformat(), "signed_off_by": signed_off_by},
        asked_at=NOON,
        due_at=NOON,
        finished_at=NOON,
        state="failed",
        tries=3,
        reason="The report was not made. Try again.",
    )


def installation_records(cast: Cast) -> dict[str, int]:
    """The records that belong to nobody: registers, settings, and an overseer's grant."""
    record("example.loaded", actor=None, partnership=None)
    return {
        "shared_organisation": Organisation.objects.create(name="County Fire Authority", kind="fire").pk,
        "area": cast.area.pk,
        "policearea": PoliceArea.objects.order_by("pk")[0].pk,
        "person": cast.viewer.pk,
        "overseer_grant": RoleGrant.objects.get(role="overseer").pk,
        "requirementwording": RequirementWording.objects.create(code="SVD-PUB-03", plain="Send it.", starts=day("2024-01-01")).pk,
        "contentselement": ContentsElement.objects.get(code="definition").pk,
        "deadlinesetting": DeadlineSetting.objects.get(code="DL-03").pk,
        "task": failed_task(cast.ours, "").pk,
        "definitiontemplate": DefinitionTemplate.objects.get().pk,
        "mail": mail_given_up(cast.ours).pk,
        "overseer_invitation": make_invitation(police_area=PoliceArea.objects.order_by("pk")[0]).pk,
        "good_link": open_good_link(cast.ours).pk,
    }
